package lathe.tests.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lathe.engine.adapter.smile.BlasProduct;
import lathe.engine.builtin.Learners;
import lathe.engine.builtin.Metrics;
import lathe.engine.builtin.Steps;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.Target;
import lathe.engine.learn.network.LoopProduct;
import lathe.engine.learn.network.MatrixProduct;
import lathe.engine.prepare.Recipe;
import lathe.engine.prepare.RecipeFitter;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.Matrix;
import lathe.scoring.NumberColumn;
import lathe.scoring.Predictions;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;

/// Learners on tables with a fixed split: score of the test rows and CPU seconds, one line of JSON each.
///
/// Arguments: a file of tasks (name, file, target, task, positive class, metric, dropped columns, numbers of test rows; tab
/// between them, comma within), then learners with changed settings: `network`, `network:epochs=30,hidden=64`. The system
/// property `seed` draws everything anew.
final class NetworkBench {

    /// CPU that each has; who needs less is fitted again from other draws, and the answers are averaged.
    private static final double LEAST_SECONDS = 1;

    private final String name;
    private final Task task;
    private final String metric;
    private final Table table;
    private final Target target;
    private final int positive;
    private final int[] train;
    private final int[] test;

    private NetworkBench(String line) {
        String[] parts = line.split("\t", -1);
        name = parts[0];
        task = Task.valueOf(parts[3].toUpperCase(Locale.ROOT));
        metric = parts[5];
        Set<String> dropped = Set.of(parts[6].split(","));
        Table read = new TableImport().read(Path.of(parts[1]), ImportOptions.defaults()).table();
        List<Field> fields = read.schema().fields().stream()
                .map(field -> field.withRole(field.name().equals(parts[2]) || dropped.contains(field.name()) ? Role.IGNORED : Role.FEATURE)).toList();
        table = new Table(new Schema(fields), read.columns());
        Column answers = read.column(parts[2]);
        List<String> classes = task == Task.REGRESSION ? List.of()
                : IntStream.range(0, read.rows()).mapToObj(row -> text(answers, row)).distinct().sorted().toList();
        target = task == Task.REGRESSION ? Target.regression(((NumberColumn) answers).values())
                : Target.classes(IntStream.range(0, read.rows()).map(row -> classes.indexOf(text(answers, row))).toArray(), classes.size());
        positive = classes.indexOf(parts[4]);
        test = Arrays.stream(parts[7].split(",")).mapToInt(Integer::parseInt).toArray();
        BitSet held = new BitSet();
        Arrays.stream(test).forEach(held::set);
        train = IntStream.range(0, read.rows()).filter(row -> !held.get(row)).toArray();
    }

    private static String text(Column column, int row) {
        return switch (column) {
            case StringColumn texts -> texts.text(row);
            case NumberColumn numbers -> numbers.value(row) == Math.rint(numbers.value(row))
                    ? Long.toString((long) numbers.value(row)) : Double.toString(numbers.value(row));
        };
    }

    public static void main(String[] args) throws IOException {
        if (args[0].equals("--products")) {
            products();
            return;
        }
        for (String line : Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8)) {
            NetworkBench bench = new NetworkBench(line);
            for (String learner : List.of(args).subList(1, args.length)) {
                bench.run(learner);
            }
        }
    }

    // The three products of a layer, forwards and backwards.
    private static void products() {
        for (int[] size : new int[][] {{256, 256, 256}, {256, 128, 128}, {128, 64, 64}, {256, 20, 128}}) {
            double loops = speed(new LoopProduct(), size);
            double blas = speed(BlasProduct.orLoops(), size);
            System.out.printf(Locale.ROOT, "%d rows, %d x %d: loops %.1f, OpenBLAS %.1f thousand million multiply-adds a second, %.1f times%n",
                    size[0], size[1], size[2], loops, blas, blas / loops);
        }
    }

    private static double speed(MatrixProduct product, int[] size) {
        SplittableRandom random = new SplittableRandom(1);
        float[][] drawn = new float[3][size[0] * size[1] + size[1] * size[2] + size[0] * size[2]];
        for (float[] matrix : drawn) {
            for (int i = 0; i < matrix.length; i++) {
                matrix[i] = (float) random.nextDouble(-1, 1);
            }
        }
        double work = 3.0 * size[0] * size[1] * size[2];
        int times = (int) (3e9 / work);
        double best = 0;
        for (int round = 0; round < 4; round++) {
            double begin = cpu();
            for (int i = 0; i < times; i++) {
                Arrays.fill(drawn[2], 0);
                product.forward(drawn[0], drawn[1], drawn[2], size[0], size[1], size[2]);
                product.back(drawn[0], drawn[1], drawn[2], size[0], size[1], size[2]);
                product.weights(drawn[0], drawn[1], drawn[2], size[0], size[1], size[2]);
            }
            best = Math.max(best, times * work / (cpu() - begin) / 1e9);
        }
        return best;
    }

    private static double cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    private void run(String asked) {
        Seed seed = new Seed(Long.getLong("seed", 1));
        String[] parts = asked.split(":", 2);
        Learner learner = Learners.byId(parts[0]);
        Target known = target.select(train);
        RecipeFitter.Prepared prepared = new RecipeFitter(Steps.ALL).fit(new Recipe(learner.preparation(), Map.of()), table.select(train),
                known, seed);
        Matrix fresh = prepared.recipe().apply(table.select(test));
        DataShape shape = new DataShape(task, target.classCount(), train.length, prepared.training().width());
        if (learner.refusal(shape).isPresent()) {
            return;
        }
        Hyperparameters chosen = chosen(learner.space(shape), parts.length > 1 ? parts[1] : "");
        List<Form> forms = new ArrayList<>();
        double begin = cpu();
        do {
            forms.add(learner.fit(prepared.training(), known, chosen,
                    new FitContext(seed.child("fit", forms.size()), Deadline.never(), new CancelToken())));
        } while ((cpu() - begin) * (forms.size() + 1) / forms.size() < LEAST_SECONDS);
        double fitted = cpu();
        Predictions answers = mean(forms, Features.of(fresh));
        double done = cpu();
        double score = Metrics.byId(metric).orElseThrow().compute(target.select(test), answers, positive);
        System.out.printf(Locale.ROOT, "{\"table\":\"%s\",\"learner\":\"%s\",\"score\":%.6f,\"train\":%.3f,\"predict\":%.3f,\"expected\":%.3f}%n",
                name, asked, score, fitted - begin, done - fitted, learner.expectedSeconds(shape, chosen));
    }

    private static Predictions mean(List<Form> forms, Features features) {
        Predictions first = forms.getFirst().predict(features);
        double[] sum = first.values();
        for (Form other : forms.subList(1, forms.size())) {
            double[] more = other.predict(features).values();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += more[i];
            }
        }
        return new Predictions(first.width(), Arrays.stream(sum).map(value -> value / forms.size()).toArray());
    }

    private static Hyperparameters chosen(SearchSpace space, String changes) {
        Map<String, Object> values = new HashMap<>();
        List<String> known = new ArrayList<>();
        space.parameters().forEach(parameter -> known.add(parameter.name()));
        for (String change : changes.isEmpty() ? new String[0] : changes.split(",")) {
            String[] pair = change.split("=");
            if (known.contains(pair[0])) {
                values.put(pair[0], pair[1].matches("[-\\d.eE]+") ? Double.valueOf(pair[1]) : pair[1]);
            }
        }
        return space.with(values);
    }
}
