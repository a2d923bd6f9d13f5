package lathe.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lathe.scoring.FieldType;
import lathe.scoring.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Text files as people export them: titles, units, sums, broken rows, dates that say too little.
class MessyTextTest {

    @TempDir
    private Path folder;

    private Imported read(String text, ImportOptions options) {
        try {
            return new TableImport().read(Files.writeString(folder.resolve("table.csv"), text), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Imported read(String text) {
        return read(text, ImportOptions.defaults());
    }

    private static List<String> codes(Imported imported) {
        return imported.report().notes().stream().map(ImportNote::code).toList();
    }

    @Test
    void datesThatFitBothOrdersAreAskedAbout() {
        Imported imported = read("day,price\n04/03/2024,1\n05/03/2024,2\n12/11/2024,3\n");

        ImportQuestion question = imported.report().questions().getFirst();
        assertEquals(ImportQuestion.Kind.DATE_ORDER, question.kind());
        assertEquals("day", question.column());
        assertEquals(List.of("2024-04-03", "2024-03-04"), question.readings().stream().map(ImportQuestion.Reading::means).toList());
        assertEquals("04/03/2024", question.takenReading().example());
        assertTrue(question.sentence().contains("--date-format 'day=M/d/yyyy' or 'day=d/M/yyyy'"), question.sentence());
    }

    @Test
    void oneRowThatFitsOneOrderOnlySettlesIt() {
        Imported imported = read("day,price\n04/03/2024,1\n13/03/2024,2\n");

        assertEquals(List.of(), imported.report().questions());
        assertEquals("2024-03-04", imported.table().strings("day").text(0));
    }

    @Test
    void theAnswerToAQuestionIsTaken() {
        Imported imported = read("day,price\n04/03/2024,1\n05/03/2024,2\n",
                ImportOptions.defaults().withType("day", FieldType.DATE).withFormat("day", "d/M/uuuu"));

        assertEquals(List.of(), imported.report().questions());
        assertEquals("2024-03-04", imported.table().strings("day").text(0));
    }

    @Test
    void numbersThatFitBothMarksAreAskedAbout() {
        ImportQuestion question = read("n,name\n\"1,234\",a\n\"2,500\",b\n").report().questions().getFirst();

        assertEquals(ImportQuestion.Kind.DECIMAL_MARK, question.kind());
        assertEquals(List.of("1234", "1.234"), question.readings().stream().map(ImportQuestion.Reading::means).toList());
    }

    @Test
    void eachColumnMayHaveItsOwnMark() {
        Imported imported = read("a;b\n1.234;1.234\n2.345;2.345\n",
                ImportOptions.defaults().withType("a", FieldType.NUMBER).withFormat("a", ",")
                        .withType("b", FieldType.NUMBER).withFormat("b", "."));

        assertEquals(1234, imported.table().numbers("a").value(0));
        assertEquals(1.234, imported.table().numbers("b").value(0));
    }

    @Test
    void titlesAboveTheNamesArePassedOver() {
        Imported imported = read("""
                Umsatz 2024
                Stand: 01.05.2024

                Region;Umsatz;Menge
                Nord;1,5;3
                Süd;2,25;4
                West;7,5;5
                """);

        assertEquals(List.of("Region", "Umsatz", "Menge"), imported.table().schema().names());
        assertEquals(3, imported.table().rows());
        assertEquals(4, imported.report().headerRow());
        assertEquals(2.25, imported.table().numbers("Umsatz").value(1));
    }

    @Test
    void marksWithinTextsOfASingleColumnSplitNothing() {
        String rows = IntStream.range(0, 40).mapToObj(i -> i % 9 == 4 ? "call &lt;#&gt; now " + i : i % 9 == 5 ? "one, two, " + i : "message number " + i)
                .map(text -> text.contains(",") ? '"' + text + '"' : text).collect(Collectors.joining("\n"));
        Imported imported = read("text\n" + rows + "\n");

        assertEquals(List.of("text"), imported.table().schema().names());
        assertEquals(40, imported.table().rows());
        assertEquals("call &lt;#&gt; now 4", imported.table().strings("text").text(4));
    }

    @Test
    void titlesPaddedWithSeparatorsArePassedOver() {
        Imported imported = read("Sales,,,\n,,,\nCustomer,,Money,\nid,name,price,tax\n1,Ann,3.5,1\n2,Bob,4.5,2\n");

        assertEquals(List.of("id", "name", "price", "tax"), imported.table().schema().names());
        assertEquals(2, imported.table().rows());
    }

    @Test
    void theHeaderRowMayBeNamed() {
        Imported imported = read("a,b\nc,d\n1,2\n", ImportOptions.defaults().withHeaderRow(2));

        assertEquals(List.of("c", "d"), imported.table().schema().names());
    }

    @Test
    void unitsUnderTheNamesAreNoData() {
        Imported imported = read("""
                part,weight,length,price
                ,kg,[mm],EUR
                bolt,0.5,20,1.5
                nut,0.25,8,0.75
                """);

        assertEquals(Map.of("weight", "kg", "length", "mm", "price", "EUR"), imported.report().units());
        assertEquals(2, imported.table().rows());
        assertEquals(FieldType.NUMBER, imported.table().schema().field("weight").type());
        assertTrue(codes(imported).contains("unit"));
    }

    @Test
    void categoriesThatReadLikeUnitsStayData() {
        Imported imported = read("unit,sex,amount\nkg,m,3\ng,f,4\nkg,m,5\n");

        assertEquals(Map.of(), imported.report().units());
        assertEquals(3, imported.table().rows());
    }

    @Test
    void sumsAndRemarksAtTheEndAreLeftOut() {
        Imported imported = read("""
                region;amount;pieces
                north;1.5;3
                south;2.5;4
                Total;4.0;7

                Source: own figures
                """);

        assertEquals(2, imported.table().rows());
        assertTrue(imported.report().notes().stream().anyMatch(note -> note.sentence().contains("last 2 rows of the file, from line 4")));
    }

    @Test
    void sumsAreValuesWhereTheyComeOften() {
        assertEquals(4, read("measure,x\nmean,1\ntotal,2\nmean,3\ntotal,4\n").table().rows());
    }

    @Test
    void namesThatBeginWithASumWordStayData() {
        assertEquals(3, read("company,x\nAldi,1\nLidl,2\nTotal Wine Ltd,3\n").table().rows());
    }

    @Test
    void aSumIsFoundInChunksToo() {
        Path file = folder.resolve("table.csv");
        Imported imported = read("a,b\nx,1\ny,2\nz,3\nSum,6\n");
        List<Integer> sizes = new ArrayList<>();

        new TableImport().stream(file, imported.table().schema(), BadCells.ERROR, 2, chunk -> sizes.add(chunk.rows()));

        assertEquals(List.of(2, 1), sizes);
    }

    @Test
    void brokenRowsAreRefusedWithTheirLines() {
        ProblemException refused = assertThrows(ProblemException.class, () -> read("a,b\n1,2\n3\n4,5\n6,7,8\n9,9\n"));

        assertEquals("rows-ragged", refused.problem().code());
        assertTrue(refused.problem().what().contains("line 3 (1 cells)") && refused.problem().what().contains("line 5 (3 cells)"));
    }

    @Test
    void brokenRowsMayBeLeftOut() {
        Imported imported = read("a,b\n1,2\n3\n4,5\n6,7,8\n9,9\n", ImportOptions.defaults().withBadRows(BadRows.LEFT_OUT));

        assertEquals(3, imported.table().rows());
        assertEquals(2, imported.report().rejectedRows());
        assertEquals(List.of(new RejectedRow("line 3", "1 cells instead of 2", "3"),
                new RejectedRow("line 5", "3 cells instead of 2", "6,7,8")), imported.report().rejected());
        assertTrue(codes(imported).contains("rows-rejected"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE,false", "UTF-16BE,false", "UTF-16LE,true", "UTF-16BE,true"})
    void wideCharactersAreReadWithAndWithoutMark(String charset, boolean mark) throws IOException {
        String text = (mark ? "\ufeff" : "") + "имя;Größe;x\nПётр Āā;3,5;1\nАнна;2,5;2\n";
        Path file = Files.write(folder.resolve("wide.csv"), text.getBytes(Charset.forName(charset)));

        Imported imported = new TableImport().read(file, ImportOptions.defaults());

        assertEquals(charset, imported.report().charset());
        assertEquals(List.of("имя", "Größe", "x"), imported.table().schema().names());
        assertEquals("Пётр Āā", imported.table().strings("имя").text(0));
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-1,Müller", "windows-1252,Müller „5 €“ – gut", "windows-1252,10 €"})
    void westernCharacterSetsAreToldApart(String charset, String name) throws IOException {
        String text = "Name;Straße\n" + (name + ";Gäßchen für Öl\n").repeat(5);
        Path file = Files.write(folder.resolve("west.csv"), text.getBytes(Charset.forName(charset)));

        Imported imported = new TableImport().read(file, ImportOptions.defaults());

        assertEquals(charset, imported.report().charset());
        assertEquals(name, imported.table().strings("Name").text(0));
    }
}
