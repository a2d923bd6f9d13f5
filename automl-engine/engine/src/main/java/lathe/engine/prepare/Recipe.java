package lathe.engine.prepare;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.learn.Monotone;

/// The plan for all columns: for which kind of learner, where a person has chosen a step, and which generators join columns.
///
/// @param preparation kind of learner; decides the step of every column that is not named
/// @param chosen      step id by column name
/// @param generators  ids of the generators that add features of several columns, and marks: [Smote#ID] where training rows are made up,
///                    [#DISTILLED] where a blend of other models taught
/// @param directions  by column that the answer may follow one way only; no generator reads such a column
public record Recipe(Preparation preparation, Map<String, String> chosen, Set<String> generators, Map<String, Monotone> directions) {

    /// Marks a model that was taught by a blend of others. Nothing is fitted for it.
    public static final String DISTILLED = "distilled";

    private static final List<String> MARKS = List.of(Smote.ID, DISTILLED);

    public Recipe {
        chosen = Map.copyOf(chosen);
        directions = Map.copyOf(directions);
        generators = Set.copyOf(generators);
    }

    /// With one generator or mark more.
    public Recipe with(String generator) {
        return new Recipe(preparation, chosen, Stream.concat(generators.stream(), Stream.of(generator)).collect(Collectors.toSet()), directions);
    }

    /// With one generator less.
    public Recipe without(String generator) {
        return new Recipe(preparation, chosen, generators.stream().filter(each -> !each.equals(generator)).collect(Collectors.toSet()), directions);
    }

    /// Whether a blend of other models taught.
    public boolean isDistilled() {
        return generators.contains(DISTILLED);
    }

    /// What stands after the name of a trial with such generators, for example ` + smote`; empty without marks.
    public static String marks(Collection<String> generators) {
        return MARKS.stream().filter(generators::contains).map(mark -> " + " + mark).collect(Collectors.joining());
    }

    /// Without directions.
    public Recipe(Preparation preparation, Map<String, String> chosen, Set<String> generators) {
        this(preparation, chosen, generators, Map.of());
    }

    /// Each column by itself.
    public Recipe(Preparation preparation, Map<String, String> chosen) {
        this(preparation, chosen, Set.of());
    }
}
