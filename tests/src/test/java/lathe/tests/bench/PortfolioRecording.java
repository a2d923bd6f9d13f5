package lathe.tests.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lathe.engine.builtin.Generators;
import lathe.engine.builtin.Learners;
import lathe.engine.builtin.Portfolio;
import lathe.engine.builtin.Steps;
import lathe.engine.builtin.Strategies;
import lathe.engine.evaluate.FoldMaker;
import lathe.engine.evaluate.FoldPlan;
import lathe.engine.evaluate.RowGroups;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Learner;
import lathe.engine.prepare.ColumnWishes;
import lathe.engine.prepare.Recipe;
import lathe.engine.provenance.Seed;
import lathe.engine.search.FoldFitter;
import lathe.engine.search.FoldJob;
import lathe.engine.search.Known;
import lathe.engine.search.RunData;
import lathe.engine.search.Trial;
import lathe.engine.search.TrialPlan;
import lathe.engine.search.TrialPlan.Start;
import lathe.scoring.Predictions;
import lathe.scoring.ProblemException;
import lathe.scoring.form.Features;
import lathe.scoring.step.FittedRecipe;
import lathe.tests.bench.RecordedRun.Attempt;
import lathe.tests.bench.RecordedRun.Origin;
import tools.jackson.databind.JsonNode;

/// Fits many settings on many tables and keeps what they predicted, one file a table and seed; files that are there are kept.
///
/// Arguments: folder to write to, data folder, then what: `dev:SEED:BY_LOT:TUNED` (all development tables with that seed, so many
/// settings by lot and so many small changes of the best after the portfolio) or `generated:FROM:TO:BY_LOT:TUNED`.
final class PortfolioRecording {

    private static final int MOST_TRAINING = 12_000;
    private static final int MOST_TEST = 4_000;
    private static final double MOST_EXPECTED_SECONDS = 150;
    private static final double SECONDS_A_FIT = 120;

    private final BenchTable table;
    private final RunData data;
    private final DataShape shape;
    private final FoldFitter fitter;
    private final IdentityHashMap<FittedRecipe, Features> prepared = new IdentityHashMap<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Known> known = new ArrayList<>();

    private PortfolioRecording(BenchTable table) {
        this.table = table;
        this.data = new RunData(table.training(), table.target(), folds(table));
        this.shape = new DataShape(table.target().task(), table.target().classCount(), data.folds().mostTrained(),
                table.training().schema().size());
        this.fitter = new FoldFitter(data, Learners.USUAL, Steps.ALL, Generators.ALL);
    }

    private static FoldPlan folds(BenchTable table) {
        int rows = table.target().rows();
        long[] each = RowGroups.each(rows);
        return rows > 6_000 ? FoldMaker.single(table.target(), 0.2, each, new Seed(3))
                : FoldMaker.folds(table.target(), rows > 2_500 ? 3 : 5, each, new Seed(3));
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (String what : Arrays.asList(args).subList(2, args.length)) {
            String[] words = what.split(":");
            if (words[0].equals("dev")) {
                development(folder, new DevelopmentTables(Path.of(args[1])), words);
            } else {
                for (int number = Integer.parseInt(words[1]); number <= Integer.parseInt(words[2]); number++) {
                    record(folder.resolve("generated_" + number + ".run"), GeneratedTable.make(number), words);
                }
            }
        }
    }

    private static void development(Path folder, DevelopmentTables tables, String[] words) throws IOException {
        if (!tables.areThere()) {
            System.out.println("SKIPPED: there are no development tables");
            return;
        }
        for (JsonNode entry : tables.entries()) {
            Path file = folder.resolve(entry.path("name").asString() + "." + words[1] + ".run");
            if (!Files.exists(file)) {
                record(file, tables.read(entry, new Seed(Long.parseLong(words[1])), MOST_TRAINING, MOST_TEST), words);
            }
        }
    }

