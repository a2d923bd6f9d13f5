package lathe.engine.evaluate;

/// How rows are divided into rows to learn from and rows to judge by, for the folds and for the holdout.
///
/// As text, in files and on the command line: `random`, `group:COLUMN`, `time:COLUMN`, `folds:COLUMN`.
public sealed interface Validation {

    /// Rows at random, each class or each tenth of a number's range in its share; equal rows stay together.
    record Random() implements Validation {
        @Override
        public String column() {
            return "";
        }
    }

    /// Rows with the same value of a column, a customer or a patient, stay in one part. The column is no feature.
    ///
    /// @param column its name; empty if none has been chosen yet
    record Group(String column) implements Validation { }

    /// The past predicts the future: the holdout is the last part, and every fold is trained on what lies before the rows
    /// it is judged on. Equal times stay in one part. The column stays a feature unless it is left out.
    ///
    /// @param column dates or numbers; empty if none has been chosen yet
    record Time(String column) implements Validation { }

    /// A column names the part of each row: `holdout` or `test` (in any case) keeps it for the final score, `train` trains
    /// on it in every fold, every other value is a fold. The column is no feature.
    ///
    /// @param column its name; empty if none has been chosen yet
    record OwnFolds(String column) implements Validation { }

    /// The column that decides; empty for [Random], or if none has been chosen yet.
    String column();

    /// Whether the column only divides and is nothing to learn from.
    default boolean takesColumn() {
        return switch (this) {
            case Random _, Time _ -> false;
            case Group _, OwnFolds _ -> true;
        };
    }

    /// The word before the colon: `random`, `group`, `time` or `folds`.
    default String kind() {
        return switch (this) {
            case Random _ -> "random";
            case Group _ -> "group";
            case Time _ -> "time";
            case OwnFolds _ -> "folds";
        };
    }

    /// As [#parse] reads it.
    default String text() {
        return this instanceof Random ? kind() : kind() + ":" + column();
    }

    /// @throws IllegalArgumentException if the text is none of the four
    static Validation parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 && !text.equals("random")) {
            throw unknown(text);
        }
        return colon < 0 ? new Random() : of(text.substring(0, colon), text.substring(colon + 1));
    }

    /// @param kind   `random`, `group`, `time` or `folds`
    /// @param column without meaning for `random`
    /// @throws IllegalArgumentException if the kind is unknown
    static Validation of(String kind, String column) {
        return switch (kind) {
            case "random" -> new Random();
            case "group" -> new Group(column);
            case "time" -> new Time(column);
            case "folds" -> new OwnFolds(column);
            default -> throw unknown(kind);
        };
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException(
                "validation must be random, group:COLUMN, time:COLUMN or folds:COLUMN, was '%s'".formatted(text));
    }
}
