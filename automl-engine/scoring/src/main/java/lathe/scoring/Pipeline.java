package lathe.scoring;

import java.util.List;
import java.util.Map;
import lathe.scoring.derive.DerivedColumn;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Features;
import lathe.scoring.step.FittedRecipe;

/// Raw rows in, predictions out: fitted recipes and the blend of models that read them.
///
/// @param signature what goes in and comes out
/// @param derived   columns computed from the raw ones before anything else, in order
/// @param recipes   fitted recipes by id (hash of their content)
/// @param model     the members; each names its recipe
public record Pipeline(Signature signature, List<DerivedColumn> derived, Map<String, FittedRecipe> recipes, Blend model) {

    /// @throws IllegalArgumentException if a member's recipe is not there, or the parts do not fit each other
    public Pipeline {
        derived = List.copyOf(derived);
        recipes = Map.copyOf(recipes);
        DerivedColumn.schema(signature.inputs(), derived);
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

    /// Without derived columns.
    public Pipeline(Signature signature, Map<String, FittedRecipe> recipes, Blend model) {
        this(signature, List.of(), recipes, model);
    }

    /// What recipes read: the signature's inputs, matched by name, and the derived columns.
    public Table complete(Table table) {
        return DerivedColumn.addTo(table.project(signature.inputs()), derived);
    }

    /// Predicts every row. The table must have the signature's inputs, matched by name; further columns are ignored.
    public Predictions predict(Table table) {
        Table inputs = complete(table);
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
