package lathe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import lathe.scoring.pack.PackageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is asked for lies in a second table: joined for learning, and with the same words for scoring.
class SecondTableIT {

    @TempDir
    Path folder;

    @Test
    void learnsAndScoresWithASecondTable() throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        StringBuilder people = new StringBuilder("id,age,late\n");
        StringBuilder orders = new StringBuilder("id,amount\n");
        for (int id = 0; id < 300; id++) {
            int count = random.nextInt(4);
            people.append("%d,%d,%s\n".formatted(id, random.nextInt(20, 80), count > 1 ? "yes" : "no"));
            for (int i = 0; i < count; i++) {
                orders.append("%d,%d\n".formatted(id, random.nextInt(100)));
            }
        }
        Path data = Files.writeString(folder.resolve("people.csv"), people);
        Path other = Files.writeString(folder.resolve("orders.csv"), orders);
        Path project = folder.resolve("project");
        Cli.Ended refused = Cli.run("train", data, "--target", "late", "--join", other, "--on", "id", "--out", folder.resolve("none"));
        assertEquals(1, refused.exit());
        assertTrue(refused.err().contains("--join-many summary"), refused.err());

        Cli.Ended trained = Cli.run("train", data, "--target", "late", "--join", other, "--on", "id", "--join-many", "summary", "--trials", 2,
                "--learners", "tree", "--threads", 1, "--out", project);
        assertEquals(0, trained.exit(), trained.err());
        assertTrue((trained.out() + trained.err()).contains(" of 300 rows found a partner in orders.csv"), trained.out() + trained.err());
        assertTrue(Files.readString(project.resolve("project.yaml")).contains("join: orders.csv"));
        Path model = project.resolve("model.lathe");
        assertTrue(PackageReader.open(model).signature().inputs().names().containsAll(List.of("orders_count", "amount_sum")));

        Path out = folder.resolve("out.csv");
        Cli.Ended predicted = Cli.run("predict", model, data, "--join", other, "--on", "id", "--join-many", "summary", "--out", out);
        assertEquals(0, predicted.exit(), predicted.err());
        assertEquals(301, Files.readAllLines(out).size());
        Cli.Ended without = Cli.run("predict", model, data, "--out", folder.resolve("no.csv"));
        assertEquals(1, without.exit());
        assertTrue(without.err().contains("orders_count"), without.err());
    }
}
