package lathe.engine.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import lathe.engine.report.LeaderboardCsv;
import lathe.engine.report.Report;
import lathe.engine.report.ReportData;
import lathe.engine.report.Results;
import lathe.engine.track.ColumnDictionary;
import lathe.engine.track.Leaderboard;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.RunRecord;

/// Writes what people open after a run, beside the package: leaderboard and report; and keeps the package of this run.
final class RunFiles {

    private static final Logger LOG = Logger.getLogger(RunFiles.class.getName());

    private static final String LEADERBOARD_FILE = "leaderboard.csv";
    private static final String REPORT_FILE = "report.html";

    private final ProjectFolder project;
    private final PreparedRun run;
    private final RunRecord record;
    private final ColumnDictionary dictionary;

    RunFiles(ProjectFolder project, PreparedRun run, RunRecord record, ColumnDictionary dictionary) {
        this.dictionary = dictionary;
        this.project = project;
        this.run = run;
        this.record = record;
    }

    /// @param results of the rows the main score was measured on
    /// @param speed how quickly the model answers; empty where that was not asked for
    RunResult write(Leaderboard leaderboard, Results results, String speed) {
        Path model = project.root().resolve(ProjectFolder.MODEL_FILE);
        keep(model);
        ReportData data = new ReportData(record, leaderboard, run.signature(), results,
                run.imported().table().schema().size(), run.profile().findings(), speed,
                ProjectTable.rowsKept(run.imported()).orElse(""), ProjectTable.targetsTyped(run.imported()).orElse(""), dictionary);
        Path table = project.write(LEADERBOARD_FILE, LeaderboardCsv.of(leaderboard));
        Path report = project.write(REPORT_FILE, Report.html(data));
        return new RunResult(record, leaderboard, model, List.of(table, report), speed);
    }

    // A later run replaces model.lathe by another file, so a link to this one stays what it is and costs nothing.
    private void keep(Path model) {
        Path kept = project.models().resolve(record.spec().id() + ".lathe");
        try {
            Files.createLink(kept, model);
        } catch (IOException | UnsupportedOperationException noLinks) {
            LOG.log(Level.FINE, "no links here", noLinks);
            try {
                Files.copy(model, kept, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException failed) {
                LOG.log(Level.WARNING, "the model was not kept as " + kept, failed);
            }
        }
    }
}
