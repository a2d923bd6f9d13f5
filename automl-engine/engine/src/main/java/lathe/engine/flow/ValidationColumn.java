package lathe.engine.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lathe.engine.evaluate.NamedFolds;
import lathe.engine.evaluate.RowGroups;
import lathe.engine.evaluate.TimeOrder;
import lathe.engine.evaluate.Validation;
import lathe.scoring.Column;
import lathe.scoring.FieldType;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Table;

/// The column that divides the rows, checked: each thing that makes a division impossible has one message.
final class ValidationColumn {

    private static final int MOST_FOLDS = 50;
    private static final String REMEDY = "Choose another column, or --validation random.";

    private ValidationColumn() { }

    /// @throws ProblemException if no column is named, there is no such column, or it is the target
    static void require(List<String> columns, String target, Validation validation) {
        if (validation instanceof Validation.Random) {
            return;
        }
        String name = validation.column();
        if (name.isBlank()) {
            throw problem("validation-column-missing", "It has not been said yet which column divides the rows.",
                    "Name it, for example --validation %s:COLUMN.".formatted(validation.kind()));
        }
        if (!columns.contains(name)) {
            throw problem("validation-column-unknown", "There is no column '%s' to divide the rows by; the table has %s."
                    .formatted(name, Sentences.list(columns, 12)), "Name a column of the table.");
        }
        if (name.equals(target)) {
            throw problem("validation-is-target", "'%s' cannot divide the rows, it is the target.".formatted(name), REMEDY);
        }
    }

    /// @param holdout whether a holdout is wanted beside the folds
    static Column groups(Table rows, Validation.Group by, boolean holdout) {
        Column column = complete(rows, by);
        long groups = Arrays.stream(RowGroups.of(column)).distinct().count();
        requireParts(by, groups, holdout, "validation-one-group", "groups");
        return column;
    }

    static Column times(Table rows, Validation.Time by, boolean holdout) {
        FieldType type = rows.schema().field(by.column()).type();
        if (type != FieldType.DATE && type != FieldType.NUMBER) {
            throw problem("validation-not-time", "'%s' holds neither dates nor numbers but is of type %s, so it orders nothing in time."
                    .formatted(by.column(), type.name().toLowerCase(Locale.ROOT)), "Choose a column of dates or numbers, or --validation random.");
        }
        Column column = complete(rows, by);
        requireParts(by, TimeOrder.of(column).moments(), holdout, "validation-one-time", "different times");
        return column;
    }

    private static void requireParts(Validation by, long parts, boolean holdout, String code, String things) {
        int least = holdout ? 3 : 2;
        if (parts < least) {
            String found = parts == 1 ? "has the same value in every row" : "has only %d %s".formatted(parts, things);
            throw problem(code, "'%s' %s; %s at least %d.".formatted(by.column(), found,
                    holdout ? "folds and a holdout need" : "folds need", least), REMEDY);
        }
    }

    static NamedFolds folds(Table rows, Validation.OwnFolds by) {
        NamedFolds named = NamedFolds.of(complete(rows, by));
        if (!named.isPlan() && (named.held().length == 0 || named.kept().length == 0)) {
            throw problem("validation-one-fold", "'%s' has the same value in every row, so it names no parts.".formatted(by.column()), REMEDY);
        }
        if (named.count() > MOST_FOLDS) {
            throw problem("validation-many-folds", "'%s' names %d folds, at most %d are fitted.".formatted(by.column(), named.count(),
                    MOST_FOLDS), "Choose a column of fewer values; for rows that belong together --validation group:%s.".formatted(by.column()));
        }
        return named;
    }

    private static Column complete(Table rows, Validation by) {
        Column column = rows.column(by.column());
        long missing = IntStream.range(0, column.rows()).filter(column::isMissing).count();
        if (missing > 0) {
            throw problem("validation-values-missing", "'%s' is missing in %d of %d rows, which then belong to no part."
                    .formatted(by.column(), missing, column.rows()), "Fill them in, remove these rows, or choose another column.");
        }
        return column;
    }

    private static ProblemException problem(String code, String what, String remedy) {
        return new ProblemException(Problem.of(code, what, remedy));
    }
}
