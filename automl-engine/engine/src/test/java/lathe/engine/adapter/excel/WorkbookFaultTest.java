package lathe.engine.adapter.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookFaultTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    private Path folder;
    private Path sound;

    @BeforeEach
    void write() throws IOException {
        sound = folder.resolve("sound.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(sound)) {
            Sheet sheet = workbook.createSheet("Data");
            for (int i = 0; i < 300; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue(i == 0 ? "name" : "n" + i);
                row.createCell(1).setCellValue(i == 0 ? "city" : "c" + i % 7);
            }
            workbook.write(out);
        }
    }

    private static Problem problem(Path file) {
        Problem problem = assertThrows(ProblemException.class, () -> new TableImport().read(file, ImportOptions.defaults())).problem();
        assertEquals("workbook-broken", problem.code());
        assertEquals(file.toString(), problem.where());
        assertFalse(problem.what().contains("cannot be read (") || problem.what().contains("Exception"), problem.what());
        assertFalse(problem.remedy().isBlank());
        return problem;
    }

    private Map<String, byte[]> parts() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(sound.toFile())) {
            for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    private Path zipped(Map<String, byte[]> parts) throws IOException {
        Path file = folder.resolve("broken.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
                out.closeEntry();
            }
        }
        return file;
    }

    @Test
    void aFileThatEndsTooEarlyIsToldByItsBytes() throws IOException {
        byte[] whole = Files.readAllBytes(sound);
        Path cut = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, 3456));

        assertEquals("A workbook is a zip archive that ends with the list of its parts; after the 3,456 bytes of this file there is none that can be read.",
                problem(cut).what());
        assertTrue(problem(cut).remedy().contains("copy or download it once more"));
    }

    @Test
    void anotherArchiveIsToldByWhatItHolds() throws IOException {
        Path other = zipped(Map.of("a.csv", "x,y\n1,2\n".getBytes(StandardCharsets.UTF_8)));

        assertEquals("A workbook must have the part xl/workbook.xml; this zip archive has none, it holds a.csv.", problem(other).what());
    }

    @Test
    void aDamagedPartIsNamedWithThePlace() throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put(SHEET, Arrays.copyOf(parts.get(SHEET), 2000));

        String what = problem(zipped(parts)).what();
        assertTrue(what.startsWith("Every part of a workbook must be whole, and xl/worksheets/sheet1.xml is not: its XML is broken at line 2, column"), what);
    }

    @Test
    void aPartThatDoesNotUnpackIsNamed() throws IOException {
        byte[] bytes = Files.readAllBytes(sound);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(SHEET) + SHEET.length() + 100;
        for (int i = at; i < at + 60; i++) {
            bytes[i] ^= 0x5A;
        }

        String what = problem(Files.write(folder.resolve("changed.xlsx"), bytes)).what();
        assertTrue(what.startsWith("Every part of a workbook must be whole, and xl/worksheets/sheet1.xml is not: it"), what);
    }

    // The size in the list of parts stands 22 bytes before the name there.
    @Test
    void aPartThatIsLongerThanItIsListedIsNamedWithoutBeingUnpackedToItsEnd() throws IOException {
        byte[] bytes = Files.readAllBytes(sound);
        int listed = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(SHEET) - 22;
        bytes[listed] = 100;
        bytes[listed + 1] = 0;
        bytes[listed + 2] = 0;
        bytes[listed + 3] = 0;

        Problem problem = WorkbookFault.of(Files.write(folder.resolve("longer.xlsx"), bytes), new IllegalStateException("x"));
        assertEquals("Every part of a workbook must be whole, and xl/worksheets/sheet1.xml is not: it does not unpack "
                + "(it has more bytes than the 100 it is listed with).", problem.what());
    }

    @Test
    void aPartThatIsGoneIsToldOf() throws IOException {
        Map<String, byte[]> parts = parts();
        parts.remove(SHEET);

        assertEquals("The parts of the workbook are there, but what they hold is not what a workbook must hold: Sheet at index 0 is missing.",
                problem(zipped(parts)).what());
    }
}
