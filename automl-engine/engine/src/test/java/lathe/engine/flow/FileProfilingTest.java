package lathe.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lathe.engine.adapter.duckdb.ParquetFormat;
import lathe.engine.data.ImportNote;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.engine.export.CellType;
import lathe.engine.export.OutputCell;
import lathe.engine.export.RowSink;
import lathe.engine.profile.FieldProfile;
import lathe.engine.profile.Finding;
import lathe.engine.profile.Thresholds;
import lathe.engine.progress.CancelToken;
import lathe.scoring.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileProfilingTest {

    private static final int ROWS = 60_000;
    // With so little memory about a tenth of the rows is drawn of a file of half a megabyte.
    private static final double LITTLE = 4e6;

    @TempDir
    private Path folder;

    private Path file(String header, IntFunction<String> row) throws IOException {
        return Files.writeString(folder.resolve("long.csv"), header + "\n"
                + IntStream.range(0, ROWS).mapToObj(row).collect(Collectors.joining("\n")) + "\n");
    }

    private static ProfiledFile profile(Path file, double memory, String target) {
        return new FileProfiling(memory, Thresholds.USUAL).profile(file, ImportOptions.defaults(), target, new CancelToken(), progress -> { });
    }

    private static List<String> sentences(ProfiledFile profiled, String code) {
        return profiled.report().notes().stream().filter(note -> note.code().equals(code)).map(ImportNote::sentence).toList();
    }

    @Test
    void aLongFileHasTheFiguresOfAllItsRows() throws IOException {
        Path file = file("id,x,kind,y", row -> row + "," + (row * 37 % 1000 / 10.0) + (row % 7 == 0 ? ",," : ",k" + row % 3 + ",") + row % 2);
        ProfiledFile whole = profile(file, 1e12, "y");
        ProfiledFile passed = profile(file, LITTLE, "y");
        assertFalse(whole.isFromSample());
        assertTrue(passed.isFromSample() && passed.sampleRows() < ROWS / 3, "rows of the sample " + passed.sampleRows());
        assertEquals(ROWS, passed.profile().rows());
        for (FieldProfile field : whole.profile().fields()) {
            FieldProfile same = passed.profile().field(field.name());
            assertEquals(List.of(field.count(), field.missing(), field.distinct(), field.top()),
                    List.of(same.count(), same.missing(), same.distinct(), same.top()), field.name());
        }
        assertEquals(2, passed.reading().size());
        assertTrue(passed.profile().findingsOf("id").stream().anyMatch(finding -> finding.code().equals("identifier")));
        assertEquals(whole.report().notes(), passed.report().notes());
    }

    @Test
    void aLongParquetFileIsProfiledAlike() throws IOException {
        Path file = folder.resolve("long.parquet");
        try (RowSink sink = new ParquetFormat().open(file, List.of(CellType.NUMBER, CellType.TEXT))) {
            sink.row(List.of(new OutputCell.Exact("x"), new OutputCell.Exact("kind")));
            for (int row = 0; row < ROWS; row++) {
                sink.row(List.of(new OutputCell.Numeric(row * 7919L % 1000 / 8.0), new OutputCell.Exact(row % 11 == 0 ? "" : "k" + row * 31L % 5)));
            }
            sink.complete();
        }
        ProfiledFile whole = profile(file, 1e12, "");
        ProfiledFile passed = profile(file, 1e5, "");
        assertTrue(passed.isFromSample(), () -> passed.reading().toString());
        assertEquals(whole.profile().field("kind"), passed.profile().field("kind"));
        assertEquals(whole.profile().field("x").distinct(), passed.profile().field("x").distinct());
        assertEquals(ROWS, passed.profile().field("x").count());
    }

    @Test
    void ofALongFileTheSampleIsHeld() throws IOException {
        Path file = file("x,y", row -> row + "," + row % 5);
        assertTrue(new FileProfiling(1e12, Thresholds.USUAL).held(file, ImportOptions.defaults()).sample().isAll());
        ImportOptions held = new FileProfiling(LITTLE, Thresholds.USUAL).held(file, ImportOptions.defaults());
        assertEquals(profile(file, LITTLE, "").sampleRows(), new TableImport().read(file, held).table().rows());
    }

    @Test
    void findingsThatCompareRowsSayThatTheyComeFromASample() throws IOException {
        Path file = file("x,y", row -> row % 1000 + "," + row % 1000);
        Finding leak = profile(file, LITTLE, "y").profile().findings().stream().filter(each -> each.field().equals("x")).findFirst().orElseThrow();
        assertTrue(leak.sentence().contains("(In a sample of "), leak.sentence());
        assertEquals(List.of(), leak.rows());
    }

    @Test
    void cellsThatDoNotFitAreCountedWhereverTheyStand() throws IOException {
        Path file = file("x,y", row -> (row % 20_000 == 19_999 ? "broken" : "" + row % 100) + "," + row % 5);
        ProfiledFile passed = profile(file, LITTLE, "y");
        FieldProfile x = passed.profile().field("x");
        if (x.type() == FieldType.NUMBER) {   // by what the sample holds
            assertEquals(3, x.missing());
            assertTrue(sentences(passed, "cells-unread").getFirst().contains("line 20001: 'broken'"), () -> passed.report().notes().toString());
        } else {
            assertEquals(ROWS, x.count());
        }
    }

    @Test
    void codesBeyondTheSampleMakeAColumnOfCodes() throws IOException {
        Path file = file("zip,y", row -> (row == 31_234 ? "01067" : "" + (10_000 + row % 100)) + "," + row % 5);
        ProfiledFile passed = profile(file, LITTLE, "y");
        FieldProfile zip = passed.profile().field("zip");
        assertEquals(FieldType.CATEGORY, zip.type());
        assertEquals(101, zip.distinct());
        assertEquals(1, sentences(passed, "type-of-sample-wrong").size() + sentences(passed, "leading-zeros").size());
    }

    @Test
    void aColumnThatIsMostlySomethingElseBecomesText() throws IOException {
        // blocks of numbers at the start, words later: a sample sees both, a choice of type is then right at once
        Path file = file("x,y", row -> (row < ROWS / 2 ? "" + row % 50 : "word" + row % 9) + "," + row % 5);
        ProfiledFile passed = profile(file, LITTLE, "y");
        assertEquals(FieldType.CATEGORY, passed.profile().field("x").type());
        assertEquals(59, passed.profile().field("x").distinct());
    }

    @Test
    void wordsForNoValueCountAsMissingBeyondTheSample() throws IOException {
        Path file = file("kind,y", row -> (row % 15_000 == 77 ? "N/A" : "k" + row % 4) + "," + row % 5);
        assertEquals(4, profile(file, LITTLE, "y").profile().field("kind").missing());
    }

    @Test
    void itCanBeCalledOff() throws IOException {
        Path file = file("x,y", row -> row + "," + row % 5);
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        assertThrows(CancellationException.class, () -> new FileProfiling(LITTLE, Thresholds.USUAL).profile(file, ImportOptions.defaults(), null, cancel, progress -> { }));
    }
}
