package lathe.engine.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Learner;
import lathe.engine.learn.SearchSpace;

/// What a [Strategy] decides on.
///
/// @param number   of the proposal, from 1
/// @param learners that may be tried on such data; at least one
/// @param shares   how often each is drawn, any positive scale; unnamed ones never, unless none is named
/// @param shape    of the training rows
/// @param known    trials that have ended, oldest first
public record Ground(int number, List<Learner> learners, Map<String, Double> shares, DataShape shape, List<Known> known) {

    public Ground {
        learners = List.copyOf(learners);
        shares = Map.copyOf(shares);
        known = List.copyOf(known);
    }

    public SearchSpace space(Learner learner) {
        return learner.space(shape);
    }

    /// By lot, as often as the shares say.
    public Learner draw(RandomGenerator random) {
        List<Learner> drawn = learners.stream().filter(learner -> shares.containsKey(learner.id())).toList();
        if (drawn.isEmpty()) {
            return learners.get(random.nextInt(learners.size()));
        }
        double at = random.nextDouble() * drawn.stream().mapToDouble(this::share).sum();
        for (Learner learner : drawn) {
            at -= share(learner);
            if (at < 0) {
                return learner;
            }
        }
        return drawn.getLast();
    }

    private double share(Learner learner) {
        return shares.getOrDefault(learner.id(), 0.0);
    }

    /// Scored trials of learners that have something to set, best first.
    public List<Known> best() {
        return known.stream().filter(Known::isScored)
                .filter(each -> learners.stream().anyMatch(learner -> learner.id().equals(each.trial().learner())
                        && !space(learner).parameters().isEmpty()))
                .sorted(Comparator.comparingDouble(Known::loss)).toList();
    }

    /// @throws IllegalArgumentException if it may not be tried here
    public Learner learner(String id) {
        return learners.stream().filter(learner -> learner.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no learner '%s'".formatted(id)));
    }
}
