package lathe.engine.learn;

import java.util.Optional;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;

/// An algorithm that can be fitted.
///
/// One learner is one file: implement this interface and add the class to `builtin.Learners`; `LearnerContractTest` then
/// tries it. Implementations hold no state and never change their arguments. A learner turns its library's result into a
/// [Form]; the form alone predicts afterwards.
public interface Learner {

    /// How columns must be prepared for it.
    enum Preparation {
        /// Not at all: it looks at no column.
        NONE,
        /// Imputed, scaled, one-hot: for weighted sums.
        LINEAR,
        /// Order is all that counts: codes and target encodings, no scaling; missing numbers stand below all others.
        TREES,
        /// As [#TREES], but missing numbers stay missing, as NaN: for learners that find out where they belong.
        TREES_WITH_MISSING,
        /// Numbers imputed, few levels one-hot, more as level numbers that the learner embeds.
        NETWORK;

        /// Whether order is all that counts.
        public boolean forTrees() {
            return this == TREES || keepsMissing();
        }

        /// Whether the learner is given NaN where a number is missing; all others get finite numbers only.
        public boolean keepsMissing() {
            return this == TREES_WITH_MISSING;
        }
    }

    /// Stable lower-case id, written to run files and shown in the leaderboard. It never changes.
    String id();

    Preparation preparation();

    /// A reason in one sentence why it will not be fitted to such data, or nothing.
    default Optional<String> refusal(DataShape shape) {
        return Optional.empty();
    }

    /// Whether its answer can be made to go one way only while a feature grows, see [FitContext#directions].
    default boolean keepsDirections() {
        return false;
    }

    /// Whether, for a target of numbers, its answer follows a hyperparameter `loss` written as [AskedLoss#text].
    default boolean descendsLosses() {
        return false;
    }

    SearchSpace space(DataShape shape);

    /// Rough single-core seconds of one fit, to plan with; refined by what was measured.
    double expectedSeconds(DataShape shape, Hyperparameters hyperparameters);

    /// Seconds below which a fit is not worth starting. Less than [#expectedSeconds] for a learner that takes larger steps
    /// when its time is short.
    default double leastSeconds(DataShape shape, Hyperparameters hyperparameters) {
        return expectedSeconds(shape, hyperparameters);
    }

    /// Whether [#fit] reads [Target#weight]. Where it does not and rows have weights, it is given rows drawn by them instead.
    default boolean countsWeights() {
        return false;
    }

    /// Fits so that rows count by their weights, whatever the learner reads.
    ///
    /// @param features as in [#fit]
    default Form fitByWeight(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        if (!target.isWeighted() || countsWeights()) {
            return fit(features, target, hyperparameters, context);
        }
        FitRows drawn = new FitRows(features, target.unweighted()).select(RowDraw.byWeight(target, context.seed().child("weights", 0)));
        return fit(drawn.features(), drawn.target(), hyperparameters, context);
    }

    /// Rough bytes a fit needs besides the prepared numbers themselves, most of them at a time; so large that it is not started where
    /// a worker does not have them. By default twice the prepared numbers: a copy in the learner's own order, and what it keeps of each row.
    default double workingBytes(DataShape shape, Hyperparameters hyperparameters) {
        return 2.0 * Double.BYTES * shape.rows() * (shape.features() + Math.max(1, shape.classes()));
    }

    /// Fits to all rows given.
    ///
    /// @param features  prepared columns, shape n × p; finite, or NaN for missing where [Preparation#keepsMissing]
    /// @param target    shape n
    /// @return a form whose outputs are the target's
    Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context);
}
