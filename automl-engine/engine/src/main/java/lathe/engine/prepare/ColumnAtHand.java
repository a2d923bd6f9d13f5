package lathe.engine.prepare;

import lathe.engine.learn.Learner.Preparation;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;

/// One column of the training rows, with what a step may learn from.
///
/// @param field       name and type
/// @param values      training rows only
/// @param target      training rows only
/// @param preparation the kind of learner it is prepared for
/// @param seed        for inner folds
public record ColumnAtHand(Field field, Column values, Target target, Preparation preparation, Seed seed) {

    public boolean forTrees() {
        return preparation.forTrees();
    }

    /// @throws IllegalStateException if the column holds texts
    public double[] numbers() {
        return numbers(field, values);
    }

    static double[] numbers(Field field, Column values) {
        if (values instanceof NumberColumn numbers) {
            return numbers.values();
        }
        throw new IllegalStateException("column '%s' holds texts".formatted(field.name()));
    }

    /// @throws IllegalStateException if the column holds numbers
    public StringColumn strings() {
        return strings(field, values);
    }

    static StringColumn strings(Field field, Column values) {
        if (values instanceof StringColumn strings) {
            return strings;
        }
        throw new IllegalStateException("column '%s' holds numbers".formatted(field.name()));
    }
}
