package lathe.engine.search.strategy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lathe.engine.search.Ground;
import lathe.engine.search.Known;
import lathe.engine.search.Strategy;

/// Random draws, of which only the better third goes on after the first fold, and only a third of these after the third.
///
/// The resource is the number of folds. A trial is compared with those before it instead of with a closed round, so that no
/// worker waits: L. Li et al., "A System for Massively Parallel Hyperparameter Tuning" (ASHA, 2020).
public final class HalvingStrategy implements Strategy {

    private static final int KEEP_ONE_OF = 3;

    @Override
    public String id() {
        return "halving";
    }

    @Override
    public String description() {
        return "Random draws; only the better third goes on after one fold, and after three.";
    }

    @Override
    public boolean beginsWithStarts() {
        return false;
    }

    @Override
    public Optional<Proposal> next(Ground ground, RandomGenerator random) {
        return Optional.of(RandomStrategy.draw(ground, random));
    }

    @Override
    public Optional<String> givesUp(String learner, List<Double> losses, List<Known> known) {
        int folds = losses.size();
        if (folds != 1 && folds != KEEP_ONE_OF) {
            return Optional.empty();
        }
        double own = mean(losses, folds);
        List<Known> reached = known.stream().filter(each -> each.losses().size() >= folds).toList();
        long better = reached.stream().filter(each -> mean(each.losses(), folds) < own).count();
        return reached.size() >= KEEP_ONE_OF && better * KEEP_ONE_OF > reached.size()
                ? Optional.of(String.format(Locale.ROOT, "after %d fold%s it was not among the better third", folds,
                        folds == 1 ? "" : "s"))
                : Optional.empty();
    }

    private static double mean(List<Double> losses, int folds) {
        return losses.stream().limit(folds).mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
