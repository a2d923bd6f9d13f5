package lathe.engine.track;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import lathe.engine.evaluate.Validation;
import lathe.engine.learn.AskedLoss;
import lathe.engine.provenance.Seed;

/// How a search is to go.
///
/// @param metric        id of the metric; empty for the default of the task
/// @param positive      positive class of a binary task; empty to choose it
/// @param budgetSeconds wall-clock seconds for everything; above 0
/// @param threads       worker processes; 0 for as many as there are cores
/// @param seed          start of everything random
/// @param trialLimit    most trials tried; 0 for no limit
/// @param holdout       share of rows kept for the final score in [0, 0.9]; 0 for none
/// @param learners      ids of the learners that may be tried; empty for all
/// @param validation    how rows are divided into folds and holdout
/// @param strategy      id of the way to search
/// @param ensemble      id of the way to join trials
/// @param scoring       [#BEST] for the best score, [#FAST] for few models that answer quickly
/// @param classWeights  [#NO_WEIGHTS], or [#BALANCED] to let every class count the same in fits, or [#SMOTE] to try models with made-up
///                      rows of rarer classes beside those without; `smote:0.5` up to that share of the commonest class
/// @param loss         what a regression descends; none to let the metric decide
public record SearchSettings(String metric, String positive, double budgetSeconds, int threads, Seed seed,
                             int trialLimit, double holdout, List<String> learners, Validation validation,
                             String strategy, String ensemble, String scoring, String classWeights, AskedLoss loss) {

    /// A budget in seconds that lets the number of trials decide, as `lathe train --trials` takes it.
    public static final double LONGEST = 24 * 3600;

    public static final String BEST = "best";
    public static final String FAST = "fast";

    public static final String NO_WEIGHTS = "none";
    public static final String BALANCED = "balanced";
    public static final String SMOTE = "smote";

    private static final Pattern SMOTE_SHARE = Pattern.compile(SMOTE + "(?::(0?\\.\\d{1,4}|1(?:\\.0{1,4})?))?");
    private static final double USUAL_SMOTE = 0.5;

    public static final String PORTFOLIO = "portfolio";
    private static final String GREEDY = "greedy";

    public static final SearchSettings DEFAULTS = new SearchSettings("", "", 60, 0, new Seed(1), 0, 0.2);

    /// @throws IllegalArgumentException if a value is outside its range
    public SearchSettings {
        learners = List.copyOf(learners);
        if (!(budgetSeconds > 0 && budgetSeconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("budgetSeconds must be above 0 and finite, was " + budgetSeconds);
        }
        if (threads < 0) {
            throw new IllegalArgumentException("threads must be at least 0, was " + threads);
        }
        if (trialLimit < 0) {
            throw new IllegalArgumentException("trialLimit must be at least 0, was " + trialLimit);
        }
        if (!(holdout >= 0 && holdout <= 0.9)) {
            throw new IllegalArgumentException("holdout must be a share in [0, 0.9], was " + holdout);
        }
        if (!scoring.equals(BEST) && !scoring.equals(FAST)) {
            throw new IllegalArgumentException("scoring must be %s or %s, was '%s'".formatted(BEST, FAST, scoring));
        }
        if (!areClassWeights(classWeights)) {
            throw new IllegalArgumentException("classWeights must be none, balanced, smote or such as smote:0.5, was '%s'".formatted(classWeights));
        }
    }

    /// With all learners, rows divided at random.
    public SearchSettings(String metric, String positive, double budgetSeconds, int threads, Seed seed, int trialLimit,
                          double holdout) {
        this(metric, positive, budgetSeconds, threads, seed, trialLimit, holdout, List.of(), new Validation.Random(), PORTFOLIO,
                GREEDY, BEST, NO_WEIGHTS, AskedLoss.NONE);
    }

    public SearchSettings withMetric(String id) {
        return changed(draft -> draft.metric = id);
    }

    public SearchSettings withPositive(String label) {
        return changed(draft -> draft.positive = label);
    }

    public SearchSettings withBudgetSeconds(double seconds) {
        return changed(draft -> draft.budgetSeconds = seconds);
    }

    public SearchSettings withThreads(int count) {
        return changed(draft -> draft.threads = count);
    }

    public SearchSettings withSeed(Seed newSeed) {
        return changed(draft -> draft.seed = newSeed);
    }

    public SearchSettings withTrialLimit(int most) {
        return changed(draft -> draft.trialLimit = most);
    }

    public SearchSettings withHoldout(double share) {
        return changed(draft -> draft.holdout = share);
    }

    public SearchSettings withLearners(List<String> ids) {
        return changed(draft -> draft.learners = ids);
    }

    public SearchSettings withValidation(Validation newValidation) {
        return changed(draft -> draft.validation = newValidation);
    }

    public SearchSettings withStrategy(String id) {
        return changed(draft -> draft.strategy = id);
    }

    public SearchSettings withEnsemble(String id) {
        return changed(draft -> draft.ensemble = id);
    }

    public SearchSettings withScoring(String kind) {
        return changed(draft -> draft.scoring = kind);
    }

    /// Whether few models that answer quickly are wanted.
    public boolean wantsFast() {
        return scoring.equals(FAST);
    }

    public SearchSettings withClassWeights(String kind) {
        return changed(draft -> draft.classWeights = kind);
    }

    /// Whether every class counts the same in fits.
    public boolean balancesClasses() {
        return classWeights.equals(BALANCED);
    }

    public static boolean areClassWeights(String text) {
        return text.equals(NO_WEIGHTS) || text.equals(BALANCED) || SMOTE_SHARE.matcher(text).matches() && smoteShare(text) > 0;
    }

    /// Share of the commonest class to which rows of the others are made up for comparison; 0 for none.
    public double smote() {
        return classWeights.startsWith(SMOTE) ? smoteShare(classWeights) : 0;
    }

    private static double smoteShare(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? USUAL_SMOTE : Double.parseDouble(text.substring(colon + 1));
    }

    public SearchSettings withLoss(AskedLoss newLoss) {
        return changed(draft -> draft.loss = newLoss);
    }

    private SearchSettings changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }

    /// These settings while one of them changes: the only place that lists them all besides the record itself.
    private static final class Draft {
        private String metric;
        private String positive;
        private double budgetSeconds;
        private int threads;
        private Seed seed;
        private int trialLimit;
        private double holdout;
        private List<String> learners;
        private Validation validation;
        private String strategy;
        private String ensemble;
        private String scoring;
        private String classWeights;
        private AskedLoss loss;

        Draft(SearchSettings from) {
            metric = from.metric;
            positive = from.positive;
            budgetSeconds = from.budgetSeconds;
            threads = from.threads;
            seed = from.seed;
            trialLimit = from.trialLimit;
            holdout = from.holdout;
            learners = from.learners;
            validation = from.validation;
            strategy = from.strategy;
            ensemble = from.ensemble;
            scoring = from.scoring;
            classWeights = from.classWeights;
            loss = from.loss;
        }

        SearchSettings finished() {
            return new SearchSettings(metric, positive, budgetSeconds, threads, seed, trialLimit, holdout, learners,
                    validation, strategy, ensemble, scoring, classWeights, loss);
        }
    }
}
