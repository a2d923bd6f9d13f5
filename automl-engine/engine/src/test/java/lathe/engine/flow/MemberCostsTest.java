package lathe.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import lathe.engine.ensemble.Candidate;
import lathe.engine.ensemble.Weights;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.prepare.Recipe;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.engine.search.Trial;
import lathe.engine.search.TrialEnd;
import lathe.engine.search.TrialOutcome;
import lathe.engine.track.TrialRecord;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Predictions;
import lathe.scoring.Schema;
import lathe.scoring.Table;
import lathe.scoring.form.Constant;
import lathe.scoring.form.Link;
import lathe.scoring.form.Trees;
import lathe.scoring.pack.MemberFile;
import lathe.scoring.pack.RecipeId;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberCostsTest {

    private static final Predictions NOTHING = new Predictions(1, new double[2]);
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @TempDir
    Path folder;

    private TrialEnd trial(int number, int folds, int bytesOfEach) throws IOException {
        Path file = Files.write(folder.resolve("m" + number), new byte[bytesOfEach]);
        return ended(number, IntStream.range(0, folds).mapToObj(fold -> file).toList());
    }

    private static TrialEnd ended(int number, List<Path> members) {
        Trial trial = new Trial(number, "tree", Hyperparameters.NONE, new Recipe(Preparation.TREES, Map.of(), Set.of()), new Seed(1));
        return new TrialEnd(trial, Instant.EPOCH, Instant.EPOCH,
                new TrialOutcome.Scored(1, List.of(), 1, NOTHING, members, 1, 1));
    }

    private static Candidate candidate(String id) {
        return new Candidate(id, NOTHING);
    }

    // Wants all that it is offered, in equal shares.
    private static Weights all(List<Candidate> candidates) {
        return new Weights(candidates.stream().map(each -> new Weights.Share(each.id(), 1.0 / candidates.size())).toList());
    }

    private static List<String> ids(Weights weights) {
        return weights.shares().stream().map(Weights.Share::id).toList();
    }

    @Test
    void whoIsTooLargeTogetherMakesWayTheLargestFirst() throws IOException {
        MemberCosts costs = MemberCosts.stored(List.of(trial(1, 3, 100_000), trial(2, 3, 400_000), trial(3, 3, 200_000)), Set.of());
        List<Candidate> candidates = List.of(candidate("tree #1"), candidate("tree #2"), candidate("tree #3"));

        // with one model of all rows each, and what a package without a model takes: 0.4, 1.6 and 0.8 MB besides 2
        assertEquals(List.of("tree #1", "tree #2", "tree #3"),
                ids(costs.within(new PackageLimits(5, 9, INFINITE), false, candidates, MemberCostsTest::all)));
        assertEquals(List.of("tree #1", "tree #3"),
                ids(costs.within(new PackageLimits(4.5, 9, INFINITE), false, candidates, MemberCostsTest::all)));
        assertEquals(List.of("tree #1", "tree #2", "tree #3"),
                ids(costs.within(new PackageLimits(4.5, 9, INFINITE), true, candidates, MemberCostsTest::all)));
    }

    @Test
    void whoIsHandedOverAsOneModelCountsAsOne() throws IOException {
        List<TrialEnd> ends = List.of(trial(1, 3, 100_000), trial(2, 3, 400_000), trial(3, 3, 200_000));
        MemberCosts costs = MemberCosts.stored(ends, Set.of(ends.get(1).trial()));

        // 0.4, 0.4 and 0.8 MB besides 2
        assertEquals(List.of("tree #1", "tree #2", "tree #3"), ids(costs.within(new PackageLimits(4, 9, INFINITE), false,
                List.of(candidate("tree #1"), candidate("tree #2"), candidate("tree #3")), MemberCostsTest::all)));
    }

    @Test
    void whoDoesNotFitAloneIsNoCandidate() throws IOException {
        MemberCosts costs = MemberCosts.stored(List.of(trial(1, 3, 100_000), trial(2, 3, 900_000)), Set.of());
        List<Candidate> candidates = List.of(candidate("tree #2"), candidate("tree #1"));

        assertEquals(List.of("tree #1"), ids(costs.within(new PackageLimits(3, 9, INFINITE), false, candidates,
                able -> Weights.single(able.getFirst().id()))));
    }

    @Test
    void theSmallestIsTakenWhereNobodyFits() throws IOException {
        MemberCosts costs = MemberCosts.stored(List.of(trial(1, 3, 900_000), trial(2, 3, 800_000)), Set.of());
        List<Candidate> candidates = List.of(candidate("tree #1"), candidate("tree #2"));

        assertEquals(List.of("tree #2"),
                ids(costs.within(new PackageLimits(1, 9, INFINITE), false, candidates, MemberCostsTest::all)));
    }

    @Test
    void openingTimeIsALimitOfItsOwn() {
        PackageLimits.Cost large = new PackageLimits.Cost(90e6, 0);

        assertTrue(new PackageLimits(100, 9, INFINITE).fits(large));
        assertFalse(new PackageLimits(100, 1, INFINITE).fits(large));
        assertTrue(PackageLimits.USUAL.fits(large));
        assertFalse(PackageLimits.USUAL.fits(new PackageLimits.Cost(110e6, 0)));
    }

    @Test
    void aTrialTooLargeAloneSaysSoOnTheLeaderboard() throws IOException {
        TrialEnd end = trial(1, 2, 500_000);
        TrialRecord small = TrialRecords.of(end, PackageLimits.USUAL);
        TrialRecord large = TrialRecords.of(end, new PackageLimits(2.5, 2, INFINITE));

        assertEquals("", small.reason());
        assertEquals("Its models take 1 MB, too much for a package of at most 3 MB that opens within 2 s, so it is not handed over.",
                large.reason());
        assertEquals(small.value(), large.value());
    }

    @Test
    void roomThatIsLeftIsFilledWithFoldModels() throws IOException {
        List<TrialEnd> ends = List.of(trial(1, 3, 100_000), trial(2, 3, 100_000));
        MemberCosts costs = MemberCosts.stored(ends, Set.of());
        List<Contender.Share> shares = List.of(new Contender.Share(0.8, ends.get(0).trial(), FinalChoice.scored(ends.get(0))),
                new Contender.Share(0.2, ends.get(1).trial(), FinalChoice.scored(ends.get(1))).with(folder.resolve("whole")));
        Contender contender = new Contender("ensemble", 1, shares, 1);

        // besides the 2 MB of every package: room for two models, for four, for all seven
        assertEquals(List.of(1, 1), models(costs.filled(contender, new PackageLimits(2.25, 9, INFINITE), _ -> 0)));
        assertEquals(List.of(3, 1), models(costs.filled(contender, new PackageLimits(2.45, 9, INFINITE), _ -> 0)));
        assertEquals(List.of(3, 4), models(costs.filled(contender, new PackageLimits(3, 9, INFINITE), _ -> 0)));
        assertEquals(folder.resolve("whole"), costs.filled(contender, new PackageLimits(2.25, 9, INFINITE), _ -> 0).shares().get(1).scored()
                .members().getFirst());
    }

    @Test
    void whoHasBeenTaughtByTheModelsOfAllFoldsComesAlone() throws IOException {
        TrialEnd plain = trial(1, 3, 100_000);
        TrialOutcome.Scored scored = FinalChoice.scored(plain);
        Trial taught = new Trial(2, "tree", Hyperparameters.NONE, new Recipe(Preparation.TREES, Map.of(), Set.of(Recipe.DISTILLED)), new Seed(1));
        List<Contender.Share> shares = List.of(new Contender.Share(0.2, plain.trial(), scored), new Contender.Share(0.8, taught, scored).with(folder.resolve("whole")));
        MemberCosts costs = MemberCosts.stored(List.of(plain), Set.of()).with(taught.name(), new PackageLimits.Cost(100_000, 8));

        assertTrue(costs.knows(taught.name()));
        assertEquals(8, costs.whole(taught.name()).rowMicros());
        Contender filled = costs.filled(new Contender("ensemble", 1, shares, 1), new PackageLimits(100, 9, 20), _ -> 10);
        assertEquals(List.of(3, 1), models(filled));
        assertEquals(List.of(folder.resolve("whole")), filled.shares().get(1).scored().members());
        Contender tooSlow = costs.filled(new Contender("ensemble", 1, shares, 1), new PackageLimits(100, 9, 20), each -> models(each).getFirst() > 1 ? 30 : 15);
        assertEquals(List.of(1, 1), models(tooSlow));
        assertEquals(List.of(folder.resolve("whole")), tooSlow.shares().get(1).scored().members());
    }

    @Test
    void modelsThatAreTooSlowTogetherAreGivenBack() throws IOException {
        List<TrialEnd> ends = List.of(trial(1, 3, 100_000), trial(2, 3, 100_000));
        List<Contender.Share> shares = ends.stream().map(end -> new Contender.Share(0.5, end.trial(), FinalChoice.scored(end))).toList();
        Contender contender = new Contender("ensemble", 1, shares, 1);
        ToDoubleFunction<Contender> threeMicrosEach = filled -> 3.0 * models(filled).stream().mapToInt(Integer::intValue).sum();

        assertEquals(List.of(2, 1), models(MemberCosts.stored(ends, Set.of()).filled(contender, new PackageLimits(100, 9, 10.5), threeMicrosEach)));
        assertEquals(List.of(1, 1), models(MemberCosts.stored(ends, Set.of()).filled(contender, new PackageLimits(100, 9, 1), threeMicrosEach)));
    }

    @Test
    void aModelOfAllRowsThatIsTooSlowMakesWayForTheFirstFoldsOne() throws IOException {
        TrialEnd end = trial(1, 3, 100_000);
        Contender contender = new Contender("boosting #1", 1,
                List.of(new Contender.Share(1, end.trial(), FinalChoice.scored(end)).with(folder.resolve("whole"))), 1);
        ToDoubleFunction<Contender> slowWhole = filled -> filled.shares().getFirst().scored().members().stream()
                .mapToDouble(path -> path.endsWith("whole") ? 20 : 4).sum();

        Contender filled = MemberCosts.stored(List.of(end), Set.of()).filled(contender, new PackageLimits(100, 9, 10), slowWhole);
        assertEquals(List.of(FinalChoice.scored(end).members().getFirst()), filled.shares().getFirst().scored().members());
    }

    private static List<Integer> models(Contender contender) {
        return contender.shares().stream().map(share -> share.scored().members().size()).toList();
    }

    private Path member(String name, int trees) {
        FittedRecipe recipe = new FittedRecipe(List.of(), List.of("x"));
        int[] roots = IntStream.range(0, trees).map(tree -> 3 * tree).toArray();
        int[] features = IntStream.range(0, 3 * trees).map(node -> node % 3 == 0 ? 0 : -1).toArray();
        int[] left = IntStream.range(0, 3 * trees).map(node -> node % 3 == 0 ? node + 1 : node % 3 - 1).toArray();
        int[] right = IntStream.range(0, 3 * trees).map(node -> node % 3 == 0 ? node + 2 : 0).toArray();
        Path file = folder.resolve(name);
        MemberFile.write(file, RecipeId.of(recipe), recipe, trees == 0 ? new Constant(Numbers.of(1))
                : new Trees(roots, new int[0], new Trees.Nodes(features, new double[3 * trees], new boolean[3 * trees], left, right),
                        new double[] {1, 2}, new double[] {0}, Link.IDENTITY));
        return file;
    }

    @Test
    void timeIsMeasuredAndWhatCannotBeMeasuredCountsAsTooSlow() {
        Table rows = new Table(new Schema(List.of(Field.of("x", FieldType.NUMBER))), List.of(new NumberColumn(new double[] {-1, 1, 0})));
        List<TrialEnd> ends = List.of(ended(1, List.of(member("none", 0))), ended(2, List.of(member("many", 2_000))));
        MemberCosts costs = MemberCosts.measured(ends, rows, Deadline.never());
        MemberCosts late = MemberCosts.measured(ends, rows, Deadline.in(Duration.ZERO));

        assertTrue(costs.single("tree #1").rowMicros() < costs.single("tree #2").rowMicros());
        assertEquals(2 * costs.single("tree #2").rowMicros(), costs.whole("tree #2").rowMicros(), 1e-9);
        assertTrue(Double.isFinite(late.single("tree #1").rowMicros()), "there is always one that can be taken");
        assertEquals(INFINITE, late.single("tree #2").rowMicros());
    }
}
