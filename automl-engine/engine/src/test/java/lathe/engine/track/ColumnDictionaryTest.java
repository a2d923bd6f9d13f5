package lathe.engine.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lathe.engine.profile.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnDictionaryTest {

    private static final ColumnMeaning AGE = new ColumnMeaning("Age at the last birthday", "years", "Registry", ColumnMeaning.YES);
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    private static final ColumnDictionary SAID = ColumnDictionary.EMPTY.withColumn("age", AGE)
            .withColumn("kWh", ColumnMeaning.NONE.withUnit("kWh").withPersonal(ColumnMeaning.NO));

    @TempDir
    private Path folder;

    @Test
    void aSignatureHoldsAsLongAsWhatWasSignedStandsThere() {
        ColumnDictionary signed = SAID.signedBy(" Dr. Stein ", DAY);
        ColumnDictionary changed = signed.withColumn("age", AGE.withUnit("months"));

        assertFalse(SAID.hasSignature());
        assertTrue(signed.signatureHolds());
        assertEquals("Dr. Stein", signed.signed().by());
        assertTrue(changed.hasSignature());
        assertFalse(changed.signatureHolds());
        assertTrue(changed.withColumn("age", AGE).signatureHolds());
        assertFalse(signed.withColumn("new", AGE).signatureHolds());
        assertFalse(changed.withoutSignature().hasSignature());
        assertThrows(IllegalArgumentException.class, () -> SAID.signedBy(" ", DAY));
    }

    @Test
    void textThatMovesFromOneFieldToTheNextIsAChange() {
        ColumnDictionary signed = ColumnDictionary.EMPTY.withColumn("a", new ColumnMeaning("xy", "z", "", "")).signedBy("B", DAY);

        assertFalse(signed.withColumn("a", new ColumnMeaning("x", "yz", "", "")).signatureHolds());
    }

    @Test
    void keepsNothingAboutAColumnOfWhichNothingIsSaid() {
        assertEquals(ColumnDictionary.EMPTY, ColumnDictionary.EMPTY.withColumn("age", AGE).withColumn("age", ColumnMeaning.NONE));
    }

    @Test
    void namesTheColumnsWithPersonalData() {
        List<Finding> findings = SAID.findings(List.of("kWh", "age", "other"));

        assertEquals(List.of("age"), SAID.personal(List.of("kWh", "age")));
        assertEquals(List.of("Column 'age' contains personal data, as the column dictionary says."),
                findings.stream().map(Finding::sentence).toList());
        assertThrows(IllegalArgumentException.class, () -> AGE.withPersonal("maybe"));
    }

    @Test
    void comesBackFromTheProjectFile() throws IOException {
        Path file = folder.resolve("project.yaml");
        ProjectSettings settings = ProjectSettings.EMPTY.withDictionary(SAID.signedBy("Dr. Stein", DAY));

        ProjectFile.write(file, settings);

        assertEquals(settings, ProjectFile.read(file));
        assertTrue(Files.readString(file).contains("by: Dr. Stein"), Files.readString(file));
        ProjectFile.write(file, ProjectSettings.EMPTY);
        assertFalse(Files.readString(file).contains("dictionary"));
        Files.writeString(file, "format: 1\ndictionary: {columns: {age: {unit: years, personal: yes}}}\n");
        assertEquals(new ColumnDictionary(Map.of("age", new ColumnMeaning("", "years", "", "yes")), Signing.NONE), ProjectFile.read(file).dictionary());
    }
}
