package lathe.engine.prepare;

import java.util.List;
import lathe.engine.learn.Learner.Preparation;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Table;
import lathe.scoring.step.Frame;
import lathe.scoring.step.MissingTokens;

/// The step that is taken for a column nobody has chosen one for.
///
/// @param step   its id
/// @param reason why, one sentence
public record StepChoice(String step, String reason) {

    private static final int FEW_LEVELS = 2;
    private static final int MANY_LEVELS = 60;
    private static final int ONE_HOT_LEVELS = 9;
    private static final int EMBEDDED_LEVELS = 500;
    private static final int MANY_CLASSES = 5;
    private static final int MANY_CHARACTERS = 1_000_000;

    /// What would be taken for a column of a table.
    ///
    /// @param classes     number of classes of the target; 0 for numbers
    /// @param preparation the kind of learner
    public static StepChoice of(Table table, String column, int classes, Preparation preparation) {
        Field field = table.schema().field(column);
        Column values = table.column(column);
        if (field.type() != FieldType.NUMBER && !field.missingTokens().isEmpty()) {
            Frame frame = new Frame(table);
            new MissingTokens(List.of(column), field.missingTokens()).apply(frame);
            values = frame.strings(column);
        }
        return of(field, values, classes, preparation);
    }

    /// @param values behind the missing tokens
    static StepChoice of(Field field, Column values, int classes, Preparation preparation) {
        return switch (field.type()) {
            case NUMBER -> ofNumbers(ColumnAtHand.numbers(field, values), preparation);
            case DATE -> new StepChoice("date_parts", "Parts of a date, such as the month or the weekday, say more than the date itself.");
            case TEXT -> ofTexts(ColumnAtHand.strings(field, values).levels());
            case LIST -> new StepChoice("list_items", "The items of a list count each on its own.");
            case BOOLEAN -> new StepChoice("one_hot", "Yes or no is one feature.");
            case CATEGORY -> ofLevels(new LevelCounts(ColumnAtHand.strings(field, values)).levels.size(), classes, preparation);
        };
    }

    private static StepChoice ofNumbers(double[] values, Preparation preparation) {
        if (preparation.forTrees()) {
            return new StepChoice("number", "Trees split a number where it helps, whatever its scale.");
        }
        return CommonNumbers.areCodes(values)
                ? new StepChoice("number_levels", "It holds few different whole numbers, which may be codes, so each common one gets a feature of its own.")
                : new StepChoice("number", "It is measured, so its size counts; it is scaled, and long tails are drawn in.");
    }

    // Runs of characters take ten times as long to count as words.
    private static StepChoice ofTexts(List<String> texts) {
        return texts.stream().mapToLong(String::length).sum() > MANY_CHARACTERS
                ? new StepChoice("words", "Free text differs in every row; what its rows share are words.")
                : new StepChoice("text_svd", "Free text differs in every row; what its rows share are words and pieces of words.");
    }

    /// For a column of names.
    static StepChoice ofLevels(int levels, int classes, Preparation preparation) {
        boolean trees = preparation.forTrees();
        if (preparation == Preparation.NETWORK && levels > ONE_HOT_LEVELS && levels <= EMBEDDED_LEVELS) {
            return new StepChoice("level_codes", "It has %d different values; networks learn a few numbers for each (from %d to %d values)."
                    .formatted(levels, ONE_HOT_LEVELS + 1, EMBEDDED_LEVELS));
        }
        int most = trees ? FEW_LEVELS : MANY_LEVELS;
        if (levels <= most) {
            return new StepChoice("one_hot", "It has %d different values, few enough for a feature each (at most %d for %s models)."
                    .formatted(levels, most, trees ? "tree" : "linear"));
        }
        if (trees && levels <= MANY_LEVELS) {
            return new StepChoice("level_codes", "It has %d different values, few enough for tree models to find out which belong together (at most %d)."
                    .formatted(levels, MANY_LEVELS));
        }
        if (classes > MANY_CLASSES && levels <= MANY_LEVELS) {
            return new StepChoice("one_hot", "It has %d different values, and the target has too many classes (%d) for means."
                    .formatted(levels, classes));
        }
        return new StepChoice("target_mean", "It has %d different values, too many for a feature each (at most %d for %s models)."
                    .formatted(levels, MANY_LEVELS, trees ? "tree" : "linear"));
    }
}
