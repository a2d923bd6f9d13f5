package lathe.scoring;

import java.util.Map;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Features;
import lathe.scoring.step.FittedRecipe;

/// Raw rows in, predictions out: fitted recipes and the blend of models that read them.
///
/// @param signature what goes in and comes out
/// @param recipes   fitted recipes by id (hash of their content)
/// @param model     the members; each names its recipe
public record Pipeline(Signature signature, Map<String, FittedRecipe> recipes, Blend model) {

    public Pipeline {
        recipes = Map.copyOf(recipes);
        for (Blend.Member member : model.members()) {
            if (!recipes.containsKey(member.recipe())) {
                throw new IllegalArgumentException("a member asks for recipe '%s', which is not there".formatted(member.recipe()));
            }
        }
        if (model.outputs() != signature.outputs()) {
            throw new IllegalArgumentException("a model of %d outputs does not fit a signature of %d"
                    .formatted(model.outputs(), signature.outputs()));
        }
    }

    /// Predicts every row. The table must have the signature's inputs, matched by name; further columns are ignored.
    public Predictions predict(Table table) {
        Table inputs = table.project(signature.inputs());
        return model.predict(Features.of((String id) -> recipe(id).apply(inputs)));
    }

    private FittedRecipe recipe(String id) {
        FittedRecipe recipe = recipes.get(id);
        if (recipe == null) {
            throw new IllegalArgumentException("no recipe '%s'".formatted(id));
        }
        return recipe;
    }
}
