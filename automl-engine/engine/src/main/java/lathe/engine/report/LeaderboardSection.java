package lathe.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lathe.engine.track.Leaderboard;
import lathe.engine.track.LeaderboardRow;
import lathe.engine.track.TrialStatus;

/// What was tried: the leaderboard as a table, with those that have no score and why.
final class LeaderboardSection {

    private static final int MOST_ROWS = 50;

    private LeaderboardSection() {
    }

    static Html of(Leaderboard board, String best) {
        List<Html> rows = new ArrayList<>();
        board.rows().stream().filter(row -> row.rank() > 0).limit(MOST_ROWS)
                .forEach(row -> rows.add(rankedRow(row, row.name().equals(best))));
        board.rows().stream().filter(row -> row.rank() == 0).limit(MOST_ROWS).forEach(row -> rows.add(reasonRow(row)));
        long scored = board.rows().stream().filter(row -> row.rank() > 0 && row.trial() > 0).count();
        int hidden = board.rows().size() - rows.size();
        Html more = hidden == 0 ? Html.NOTHING
                : Html.of("<p class=\"aside\">{} more are in leaderboard.csv.</p>", Figures.whole(hidden));
        long trials = board.rows().stream().filter(row -> row.trial() > 0).count();
        String order = switch (board.direction()) {
            case HIGHER_IS_BETTER -> "higher is better";
            case LOWER_IS_BETTER -> "lower is better";
        };
        return Page.section("What was tried", Html.of("""
                <p>{}, {} with a score. They are compared on rows of the training data that the model in question had not seen; {}.{}</p>
                <div class="scroll"><table class="board">
                <thead><tr><th scope="col" class="number">Rank</th><th scope="col">Model</th><th scope="col" class="number">{}</th>
                <th scope="col" class="number">95 % interval</th><th scope="col" class="number">Weight</th>
                <th scope="col" class="number">Fit time</th><th scope="col">Settings</th></tr></thead>
                <tbody>
                {}</tbody></table></div>
                {}""", Figures.count(trials, "model", "models"), Figures.whole(scored), order,
                members(board), Words.metric(board.metric()), Html.join(rows), more));
    }

    private static String members(Leaderboard board) {
        long members = board.rows().stream().filter(row -> row.trial() > 0 && row.weight() > 0).count();
        return members < 2 ? "" : " The ensemble blends %d of them by weight.".formatted(members);
    }

    private static Html rankedRow(LeaderboardRow row, boolean best) {
        return Html.of("""
                <tr{}><td class="number">{}</td><th scope="row">{}{}</th><td class="number"><b>{}</b></td><td class="number">{}</td>
                <td class="number">{}</td><td class="number">{}</td><td class="fine">{}</td></tr>""",
                new Html(best ? " class=\"best\"" : ""), row.rank(), Words.titled(row.name()),
                best ? Html.of(" <span class=\"badge\">handed over</span>") : Html.NOTHING, Figures.number(row.value()),
                Figures.range(row.lower(), row.upper()), row.trial() == 0 || row.weight() == 0 ? "" : Figures.percent(row.weight()),
                Figures.seconds(row.fitSeconds()), Words.hyperparameters(row.hyperparameters().values()));
    }

    private static Html reasonRow(LeaderboardRow row) {
        String status = row.status() == TrialStatus.SCORED ? "no score" : row.status().name().toLowerCase(Locale.ROOT);
        return Html.of("""
                <tr class="off"><td class="number">–</td><th scope="row">{} <span class="badge">{}</span></th><td colspan="5">{} {}</td></tr>""",
                Words.titled(row.name()), status, row.reason(), row.remedy());
    }
}
