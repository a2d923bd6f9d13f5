package lathe.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Texts as codes into a dictionary; missing is code -1. The dictionary holds no empty text and no text twice.
public final class StringColumn implements Column {

    private final int[] codes;
    private final List<String> levels;

    /// @param codes  level index of each row, or -1 for missing
    /// @param levels distinct texts, none empty; not every level need occur
    public StringColumn(int[] codes, List<String> levels) {
        this.codes = codes;
        this.levels = List.copyOf(levels);
    }

    /// Builds the dictionary in order of first appearance; `null` and the empty text are missing.
    public static StringColumn of(List<? extends @Nullable String> texts) {
        int[] codes = new int[texts.size()];
        Map<String, Integer> index = new HashMap<>();
        List<String> levels = new ArrayList<>();
        for (int row = 0; row < codes.length; row++) {
            String text = texts.get(row);
            if (text == null || text.isEmpty()) {
                codes[row] = -1;
                continue;
            }
            Integer code = index.get(text);
            if (code == null) {
                code = levels.size();
                index.put(text, code);
                levels.add(text);
            }
            codes[row] = code;
        }
        return new StringColumn(codes, levels);
    }

    public int code(int row) {
        return codes[row];
    }

    /// The codes themselves, not a copy; callers must not write to it.
    public int[] codes() {
        return codes;
    }

    public List<String> levels() {
        return levels;
    }

    /// The text of a row; the empty text if missing.
    public String text(int row) {
        int code = codes[row];
        return code < 0 ? "" : levels.get(code);
    }

    @Override
    public int rows() {
        return codes.length;
    }

    @Override
    public boolean isMissing(int row) {
        return codes[row] < 0;
    }

    @Override
    public StringColumn select(int[] rowIndices) {
        int[] selected = new int[rowIndices.length];
        for (int i = 0; i < selected.length; i++) {
            selected[i] = codes[rowIndices[i]];
        }
        return new StringColumn(selected, levels);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof StringColumn column) || column.rows() != rows()) {
            return false;
        }
        for (int row = 0; row < codes.length; row++) {
            if (!text(row).equals(column.text(row))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = codes.length;
        for (int row = 0; row < codes.length; row++) {
            hash = 31 * hash + text(row).hashCode();
        }
        return hash;
    }
}
