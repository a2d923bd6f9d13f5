package lathe.tests.bench;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lathe.engine.builtin.Steps;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.engine.evaluate.LogLoss;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.Rmse;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.learn.Target;
import lathe.engine.learn.tree.BoostingLearner;
import lathe.engine.prepare.Recipe;
import lathe.engine.prepare.RecipeFitter;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Column;
import lathe.scoring.Matrix;
import lathe.scoring.NumberColumn;
import lathe.scoring.Predictions;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Loss of boosting here and in LightGBM on the development tables: the same prepared numbers, the same settings, the same
/// rows held out; another quarter of the rows and other draws with every seed.
///
/// Arguments: data folder, seeds, rounds, most rows, names of tables (all).
final class TreeTablesBench {

    private static final double RATE = 0.05;

    private final int rounds;

    private TreeTablesBench(int rounds) {
        this.rounds = rounds;
    }

    private record Rows(Matrix training, Target target, Matrix fresh, Target truth) { }

    public static void main(String[] args) throws IOException, LGBMException {
        Path data = Path.of(args[0]);
        if (!Files.exists(data.resolve("index.json"))) {
            System.out.println("SKIPPED: there are no development tables in " + data.toAbsolutePath());
            return;
        }
        Set<String> only = Set.copyOf(Arrays.asList(args).subList(4, args.length));
        TreeTablesBench bench = new TreeTablesBench(Integer.parseInt(args[2]));
        for (JsonNode entry : JsonMapper.builder().build().readTree(Files.readString(data.resolve("index.json")))) {
            if (entry.path("group").asString().equals("dev") && (only.isEmpty() || only.contains(entry.path("name").asString()))) {
                bench.compare(data, entry, Integer.parseInt(args[1]), Integer.parseInt(args[3]));
            }
        }
    }

