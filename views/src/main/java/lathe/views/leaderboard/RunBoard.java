package lathe.views.leaderboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import lathe.engine.evaluate.Metric.Direction;
import lathe.engine.flow.RunHistory;
import lathe.engine.track.EnsembleRecord;
import lathe.engine.track.Leaderboard;
import lathe.engine.track.LeaderboardRow;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunStatus;
import lathe.engine.track.RunStore;
import lathe.engine.track.TrialRecord;

/// The leaderboard of one run, ready to be shown.
///
/// @param run       what was asked, and where it stands
/// @param direction which end of the metric is better
/// @param rows      scored ones first, best first
public record RunBoard(RunRecord run, Direction direction, List<BoardRow> rows) {

    public RunBoard {
        rows = List.copyOf(rows);
    }

    /// Reads a run from its files.
    static RunBoard read(RunStore store, String id) {
        return of(store.run(id), RunHistory.leaderboard(store, id), store.trials(id).trials());
    }

    static RunBoard of(RunRecord run, Leaderboard board, List<TrialRecord> trials) {
        Map<Integer, String> preparations = new HashMap<>();
        trials.forEach(trial -> preparations.put(trial.trial(), trial.preparation()));
        List<LeaderboardRow> equals = board.rows().stream().filter(row -> row.rank() == 1 || row.tied()).toList();
        int simplest = equals.size() < 2 ? -1 : equals.stream().min(Simplicity.ORDER).orElseThrow().trial();
        List<BoardRow> rows = new ArrayList<>();
        for (LeaderboardRow row : board.rows()) {
            boolean isSimplest = row.trial() == simplest && equals.contains(row);
            rows.add(new BoardRow(row, preparations.getOrDefault(row.trial(), ""), BoardRow.standing(row), isSimplest,
                    !run.best().isEmpty() && run.best().equals(row.name())));
        }
        return new RunBoard(run, board.direction(), rows);
    }

    public String metric() {
        return run.spec().search().metric();
    }

    public boolean isUnderWay() {
        return run.status() == RunStatus.RUNNING;
    }

    public Optional<BoardRow> row(String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst();
    }

    Optional<BoardRow> ofTrial(int trial) {
        return rows.stream().filter(row -> row.row().trial() == trial).findFirst();
    }

    List<BoardRow> scored() {
        return rows.stream().filter(BoardRow::isScored).toList();
    }

    List<EnsembleRecord.Member> members() {
        return run.ensemble().members();
    }

    /// Learners that were tried, in the order of their ids.
    List<String> learners() {
        return List.copyOf(new TreeSet<>(rows.stream().map(row -> row.row().learner()).toList()));
    }

    /// Other metrics that are known of some row.
    List<String> otherMetrics() {
        TreeSet<String> found = new TreeSet<>();
        rows.forEach(row -> found.addAll(row.row().metrics().keySet()));
        found.remove(metric());
        return List.copyOf(found);
    }

    /// Lowest and highest end of all intervals but that of the baseline, which is far off by design, to draw them on one
    /// scale; `NaN` if there are none.
    Range range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        List<BoardRow> able = scored().stream().filter(row -> !row.row().learner().equals("baseline")).toList();
        for (BoardRow row : able.isEmpty() ? scored() : able) {
            low = Math.min(low, Double.isNaN(row.row().lower()) ? row.row().value() : row.row().lower());
            high = Math.max(high, Double.isNaN(row.row().upper()) ? row.row().value() : row.row().upper());
        }
        return low <= high ? new Range(low, high) : new Range(Double.NaN, Double.NaN);
    }

    /// From low to high.
    record Range(double low, double high) { }
}
