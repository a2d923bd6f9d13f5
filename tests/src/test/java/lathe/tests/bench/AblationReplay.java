package lathe.tests.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lathe.tests.bench.RecordedRun.Attempt;
import lathe.tests.bench.RecordedRun.Origin;

/// What each part of the search adds: loss of the test rows without it, over the loss of the whole, replayed from stored
/// predictions.
///
/// Arguments: folder of recorded runs, seconds of CPU, and `generated` for the tables drawn by number in place of the development
/// tables. Prints the geometric mean over tables (seeds of a table are averaged first) with its standard error over tables, and the
/// median, which single tables of very small losses cannot move.
final class AblationReplay {

    private record Part(String name, Predicate<Attempt> kept, boolean racing, boolean ensemble, UnaryOperator<Attempt> changed) {
        Part(String name, Predicate<Attempt> kept, boolean racing, boolean ensemble) {
            this(name, kept, racing, ensemble, UnaryOperator.identity());
        }

        // Not every run has draws by lot.
        boolean isRecorded(RecordedRun run) {
            return run.attempts().stream().filter(kept).count() > 1;
        }

        static Part without(String name, Predicate<Attempt> left) {
            return new Part(name, left.negate(), true, true);
        }
    }

    private static final Predicate<Attempt> SEARCHED = attempt -> attempt.origin() != Origin.LOT;

    private static final List<String> FORESTS = List.of("forest", "extra_trees");

    private static final List<Part> PARTS = List.of(
            new Part("a single model in place of the ensemble", SEARCHED, true, false),
            new Part("no giving up between folds", SEARCHED, false, true),
            Part.without("no tuning after the portfolio", attempt -> attempt.origin() != Origin.START),
            new Part("draws by lot in place of portfolio and tuning",
                    attempt -> attempt.origin() == Origin.LOT || attempt.learner().equals("baseline"), true, true),
            lacking("no joined columns", Attempt::joined),
            lacking("no networks", "network", "embedding_network", "residual_network"),
            lacking("no symmetric trees", "symmetric_boosting"),
            lacking("no leaf-wise boosting", "boosting"),
            lacking("no explainable boosting", "explainable_boosting"),
            lacking("no forests and single trees", "forest", "extra_trees", "tree"),
            lacking("no forests with best cuts", "forest"),
            lacking("no linear models", "logistic", "ridge", "elastic_net"),
            lacking("no kernels and neighbours", "gaussian_process", "support_vectors", "nearest_neighbours"),
            lacking("no Gaussian process", "gaussian_process"),
            lacking("no support vectors", "support_vectors"),
            lacking("no neighbours", "nearest_neighbours"),
            lacking("no forests with best cuts, support vectors and neighbours", "forest", "support_vectors", "nearest_neighbours"),
            new Part("forests at the cost of one fold, as out-of-bag answers would have it", SEARCHED, true, true,
                    attempt -> FORESTS.contains(attempt.learner()) ? attempt.atCostOfOneFold() : attempt));

    private AblationReplay() { }

    private static Part lacking(String name, Predicate<Attempt> left) {
        return new Part(name, SEARCHED.and(left.negate()), true, true);
    }

    private static Part lacking(String name, String... learners) {
        return lacking(name, attempt -> List.of(learners).contains(attempt.learner()));
    }

    public static void main(String[] args) throws IOException {
        List<RecordedRun> runs = RecordedRun.readAll(Path.of(args[0])).stream()
                .filter(run -> run.table().startsWith("generated") == List.of(args).contains("generated")).toList();
        double seconds = Double.parseDouble(args[1]);
        IdentityHashMap<RecordedRun, Double> whole = new IdentityHashMap<>();
        runs.forEach(run -> whole.put(run, loss(run, new Part("whole", SEARCHED, true, true), seconds)));
        System.out.printf(Locale.ROOT, "%d runs on %d tables, %.0f s%n", runs.size(), runs.stream().map(RecordedRun::table).distinct().count(),
                seconds);
        for (Part part : PARTS) {
            Map<String, List<Double>> logs = new TreeMap<>();
            runs.stream().filter(part::isRecorded).forEach(run -> logs.computeIfAbsent(run.table(), name -> new ArrayList<>())
                    .add(Math.log(loss(run, part, seconds) / whole.get(run))));
            if (logs.isEmpty()) {
                System.out.println(part.name() + ": not recorded");
            } else {
                print(part.name(), logs);
            }
        }
    }

    private static double loss(RecordedRun run, Part part, double seconds) {
        Stream<Attempt> order = run.attempts().stream().filter(part.kept()).map(part.changed());
        return new Replay(seconds, part.racing(), part.ensemble()).testLoss(run, order.toList());
    }

    private static void print(String name, Map<String, List<Double>> ofTables) {
        List<Double> logs = new ArrayList<>();
        StringBuilder tables = new StringBuilder();
        ofTables.forEach((table, ofSeeds) -> {
            double log = ofSeeds.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            logs.add(log);
            tables.append(String.format(Locale.ROOT, " %s %.3f", table, Math.exp(log)));
        });
        double mean = logs.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares = logs.stream().mapToDouble(log -> (log - mean) * (log - mean)).sum();
        List<Double> sorted = logs.stream().sorted().toList();
        double median = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
        System.out.printf(Locale.ROOT, "%-60s %.4f ± %.4f, median %.4f, worse on %d of %d, better on %d;%s%n", name, Math.exp(mean),
                Math.sqrt(squares / Math.max(1, logs.size() - 1) / logs.size()), Math.exp(median),
                logs.stream().filter(log -> log > 1e-6).count(), logs.size(), logs.stream().filter(log -> log < -1e-6).count(), tables);
    }
}
