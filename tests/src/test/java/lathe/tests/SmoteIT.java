package lathe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Models with made-up rows beside those without, on the command line.
class SmoteIT {

    @TempDir
    Path folder;

    private Path data() throws IOException {
        SplittableRandom random = new SplittableRandom(9);
        StringBuilder text = new StringBuilder("amount,kind,fraud\n");
        for (int row = 0; row < 500; row++) {
            double amount = random.nextDouble(100);
            text.append(String.format(Locale.ROOT, "%.3f,%s,%s\n", amount, row % 3 == 0 ? "card" : "cash", random.nextDouble() < amount / 600 ? "yes" : "no"));
        }
        return Files.writeString(folder.resolve("fraud.csv"), text);
    }

    @Test
    void theLeaderboardShowsBothAndTheRunSaysWhatItBrought() throws IOException {
        Path project = folder.resolve("project");
        Cli.Ended ended = Cli.run("train", data(), "--target", "fraud", "--class-weights", "smote:0.4", "--trials", 5, "--learners", "logistic,tree",
                "--threads", 1, "--out", project);

        assertEquals(0, ended.exit(), ended.err());
        assertTrue((ended.out() + ended.err()).matches("(?s).*SMOTE, for comparison: of 2 pairs of trials alike but for made-up rows of rare classes, \\d scored "
                + "better with them; roc_auc: 0\\.\\d{4} (gained|lost) on average, best 0\\.\\d{4} with and 0\\.\\d{4} without\\..*"), ended.out() + ended.err());
        assertTrue(Files.readString(project.resolve("project.yaml")).contains("smote:0.4"));
        assertTrue(Files.readString(project.resolve("leaderboard.csv")).contains(",logistic #2 + smote,logistic,") , Files.readString(project.resolve("leaderboard.csv")));
        String report = Files.readString(project.resolve("report.html"));
        assertTrue(report.contains("SMOTE, for comparison") && report.contains("SMOTE up to 40") && report.contains("--class-weights smote:0.4"), report);
        assertEquals(0, Cli.run("verify", project.resolve("model.lathe")).exit());
        assertEquals(0, Cli.run("run", project).exit());
    }

    @Test
    void saysWhereThereIsNothingToMakeUp() throws IOException {
        Cli.Ended number = Cli.run("train", data(), "--target", "amount", "--class-weights", "smote", "--trials", 1, "--out", folder.resolve("a"));
        assertTrue(number.exit() != 0 && number.err().contains("SMOTE makes up rows of rare classes, and this target is a number."), number.err());
        Cli.Ended even = Cli.run("train", data(), "--target", "kind", "--class-weights", "smote:0.3", "--trials", 1, "--out", folder.resolve("b"));
        assertTrue(even.exit() != 0 && even.err().contains("SMOTE would make up no row"), even.err());
        Cli.Ended wrong = Cli.run("train", data(), "--target", "kind", "--class-weights", "smote:2", "--out", folder.resolve("c"));
        assertTrue(wrong.err().contains("--class-weights must be none, balanced, smote or such as smote:0.5, not 'smote:2'"), wrong.err());
    }
}
