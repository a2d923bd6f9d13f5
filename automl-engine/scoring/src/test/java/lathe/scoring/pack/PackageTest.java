package lathe.scoring.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import lathe.scoring.FieldType;
import lathe.scoring.Pipeline;
import lathe.scoring.ProblemException;
import lathe.scoring.Table;
import lathe.scoring.form.Blend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageTest {

    @TempDir
    Path folder;

    @Test
    void givesBackWhatWasWritten() {
        ModelPackage model = Samples.model();
        Path file = folder.resolve("model.lathe");
        PackageWriter.write(file, model, false);
        ModelPackage read = PackageReader.open(file);
        assertEquals(model.signature(), read.signature());
        assertEquals(model.manifest(), read.manifest());
        assertEquals(model.pipeline().recipes(), read.pipeline().recipes());
        assertEquals(model.golden().rows(), read.golden().rows());
        assertEquals(model.profile(), read.profile());
        assertEquals(model.card(), read.card());
        assertArrayEquals(CodecContractTest.bits(model.pipeline().predict(Samples.table()).values()),
                CodecContractTest.bits(read.pipeline().predict(Samples.table()).values()));
    }

    @Test
    void keepsThePowerOfABlend() {
        Pipeline plain = Samples.pipeline();
        Pipeline raised = new Pipeline(plain.signature(), plain.recipes(), new Blend(plain.model().members(), 1.25));
        Path file = folder.resolve("raised.lathe");
        PackageWriter.write(file, Samples.model(raised), false);

        Pipeline opened = PackageReader.open(file).pipeline();
        assertEquals(1.25, opened.model().power());
        assertArrayEquals(raised.predict(Samples.table()).values(), opened.predict(Samples.table()).values());
    }

    @Test
    void writesTheSameBytesTwice() throws IOException {
        PackageWriter.write(folder.resolve("a"), Samples.model(), false);
        PackageWriter.write(folder.resolve("b"), Samples.model(), false);
        assertEquals(-1, Files.mismatch(folder.resolve("a"), folder.resolve("b")));
    }

    @Test
    void overwritesOnlyWhenTold() throws IOException {
        Path file = folder.resolve("model.lathe");
        Files.writeString(file, "mine");
        ProblemException refusal = assertThrows(ProblemException.class, () -> PackageWriter.write(file, Samples.model(), false));
        assertEquals("model-exists", refusal.problem().code());
        assertEquals("mine", Files.readString(file));
        PackageWriter.write(file, Samples.model(), true);
        assertEquals(Samples.model().signature(), PackageReader.open(file).signature());
        assertEquals(List.of("model.lathe"), names());
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Path nowhere = folder.resolve("none").resolve("model.lathe");
        ProblemException missing = assertThrows(ProblemException.class, () -> PackageWriter.write(nowhere, Samples.model(), true));
        assertEquals("model-unwritable", missing.problem().code());
        assertEquals(nowhere.toString(), missing.problem().where());
        Path taken = Files.createDirectory(folder.resolve("taken"));
        ProblemException isFolder = assertThrows(ProblemException.class, () -> PackageWriter.write(taken, Samples.model(), true));
        assertEquals("model-unwritable", isFolder.problem().code());
        assertEquals(List.of("taken"), names());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void goldenRowsHoldMissingAndUnseenCellsInEveryColumn() {
        GoldenRows golden = Samples.model().golden();
        assertEquals(GoldenRows.COUNT, golden.rows().rows());
        for (int i = 0; i < golden.fields().size(); i++) {
            int missing = 0;
            int unseen = 0;
            for (int row = 0; row < GoldenRows.COUNT; row++) {
                missing += golden.rows().columns().get(i).isMissing(row) ? 1 : 0;
                boolean text = golden.fields().get(i).type() != FieldType.NUMBER;
                unseen += text && golden.rows().strings(golden.fields().get(i).name()).text(row).equals(GoldenRows.UNSEEN) ? 1 : 0;
            }
            assertTrue(missing >= 3, golden.fields().get(i).name());
            assertEquals(golden.fields().get(i).type() == FieldType.NUMBER ? 0 : 3, unseen);
        }
    }

    @Test
    void goldenRowsKeepTheirPipelinesAnswersOnly() {
        GoldenRows golden = Samples.model().golden();
        assertEquals(0, golden.largestDifference(Samples.pipeline()));
        double[] others = golden.expected().values().clone();
        others[3] += 0.25;
        assertEquals(0.25, golden.largestDifference(new lathe.scoring.Predictions(2, others)), 1e-15);
        others[3] = Double.NaN;
        assertEquals(Double.POSITIVE_INFINITY, golden.largestDifference(new lathe.scoring.Predictions(2, others)));
    }

    @Test
    void goldenRowsShuffleEachColumnOnItsOwn() {
        int rows = 200;
        double[] counting = new double[rows];
        for (int i = 0; i < rows; i++) {
            counting[i] = i;
        }
        Table same = new Table(Samples.SCHEMA, List.of(new lathe.scoring.NumberColumn(counting),
                new lathe.scoring.NumberColumn(counting), Samples.repeated(2, rows), Samples.repeated(3, rows),
                Samples.repeated(4, rows), Samples.repeated(5, rows)));
        Table golden = GoldenRows.make(Samples.pipeline(), same, new SplittableRandom(1)).rows();
        int together = 0;
        for (int row = 0; row < golden.rows(); row++) {
            together += golden.numbers("age").value(row) == golden.numbers("income").value(row) ? 1 : 0;
        }
        assertTrue(together < 5, "rows that kept both values: " + together);
    }
}
