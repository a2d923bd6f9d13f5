package lathe.scoring.step;

import java.util.List;
import lathe.scoring.Matrix;
import lathe.scoring.Table;

/// Steps in order and the names of the columns that are handed to the form.
///
/// @param steps    applied first to last
/// @param features order of the matrix's columns
public record FittedRecipe(List<FittedStep> steps, List<String> features) {

    public FittedRecipe {
        steps = List.copyOf(steps);
        features = List.copyOf(features);
    }

    /// Prepares the raw columns; the table must have every column that is read. Cost: rows × features.
    public Matrix apply(Table table) {
        return apply(new Frame(table));
    }

    /// Goes on from numbers that were prepared before; the matrix must have every column that is read.
    public Matrix apply(Matrix prepared) {
        return apply(new Frame(prepared));
    }

    private Matrix apply(Frame frame) {
        for (FittedStep step : steps) {
            step.apply(frame);
        }
        return frame.matrix(features);
    }
}
