package lathe.engine.profile;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// How often planted problems are found and noise alarms, as the tables of `docs/findings.md`.
///
/// Arguments: tables for each figure.
final class FindingBench {

    private static final double[] SHARES = {0.0025, 0.005, 0.01, 0.02, 0.05, 0.1};
    private static final List<Integer> ROWS = List.of(1000, 5000);
    private static final List<Integer> NOISE_ROWS = List.of(200, 2000, 20_000);
    private static final long SEED = 5_000_000;

    private final int tables;
    private final PrintStream out;

    private FindingBench(int tables, PrintStream out) {
        this.tables = tables;
        this.out = out;
    }

    public static void main(String[] args) {
        FindingBench bench = new FindingBench(Integer.parseInt(args[0]), System.out);
        bench.detection();
        bench.noise();
    }

    private void detection() {
        for (int rows : ROWS) {
            out.println("| planted in %d rows | finding | 0.25 %% | 0.5 %% | 1 %% | 2 %% | 5 %% | 10 %% |%n|---|---|--:|--:|--:|--:|--:|--:|".formatted(rows));
            for (Planted.Kind kind : Planted.Kind.values()) {
                List<String> cells = new ArrayList<>();
                for (double share : SHARES) {
                    long found = IntStream.range(0, tables).filter(i -> Planted.isFound(kind, rows, share, SEED + i)).count();
                    cells.add(String.format(Locale.ROOT, "%.0f", 100.0 * found / tables));
                }
                out.println("| %s | `%s` | %s |".formatted(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), kind.code(), String.join(" | ", cells)));
            }
            out.println();
        }
    }

    private void noise() {
        out.println("| noise | false alarms at 200 rows | 2,000 | 20,000 |%n|---|--:|--:|--:|".formatted());
        for (String distribution : Planted.NOISE) {
            List<String> cells = new ArrayList<>();
            for (int rows : NOISE_ROWS) {
                int repetitions = rows > 10_000 ? tables / 4 : tables;
                long alarms = IntStream.range(0, repetitions).filter(i -> alarms(distribution, rows, SEED + i)).count();
                cells.add(String.format(Locale.ROOT, "%.2f %%", 100.0 * alarms / repetitions));
            }
            out.println("| %s | %s |".formatted(distribution, String.join(" | ", cells)));
        }
    }

    // A long tail is there in the first two, so its name is no false alarm.
    private static boolean alarms(String distribution, int rows, long seed) {
        boolean skewed = distribution.equals("lognormal") || distribution.equals("exponential");
        return Profiler.profile(Planted.noise(distribution, rows, seed), "y").findingsOf("x").stream()
                .anyMatch(finding -> !(skewed && finding.code().equals("skew")));
    }
}
