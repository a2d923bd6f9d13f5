package lathe.tests.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lathe.tests.bench.RecordedRun.Attempt;
import lathe.tests.bench.RecordedRun.Origin;

/// What a cap on configurations by rows gives up or gains: loss of the test rows with it over that without, replayed from stored
/// predictions, on tables with fewer than 10,000 rows to learn from.
///
/// Arguments: folder of recorded runs, seconds of CPU, factors on the cap. Prints the geometric mean over tables with its
/// standard error, the median, and the CPU spent with the cap over that without.
final class CapReplay {

    private static final int MOST_ROWS = 10_000;

    private CapReplay() { }

    public static void main(String[] args) throws IOException {
        List<RecordedRun> runs = RecordedRun.readAll(Path.of(args[0])).stream().filter(run -> rows(run) < MOST_ROWS).toList();
        Replay replay = new Replay(Double.parseDouble(args[1]), true, true);
        for (int i = 2; i < args.length; i++) {
            compare(runs, replay, Double.parseDouble(args[i]));
        }
    }

    // A single split validates a fifth.
    private static int rows(RecordedRun run) {
        boolean single = run.folds().stream().allMatch(fold -> fold == 0);
        return single ? 5 * run.truth().rows() : run.truth().rows();
    }

    private static List<Attempt> capped(RecordedRun run, List<Attempt> order, double factor) {
        int most = (int) Math.round(factor * ConfigurationCap.most(rows(run)));
        List<Attempt> kept = new ArrayList<>();
        int counted = 0;
        for (Attempt attempt : order) {
            if (!ConfigurationCap.counts(attempt.learner())) {
                kept.add(attempt);
            } else if (counted < most) {
                kept.add(attempt);
                counted++;
            }
        }
        return kept;
    }

    private static double spent(Replay replay, RecordedRun run, List<Attempt> order) {
        return replay.done(run, order).stream().mapToDouble(Attempt::cost).sum();
    }

    private static void compare(List<RecordedRun> runs, Replay replay, double factor) {
        Map<String, List<Double>> logs = new TreeMap<>();
        double all = 0;
        double less = 0;
        StringBuilder each = new StringBuilder();
        for (RecordedRun run : runs) {
            List<Attempt> order = run.attempts().stream().filter(attempt -> attempt.origin() != Origin.LOT).toList();
            List<Attempt> capped = capped(run, order, factor);
            double log = Math.log(replay.testLoss(run, capped) / replay.testLoss(run, order));
            logs.computeIfAbsent(run.table(), name -> new ArrayList<>()).add(log);
            all += spent(replay, run, order);
            less += spent(replay, run, capped);
            each.append(String.format(Locale.ROOT, " %s(%d: %d of %d) %.3f", run.table(), rows(run), capped.size(), order.size(), Math.exp(log)));
        }
        List<Double> tables = logs.values().stream().map(own -> own.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .sorted().toList();
        double mean = tables.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares = tables.stream().mapToDouble(log -> (log - mean) * (log - mean)).sum();
        System.out.printf(Locale.ROOT, "%.0f s, cap x %.2g: %.4f ± %.4f, median %.4f, worse on %d of %d, better on %d, CPU x %.2f;%s%n",
                replay.seconds(), factor, Math.exp(mean), Math.sqrt(squares / Math.max(1, tables.size() - 1) / tables.size()),
                Math.exp((tables.get((tables.size() - 1) / 2) + tables.get(tables.size() / 2)) / 2),
                tables.stream().filter(log -> log > 1e-6).count(), tables.size(), tables.stream().filter(log -> log < -1e-6).count(),
                less / all, each);
    }
}
