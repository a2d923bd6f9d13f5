package lathe.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import lathe.engine.builtin.Generators;
import lathe.engine.builtin.Metrics;
import lathe.engine.builtin.Steps;
import lathe.engine.data.TableImport;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.Validation;
import lathe.engine.learn.GatheredRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.network.LoopProduct;
import lathe.engine.learn.network.NetworkLearner;
import lathe.engine.learn.tree.BoostingLearner;
import lathe.engine.prepare.Recipe;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.engine.search.FoldFitter;
import lathe.engine.search.FoldJob;
import lathe.engine.search.Trial;
import lathe.engine.search.TrialEnd;
import lathe.engine.search.TrialOutcome;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.Predictions;
import lathe.scoring.Table;
import lathe.scoring.form.Features;
import lathe.scoring.pack.MemberFile;
import lathe.scoring.pack.RecipeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestOfFileTest {

    private static final int ROWS = 12_000;
    private static final double SHARE = 0.1;

    @TempDir
    Path folder;

    // Sixty levels with a mean of their own are learnt from 1,200 rows badly.
    private Path file() throws IOException {
        Random random = new Random(3);
        double[] level = random.doubles(60, -3, 3).toArray();
        StringBuilder lines = new StringBuilder("a,b,kind,y\n");
        for (int row = 0; row < ROWS; row++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            int kind = random.nextInt(level.length);
            double y = 2 * (a + b) + level[kind] + random.nextGaussian();
            lines.append(String.format(Locale.ROOT, "%.4f,%.4f,k%d,%s%n", a, b, kind, row % 50 == 7 ? "" : y > 0 ? "yes" : "no"));
        }
        return Files.writeString(folder.resolve("data.csv"), lines);
    }

    private static ProjectSettings asked() {
        ProjectSettings usual = ProjectSettings.EMPTY.withTarget("y");
        return usual.withReading(usual.reading().withSample(SHARE));
    }

    private static PreparedRun run(Path file) {
        return new RunPreparation(asked(), ProjectTable.of(new TableImport().read(file, RowsRead.options(asked())), asked()), _ -> { }).prepare(_ -> 1);
    }

    private TrialEnd trial(PreparedRun run) {
        return trial(run, 4, new BoostingLearner(), Map.of("rounds", 60, "learning_rate", 0.15));
    }

    private TrialEnd network(PreparedRun run) {
        return trial(run, 5, NetworkLearner.plain(LoopProduct::new), Map.of("epochs", 60, "hidden", 32, "dropout", 0.3));
    }

    private TrialEnd trial(PreparedRun run, int number, Learner learner, Map<String, Object> changes) {
        Hyperparameters settings = learner.space(run.shape()).with(changes);
        Trial trial = new Trial(number, learner.id(), settings, new Recipe(learner.preparation(), Map.of(), Set.of()), new Seed(1));
        FoldFitter.Fit fit = new FoldFitter(run.search(), List.of(learner), Steps.ALL, Generators.ALL).fit(new FoldJob(trial, 0, 60));
        Path member = folder.resolve(number + ".member");
        MemberFile.write(member, RecipeId.of(fit.recipe()), fit.recipe(), fit.form());
        return new TrialEnd(trial, Instant.EPOCH, Instant.EPOCH, new TrialOutcome.Scored(value(run, fit.validation()), List.of(0.0), 0.3,
                fit.validation(), List.of(member), 1, 1));
    }

    private static Metric metric(PreparedRun run) {
        return Metrics.defaultFor(run.signature().task());
    }

    private static double value(PreparedRun run, Predictions outOfFold) {
        return metric(run).compute(run.search().target().select(run.search().folds().validated()), outOfFold, run.signature().positive());
    }

    private static RestOfFile rest(Path file, PreparedRun run) {
        return new RestOfFile(file, asked(), run, metric(run), new Seed(2),
                new RestOfFile.Time(Deadline.in(Duration.ofMinutes(2)), new CancelToken(), new CancelToken()));
    }

    @Test
    void treesLearntFromTheRestOfAFileJoinTheTrials() throws IOException {
        Path file = file();
        PreparedRun run = run(file);
        TrialEnd best = trial(run);
        RestOfFile rest = rest(file, run);
        RestPlan plan = rest.plan(List.of(best)).orElseThrow();
        assertEquals(1, plan.others());
        assertEquals(1, plan.parts().size());
        RestOfFile.Outcome outcome = rest.learn(plan, 9, folder);
        assertEquals(1, outcome.ends().size(), outcome.sentence());
        TrialEnd end = outcome.ends().getFirst();
        assertEquals("boosting #9", end.trial().name());
        assertTrue(FinalChoice.scored(end).value() > FinalChoice.scored(best).value() + 0.01, outcome.sentence());
        assertEquals(value(run, FinalChoice.scored(end).outOfFold()), FinalChoice.scored(end).value());
        assertTrue(outcome.sentence().contains("rows of the sample: "), outcome.sentence());
        MemberFile member = MemberFile.read(FinalChoice.scored(end).members().getFirst());
        Table validated = run.search().table().select(run.search().folds().validated());
        assertEquals(FinalChoice.scored(end).outOfFold().at(3, 0),
                member.form().predict(Features.of(member.recipe().apply(validated))).at(3, 0));
    }

    @Test
    void aNetworkThatHelpsTheTreesLearnsFromTheSameRows() throws IOException {
        Path file = file();
        PreparedRun run = run(file);
        TrialEnd trees = trial(run);
        TrialEnd network = network(run);
        RestOfFile rest = rest(file, run);
        RestPlan plan = rest.plan(List.of(trees, network)).orElseThrow();
        assertEquals(2, plan.parts().size());
        RestOfFile.Outcome outcome = rest.learn(plan, 9, folder);
        assertEquals(2, outcome.ends().size(), outcome.sentence());
        for (TrialEnd end : outcome.ends()) {
            TrialEnd before = end.trial().learner().equals("boosting") ? trees : network;
            assertTrue(FinalChoice.scored(end).value() > FinalChoice.scored(before).value() + 0.01, outcome.sentence());
        }
    }

    @Test
    void aNetworkThatDoesNotHelpTheTreesIsLeftOut() throws IOException {
        Path file = file();
        PreparedRun run = run(file);
        TrialEnd trees = trial(run);
        TrialOutcome.Scored scored = FinalChoice.scored(network(run));
        double[] guessed = new double[scored.outOfFold().values().length];
        Arrays.fill(guessed, 0.5);
        TrialEnd useless = new TrialEnd(network(run).trial(), Instant.EPOCH, Instant.EPOCH, new TrialOutcome.Scored(0.5, List.of(0.5), 0.3,
                new Predictions(scored.outOfFold().width(), guessed), scored.members(), 1, 1));
        assertEquals(List.of("boosting #4"), rest(file, run).plan(List.of(useless, trees)).orElseThrow().parts().stream()
                .map(part -> part.best().trial().name()).toList());
    }

    @Test
    void onlyRowsOutsideOfTheSampleAreRead() throws IOException {
        Path file = file();
        PreparedRun run = run(file);
        RestPlan plan = rest(file, run).plan(List.of(trial(run))).orElseThrow();
        RestPlan.Part part = plan.parts().getFirst();
        GatheredRows gathered = part.learner().gather(part.prepared().training(), part.best().trial().hyperparameters(), ROWS);
        RestRows rows = new RestRows(run.signature(), List.of(new RestRows.Keeping(part.prepared().recipe(), gathered)), KnownRows.of(run.holdout()), ROWS);
        rows.read(file, run.imported().table().schema(), RowsRead.options(asked())
                .withSample(RowsRead.options(asked()).sample().others(1)), Deadline.never(), new CancelToken());
        long answered = run.search().table().rows() + (long) run.holdout().rows();
        assertEquals(ROWS - ROWS / 50 - answered, rows.rows());
        assertEquals(rows.rows(), rows.target().rows());
        assertTrue(rows.rows() > 0.85 * ROWS);
    }

    @Test
    void nothingIsKeptForItWhereRowsBelongTogether() throws IOException {
        PreparedRun run = run(file());
        ProjectSettings minutes = asked().withSearch(asked().search().withBudgetSeconds(300));
        assertTrue(RestOfFile.reserve(minutes, run, false) > 60);
        assertEquals(0, RestOfFile.reserve(minutes.withSearch(minutes.search().withValidation(new Validation.Time("a"))), run, false));
        assertEquals(0, RestOfFile.reserve(minutes.withReading(minutes.reading().withSample(1)), run, false));
        assertEquals(0, RestOfFile.reserve(minutes.withSearch(minutes.search().withBudgetSeconds(20)), run, false));
        assertEquals(0, RestOfFile.reserve(minutes, run, true));
    }
}
