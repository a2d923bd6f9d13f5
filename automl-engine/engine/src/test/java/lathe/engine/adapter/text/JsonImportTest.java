package lathe.engine.adapter.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.engine.data.BadCells;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.ProblemException;
import lathe.scoring.Schema;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonImportTest {

    private static final String SEPARATOR = Table.LIST_SEPARATOR;

    @TempDir
    private Path folder;

    private Path write(String text) {
        try {
            return Files.writeString(folder.resolve("t.jsonl"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Table read(String text) {
        return new TableImport().read(write(text), ImportOptions.defaults()).table();
    }

    @Test
    void nestedFieldsBecomeDottedColumns() {
        Table table = read("""
                {"id": "a", "customer": {"plan": "pro", "address": {"city": "München"}}, "severity": 4, "labels": ["x", "y"], "ok": true}
                {"id": "b", "customer": null, "severity": "3", "labels": [], "ok": false, "late": 1.5}

                {"id": "c", "customer": {"plan": "free"}, "severity": null, "ok": true, "labels": [1, {"k": 2}, null]}
                """);
        assertEquals(List.of("id", "customer.plan", "customer.address.city", "severity", "labels", "ok", "late"), table.schema().names());
        assertEquals(FieldType.NUMBER, table.schema().field("severity").type());
        assertEquals(3.0, table.numbers("severity").value(1));
        assertTrue(table.numbers("severity").isMissing(2));
        assertEquals("x" + SEPARATOR + "y", table.strings("labels").text(0));
        assertTrue(table.strings("labels").isMissing(1));
        assertEquals("1" + SEPARATOR + "{\"k\":2}", table.strings("labels").text(2));
        assertEquals(FieldType.BOOLEAN, table.schema().field("ok").type());
        assertEquals("München", table.strings("customer.address.city").text(0));
        assertTrue(table.numbers("late").isMissing(0));
    }

    @Test
    void aListOfObjectsBecomesAListForEachOfTheirFields() {
        Table table = read("""
                {"order": 1, "items": [{"sku": "a", "n": 2, "made": {"in": "AT"}}, {"sku": "b", "n": 0.5, "tags": ["x", "y"]}]}
                {"order": 2, "items": []}
                {"order": 3, "items": [{"n": 4}, null]}
                """);
        assertEquals(List.of("order", "items.sku", "items.n", "items.made.in", "items.tags"), table.schema().names());
        assertEquals(FieldType.LIST, table.schema().field("items.n").type());
        assertEquals("2" + SEPARATOR + "0.5", table.strings("items.n").text(0));
        assertEquals("a" + SEPARATOR + "b", table.strings("items.sku").text(0));
        assertEquals("x" + SEPARATOR + "y", table.strings("items.tags").text(0));
        assertTrue(table.strings("items.n").isMissing(1));
        assertEquals("4", table.strings("items.n").text(2));
        assertTrue(table.strings("items.sku").isMissing(2));
    }

    @Test
    void arrayOfObjectsIsATableToo() {
        Table table = read("[{\"a\": 1},\n {\"a\": 2.5}]");
        assertEquals(2.5, table.numbers("a").value(1));
    }

    @Test
    void objectWithManyRareKeysBecomesTheListOfItsKeys() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            lines.append("{\"n\": ").append(i).append(", \"seen\": {\"page").append(i).append("\": 1, \"home\": 2}}\n");
        }
        Table table = read(lines.toString());
        assertEquals(List.of("n", "seen"), table.schema().names());
        assertEquals("page7" + SEPARATOR + "home", table.strings("seen").text(7));
    }

    @Test
    void hugeWholeNumbersStayText() {
        Table table = read("{\"id\": 12345678901234567890, \"x\": NaN}\n{\"id\": 12345678901234567891, \"x\": 1}\n");
        assertEquals("12345678901234567891", table.strings("id").text(1));
        assertTrue(table.numbers("x").isMissing(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a": 1}\\n{"a": \\n{"a": 3}          | Line
            {"a": 1}\\n[1, 2]                     | Line 2: Each record must be an object
            {"a": 1, "a": 2}                      | Line 1
            {"a.b": 1, "a": {"b": 2}}             | 'a.b'
            [{"a": 1}                             | end-of-input
            """)
    void brokenFilesAreRefusedWithTheirLine(String text, String part) {
        String message = assertThrows(ProblemException.class, () -> read(text.replace("\\n", "\n"))).problem().message();
        assertTrue(message.contains(part), message);
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "{\"a\":".repeat(60) + "1" + "}".repeat(60);
        assertTrue(assertThrows(ProblemException.class, () -> read(deep)).problem().message().contains("50 deep"));
    }

    @Test
    void badCellIsNamedWithItsLine() {
        Path file = write("{\"a\": 1}\n{\"a\": \"many\"}\n");
        Schema signature = new Schema(List.of(Field.of("a", FieldType.NUMBER)));
        ProblemException e = assertThrows(ProblemException.class, () -> new TableImport().readAs(file, signature, BadCells.ERROR));
        assertTrue(e.problem().message().contains("line 2: Column 'a' must hold a number, was 'many'"), e.problem().message());
    }
}
