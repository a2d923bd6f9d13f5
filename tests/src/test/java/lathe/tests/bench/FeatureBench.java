package lathe.tests.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
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
import java.util.stream.IntStream;
import lathe.engine.builtin.Generators;
import lathe.engine.builtin.Learners;
import lathe.engine.builtin.Steps;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.engine.evaluate.FoldMaker;
import lathe.engine.evaluate.FoldPlan;
import lathe.engine.evaluate.LogLoss;
import lathe.engine.evaluate.Mae;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.Rmse;
import lathe.engine.evaluate.RowGroups;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Target;
import lathe.engine.prepare.Recipe;
import lathe.engine.prepare.RecipeFitter;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.Matrix;
import lathe.scoring.NumberColumn;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What generators and steps add to a learner: cross-validated loss (log loss, RMSE) on the training part of the
/// development tables, over the loss without them.
///
/// Arguments: data folder, most rows, folds, learner, then variants, each a list of words joined by commas: a generator's id,
/// `type:step` for all columns of a type, `skewed:step` for numbers whose skewness exceeds 0.99, or `hyperparameter=value`; `tables:name:name` picks tables. A variant that begins
/// with `+` is compared with the settings of the same hyperparameters without generators and steps. The word `imputed` has
/// missing numbers filled before a learner of trees sees them. Further arguments: `seeds:5` repeats everything with other
/// folds, `blank:0.2` empties so large a share of all number cells by lot, `hide:0.2` empties large numbers first; `absolute` judges by the mean absolute error.
final class FeatureBench {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final double SKEWED = 0.99;

    private final Path data;
    private final int mostRows;
    private final int folds;
    private final Learner learner;
    private int seeds = 1;
    private double blank;
    private double hide;
    private boolean absolute;

    private FeatureBench(Path data, int mostRows, int folds, Learner learner) {
        this.data = data;
        this.mostRows = mostRows;
        this.folds = folds;
        this.learner = learner;
    }

    private record Variant(String name, Set<String> generators, Map<String, String> steps, Map<String, Object> changes, boolean imputed) {

        static Variant of(String words) {
            Set<String> generators = new TreeSet<>();
            Map<String, String> steps = new HashMap<>();
            Map<String, Object> changes = new HashMap<>();
            for (String word : words.split(",")) {
                if (word.contains("=")) {
                    String value = word.substring(word.indexOf('=') + 1);
                    changes.put(word.substring(0, word.indexOf('=')), value.matches("[0-9.]+") ? Double.valueOf(value) : value);
                } else if (word.contains(":")) {
                    steps.put(word.substring(0, word.indexOf(':')), word.substring(word.indexOf(':') + 1));
                } else if (!word.equals("plain") && !word.equals("imputed")) {
                    generators.add(word);
                }
            }
            return new Variant(words, generators, steps, changes, List.of(words.split(",")).contains("imputed"));
        }

        Variant plain() {
            return new Variant("plain", Set.of(), Map.of(), changes, false);
        }

        Map<String, String> chosen(Table table) {
            Map<String, String> chosen = new HashMap<>();
            for (Field field : table.schema().fields()) {
                String step = steps.get(isSkewed(table.column(field.name())) && steps.containsKey("skewed") ? "skewed"
                        : field.type().name().toLowerCase(Locale.ROOT));
                if (step != null) {
                    chosen.put(field.name(), step);
                }
            }
            return chosen;
        }
    }

    private static boolean isSkewed(Column column) {
        if (!(column instanceof NumberColumn numbers)) {
            return false;
        }
        double[] values = Arrays.stream(numbers.values()).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum() / values.length;
        double cubes = Arrays.stream(values).map(value -> (value - mean) * (value - mean) * (value - mean)).sum() / values.length;
        return Math.abs(cubes) > SKEWED * Math.pow(squares, 1.5);
    }

    private record Rows(String name, Table table, Target target, List<FoldPlan> plans) { }

    private record Reading(double[] losses, double prepareSeconds, double fitSeconds, int features) {

