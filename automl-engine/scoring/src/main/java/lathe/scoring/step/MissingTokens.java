package lathe.scoring.step;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lathe.scoring.StringColumn;

/// Turns texts that mean "no value" into missing, in place. First step of a recipe, so that every way in agrees.
///
/// @param columns text columns
/// @param tokens  texts that mean missing, compared exactly
public record MissingTokens(List<String> columns, List<String> tokens) implements InPlaceStep {

    public MissingTokens {
        columns = List.copyOf(columns);
        tokens = List.copyOf(tokens);
    }

    @Override
    public void apply(Frame frame) {
        Set<String> missing = new HashSet<>(tokens);
        for (String name : columns) {
            StringColumn column = frame.strings(name);
            if (column.levels().stream().anyMatch(missing::contains)) {
                frame.put(name, without(column, missing));
            }
        }
    }

    private static StringColumn without(StringColumn column, Set<String> missing) {
        List<String> kept = new ArrayList<>();
        int[] newCode = new int[column.levels().size()];
        for (int level = 0; level < newCode.length; level++) {
            String text = column.levels().get(level);
            newCode[level] = missing.contains(text) ? -1 : kept.size();
            if (newCode[level] >= 0) {
                kept.add(text);
            }
        }
        int[] codes = new int[column.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = column.code(row) < 0 ? -1 : newCode[column.code(row)];
        }
        return new StringColumn(codes, kept);
    }
}
