package lathe.tests.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lathe.engine.builtin.Strategies;
import lathe.engine.ensemble.Candidate;
import lathe.engine.ensemble.GreedyEnsemble;
import lathe.engine.ensemble.SingleBest;
import lathe.engine.ensemble.EnsembleMethod;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.prepare.Recipe;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.engine.search.Known;
import lathe.engine.search.Strategy;
import lathe.engine.search.Trial;
import lathe.scoring.Predictions;
import lathe.tests.bench.RecordedRun.Attempt;

/// Goes through stored trials in some order as a search with one worker would, until a budget of CPU is spent.
///
/// A trial that would not end within the budget is passed over. What is not replayed: the final fits on all rows, temperature,
/// and learners that hurry when time is short.
///
/// @param seconds  the budget
/// @param racing   whether trials are given up between folds
/// @param ensemble whether trials are blended; otherwise the best alone answers
record Replay(double seconds, boolean racing, boolean ensemble) {

    private static final Strategy STRATEGY = Strategies.byId("portfolio");
    private static final double LEAST = 0.001;

    /// Loss of the test rows: 1 − ROC AUC, log loss or RMSE, a thousandth added so that ratios stay finite.
    double testLoss(RecordedRun run, List<Attempt> order) {
        List<Attempt> done = done(run, order);
        EnsembleMethod method = ensemble ? GreedyEnsemble.bySize() : new SingleBest();
        Map<String, Predictions> tests = new TreeMap<>();
        List<Candidate> candidates = new ArrayList<>();
        for (Attempt attempt : done) {
            tests.put(attempt.configuration(), attempt.test());
            candidates.add(new Candidate(attempt.configuration(), attempt.outOfFold()));
        }
        List<Candidate> answers = new ArrayList<>();
        tests.forEach((id, test) -> answers.add(new Candidate(id, test)));
        Predictions blend = method.select(candidates, run.truth(), run.metric(), run.positive(), new Seed(1), Deadline.never())
                .blend(answers);
        return positive(run, run.loss(run.test(), blend));
    }

    /// A loss turned so that 0 is perfect, a thousandth added.
    static double positive(RecordedRun run, double loss) {
        boolean turned = run.metric().direction() == Metric.Direction.HIGHER_IS_BETTER;
        return (turned ? 1 + loss : loss) + (run.isRegression() ? 0 : LEAST);
    }

    /// The trials that were finished in time; the first whatever it takes.
    List<Attempt> done(RecordedRun run, List<Attempt> order) {
        List<Attempt> done = new ArrayList<>();
        List<Known> known = new ArrayList<>();
        double spent = 0;
        for (Attempt attempt : order) {
            if (!done.isEmpty() && spent + attempt.cost() > seconds) {
                continue;
            }
            List<Double> losses = run.foldLosses(attempt);
            int judged = racing ? judged(attempt, losses, known) : losses.size();
            spent += attempt.seconds().stream().limit(judged).mapToDouble(Double::doubleValue).sum();
            if (judged == losses.size()) {
                done.add(attempt);
                known.add(new Known(trial(attempt, known.size()), run.loss(run.truth(), attempt.outOfFold()), losses));
            }
        }
        return done;
    }

    // Folds fitted before it was given up; all if it was not.
    private static int judged(Attempt attempt, List<Double> losses, List<Known> known) {
        for (int folds = 1; folds < losses.size(); folds++) {
            Optional<String> reason = STRATEGY.givesUp(attempt.learner(), losses.subList(0, folds), known);
            if (reason.isPresent()) {
                return folds;
            }
        }
        return losses.size();
    }

    private static Trial trial(Attempt attempt, int number) {
        return new Trial(number + 1, attempt.learner(), Hyperparameters.NONE, new Recipe(Preparation.TREES, Map.of()), new Seed(number));
    }
}