        double of(int seed, int folds) {
            return Arrays.stream(losses, seed * folds, (seed + 1) * folds).average().orElseThrow();
        }
    }

    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        if (!Files.exists(data.resolve("index.json"))) {
            System.out.println("SKIPPED: there are no development tables in " + data.toAbsolutePath());
            return;
        }
        FeatureBench bench = new FeatureBench(data, Integer.parseInt(args[1]), Integer.parseInt(args[2]), Learners.byId(args[3]));
        Set<String> only = new HashSet<>();
        List<Variant> variants = new ArrayList<>();
        for (String word : Arrays.asList(args).subList(4, args.length)) {
            if (word.startsWith("tables:")) {
                only.addAll(List.of(word.substring(7).split(":")));
            } else if (word.equals("absolute")) {
                bench.absolute = true;
            } else if (word.matches("(seeds|blank|hide):.*")) {
                bench.change(word);
            } else {
                variants.add(Variant.of(word));
            }
        }
        bench.run(variants, only);
    }

    private void change(String word) {
        double value = Double.parseDouble(word.substring(word.indexOf(':') + 1));
        seeds = word.startsWith("seeds") ? (int) value : seeds;
        blank = word.startsWith("blank") ? value : blank;
        hide = word.startsWith("hide") ? value : hide;
    }

    private void run(List<Variant> variants, Set<String> only) throws IOException {
        Map<String, List<Double>> logs = new HashMap<>();
        for (JsonNode entry : JSON.readTree(Files.readString(data.resolve("index.json")))) {
            if (!entry.path("group").asString().equals("dev") || !only.isEmpty() && !only.contains(entry.path("name").asString())) {
                continue;
            }
            Rows rows = rows(entry);
            Map<Map<String, Object>, Reading> plain = new HashMap<>();
            for (Variant variant : variants) {
                Reading before = plain.computeIfAbsent(variant.changes(), key -> reading(rows, variant.plain()));
                Reading now = reading(rows, variant);
                double[] ratios = IntStream.range(0, seeds).mapToDouble(seed -> now.of(seed, folds) / before.of(seed, folds)).toArray();
                if (seeds == 1) {
                    ratios = IntStream.range(0, folds).mapToDouble(fold -> now.losses()[fold] / before.losses()[fold]).toArray();
                }
                double mean = Arrays.stream(ratios).average().orElseThrow();
                double squares = Arrays.stream(ratios).map(ratio -> (ratio - mean) * (ratio - mean)).sum();
                double error = Math.sqrt(squares / (ratios.length - 1) / ratios.length);
                logs.computeIfAbsent(variant.name(), key -> new ArrayList<>()).add(Math.log(mean));
                System.out.printf(Locale.ROOT, "%-20s %-40s %.4f ± %.4f  plain %.5f  features %d > %d  prepare %.2f > %.2f s  fit %.2f > %.2f s%n",
                        rows.name(), variant.name(), mean, error, Arrays.stream(before.losses()).average().orElseThrow(),
                        before.features(), now.features(), before.prepareSeconds(), now.prepareSeconds(), before.fitSeconds(), now.fitSeconds());
            }
        }
        logs.forEach((name, all) -> {
            double mean = all.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            double squares = all.stream().mapToDouble(log -> (log - mean) * (log - mean)).sum();
            System.out.printf(Locale.ROOT, "MEAN of %d tables  %-40s %.4f ± %.4f, better on %d%n", all.size(), name, Math.exp(mean),
                    Math.sqrt(squares / Math.max(1, all.size() - 1) / all.size()), all.stream().filter(log -> log < 0).count());
        });
    }

    private Reading reading(Rows rows, Variant variant) {
        RecipeFitter fitter = new RecipeFitter(Steps.ALL, Generators.ALL);
        Recipe recipe = new Recipe(variant.imputed() ? Learner.Preparation.TREES : learner.preparation(), variant.chosen(rows.table()), variant.generators());
        Metric metric = rows.target().task() != Task.REGRESSION ? new LogLoss() : absolute ? new Mae() : new Rmse();
        double[] losses = new double[seeds * folds];
        double prepare = 0;
        double fit = 0;
        int width = 0;
        for (int job = 0; job < losses.length; job++) {
            int fold = job % folds;
            int[] training = rows.plans().get(job / folds).train(fold);
            int[] validation = rows.plans().get(job / folds).validation(fold);
            Target target = rows.target().select(training);
            double begin = cpu();
            RecipeFitter.Prepared prepared = fitter.fit(recipe, rows.table().select(training), target, new Seed(fold));
            double ready = cpu();
            Matrix unseen = prepared.recipe().apply(rows.table().select(validation));
            DataShape shape = new DataShape(target.task(), target.classCount(), target.rows(), rows.table().schema().size());
            Hyperparameters hyperparameters = learner.space(shape).with(variant.changes());
            double fitting = cpu();
            Form form = learner.fit(prepared.training(), target, hyperparameters,
                    new FitContext(new Seed(5 + job / folds), Deadline.never(), new CancelToken()));
            fit += cpu() - fitting;
            prepare += ready - begin;
            width = prepared.training().width();
            losses[job] = metric.compute(rows.target().select(validation), form.predict(Features.of(unseen)),
                    target.classCount() == 2 ? 1 : 0);
        }
        return new Reading(losses, prepare / losses.length, fit / losses.length, width);
    }

    private static double cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    private Rows rows(JsonNode entry) throws IOException {
        String name = entry.path("name").asString();
        Table all = new TableImport().read(data.resolve(entry.path("file").asString()), ImportOptions.defaults()).table();
        Set<Integer> apart = new HashSet<>();
        JsonNode split = JSON.readTree(Files.readString(data.resolve(entry.path("split").asString())));
        split.path("test").forEach(row -> apart.add(row.asInt()));
        split.path("excluded_missing_target").forEach(row -> apart.add(row.asInt()));
        List<Integer> kept = new ArrayList<>(IntStream.range(0, all.rows()).filter(row -> !apart.contains(row)).boxed().toList());
        Collections.shuffle(kept, new Random(3));
        int[] drawn = kept.stream().limit(mostRows).mapToInt(Integer::intValue).sorted().toArray();
        Set<String> dropped = new HashSet<>(Set.of(entry.path("target").asString()));
        entry.path("drop_for_fair_benchmark").forEach(column -> dropped.add(column.asString()));
        Schema inputs = new Schema(all.schema().fields().stream().filter(field -> !dropped.contains(field.name()))
                .map(field -> field.withRole(Role.FEATURE)).toList());
        Target target = target(all.column(entry.path("target").asString()).select(drawn), entry.path("task").asString());
        List<FoldPlan> plans = IntStream.range(0, seeds)
                .mapToObj(seed -> FoldMaker.folds(target, folds, RowGroups.each(target.rows()), new Seed(11 + seed))).toList();
        return new Rows(name, emptied(all.select(drawn).project(inputs)), target, plans);
    }

    private Table emptied(Table table) {
        if (blank == 0 && hide == 0) {
            return table;
        }
        Random random = new Random(17);
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column instanceof NumberColumn numbers) {
                double[] values = numbers.values().clone();
                double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
                double high = sorted.length == 0 ? 0 : sorted[(int) ((1 - hide) * (sorted.length - 1))];
                for (int row = 0; row < values.length; row++) {
                    boolean large = hide > 0 && values[row] > high && random.nextDouble() < 0.8;
                    values[row] = large || random.nextDouble() < blank ? Double.NaN : values[row];
                }
                columns.add(new NumberColumn(values));
            } else {
                columns.add(column);
            }
        }
        return new Table(table.schema(), columns);
    }

    private static Target target(Column column, String task) {
        if (task.equals("regression") && column instanceof NumberColumn numbers) {
            return Target.regression(numbers.values());
        }
        List<String> texts = IntStream.range(0, column.rows()).mapToObj(row -> column instanceof StringColumn strings
                ? strings.text(row) : Double.toString(((NumberColumn) column).value(row))).toList();
        List<String> classes = List.copyOf(new TreeSet<>(texts));
        return Target.classes(texts.stream().mapToInt(classes::indexOf).toArray(), classes.size());
    }
}
