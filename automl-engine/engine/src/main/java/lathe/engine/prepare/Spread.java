package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lathe.scoring.StringColumn;

/// How often values come, for a small picture: bars of equal width for numbers, the commonest texts otherwise.
///
/// @param edges   ascending, one more than the counts; empty for texts
/// @param labels  texts, the commonest first; empty for numbers
/// @param counts  rows of each bar
/// @param others  rows of texts that have no bar
/// @param missing rows without value
public record Spread(List<Double> edges, List<String> labels, List<Integer> counts, int others, int missing) {

    private static final int BARS = 16;
    private static final int LABELS = 10;

    public Spread {
        edges = List.copyOf(edges);
        labels = List.copyOf(labels);
        counts = List.copyOf(counts);
    }

    static Spread of(double[] values) {
        double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        int missing = values.length - present.length;
        if (present.length == 0) {
            return new Spread(List.of(), List.of(), List.of(), 0, missing);
        }
        double low = Arrays.stream(present).min().orElseThrow();
        double high = Arrays.stream(present).max().orElseThrow();
        int bars = low == high ? 1 : BARS;
        double width = high / bars - low / bars;
        Integer[] counts = new Integer[bars];
        Arrays.fill(counts, 0);
        for (double value : present) {
            counts[width == 0 ? 0 : (int) Math.min(bars - 1, (value - low) / width)]++;
        }
        List<Double> edges = new ArrayList<>();
        for (int bar = 0; bar < bars; bar++) {
            edges.add(low + bar * width);
        }
        edges.add(high);
        return new Spread(edges, List.of(), List.of(counts), 0, missing);
    }

    static Spread of(StringColumn texts) {
        int[] counts = new int[texts.levels().size()];
        int missing = 0;
        for (int code : texts.codes()) {
            if (code < 0) {
                missing++;
            } else {
                counts[code]++;
            }
        }
        List<Integer> top = IntStream.range(0, counts.length).boxed().filter(level -> counts[level] > 0)
                .sorted(Comparator.comparingInt((Integer level) -> counts[level]).reversed().thenComparing(texts.levels()::get))
                .limit(LABELS).toList();
        int shown = top.stream().mapToInt(level -> counts[level]).sum();
        return new Spread(List.of(), top.stream().map(texts.levels()::get).toList(),
                top.stream().map(level -> counts[level]).toList(), texts.rows() - missing - shown, missing);
    }
}
