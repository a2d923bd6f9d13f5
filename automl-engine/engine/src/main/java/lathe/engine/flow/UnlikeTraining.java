package lathe.engine.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import lathe.engine.data.NumberStyle;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Signature;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.pack.Manifest;

/// Counts rows that hold what no training row held: a number outside of the range seen there, a value that never came. A model
/// answers them, but knows nothing about them.
final class UnlikeTraining {

    private static final double WORTH_A_WORD = 0.01;
    private static final int FEWEST = 3;
    private static final int MOST_COLUMNS = 10;

    private final List<Seen> seen = new ArrayList<>();
    private final long[] unlike;
    private long rows;

    /// What a column held in training.
    private record Seen(Manifest.InputFacts facts, Set<String> levels) {

        boolean isNumber() {
            return !Double.isNaN(facts.low());
        }

        int unlike(Table table) {
            return switch (table.column(facts.name())) {
                case NumberColumn numbers -> (int) IntStream.range(0, numbers.rows())
                        .filter(row -> numbers.value(row) < facts.low() || numbers.value(row) > facts.high()).count();
                case StringColumn texts -> {
                    boolean[] known = new boolean[texts.levels().size()];
                    IntStream.range(0, known.length).forEach(level -> known[level] = levels.contains(texts.levels().get(level)));
                    yield (int) IntStream.range(0, texts.rows()).filter(row -> !texts.isMissing(row) && !known[texts.code(row)]).count();
                }
            };
        }

        String sentence(double share) {
            String part = String.format(Locale.ROOT, "%.1f %% of the rows", 100 * share);
            return isNumber() ? "%s have a '%s' outside of %s to %s, which is all the model has learnt from."
                    .formatted(part, facts.name(), NumberStyle.write(facts.low()), NumberStyle.write(facts.high()))
                    : "%s have a '%s' that no training row had.".formatted(part, facts.name());
        }
    }

    /// @param inputs as the package tells them; columns of which it kept no levels are passed over, and so are dates and texts
    UnlikeTraining(Signature signature, List<Manifest.InputFacts> inputs) {
        for (Manifest.InputFacts facts : inputs) {
            FieldType type = signature.inputs().field(facts.name()).type();
            boolean levels = (type == FieldType.CATEGORY || type == FieldType.BOOLEAN) && !facts.levels().isEmpty();
            if (levels || type == FieldType.NUMBER && !Double.isNaN(facts.low())) {
                seen.add(new Seen(facts, Set.copyOf(facts.levels())));
            }
        }
        unlike = new long[seen.size()];
    }

    /// For each column that is watched, rows unlike training. On any thread.
    int[] counts(Table table) {
        return seen.stream().mapToInt(each -> each.unlike(table)).toArray();
    }

    void add(int[] counts, int more) {
        for (int i = 0; i < counts.length; i++) {
            unlike[i] += counts[i];
        }
        rows += more;
    }

    /// What is worth a word, the column with most such rows first.
    List<String> sentences() {
        return IntStream.range(0, unlike.length).filter(i -> unlike[i] >= Math.max(FEWEST, WORTH_A_WORD * rows)).boxed()
                .sorted((one, other) -> Long.compare(unlike[other], unlike[one])).limit(MOST_COLUMNS)
                .map(i -> seen.get(i).sentence(unlike[i] / (double) rows)).toList();
    }
}
