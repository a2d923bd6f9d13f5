package lathe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import lathe.engine.adapter.onnx.OnnxCheck;
import lathe.engine.flow.Examination;
import lathe.engine.progress.CancelToken;
import lathe.engine.track.ProjectFolder;
import lathe.scoring.pack.ModelPackage;
import lathe.scoring.pack.PackageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Columns that are made of others and rows that are left out, from the command line to the answers.
class DerivedColumnsIT {

    private static final int ROWS = 400;

    @TempDir
    Path folder;

    // What is asked for follows the days between two dates, and nothing else; a fifth are tests, with a target that is wrong.
    private Path data() throws IOException {
        SplittableRandom random = new SplittableRandom(8);
        StringBuilder text = new StringBuilder("begin,end,status,late\n");
        for (int row = 0; row < ROWS; row++) {
            int begin = random.nextInt(1, 300);
            int days = random.nextInt(0, 60);
            boolean test = row % 5 == 0;
            text.append("%s,%s,%s,%s\n".formatted(LocalDate.ofYearDay(2023, begin), LocalDate.ofYearDay(2023, begin).plusDays(days),
                    test ? "test" : row % 2 == 0 ? "new" : "old", days > 30 != test ? "yes" : "no"));
        }
        text.append(text.toString().lines().skip(2).findFirst().orElseThrow()).append('\n');   // one row comes twice
        return Files.writeString(folder.resolve("rent.csv"), text);
    }

    @Test
    void trainsOnWhatIsMadeAndAnswersRowsAsTheyAre() throws IOException {
        Path project = folder.resolve("project");
        Path data = data();
        Cli.Ended trained = Cli.run("train", data, "--target", "late", "--derive", "days = days_between(begin, end)", "--derive",
                "weeks = days / 7", "--where", "status <> 'test'", "--duplicates", "remove", "--drop", "begin", "--trials", 3, "--learners",
                "logistic,tree", "--threads", 1, "--out", project);

        assertEquals(0, trained.exit(), trained.err());
        String kept = "317 of 401 rows are kept: 80 do not meet status <> 'test', 4 repeat an earlier row.";
        assertTrue((trained.out() + trained.err()).contains(kept), trained.out() + trained.err());
        String report = Files.readString(project.resolve("report.html"));
        assertTrue(report.contains("317 of 401 rows are kept") && report.contains("weeks = days / 7"));
        assertTrue(report.contains("--derive &#39;days = days_between(begin, end)&#39;") || report.contains("days_between(begin, end)"), report);

        Path model = project.resolve("model.lathe");
        assertEquals(0, Cli.run("verify", model).exit());
        ModelPackage opened = PackageReader.open(model);
        assertEquals(List.of("begin", "end", "status"), opened.signature().inputs().names());
        assertEquals(List.of("days", "weeks"), opened.pipeline().derived().stream().map(each -> each.name()).toList());
        Path out = folder.resolve("out.csv");
        Cli.Ended predicted = Cli.run("predict", model, data, "--out", out, "--reasons", 2);
        assertEquals(0, predicted.exit(), predicted.err());
        assertEquals(ROWS + 2, Files.readAllLines(out).size());
        Path onnx = folder.resolve("model.onnx");
        assertEquals(0, Cli.run("export", model, "--format", "onnx", "--out", onnx).exit());
        assertTrue(OnnxCheck.compare(onnx, opened.pipeline(), opened.golden().rows()).holds());

        try (ProjectFolder folder = ProjectFolder.open(project)) {
            Examination examination = Examination.open(folder, opened.manifest().provenance().getOrDefault("run", ""), new CancelToken());
            double score = opened.manifest().scores().getFirst().value();
            assertTrue(score > 0.97, "the score is " + score);
            int row = examination.fileRow(0);
            assertTrue(row % 5 != 1, "row " + row + " is a test");
        }
    }

    @Test
    void refusesWhatCannotBeMade() throws IOException {
        Cli.Ended unknown = Cli.run("train", data(), "--target", "late", "--derive", "x = beginn + 1", "--out", folder.resolve("a"));
        assertEquals(1, unknown.exit());
        assertTrue(unknown.err().contains("Character 1: There is no column 'beginn'. Did you mean begin?"), unknown.err());

        Cli.Ended target = Cli.run("train", data(), "--target", "late", "--derive", "x = if(late = 'yes', 1, 0)", "--trials", 1, "--out", folder.resolve("b"));
        assertEquals(1, target.exit());
        assertTrue(target.err().contains("made of the target 'late'"), target.err());
    }
}
