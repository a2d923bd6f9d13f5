package lathe.engine.flow;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lathe.engine.evaluate.Metric;
import lathe.engine.prepare.Recipe;
import lathe.engine.prepare.Smote;
import lathe.engine.track.SearchSettings;
import lathe.engine.track.TrialRecord;
import lathe.engine.track.TrialStatus;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// Trials with made-up rows beside the same ones without: whether there is anything to make up, and what came of it.
final class SmoteComparison {

    private SmoteComparison() { }

    /// The share asked for.
    ///
    /// @throws ProblemException if no row would be made up
    static double share(SearchSettings search, TargetCoding coding) {
        double share = search.smote();
        if (share == 0) {
            return 0;
        }
        if (!coding.task().isClassification()) {
            throw new ProblemException(Problem.of("smote-without-classes", "SMOTE makes up rows of rare classes, and this target is a number.",
                    "Leave the classes as they occur (--class-weights none)."));
        }
        if (Arrays.stream(Smote.wanted(coding.target(), share)).sum() == 0) {
            throw new ProblemException(Problem.of("smote-without-rare-class",
                    "SMOTE would make up no row: each class has %.0f %% of the rows of the commonest one, or a single row.".formatted(100 * share),
                    "Leave the classes as they occur, or ask for a larger share (--class-weights smote:1)."));
        }
        return share;
    }

    /// What was gained or lost, over trials that are alike but for it.
    static String sentence(List<TrialRecord> trials, Metric metric) {
        Map<String, Double> without = new HashMap<>();
        trials.stream().filter(trial -> trial.status() == TrialStatus.SCORED && !trial.madeUp()).forEach(trial -> without.put(key(trial), trial.value()));
        int pairs = 0;
        int better = 0;
        double gained = 0;
        double bestWith = Double.NaN;
        for (TrialRecord trial : trials) {
            if (trial.status() != TrialStatus.SCORED || !trial.madeUp()) {
                continue;
            }
            bestWith = Double.isNaN(bestWith) || metric.better(trial.value(), bestWith) ? trial.value() : bestWith;
            Double other = without.get(key(trial));
            if (other != null) {
                pairs++;
                better += metric.better(trial.value(), other) ? 1 : 0;
                gained += metric.better(trial.value(), other) ? Math.abs(trial.value() - other) : -Math.abs(trial.value() - other);
            }
        }
        if (pairs == 0) {
            return "SMOTE, for comparison: no two trials ended that differ in made-up rows alone.";
        }
        double bestWithout = without.values().stream().reduce((a, b) -> metric.better(b, a) ? b : a).orElse(Double.NaN);
        return String.format(Locale.ROOT, "SMOTE, for comparison: of %d pairs of trials alike but for made-up rows of rare classes, %d scored better with them; "
                + "%s: %.4f %s on average, best %.4f with and %.4f without.", pairs, better, metric.id(), Math.abs(gained / pairs), gained >= 0 ? "gained" : "lost",
                bestWith, bestWithout);
    }

    private static String key(TrialRecord trial) {
        return trial.learner() + " " + trial.hyperparameters() + " " + (trial.preparation() + " ").replace(Recipe.marks(Set.of(Smote.ID)) + " ", " ").strip();
    }
}