    private void compare(Path data, JsonNode entry, int seeds, int mostRows) throws IOException, LGBMException {
        double[] ratios = new double[seeds];
        double[] own = new double[seeds];
        double[] other = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            Rows rows = rows(data, entry, seed, mostRows);
            Metric metric = rows.target().task() == Task.REGRESSION ? new Rmse() : new LogLoss();
            int positive = rows.target().classCount() == 2 ? 1 : 0;
            own[seed] = metric.compute(rows.truth(), own(rows, seed), positive);
            other[seed] = metric.compute(rows.truth(), lightGbm(rows, seed), positive);
            ratios[seed] = own[seed] / other[seed];
        }
        double mean = Arrays.stream(ratios).average().orElseThrow();
        double squares = Arrays.stream(ratios).map(ratio -> (ratio - mean) * (ratio - mean)).sum();
        System.out.printf(Locale.ROOT, "%-20s here %.5g, LightGBM %.5g, ratio %.4f ± %.4f%n", entry.path("name").asString(),
                Arrays.stream(own).average().orElseThrow(), Arrays.stream(other).average().orElseThrow(), mean,
                Math.sqrt(squares / (seeds - 1) / seeds));
    }

    private Rows rows(Path data, JsonNode entry, int seed, int mostRows) throws IOException {
        Table all = new TableImport().read(data.resolve(entry.path("file").asString()), ImportOptions.defaults()).table();
        String answer = entry.path("target").asString();
        Column answers = all.column(answer);
        List<Integer> drawn = new ArrayList<>(IntStream.range(0, all.rows()).filter(row -> !isMissing(answers, row)).boxed().toList());
        Collections.shuffle(drawn, new Random(seed));
        int[] some = drawn.stream().limit(mostRows).mapToInt(Integer::intValue).toArray();
        int held = some.length / 4;
        int[] test = Arrays.copyOf(some, held);
        int[] train = Arrays.copyOfRange(some, held, some.length);
        Set<String> dropped = new HashSet<>(Set.of(answer));
        entry.path("drop_for_fair_benchmark").forEach(column -> dropped.add(column.asString()));
        Schema inputs = new Schema(all.schema().fields().stream().filter(field -> !dropped.contains(field.name()))
                .map(field -> field.withRole(Role.FEATURE)).toList());
        Table features = all.project(inputs);
        Target target = target(answers, entry.path("task").asString());
        RecipeFitter.Prepared prepared = new RecipeFitter(Steps.ALL).fit(new Recipe(Preparation.TREES_WITH_MISSING, Map.of()),
                features.select(train), target.select(train), new Seed(seed));
        return new Rows(prepared.training(), target.select(train), prepared.recipe().apply(features.select(test)), target.select(test));
    }

    private static boolean isMissing(Column column, int row) {
        return column instanceof StringColumn strings ? strings.isMissing(row) : Double.isNaN(((NumberColumn) column).value(row));
    }

    private static Target target(Column column, String task) {
        if (task.equals("regression") && column instanceof NumberColumn numbers) {
            double[] values = numbers.values().clone();
            return Target.regression(Arrays.stream(values).map(value -> Double.isNaN(value) ? 0 : value).toArray());
        }
        List<String> texts = IntStream.range(0, column.rows()).mapToObj(row -> column instanceof StringColumn strings
                ? strings.isMissing(row) ? "" : strings.text(row) : Double.toString(((NumberColumn) column).value(row))).toList();
        List<String> classes = List.copyOf(new TreeSet<>(texts.stream().filter(text -> !text.isEmpty()).toList()));
        return Target.classes(texts.stream().mapToInt(text -> Math.max(0, classes.indexOf(text))).toArray(), classes.size());
    }

    private Predictions own(Rows rows, int seed) {
        BoostingLearner learner = new BoostingLearner();
        Map<String, Object> changes = new HashMap<>(Map.of("rounds", (double) rounds, "learning_rate", RATE, "leaves", 31.0,
                "leaf_rows", 20.0, "rows", 0.8, "columns", 0.8, "stopping", "never", "l2", 1.0));
        DataShape shape = new DataShape(rows.target().task(), rows.target().classCount(), rows.target().rows(), rows.training().width());
        return learner.fit(rows.training(), rows.target(), learner.space(shape).with(changes),
                new FitContext(new Seed(seed), Deadline.never(), new CancelToken())).predict(Features.of(rows.fresh()));
    }

    private Predictions lightGbm(Rows rows, int seed) throws LGBMException, IOException {
        Target target = rows.target();
        int k = target.classCount();
        int width = rows.training().width();
        String levels = IntStream.range(0, width).filter(rows.training()::numbersLevels).mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
        String settings = ("objective=%s num_leaves=31 learning_rate=%s min_data_in_leaf=20 lambda_l2=1 max_bin=255 bagging_fraction=0.8 "
                + "bagging_freq=1 feature_fraction=0.8 max_cat_to_onehot=4 min_data_per_group=10 cat_smooth=10 cat_l2=5 seed=%d "
                + "num_threads=1 verbosity=-1").formatted(k == 0 ? "regression" : k == 2 ? "binary" : "multiclass num_class=" + k, RATE, seed)
                + (levels.isEmpty() ? "" : " categorical_feature=" + levels);
        if (k > 2) {
            return byPython(rows, settings);
        }
        float[] labels = new float[target.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = (float) (k == 0 ? target.value(row) : target.classIndex(row));
        }
        try (LGBMDataset data = LGBMDataset.createFromMat(flat(rows.training()), target.rows(), width, true, settings, null)) {
            data.setField("label", labels);
            try (LGBMBooster booster = LGBMBooster.create(data, settings)) {
                for (int round = 0; round < rounds; round++) {
                    booster.updateOneIter();
                }
                double[] answers = booster.predictForMat(flat(rows.fresh()), rows.fresh().rows(), width, true,
                        PredictionType.C_API_PREDICT_NORMAL, "num_threads=1");
                return new Predictions(Math.max(1, k), k == 2 ? both(answers) : answers);
            }
        }
    }

    // lightgbm4j keeps room for one number a row, whatever the number of classes, and writes beyond it.
    private Predictions byPython(Rows rows, String settings) throws IOException {
        Path folder = Files.createTempDirectory("classes");
        write(folder.resolve("train"), flat(rows.training()));
        write(folder.resolve("fresh"), flat(rows.fresh()));
        write(folder.resolve("labels"), rows.target().toArray());
        List<String> command = new ArrayList<>(List.of(System.getenv().getOrDefault("PYTHON", "python3"), "tests/bench/lightgbm_classes.py",
                folder.toString(), Integer.toString(rows.target().rows()), Integer.toString(rows.training().width()), Integer.toString(rounds)));
        command.addAll(List.of(settings.split(" ")));
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IOException("no answer from " + command);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException(ended);
        }
        byte[] bytes = Files.readAllBytes(folder.resolve("answers"));
        double[] answers = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(answers);
        return new Predictions(rows.target().classCount(), answers);
    }

    private static void write(Path file, double[] values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(values);
        Files.write(file, buffer.array());
    }

    private static double[] both(double[] second) {
        double[] all = new double[2 * second.length];
        for (int row = 0; row < second.length; row++) {
            all[2 * row] = 1 - second[row];
            all[2 * row + 1] = second[row];
        }
        return all;
    }

    private static double[] flat(Matrix matrix) {
        double[] flat = new double[matrix.rows() * matrix.width()];
        for (int row = 0; row < matrix.rows(); row++) {
            for (int feature = 0; feature < matrix.width(); feature++) {
                flat[row * matrix.width() + feature] = matrix.at(row, feature);
            }
        }
        return flat;
    }
}
