package lathe.engine.profile;

import java.util.Arrays;
import java.util.List;
import lathe.engine.data.NumberStyle;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// The target as classes or as numbers. A number column with two values is taken for two classes.
public final class TargetView {

    private final String field;
    private final List<String> classes;
    private final int[] codes;
    private final double[] values;

    private TargetView(String field, List<String> classes, int[] codes, double[] values) {
        this.field = field;
        this.classes = List.copyOf(classes);
        this.codes = codes;
        this.values = values;
    }

    static TargetView of(Table table, String field) {
        return switch (table.column(field)) {
            case StringColumn texts -> new TargetView(field, texts.levels(), texts.codes(), new double[0]);
            case NumberColumn numbers -> ofNumbers(field, numbers);
        };
    }

    private static TargetView ofNumbers(String field, NumberColumn numbers) {
        double[] distinct = Arrays.stream(numbers.values()).filter(value -> !Double.isNaN(value)).distinct().limit(3)
                .sorted().toArray();
        if (distinct.length > 2) {
            return new TargetView(field, List.of(), new int[0], numbers.values());
        }
        int[] codes = new int[numbers.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = numbers.isMissing(row) ? -1 : Arrays.binarySearch(distinct, numbers.value(row));
        }
        return new TargetView(field, Arrays.stream(distinct).mapToObj(NumberStyle::write).toList(), codes, new double[0]);
    }

    public String field() {
        return field;
    }

    public boolean isNumber() {
        return classes.isEmpty() && values.length > 0;
    }

    /// Class labels; empty for a number target.
    public List<String> classes() {
        return classes;
    }

    /// Class of a row, or -1 if missing.
    public int code(int row) {
        return codes[row];
    }

    /// Value of a row of a number target, `NaN` if missing.
    public double value(int row) {
        return values[row];
    }

    public boolean isMissing(int row) {
        return isNumber() ? Double.isNaN(values[row]) : codes[row] < 0;
    }

    /// Rows of each class.
    public int[] counts() {
        int[] counts = new int[classes.size()];
        for (int code : codes) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        return counts;
    }
}
