package lathe.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import lathe.engine.track.Leaderboard;
import lathe.engine.track.LeaderboardRow;

/// The leaderboard as CSV: RFC 4180 with a header, UTF-8, `.` as decimal mark, empty for missing.
///
/// Text cells that a spreadsheet would take for a formula get a leading apostrophe; numbers are written exactly.
public final class LeaderboardCsv {

    private static final String HEADER =
            "rank,name,learner,metric,value,lower,upper,folds,fit_seconds,status,reason,weight,hyperparameters";

    private LeaderboardCsv() {
    }

    public static String of(Leaderboard leaderboard) {
        StringBuilder out = new StringBuilder(HEADER).append('\n');
        for (LeaderboardRow row : leaderboard.rows()) {
            out.append(String.join(",", cells(row))).append('\n');
        }
        return out.toString();
    }

    private static List<String> cells(LeaderboardRow row) {
        List<String> cells = new ArrayList<>();
        cells.add(row.rank() > 0 ? Integer.toString(row.rank()) : "");
        cells.add(CsvText.cell(row.name()));
        cells.add(CsvText.cell(row.learner()));
        cells.add(CsvText.cell(row.metric()));
        cells.add(number(row.value()));
        cells.add(number(row.lower()));
        cells.add(number(row.upper()));
        cells.add(String.join(" ", row.foldValues().stream().map(LeaderboardCsv::number).toList()));
        cells.add(String.format(Locale.ROOT, "%.3f", row.fitSeconds()));
        cells.add(CsvText.cell(row.status().name().toLowerCase(Locale.ROOT)));
        cells.add(CsvText.cell(row.reason()));
        cells.add(number(row.weight()));
        cells.add(CsvText.cell(hyperparameters(row.hyperparameters().values())));
        return cells;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static String hyperparameters(Map<String, Object> values) {
        StringJoiner joined = new StringJoiner("; ");
        values.forEach((name, value) -> joined.add(name + "=" + (value instanceof Double number ? trimmed(number) : value)));
        return joined.toString();
    }

    private static String trimmed(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
