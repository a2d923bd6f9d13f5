package lathe.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;

/// Parts of rows as a column names them: `holdout` or `test` keep a row for the final score, `train` trains on it in every
/// fold, whatever their case; every other value is a fold of its own.
public final class NamedFolds {

    private static final Set<String> HOLDOUT = Set.of("holdout", "test");
    private static final String TRAIN = "train";

    private final int[] kept;
    private final int[] held;
    private final List<String> folds;
    private final int[] foldOfKept;

    private NamedFolds(int[] kept, int[] held, List<String> folds, int[] foldOfKept) {
        this.kept = kept;
        this.held = held;
        this.folds = List.copyOf(folds);
        this.foldOfKept = foldOfKept;
    }

    /// @param column no value missing
    public static NamedFolds of(Column column) {
        int[] all = IntStream.range(0, column.rows()).toArray();
        String[] names = new String[all.length];
        TreeMap<String, Integer> index = new TreeMap<>();
        for (int row : all) {
            names[row] = name(column, row);
            if (!isHoldout(names[row]) && !names[row].toLowerCase(Locale.ROOT).equals(TRAIN)) {
                index.put(names[row], 0);
            }
        }
        List<String> folds = new ArrayList<>(index.keySet());
        folds.forEach(name -> index.put(name, folds.indexOf(name)));
        int[] kept = IntStream.of(all).filter(row -> !isHoldout(names[row])).toArray();
        int[] held = IntStream.of(all).filter(row -> isHoldout(names[row])).toArray();
        int[] foldOfKept = IntStream.of(kept).map(row -> index.getOrDefault(names[row], FoldPlan.ALWAYS_TRAINED)).toArray();
        return new NamedFolds(kept, held, folds, foldOfKept);
    }

    private static boolean isHoldout(String name) {
        return HOLDOUT.contains(name.toLowerCase(Locale.ROOT));
    }

    private static String name(Column column, int row) {
        return switch (column) {
            case NumberColumn numbers -> Double.toString(numbers.value(row) + 0.0);
            case StringColumn strings -> strings.text(row);
        };
    }

    /// Rows that are not held out, rising.
    public int[] kept() {
        return kept.clone();
    }

    /// Rows for the final score, rising.
    public int[] held() {
        return held.clone();
    }

    /// Number of folds named.
    public int count() {
        return folds.size();
    }

    /// Whether the folds named can judge each other: there are two, or one and rows that are always trained on.
    public boolean isPlan() {
        return folds.size() > 1 || folds.size() == 1 && IntStream.of(foldOfKept).anyMatch(fold -> fold < 0);
    }

    /// The plan for the rows kept.
    ///
    /// @throws IllegalArgumentException if there is none
    public FoldPlan plan() {
        return new FoldPlan(foldOfKept.clone(), folds.size());
    }
}
