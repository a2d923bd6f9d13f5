package lathe.engine.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lathe.engine.adapter.onnx.OnnxExporter;
import lathe.engine.prepare.StepContractTest.Use;
import lathe.scoring.FieldType;
import lathe.scoring.Pipeline;
import lathe.scoring.Schema;
import lathe.scoring.Signature;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.pack.MemberFile;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.Numbers;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every step leaves behind can be stored, and exported without a difference.
class StepStorageTest {

    @TempDir
    private Path folder;

    static Stream<Use> uses() {
        return StepContractTest.uses().filter(use -> use.task() == Task.MULTICLASS && !use.step().id().equals("drop"));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void comesBackFromAFileAsItWas(Use use) {
        FittedRecipe recipe = fit(use);
        Path file = folder.resolve("member");
        MemberFile.write(file, "id", recipe, showing(recipe));
        assertEquals(recipe, MemberFile.read(file).recipe());
    }

    /// The exporter compares ONNX Runtime's answers with ours and refuses to write a file that differs.
    @ParameterizedTest
    @MethodSource("uses")
    void isExportedWithoutADifference(Use use) {
        FittedRecipe recipe = fit(use);
        assertFalse(recipe.features().isEmpty());
        Schema schema = new Schema(List.of(use.field()));
        List<String> classes = IntStream.range(0, recipe.features().size() + 2).mapToObj(i -> "c" + i).toList();
        Pipeline pipeline = new Pipeline(new Signature(schema, Task.MULTICLASS, "y", classes, -1, 0.5), Map.of("r", recipe),
                new Blend(List.of(new Blend.Member(1, "r", showing(recipe)))));
        Path file = folder.resolve("step.onnx");
        new OnnxExporter().export(pipeline, Map.of(), rows(use), file);
        assertTrue(Files.exists(file));
    }

    private static FittedRecipe fit(Use use) {
        return use.fit(Columns.everyday(use.type(), 200, 3)).recipe();
    }

    private static Table rows(Use use) {
        return Columns.table(use.field(), use.type() == FieldType.NUMBER ? Columns.everyday(use.type(), 60, 50)
                : StepContractTest.before(Columns.everyday(use.type(), 60, 50), Columns.unseen(use.type())));
    }

    // Answers with the features themselves and two classes that never win, so that a difference in any feature shows.
    private static Linear showing(FittedRecipe recipe) {
        int width = recipe.features().size();
        double[] weights = new double[(width + 2) * width];
        for (int i = 0; i < width; i++) {
            weights[i * width + i] = 1;
        }
        return new Linear(Numbers.of(weights), Numbers.of(new double[width + 2]), Link.IDENTITY);
    }
}
