package lathe.engine.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lathe.engine.builtin.Exporters;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Pipeline;
import lathe.scoring.ProblemException;
import lathe.scoring.Schema;
import lathe.scoring.Signature;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.Impute;
import lathe.scoring.step.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every format promises.
class ExporterContractTest {

    private static final Schema SCHEMA = new Schema(List.of(Field.of("size", FieldType.NUMBER)));
    private static final Pipeline PIPELINE = new Pipeline(new Signature(SCHEMA, Task.REGRESSION, "price", List.of(), -1, 0.5),
            Map.of("r", new FittedRecipe(List.of(new Impute(List.of("size"), Numbers.of(4))), List.of("size"))),
            new Blend(List.of(new Blend.Member(1, "r", new Linear(Numbers.of(2), Numbers.of(1), Link.IDENTITY)))));
    private static final Table ROWS = new Table(SCHEMA, List.of(new NumberColumn(new double[] {1, Double.NaN, -3})));

    @TempDir
    private Path folder;

    static Stream<Exporter> exporters() {
        return Exporters.ALL.stream();
    }

    @Test
    void idsAreUnique() {
        assertEquals(Exporters.ALL.size(), exporters().map(Exporter::id).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("exporters")
    void idIsLowerCaseAndFileEndingHasItsDot(Exporter exporter) {
        assertTrue(exporter.id().matches("[a-z][a-z0-9-]*"), exporter.id());
        assertTrue(exporter.fileEnding().matches("\\.[a-z0-9]+"), exporter.fileEnding());
    }

    @ParameterizedTest
    @MethodSource("exporters")
    void replacesAnOlderFileAndLeavesNothingBeside(Exporter exporter) throws IOException {
        Path file = folder.resolve("model" + exporter.fileEnding());
        Files.writeString(file, "older");

        exporter.export(PIPELINE, Map.of("note", "kept"), ROWS, file);

        assertTrue(Files.size(file) > 5);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @ParameterizedTest
    @MethodSource("exporters")
    void sameModelGivesTheSameBytes(Exporter exporter) throws IOException {
        Path first = folder.resolve("first" + exporter.fileEnding());
        Path second = folder.resolve("second" + exporter.fileEnding());
        exporter.export(PIPELINE, Map.of("b", "2", "a", "1"), ROWS, first);
        exporter.export(PIPELINE, Map.of("a", "1", "b", "2"), ROWS, second);

        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    }

    @ParameterizedTest
    @MethodSource("exporters")
    void namesTheFileThatCannotBeWritten(Exporter exporter) {
        Path file = folder.resolve("no such folder").resolve("model" + exporter.fileEnding());

        ProblemException refused = assertThrows(ProblemException.class, () -> exporter.export(PIPELINE, Map.of(), file));

        assertEquals("export-write", refused.problem().code());
        assertEquals(file.toString(), refused.problem().where());
    }
}
