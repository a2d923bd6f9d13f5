package lathe.engine.prepare;

import java.util.Map;
import lathe.engine.learn.Monotone;

/// What a person wants of columns.
///
/// @param steps      step id by column, where one was chosen
/// @param directions by column, where the answer may go one way only
public record ColumnWishes(Map<String, String> steps, Map<String, Monotone> directions) {

    public static final ColumnWishes NONE = new ColumnWishes(Map.of(), Map.of());

    public ColumnWishes {
        steps = Map.copyOf(steps);
        directions = Map.copyOf(directions);
    }

    /// Steps only.
    public static ColumnWishes ofSteps(Map<String, String> steps) {
        return new ColumnWishes(steps, Map.of());
    }
}
