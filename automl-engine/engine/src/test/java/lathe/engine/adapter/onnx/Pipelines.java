package lathe.engine.adapter.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.scoring.Pipeline;
import lathe.scoring.Schema;
import lathe.scoring.Signature;
import lathe.scoring.Task;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Form;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.step.Clip;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.FittedStep;
import lathe.scoring.step.Impute;
import lathe.scoring.step.Numbers;

/// Pipelines made by hand, small enough to know what they do.
final class Pipelines {

    static final List<String> NUMBERS = List.of("age", "income", "debt");

    private Pipelines() {
    }

    /// Answers with the features themselves, one "class" each, so that a difference in any of them shows. Missing shows
    /// as a number no table holds.
    static Pipeline showing(List<FittedStep> steps, List<String> features) {
        List<String> shown = new ArrayList<>(features);
        shown.add(features.getFirst());
        List<FittedStep> all = new ArrayList<>(steps);
        double[] fills = new double[shown.size()];
        Arrays.fill(fills, -98_765.25);
        all.add(new Impute(shown, Numbers.of(fills)));
        int p = shown.size();
        double[] identity = new double[p * p];
        for (int i = 0; i < p; i++) {
            identity[i * p + i] = 1;
        }
        return classifier(RandomTables.SCHEMA, new FittedRecipe(all, shown),
                new Linear(Numbers.of(identity), Numbers.of(new double[p]), Link.IDENTITY));
    }

    /// Three numbers, imputed and brought to a small range.
    static FittedRecipe imputedNumbers() {
        return new FittedRecipe(List.of(new Impute(NUMBERS, Numbers.of(1, 2, 3)),
                new Clip(NUMBERS, Numbers.of(-9, -9, -9), Numbers.of(9, 9, 9))), NUMBERS);
    }

    static FittedRecipe rawNumbers() {
        return new FittedRecipe(List.of(), NUMBERS);
    }

    static Pipeline classifier(Schema schema, FittedRecipe recipe, Form form) {
        List<String> classes = IntStream.range(0, form.outputs()).mapToObj(i -> "class " + i).toList();
        return new Pipeline(new Signature(schema, Task.MULTICLASS, "target", classes, -1, 0.5), Map.of("r", recipe), alone(form));
    }

    static Pipeline regression(Schema schema, FittedRecipe recipe, Form form) {
        return new Pipeline(new Signature(schema, Task.REGRESSION, "target", List.of(), -1, 0.5), Map.of("r", recipe), alone(form));
    }

    static Pipeline binary(FittedRecipe recipe, Form form, int positive, double threshold) {
        return new Pipeline(new Signature(RandomTables.SCHEMA, Task.BINARY, "target", List.of("stays", "leaves \uD83D\uDE00"), positive,
                threshold), Map.of("r", recipe), alone(form));
    }

    private static Blend alone(Form form) {
        return form instanceof Blend blend ? blend : new Blend(List.of(new Blend.Member(1, "r", form)));
    }
}
