package lathe.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lathe.engine.builtin.Learners;
import lathe.engine.builtin.Strategies;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.prepare.Recipe;
import lathe.engine.provenance.Seed;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StrategyContractTest {

    private static final DataShape SHAPE = new DataShape(Task.BINARY, 2, 2000, 10);
    private static final List<Learner> ABLE = Stream.of("boosting", "forest", "logistic").map(Learners::byId).toList();
    private static final Map<String, Double> SHARES = Map.of("boosting", 0.8, "forest", 0.1, "logistic", 0.1);

    static Stream<Strategy> strategies() {
        return Strategies.ALL.stream();
    }

    // The loss is least where the learning rate of boosting is 0.02.
    private static double loss(Hyperparameters hyperparameters) {
        return hyperparameters.values().containsKey("learning_rate")
                ? 0.2 + Math.abs(Math.log(hyperparameters.number("learning_rate") / 0.02)) / 10 : 0.6;
    }

    private static Ground ground(int number, List<Known> known) {
        return new Ground(number, ABLE, SHARES, SHAPE, known);
    }

    private static List<Known> play(Strategy strategy, int trials, long seed) {
        List<Known> known = new ArrayList<>();
        for (int number = 1; number <= trials; number++) {
            Optional<Strategy.Proposal> proposal = strategy.next(ground(number, known), new Seed(seed).child("trial", number).random());
            int own = number;
            proposal.ifPresent(each -> known.add(new Known(new Trial(own, each.learner().id(), each.hyperparameters(),
                    new Recipe(each.learner().preparation(), Map.of()), new Seed(own)), loss(each.hyperparameters()),
                    List.of(loss(each.hyperparameters())))));
        }
        return known;
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void proposesOnlyWhatTheSpaceOfTheLearnerAllows(Strategy strategy) {
        List<Known> known = play(strategy, 60, 1);

        assertEquals(60, known.size());
        for (Known each : known) {
            Hyperparameters proposed = each.trial().hyperparameters();
            assertEquals(proposed, Learners.byId(each.trial().learner()).space(SHAPE).check(proposed));
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void proposesTheSameForTheSameGroundAndLot(Strategy strategy) {
        assertEquals(play(strategy, 30, 5), play(strategy, 30, 5));
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void doesNotRepeatItself(Strategy strategy) {
        Set<String> different = new HashSet<>();
        play(strategy, 40, 3).forEach(each -> different.add(each.trial().learner() + each.trial().hyperparameters()));

        assertTrue(different.size() >= 38, () -> "only %d of 40 differ".formatted(different.size()));
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void doesNotGiveUpTheFirstTrialOfAll(Strategy strategy) {
        assertEquals(Optional.empty(), strategy.givesUp("boosting", List.of(1.0, 2.0), List.of()));
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void describesItselfInASentence(Strategy strategy) {
        assertFalse(strategy.description().isBlank());
        assertTrue(strategy.description().endsWith("."), strategy.description());
        assertEquals(strategy, Strategies.byId(strategy.id()));
    }

    @Test
    void comesNearerToTheBestByLearningFromThePastThanByLot() {
        for (String id : List.of("portfolio", "bayesian")) {
            double learnt = 0;
            double lot = 0;
            for (int seed = 0; seed < 8; seed++) {
                learnt += meanOfTheLast(play(Strategies.byId(id), 60, seed));
                lot += meanOfTheLast(play(Strategies.byId("random"), 60, seed));
            }
            double ratio = learnt / lot;
            assertTrue(ratio < 0.95, () -> "%s came to %.2f of the loss of random draws".formatted(id, ratio));
        }
    }

    private static double meanOfTheLast(List<Known> known) {
        return known.subList(30, 60).stream().mapToDouble(Known::loss).average().orElseThrow();
    }

    @Test
    void triesEveryCombinationOfASmallSpaceOnceAndThenEnds() {
        Ground small = new Ground(1, List.of(Learners.byId("logistic")), Map.of(), SHAPE, List.of());
        Set<Hyperparameters> tried = new HashSet<>();
        int number = 1;
        Optional<Strategy.Proposal> next = next(small, number);
        while (next.isPresent()) {
            assertTrue(tried.add(next.get().hyperparameters()), "twice: " + next.get());
            next = next(small, ++number);
        }
        int axes = small.space(small.learners().getFirst()).parameters().size();
        assertEquals(Math.pow(3, axes), tried.size());
    }

    private static Optional<Strategy.Proposal> next(Ground ground, int number) {
        return Strategies.byId("grid").next(new Ground(number, ground.learners(), Map.of(), SHAPE, List.of()), new Seed(1).random());
    }

    @Test
    void halvingKeepsTheBetterThirdAfterOneFold() {
        Strategy halving = Strategies.byId("halving");
        List<Known> known = play(halving, 9, 2);
        List<Double> losses = known.stream().map(Known::loss).sorted().toList();

        assertEquals(Optional.empty(), halving.givesUp("boosting", List.of(losses.get(2)), known));
        assertTrue(halving.givesUp("boosting", List.of(losses.get(8) + 1), known).isPresent());
        assertEquals(Optional.empty(), halving.givesUp("boosting", List.of(9.0, 9.0), known), "two folds are no time to judge");
    }
}
