package lathe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import lathe.engine.builtin.Metrics;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.engine.flow.Examination;
import lathe.engine.progress.CancelToken;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ReportedScore;
import lathe.engine.track.ScoreKind;
import lathe.scoring.ProblemException;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run opened again shows exactly the rows and the score it was reported with.
class ExaminationIT {

    @TempDir
    Path folder;

    // Some targets are missing, so that rows of the table and rows of the run are not the same.
    private Path data() throws IOException {
        List<String> lines = Files.readAllLines(Cli.sample("telecom-churn.csv")).subList(0, 1501);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < lines.size(); line++) {
            String each = lines.get(line);
            text.append(line % 50 == 7 ? each.substring(0, each.lastIndexOf(',') + 1) : each).append('\n');
        }
        return Files.writeString(folder.resolve("churn.csv"), text);
    }

    private ProjectFolder trained(String holdout) throws IOException {
        Path project = folder.resolve("project");
        Cli.Ended ended = Cli.run("train", data(), "--target", "churned", "--trials", 3, "--seed", 5, "--threads", 2,
                "--holdout", holdout, "--quiet", "--out", project);
        assertEquals(0, ended.exit(), ended.err());
        return ProjectFolder.open(project);
    }

    @Test
    void givesExactlyTheScoresTheRunReported() throws IOException {
        try (ProjectFolder project = trained("0.2")) {
            Examination opened = Examination.open(project, project.runs().ids().getFirst(), new CancelToken());
            assertEquals(Examination.Rows.HOLDOUT, opened.kind());
            List<ReportedScore> scores = opened.run().scores();
            assertTrue(scores.size() > 3, scores.toString());
            assertEquals("roc_auc", opened.metric().id());
            for (ReportedScore reported : scores) {
                assertEquals(ScoreKind.HOLDOUT, reported.kind());
                assertEquals(reported.score().rows(), opened.rows().rows());
                assertEquals(reported.score().value(), Metrics.byId(reported.score().metric()).orElseThrow()
                        .compute(opened.truth(), opened.predictions(), opened.positive()));
            }
            assertRowsAreThoseOfTheFile(opened);
        }
    }

    private void assertRowsAreThoseOfTheFile(Examination opened) {
        Table whole = new TableImport().read(folder.resolve("churn.csv"), ImportOptions.defaults()).table();
        for (int row = 0; row < opened.rows().rows(); row++) {
            int place = opened.fileRow(row) - 1;
            assertEquals(whole.strings("churned").text(place), opened.truthText(row));
            assertEquals(whole.numbers("monthly_charge").value(place), opened.rows().numbers("monthly_charge").value(row));
        }
    }

    @Test
    void saysWhenThereWasNoHoldout() throws IOException {
        try (ProjectFolder project = trained("none")) {
            Examination opened = Examination.open(project, project.runs().ids().getFirst(), new CancelToken());
            assertEquals(Examination.Rows.TRAINING, opened.kind());
            assertEquals(1470, opened.rows().rows());
        }
    }

    @Test
    void refusesDataThatHasChanged() throws IOException {
        try (ProjectFolder project = trained("0.2")) {
            Files.writeString(folder.resolve("churn.csv"), Files.readString(folder.resolve("churn.csv")).replace("north", "south"));
            String run = project.runs().ids().getFirst();
            ProblemException refused = assertThrows(ProblemException.class,
                    () -> Examination.open(project, run, new CancelToken()));
            assertEquals("source-changed", refused.problem().code());
            CancelToken cancelled = new CancelToken();
            cancelled.cancel();
            assertThrows(CancellationException.class, () -> Examination.open(project, run, cancelled));
        }
    }
}
