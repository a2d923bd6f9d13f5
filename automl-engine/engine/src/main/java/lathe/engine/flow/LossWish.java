package lathe.engine.flow;

import java.util.Arrays;
import java.util.List;
import lathe.engine.builtin.Metrics;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.AskedLoss;
import lathe.engine.learn.Learner;
import lathe.engine.learn.LossLearner;
import lathe.engine.learn.RefusedLearner;
import lathe.engine.track.SearchSettings;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Task;

/// What a loss that was asked for means for a run: which learners descend it, which metric judges, which targets it allows.
final class LossWish {

    private static final String TAKE_BACK = "Choose another loss, or none.";

    private LossWish() { }

    /// Learners that have several losses are held to this one. Others are left as they are, but where a quantile is asked for:
    /// theirs would be an answer to another question.
    static List<Learner> held(List<Learner> learners, AskedLoss loss) {
        if (loss.isNone()) {
            return learners;
        }
        String reason = "It cannot answer with the quantile %s.".formatted(loss.level());
        return learners.stream().<Learner>map(each -> each.descendsLosses() ? new LossLearner(each, loss)
                : loss.isQuantile() ? new RefusedLearner(each, reason) : each).toList();
    }

    /// @throws ProblemException if the target does not allow the loss
    static void require(AskedLoss loss, TargetCoding coding) {
        if (!loss.isNone() && coding.task() != Task.REGRESSION) {
            throw new ProblemException(Problem.of("loss-without-numbers",
                    "The loss '%s' is for a target of numbers, and this one has classes.".formatted(loss.name()), TAKE_BACK));
        }
        if (loss.ofAmounts() && Arrays.stream(coding.target().toArray()).anyMatch(value -> value < 0)) {
            throw new ProblemException(Problem.of("loss-below-zero",
                    "The loss '%s' is for counts and amounts, and the target has numbers below 0.".formatted(loss.name()), TAKE_BACK));
        }
    }

    /// The metric asked for, or the one that follows from loss and task.
    ///
    /// @throws ProblemException if there is no such metric for the task, or it does not judge the quantile asked for
    static Metric metric(SearchSettings search, Task task) {
        Metric usual = Metrics.defaultFor(task, search.loss());
        if (search.metric().isEmpty() || search.metric().equals(usual.id())) {
            return usual;
        }
        if (search.loss().isQuantile()) {
            throw new ProblemException(Problem.of("metric-not-for-quantile",
                    "'%s' cannot choose among models that answer with a quantile; '%s' does.".formatted(search.metric(), usual.id()),
                    "Leave the metric to Lathe."));
        }
        return Metrics.byId(search.metric()).filter(metric -> metric.supports(task)).orElseThrow(() -> new ProblemException(
                Problem.of("metric-unknown", "'%s' is not a metric for a %s task.".formatted(search.metric(), Sentences.name(task)),
                        "Choose one of %s.".formatted(Sentences.list(
                                Metrics.forTask(task).stream().map(Metric::id).toList(), 12)))));
    }
}
