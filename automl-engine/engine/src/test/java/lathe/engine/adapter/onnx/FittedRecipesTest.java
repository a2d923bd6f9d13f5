package lathe.engine.adapter.onnx;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.engine.builtin.Steps;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.learn.Target;
import lathe.engine.prepare.Recipe;
import lathe.engine.prepare.RecipeFitter;
import lathe.engine.provenance.Seed;
import lathe.scoring.Pipeline;
import lathe.scoring.Signature;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Blend.Member;
import lathe.scoring.form.Constant;
import lathe.scoring.form.Form;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the recipe fitter really makes, fold by fold, as a run would blend it.
class FittedRecipesTest {

    private static final int FOLDS = 3;

    @TempDir
    private Path folder;

    @Test
    void blendOfFoldModelsAgreesOnRowsNoFoldHasSeen() throws IOException {
        Table training = RandomTables.of(600, 1);
        Target target = Target.classes(new Random(2).ints(600, 0, 3).toArray(), 3);
        RecipeFitter fitter = new RecipeFitter(Steps.ALL);
        Map<String, FittedRecipe> recipes = new HashMap<>();
        List<Member> members = new ArrayList<>();
        for (Preparation preparation : Preparation.values()) {
            for (int fold = 0; fold < FOLDS; fold++) {
                int left = fold;
                int[] rows = IntStream.range(0, 600).filter(row -> row % FOLDS != left).toArray();
                FittedRecipe recipe = fitter.fit(new Recipe(preparation, Map.of()), training.select(rows), target.select(rows),
                        new Seed(fold)).recipe();
                String id = preparation + " " + fold;
                recipes.put(id, recipe);
                members.add(new Member(1.0 / (FOLDS * Preparation.values().length), id, form(preparation, recipe.features().size(), fold)));
            }
        }
        Pipeline pipeline = new Pipeline(new Signature(RandomTables.SCHEMA, Task.MULTICLASS, "target", List.of("a", "b", "c"), -1, 0.5),
                recipes, new Blend(members));
        Table unseen = RandomTables.of(500, 77);
        Path file = folder.resolve("folds.onnx");
        new OnnxExporter().export(pipeline, Map.of(), unseen, file);

        OnnxAgreement agreement = OnnxCheck.compare(file, pipeline, unseen);

        assertTrue(agreement.holds(), agreement::toString);
    }

    @Test
    void stepsThatWereSetByAPersonAgree() throws IOException {
        Table training = RandomTables.of(400, 5);
        Target target = Target.classes(new Random(2).ints(400, 0, 3).toArray(), 3);
        Map<String, String> chosen = Map.of("age", "convert(border=40, above=0.001, below=-2)", "income", "clip(lowest=-20, highest=30)",
                "debt", "constant(value=7)", "city", "merge(Oslo=Rome, \"Zürich\"=Bern, -=Bern)", "note", "text_svd(directions=4)",
                "joined", "date_age(reference=2024-06-30)", "tags", "list_items(most=3)");
        Map<String, String> others = new HashMap<>(chosen);
        others.put("joined", "holidays(country=DE, region=by)");
        Map<String, FittedRecipe> recipes = new HashMap<>();
        List<Member> members = new ArrayList<>();
        for (Preparation preparation : List.of(Preparation.LINEAR, Preparation.TREES)) {
            FittedRecipe recipe = new RecipeFitter(Steps.ALL).fit(new Recipe(preparation, preparation.forTrees() ? others : chosen), training, target, new Seed(1)).recipe();
            recipes.put(preparation.name(), recipe);
            members.add(new Member(0.5, preparation.name(), form(preparation, recipe.features().size(), 1)));
        }
        Pipeline pipeline = new Pipeline(new Signature(RandomTables.SCHEMA, Task.MULTICLASS, "target", List.of("a", "b", "c"), -1, 0.5),
                recipes, new Blend(members));
        Table unseen = RandomTables.of(300, 78);
        Path file = folder.resolve("set.onnx");
        new OnnxExporter().export(pipeline, Map.of(), unseen, file);

        OnnxAgreement agreement = OnnxCheck.compare(file, pipeline, unseen);

        assertTrue(agreement.holds(), agreement::toString);
    }

    private static Form form(Preparation preparation, int features, int seed) {
        Random random = new Random(seed);
        return switch (preparation) {
            case NONE -> new Constant(Numbers.of(0.2, 0.3, 0.5));
            case LINEAR -> new Linear(Numbers.of(random.doubles(3L * features, -0.1, 0.1).toArray()), Numbers.of(0, 0.1, 0.2), Link.SOFTMAX);
            case NETWORK -> RandomNetworks.over(features, 3, random);
            case TREES, TREES_WITH_MISSING -> RandomTrees.forest(25, features, 3, Link.NORMALISE, random);
        };
    }
}
