package lathe.engine.report;

import java.util.List;
import lathe.engine.profile.Finding;
import lathe.engine.track.ColumnDictionary;
import lathe.engine.track.Leaderboard;
import lathe.engine.track.RunRecord;
import lathe.scoring.Signature;

/// Everything the report of a run shows.
///
/// @param run         at its end, with its scores
/// @param leaderboard of the run
/// @param signature   of the model
/// @param results     of the rows the main score was measured on
/// @param columns     columns of the table, the target among them
/// @param findings    what was noticed about the table
/// @param speed       how quickly the model answers, and what that costs; empty where it was not asked for
/// @param rowsKept    which rows were learnt from; empty for all
/// @param typed       how many targets people typed; empty for none
/// @param dictionary  what the columns mean
public record ReportData(RunRecord run, Leaderboard leaderboard, Signature signature, Results results, int columns,
                         List<Finding> findings, String speed, String rowsKept, String typed, ColumnDictionary dictionary) {

    public ReportData {
        findings = List.copyOf(findings);
    }

    /// With nothing said about speed, rows or columns.
    public ReportData(RunRecord run, Leaderboard leaderboard, Signature signature, Results results, int columns, List<Finding> findings) {
        this(run, leaderboard, signature, results, columns, findings, "", "", "", ColumnDictionary.EMPTY);
    }
}
