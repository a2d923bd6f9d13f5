package lathe.engine.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lathe.engine.profile.Finding;
import lathe.engine.profile.TableShift;
import lathe.engine.profile.TableSketch;
import lathe.engine.profile.Thresholds;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Fingerprint;
import lathe.scoring.NumberColumn;
import lathe.scoring.ProblemException;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataVersionsTest {

    @TempDir
    Path folder;

    private static Table table(int rows, double shift, String other) {
        double[] numbers = new double[rows];
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            numbers[row] = row % 41 == 5 ? Double.NaN : row * 37 % 101 + shift;
            texts.add(row % 3 == 0 ? other : row % 7 == 0 ? "" : "b");
        }
        return new Table(new Schema(List.of(Field.of("n", FieldType.NUMBER), Field.of("kind", FieldType.CATEGORY))),
                List.of(new NumberColumn(numbers), StringColumn.of(texts)));
    }

    private static DataVersion version(Table table) {
        return new DataVersion(Fingerprint.of(table), Instant.parse("2024-02-29T10:00:00Z"), "a.csv", TableSketch.of(table));
    }

    @Test
    void aVersionIsKeptOnceAndTheOneBeforeIsTold() {
        DataVersions versions = new DataVersions(folder.resolve("versions.json"));
        DataVersion one = version(table(300, 0, "a"));
        DataVersion two = version(table(310, 0, "a"));

        assertEquals(Optional.empty(), versions.keep(one));
        assertEquals(Optional.empty(), versions.keep(one));
        assertEquals(Optional.of(one), versions.keep(two));
        assertEquals(Optional.of(two), versions.keep(one));
        assertEquals(List.of(two, one), new DataVersions(folder.resolve("versions.json")).all());
    }

    @Test
    void onlyTheLastTenAreKept() throws Exception {
        DataVersions versions = new DataVersions(folder.resolve("versions.json"));
        for (int rows = 30; rows < 45; rows++) {
            versions.keep(version(table(rows, 0, "a")));
        }
        assertEquals(10, versions.all().size());
        assertEquals(44, versions.all().getLast().sketch().rows());
        assertTrue(Files.size(folder.resolve("versions.json")) < 10_000);
    }

    @Test
    void aDamagedFileIsToldWithWhatIsLostWithoutIt() throws Exception {
        Path file = Files.writeString(folder.resolve("versions.json"), "broken");
        ProblemException refused = assertThrows(ProblemException.class, () -> new DataVersions(file).all());
        assertTrue(refused.problem().remedy().contains("Delete the file"), refused.getMessage());
    }

    @Test
    void whatIsKeptTellsTheSameAsTheTableItself() {
        Table before = table(400, 0, "a");
        DataVersions versions = new DataVersions(folder.resolve("versions.json"));
        versions.keep(version(before));
        TableSketch kept = versions.all().getFirst().sketch();
        for (Table after : List.of(table(500, 0, "a"), table(500, 60, "a"), table(500, 0, "c"))) {
            List<Finding> whole = TableShift.compare(before, after, Thresholds.USUAL);
            assertEquals(whole, TableShift.compare(kept, after, Thresholds.USUAL));
        }
        assertEquals(List.of("kind"), TableShift.compare(kept, table(500, 0, "c"), Thresholds.USUAL).stream().map(Finding::field).toList());
        assertEquals(List.of("n"), TableShift.compare(kept, table(500, 60, "a"), Thresholds.USUAL).stream().map(Finding::field).toList());
    }
}
