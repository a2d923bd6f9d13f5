package lathe.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import lathe.scoring.FieldType;
import lathe.scoring.ProblemException;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvImportTest {

    @TempDir
    private Path folder;

    private Path write(String name, String text, Charset charset) {
        try {
            return Files.write(folder.resolve(name), text.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Imported read(String text) {
        return new TableImport().read(write("table.csv", text, StandardCharsets.UTF_8), ImportOptions.defaults());
    }

    private String refused(String text) {
        Path file = write("table.csv", text, StandardCharsets.UTF_8);
        return assertThrows(ProblemException.class, () -> new TableImport().read(file, ImportOptions.defaults())).problem().message();
    }

    private static FieldType type(Imported imported, String name) {
        return imported.table().schema().field(name).type();
    }

    private static boolean notes(Imported imported, String code, String field) {
        return imported.report().notes().stream().anyMatch(note -> note.code().equals(code) && note.field().equals(field));
    }

    @Test
    void germanLatinOneFileReads() {
        String text = """
                "Größe;cm";BMI;Beginn;Prämie in £;Kosten
                156,9;27,900;11.05.2021;125,41;16.884,92
                162,7;k.A.;21.05.2023;59,06;1.725,55
                172,4;33,000;12.11.2020;136,05;4.449,46
                """.replace("\n", "\r\n");
        Imported imported = new TableImport().read(write("a.csv", text, StandardCharsets.ISO_8859_1), ImportOptions.defaults());
        Table table = imported.table();
        assertEquals(List.of("Größe;cm", "BMI", "Beginn", "Prämie in £", "Kosten"), table.schema().names());
        assertEquals(16884.92, table.numbers("Kosten").value(0));
        assertEquals(27.9, table.numbers("BMI").value(0));
        assertTrue(table.numbers("BMI").isMissing(1));
        assertEquals("2021-05-11", table.strings("Beginn").text(0));
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstName() {
        Table table = new TableImport().read(write("a.tsv", "\ufeffspecies\tmass\nAdelie\t3750.0\n", StandardCharsets.UTF_8),
                ImportOptions.defaults()).table();
        assertEquals(List.of("species", "mass"), table.schema().names());
    }

    @Test
    void wideCharactersWithMarkRead() {
        Table table = new TableImport().read(write("a.csv", "\ufeffname,x\nZoë,1\n", StandardCharsets.UTF_16LE),
                ImportOptions.defaults()).table();
        assertEquals("Zoë", table.strings("name").text(0));
    }

    @Test
    void gzipIsUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("a.csv.gz"), packed.toByteArray());
        assertEquals(4.0, new TableImport().read(file, ImportOptions.defaults()).table().numbers("b").value(1));
    }

    @Test
    void gzipBombIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            byte[] row = "1\n".repeat(1 << 19).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 80; i++) {
                out.write(row);
            }
        }
        Path file = Files.write(folder.resolve("bomb.csv.gz"), packed.toByteArray());
        ProblemException e = assertThrows(ProblemException.class, () -> new TableImport().read(file, ImportOptions.defaults()));
        assertEquals("packed-too-densely", e.problem().code());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NUMBER   |         | 1        2        3.5
            NUMBER   | .       | 1,234.5  12       1,000
            NUMBER   | ,       | 1.234,5  12       0,5
            NUMBER   |         | 1        NA       n/a
            NUMBER   |         | 1        inf      -
            CATEGORY |         | 007      12       3
            CATEGORY |         | 90071992547409935 1 2
            CATEGORY |         | yes      no       yes
            CATEGORY |         | +        -        +
            CATEGORY |         | 1.5      2,5      3
            BOOLEAN  |         | true     false    true
            CATEGORY |         | True     False    True
            DATE     |         | 2024-03-01 2024-02-29T10:00:00Z NA
            DATE     | d.M.uuuu[ H:mm[:ss]] | 11.05.2021 1.2.2020 n/a
            DATE     | M/d/uuuu[ H:mm[:ss]] | 12/31/2021 1/2/2020 3/4/2021
            DATE     | d/M/uuuu[ H:mm[:ss]] | 31/12/2021 1/2/2020 3/4/2021
            CATEGORY |         | 2024-02-30 2024-02-28 2024-02-27
            """)
    void typesAreFoundOverTheWholeColumn(FieldType type, String format, String cells) {
        Imported imported = read("id;x\n1;" + String.join("\n2;", cells.strip().split(" +")) + "\n");
        assertEquals(type, type(imported, "x"));
        assertEquals(format == null ? "" : format, imported.table().schema().field("x").format());
    }

    @Test
    void oneBadCellKeepsAColumnFromBeingANumberAndIsNamed() {
        String rows = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n";
        Imported imported = read("x\n" + rows + "abc\n");
        assertEquals(FieldType.CATEGORY, type(imported, "x"));
        assertTrue(notes(imported, "almost-number", "x"));
        Imported forced = new TableImport().read(folder.resolve("table.csv"), ImportOptions.defaults().withType("x", FieldType.NUMBER));
        assertEquals(FieldType.NUMBER, type(forced, "x"));
        assertTrue(forced.table().numbers("x").isMissing(11));
        assertTrue(notes(forced, "cells-unread", "x"));
    }

    @Test
    void wordsTellTextFromCategories() {
        StringBuilder rows = new StringBuilder("note,kind\n");
        for (int i = 0; i < 50; i++) {
            rows.append("the customer called about case ").append(i).append(",very long kind\n");
        }
        Imported imported = read(rows.toString());
        assertEquals(FieldType.TEXT, type(imported, "note"));
        assertEquals(FieldType.TEXT, type(read(rows.toString()), "note"));
        assertEquals(1, imported.table().strings("kind").levels().size());
    }

    @Test
    void quotesHoldSeparatorsAndLineEnds() {
        Table table = read("id,name\n1,\"a, \"\"b\"\"\nc\"\n2,\"\"\n").table();
        assertEquals("a, \"b\"\nc", table.strings("name").text(0));
        assertTrue(table.strings("name").isMissing(1));
    }

    @Test
    void commentsAndDeclaredSeparatorArePassedOver() {
        assertEquals(List.of("a", "b"), read("# made today, by hand, for you\na,b\n1,2\n").table().schema().names());
        assertEquals(List.of("a", "b"), read("sep=;\na;b\n1;2\n").table().schema().names());
        assertEquals(List.of("#a", "b"), read("#a,b\n1,2\n").table().schema().names());
    }

    @Test
    void brokenRowsAreNamedByLine() {
        String message = refused("a,b\n1,2\n\"x\ny\",2\n3\n4,5,6\n7,8\n");
        assertTrue(message.contains("line 5 (1 cells)") && message.contains("line 6 (3 cells)"), message);
    }

    @Test
    void badNamesAreNamed() {
        String message = refused("id,value,value,\n1,2,3,4\n");
        assertTrue(message.contains("'value' (columns 2 and 3)") && message.contains("column 4"), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a,b\\n                  | no rows
            a,b\\n1,"open\\n2,3\\n   | quote opened in line 2
            a,b\\n1,"x"y\\n         | Line 2 has text after
            """)
    void refusalsSayWhy(String text, String part) {
        String message = refused(text.replace("\\n", "\n"));
        assertTrue(message.contains(part), message);
    }

    @Test
    void binaryContentIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("picture.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
        ProblemException e = assertThrows(ProblemException.class, () -> new TableImport().read(file, ImportOptions.defaults()));
        assertEquals("not-text", e.problem().code());
    }

    @Test
    void hugeCellIsRefused() {
        assertTrue(refused("a,b\n1," + "x".repeat(ImportLimits.CELL_LENGTH + 1) + "\n").contains("line 2"));
    }

    @Test
    void everythingCanBeOverridden() {
        Path file = write("table.csv", "title\na|b\n1,5|007\n2|x\n", Charset.forName("windows-1252"));
        Imported imported = new TableImport().read(file, ImportOptions.defaults().withSeparator("|").withHeaderRow(2)
                .withCharset("windows-1252").withDecimalMark(",").withType("b", FieldType.NUMBER).withMissingTokens(List.of("2")));
        assertEquals(1.5, imported.table().numbers("a").value(0));
        assertTrue(imported.table().numbers("a").isMissing(1));
        assertEquals(List.of("2"), imported.table().schema().field("a").missingTokens());
        assertEquals(7.0, imported.table().numbers("b").value(0));
        assertTrue(imported.table().numbers("b").isMissing(1));
    }
}
