package lathe.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;

/// Turns raw cells into a column as its field says. Import and prediction both read through here, so that a cell means
/// the same in both.
final class CellReading {

    /// Told of a cell that is not what the field says; the cell then counts as missing unless this throws.
    interface BadCell {

        void found(int row, String text);
    }

    private static final int MISSING = -1;
    private static final int BAD = -2;

    private final Field field;
    private final Set<String> tokens;
    private final BadCell badCell;

    CellReading(Field field, BadCell badCell) {
        this.field = field;
        this.tokens = new HashSet<>(field.missingTokens());
        this.badCell = badCell;
    }

    Column read(RawColumn raw) {
        return switch (raw) {
            case TextCells cells when field.type() == FieldType.NUMBER -> numbers(cells);
            case TextCells cells -> texts(cells);
            case NumberCells cells when field.type() == FieldType.NUMBER -> numbers(cells);
            case NumberCells cells -> texts(asText(cells));
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

    private static TextCells asText(NumberCells cells) {
        TextCells.Builder builder = new TextCells.Builder();
        for (int row = 0; row < cells.rows(); row++) {
            double value = cells.value(row);
            builder.add(CellKind.NUMBER, Double.isNaN(value) ? "" : NumberStyle.write(value));
        }
        return builder.build();
    }

    private NumberColumn numbers(TextCells cells) {
        NumberStyle style = NumberStyle.ofFormat(field.format());
        double[] ofLevel = new double[cells.levels()];
        boolean[] bad = new boolean[ofLevel.length];
        for (int level = 0; level < ofLevel.length; level++) {
            String text = cells.text(level);
            ofLevel[level] = Double.NaN;
            if (!isMissing(cells.kind(level), text)) {
                ofLevel[level] = number(cells.kind(level), text, style);
                bad[level] = Double.isNaN(ofLevel[level]);
            }
        }
        double[] values = new double[cells.rows()];
        for (int row = 0; row < values.length; row++) {
            int code = cells.code(row);
            values[row] = code < 0 ? Double.NaN : ofLevel[code];
            if (code >= 0 && bad[code]) {
                badCell.found(row, cells.text(code));
            }
        }
        return new NumberColumn(values);
    }

    private static double number(CellKind kind, String text, NumberStyle style) {
        return switch (kind) {
            case NUMBER -> NumberStyle.PLAIN.parse(text);
            case TEXT -> style.parse(text);
            case BOOLEAN -> text.equals("true") ? 1 : 0;
            case DATE, LIST -> Double.NaN;
        };
    }

    private StringColumn texts(TextCells cells) {
        List<String> levels = new ArrayList<>();
        Map<String, Integer> index = new HashMap<>();
        int[] newCode = new int[cells.levels()];
        DateStyle dates = field.type() == FieldType.DATE ? DateStyle.ofFormat(field.format()) : DateStyle.ISO;
        for (int level = 0; level < newCode.length; level++) {
            String text = cells.text(level);
            if (isMissing(cells.kind(level), text)) {
                newCode[level] = MISSING;
                continue;
            }
            String canonical = canonical(cells.kind(level), text, dates);
            newCode[level] = canonical.isEmpty() ? BAD : index.computeIfAbsent(canonical, c -> {
                levels.add(c);
                return levels.size() - 1;
            });
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

    private boolean isMissing(CellKind kind, String text) {
        if (tokens.contains(text)) {
            return true;
        }
        if (kind != CellKind.TEXT) {
            return false;
        }
        return switch (field.type()) {
            case NUMBER, DATE, BOOLEAN -> MissingWords.amongNumbers(text);
            case CATEGORY, TEXT, LIST -> text.isBlank();
        };
    }

    /// Empty if the cell is not what the field says.
    private String canonical(CellKind kind, String text, DateStyle dates) {
        return switch (field.type()) {
            case DATE -> kind == CellKind.TEXT || kind == CellKind.DATE ? dates.canonical(text) : "";
            case BOOLEAN -> truth(text.strip().toLowerCase(Locale.ROOT));
            case CATEGORY, TEXT, LIST, NUMBER -> text;
        };
    }

    private String truth(String text) {
        int bar = field.format().indexOf('|');
        if (text.equals("true") || bar > 0 && text.equalsIgnoreCase(field.format().substring(0, bar))) {
            return "true";
        }
        boolean no = text.equals("false") || bar > 0 && text.equalsIgnoreCase(field.format().substring(bar + 1));
        return no ? "false" : "";
    }
}
