package lathe.scoring.form;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import lathe.scoring.Matrix;
import org.jspecify.annotations.Nullable;

/// What forms read: the matrix of the recipe at hand, and those of the other recipes of a pipeline by their id.
///
/// A recipe is applied once for all members that share it. Not safe for several threads.
public final class Features {

    private final Function<String, Matrix> recipes;
    private final Map<String, Matrix> prepared;
    private final @Nullable Matrix current;

    private Features(Function<String, Matrix> recipes, Map<String, Matrix> prepared, @Nullable Matrix current) {
        this.recipes = recipes;
        this.prepared = prepared;
        this.current = current;
    }

    /// For a form that stands alone with its matrix.
    public static Features of(Matrix matrix) {
        return new Features(recipe -> {
            throw new IllegalArgumentException("no recipe '%s' here".formatted(recipe));
        }, new HashMap<>(), matrix);
    }

    /// For a blend.
    /// @param recipes gives the matrix of a recipe's id
    public static Features of(Function<String, Matrix> recipes) {
        return new Features(recipes, new HashMap<>(), null);
    }

    /// @throws IllegalStateException if no recipe is at hand, which is so at the top of a blend
    public Matrix matrix() {
        if (current == null) {
            throw new IllegalStateException("a form outside a blend needs its matrix");
        }
        return current;
    }

    public Features in(String recipe) {
        return new Features(recipes, prepared, prepared.computeIfAbsent(recipe, recipes));
    }
}