    private static void record(Path file, BenchTable table, String[] words) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        double begin = cpu();
        int byLot = Integer.parseInt(words[words.length - 2]);
        PortfolioRecording recording = new PortfolioRecording(table);
        Configurations.portfolio().forEach(start -> recording.start(start, Origin.START));
        recording.tune(Integer.parseInt(words[words.length - 1]));
        Configurations.byLot().stream().limit(byLot).forEach(start -> recording.start(start, Origin.LOT));
        recording.run().write(file);
        System.out.printf(Locale.ROOT, "%-24s %6d rows %3d columns, %d trials, %.0f s of CPU%n", table.name(), table.target().rows(),
                table.training().schema().size(), recording.attempts.size(), cpu() - begin);
    }

    private RecordedRun run() {
        int[] validated = data.folds().validated();
        List<Integer> folds = Arrays.stream(validated).map(data.folds()::foldOf).boxed().toList();
        return new RecordedRun(table.name(), table.target().select(validated), folds, table.truth(), table.positive(), attempts);
    }

    private void start(Start start, Origin origin) {
        Learner learner = Learners.byId(start.learner());
        if (learner.refusal(shape).isEmpty()) {
            Recipe recipe = new Recipe(learner.preparation(), Map.of(), start.generators());
            attempt(new Trial(known.size() + 1, learner.id(), Configurations.on(shape, start), recipe,
                    new Seed(5).child("trial", attempts.size())), Configurations.name(start), origin);
        }
    }

    private void tune(int count) {
        List<Start> starts = Configurations.portfolio();
        List<Learner> able = Learners.USUAL.stream().filter(each -> each.refusal(shape).isEmpty()).toList();
        TrialPlan plan = new TrialPlan(able, starts, Portfolio.SHARES, Strategies.byId("portfolio"), shape, ColumnWishes.NONE, new Seed(7));
        int next = plan.starts() + 1;
        for (int tried = 0; tried < count && next < plan.starts() + 10 * count; next++) {
            Optional<Trial> trial = plan.trial(next, known);
            if (trial.isPresent() && attempt(trial.get(), "tuned " + tried, Origin.TUNING)) {
                tried++;
            }
        }
    }

    private boolean attempt(Trial trial, String configuration, Origin origin) {
        Learner learner = Learners.byId(trial.learner());
        int folds = data.folds().count();
        if (learner.leastSeconds(shape, trial.hyperparameters()) * folds > MOST_EXPECTED_SECONDS) {
            return false;
        }
        try {
            Attempt attempt = fitted(trial, configuration, origin);
            attempts.add(attempt);
            RecordedRun sofar = run();
            known.add(new Known(trial, sofar.loss(sofar.truth(), attempt.outOfFold()), sofar.foldLosses(attempt)));
            return true;
        } catch (ProblemException | IllegalStateException failed) {
            System.out.println(table.name() + ", " + trial.name() + ": " + failed.getMessage());
            return false;
        }
    }

    private Attempt fitted(Trial trial, String configuration, Origin origin) {
        int width = table.target().outputs();
        int[] validated = data.folds().validated();
        Map<Integer, Integer> places = new HashMap<>();
        IntStream.range(0, validated.length).forEach(place -> places.put(validated[place], place));
        double[] outOfFold = new double[validated.length * width];
        double[] test = new double[table.truth().rows() * width];
        List<Double> seconds = new ArrayList<>();
        for (int fold = 0; fold < data.folds().count(); fold++) {
            double begin = cpu();
            FoldFitter.Fit fit = fitter.fit(new FoldJob(trial, fold, SECONDS_A_FIT));
            seconds.add(cpu() - begin);
            int[] rows = data.folds().validation(fold);
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(fit.validation().values(), i * width, outOfFold, places.get(rows[i]) * width, width);
            }
            double[] own = fit.form().predict(prepared.computeIfAbsent(fit.recipe(),
                    recipe -> Features.of(recipe.apply(table.test())))).values();
            for (int i = 0; i < test.length; i++) {
                test[i] += own[i] / data.folds().count();
            }
        }
        return new Attempt(origin, configuration, trial.learner(), !trial.recipe().generators().isEmpty(), seconds,
                new Predictions(width, outOfFold), new Predictions(width, test));
    }

    // Of the whole process: libraries may have threads of their own.
    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }
}
