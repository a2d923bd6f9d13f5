package lathe.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.scoring.ProblemException;
import lathe.scoring.Table;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondTableTest {

    @TempDir
    Path folder;

    private Path first;

    private Imported read(String second, boolean summarised, String... lines) throws IOException {
        first = Files.writeString(folder.resolve("people.csv"), String.join("\n", lines) + "\n");
        Files.writeString(folder.resolve("orders.csv"), second);
        return new TableImport().read(first, options(summarised));
    }

    private static ImportOptions options(boolean summarised) {
        return ImportOptions.defaults().withParts(SourceParts.ALL.with(new SecondTable("orders.csv", "id", summarised)));
    }

    @Test
    void putsColumnsBesideRowsOfTheSameKey() throws IOException {
        Imported read = read("id,city,amount\n3,Rome,7.5\n1,Oslo,2\n9,Bonn,1\n", false, "id,amount,name", "1,10,a", "2,20,b", "3.0,30,c", ",40,d", "1,50,e");
        Table table = read.table();

        assertEquals(List.of("id", "amount", "name", "city", "orders.amount"), table.schema().names());
        assertEquals(List.of("Oslo", "", "Rome", "", "Oslo"), List.of(0, 1, 2, 3, 4).stream().map(table.strings("city")::text).toList());
        assertArrayEquals(new double[] {2, Double.NaN, 7.5, Double.NaN, 2}, table.numbers("orders.amount").values());
        assertTrue(read.report().notes().stream().anyMatch(note -> note.sentence()
                .equals("3 of 5 rows found a partner in orders.csv; 2 did not, and 1 of its 3 keys were not asked for.")), () -> read.report().notes().toString());
    }

    @Test
    void keepsCodesThatBeginWithZeroApart() throws IOException {
        Table table = read("id,city\n007,Rome\n7,Oslo\nx,Bonn\n", false, "id,y", "007,1", "7,2", "x,3", "07,4").table();

        assertEquals(List.of("Rome", "Oslo", "Bonn", ""), List.of(0, 1, 2, 3).stream().map(table.strings("city")::text).toList());
    }

    @Test
    void offersSumsWhereAKeyComesSeveralTimes() throws IOException {
        String orders = "id,amount,what\n1,5,a\n1,7,b\n3,,c\n3,2,d\n";
        ProblemException refused = assertThrows(ProblemException.class, () -> read(orders, false, "id,y", "1,1", "2,2", "3,3"));
        assertEquals("join-key-repeated", refused.problem().code());
        assertTrue(refused.getMessage().contains("'1' in 2") && refused.getMessage().contains("--join-many summary"), refused.getMessage());

        Table table = read(orders, true, "id,y", "1,1", "2,2", "3,3").table();
        assertEquals(List.of("id", "y", "orders_count", "amount_sum", "amount_mean", "amount_max"), table.schema().names());
        assertArrayEquals(new double[] {2, 0, 2}, table.numbers("orders_count").values());
        assertArrayEquals(new double[] {12, Double.NaN, 2}, table.numbers("amount_sum").values());
        assertArrayEquals(new double[] {6, Double.NaN, 2}, table.numbers("amount_mean").values());
        assertArrayEquals(new double[] {7, Double.NaN, 2}, table.numbers("amount_max").values());
    }

    @Test
    void aSheetOfAWorkbookIsNamedBehindTheFile() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(folder.resolve("book.xlsx"))) {
            sheet(workbook, "large", List.of("id", "city"), List.of("1", "Oslo"), List.of("2", "Rome"), List.of("3", "Bonn"));
            sheet(workbook, "small", List.of("id", "name"), List.of("1", "Ann"));
            workbook.write(out);
        }
        first = Files.writeString(folder.resolve("people.csv"), "id,y\n1,5\n2,6\n");
        ImportOptions options = ImportOptions.defaults().withParts(SourceParts.ALL.with(new SecondTable("book.xlsx#small", "id", false)));

        assertEquals(List.of("id", "y", "name"), new TableImport().read(first, options).table().schema().names());
        Files.writeString(folder.resolve("book#2.csv"), "id,z\n1,5\n");
        ImportOptions marked = ImportOptions.defaults().withParts(SourceParts.ALL.with(new SecondTable("book#2.csv", "id", false)));
        assertEquals(List.of("id", "y", "z"), new TableImport().read(first, marked).table().schema().names());
    }

    @SafeVarargs
    private static void sheet(XSSFWorkbook workbook, String name, List<String>... rows) {
        Sheet sheet = workbook.createSheet(name);
        for (List<String> each : rows) {
            Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            each.forEach(text -> row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(text));
        }
    }

    @Test
    void readsInChunksAsAtOnce() throws IOException {
        Table whole = read("id,city\n1,Oslo\n2,Rome\n", false, "id,y", "1,1", "2,2", "3,3", "1,4", "2,5").table();
        List<String> cities = new ArrayList<>();
        new TableImport().stream(first, whole.schema(), BadCells.ERROR, options(false), 2, chunk -> {
            for (int row = 0; row < chunk.rows(); row++) {
                cities.add(chunk.strings("city").text(row));
            }
        });

        assertEquals(List.of("Oslo", "Rome", "", "Oslo", "Rome"), cities);
    }

    @Test
    void saysWhichTableLacksTheKey() throws IOException {
        assertEquals("join-key-unknown", assertThrows(ProblemException.class, () -> read("nr,city\n1,Oslo\n", false, "id,y", "1,1")).problem().code());
        assertEquals("join-key-unknown", assertThrows(ProblemException.class, () -> read("id,city\n1,Oslo\n", false, "nr,y", "1,1")).problem().code());
    }
}
