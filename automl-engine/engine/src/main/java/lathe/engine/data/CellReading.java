package lathe.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.scoring.CellParser;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import org.jspecify.annotations.Nullable;

/// Turns raw cells into a column as its field says. Import and prediction both read through here, so that a cell means
/// the same in both; what a text means is decided by [CellParser].
/// Among numbers, dates and booleans the usual words for "no value" are missing even where training had none.
final class CellReading {

    /// Told of a cell that is not what the field says; the cell then counts as missing unless this throws.
    interface BadCell {

        void found(int row, String text);
    }

    private static final int MISSING = -1;
    private static final int BAD = -2;

    private final Field field;
    private final Set<String> tokens;
    private final CellParser parser;
    private final BadCell badCell;

    CellReading(Field field, BadCell badCell) {
        this.field = field;
        this.tokens = new HashSet<>(field.missingTokens());
        this.parser = new CellParser(field);
        this.badCell = badCell;
    }

    Column read(RawColumn raw) {
        return switch (raw) {
            case TextCells cells when field.type() == FieldType.NUMBER -> numbers(cells);
            case TextCells cells -> texts(cells);
            case NumberCells cells when field.type() == FieldType.NUMBER -> numbers(cells);
            case NumberCells cells -> texts(cells.asText());
        };
    }

    private NumberColumn numbers(NumberCells cells) {
        double[] values = new double[cells.rows()];
        for (int row = 0; row < values.length; row++) {
            double value = cells.value(row);
            boolean token = !tokens.isEmpty() && tokens.contains(NumberStyle.write(value));
            if (Double.isInfinite(value) && !token) {
                badCell.found(row, NumberStyle.write(value));
            }
            values[row] = token || Double.isInfinite(value) ? Double.NaN : value;
        }
        return new NumberColumn(values);
    }

    private NumberColumn numbers(TextCells cells) {
        double[] ofLevel = new double[cells.levels()];
        for (int level = 0; level < ofLevel.length; level++) {
            ofLevel[level] = number(cells.kind(level), cells.text(level));
        }
        double[] values = new double[cells.rows()];
        for (int row = 0; row < values.length; row++) {
            int code = cells.code(row);
            values[row] = code < 0 ? Double.NaN : ofLevel[code];
            if (values[row] == CellParser.UNREADABLE) {
                badCell.found(row, cells.text(code));
                values[row] = Double.NaN;
            }
        }
        return new NumberColumn(values);
    }

    private double number(CellKind kind, String text) {
        if (tokens.contains(text)) {
            return Double.NaN;
        }
        return switch (kind) {
            case NUMBER -> finite(text);
            case TEXT -> MissingWords.amongNumbers(text) ? Double.NaN : parser.number(text);
            case BOOLEAN -> text.equals("true") ? 1 : 0;
            case DATE, LIST -> CellParser.UNREADABLE;
        };
    }

    private static double finite(String neutral) {
        double value = NumberStyle.PLAIN.parse(neutral);
        return Double.isNaN(value) ? CellParser.UNREADABLE : value;
    }

    private StringColumn texts(TextCells cells) {
        List<String> levels = new ArrayList<>();
        Map<String, Integer> index = new HashMap<>();
        int[] newCode = new int[cells.levels()];
        for (int level = 0; level < newCode.length; level++) {
            String canonical = canonical(cells.kind(level), cells.text(level));
            if (canonical == null) {
                newCode[level] = BAD;
            } else {
                newCode[level] = canonical.isEmpty() ? MISSING : index.computeIfAbsent(canonical, text -> {
                    levels.add(text);
                    return levels.size() - 1;
                });
            }
        }
        int[] codes = new int[cells.rows()];
        Arrays.fill(codes, MISSING);
        for (int row = 0; row < codes.length; row++) {
            int code = cells.code(row);
            if (code >= 0 && newCode[code] == BAD) {
                badCell.found(row, cells.text(code));
            } else if (code >= 0) {
                codes[row] = newCode[code];
            }
        }
        return new StringColumn(codes, levels);
    }

    /// Empty if missing, null if the cell is not what the field says.
    private @Nullable String canonical(CellKind kind, String text) {
        if (tokens.contains(text)) {
            return "";
        }
        return switch (field.type()) {
            case DATE -> date(kind, text);
            case BOOLEAN -> kind == CellKind.TEXT && MissingWords.amongNumbers(text) ? "" : parser.text(text);
            case CATEGORY, TEXT, LIST -> parser.text(text);
            case NUMBER -> throw new IllegalArgumentException("field '%s' is a number, not a text".formatted(field.name()));
        };
    }

    private @Nullable String date(CellKind kind, String text) {
        return switch (kind) {
            case DATE -> emptyToNull(DateStyle.ISO.canonical(text));
            case TEXT -> MissingWords.amongNumbers(text) ? "" : parser.text(text);
            case NUMBER, BOOLEAN, LIST -> null;
        };
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
