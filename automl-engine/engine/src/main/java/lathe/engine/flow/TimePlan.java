package lathe.engine.flow;

import java.time.Duration;
import lathe.engine.progress.Deadline;

/// What of a run's budget is kept for what follows the search: more models of all rows, the ensemble, the score, the package, the report.
final class TimePlan {

    private static final Duration LEAST_RESERVE = Duration.ofSeconds(3);
    private static final double RESERVE_SHARE = 0.08;
    private static final double BIAS_SHARE = 0.3;   // of what is left

    private final RunControl control;
    private final double budgetSeconds;
    private final double restSeconds;

    /// @param restSeconds to keep for the rest of a file that was read in part
    TimePlan(RunControl control, double budgetSeconds, double restSeconds) {
        this.control = control;
        this.budgetSeconds = budgetSeconds;
        this.restSeconds = restSeconds;
    }

    boolean readsRest() {
        return restSeconds > 0;
    }

    /// When the search must hand over to what comes in any case.
    Deadline searchEnd() {
        return teachingEnd().minus(duration(restSeconds));
    }

    /// As long as there is no model, the search takes the time of what improves one.
    Deadline searchEndWithoutModel() {
        return control.deadline().minus(LEAST_RESERVE);
    }

    /// When the best model so far is known, so is what it takes to learn it once more from all rows.
    ///
    /// @param planned [#searchEnd] as it was when the search began
    Deadline searchEnd(Deadline planned, TrialBook book) {
        double more = readsRest() ? 0 : book.best().map(best -> WholeFits.reserve(budgetSeconds, best) - WholeFits.reserve(budgetSeconds)).orElse(0.0);
        return planned.minus(duration(more));
    }

    /// When models that are taught by others must be there.
    Deadline teachingEnd() {
        return fittingEnd().minus(duration(WholeFits.reserve(budgetSeconds)));
    }

    /// When no model may be learning any more.
    Deadline fittingEnd() {
        return control.deadline().minus(reserve());
    }

    Deadline choosingEnd() {
        return control.deadline().minus(reserve().dividedBy(2));
    }

    /// Choosing again and again must not eat the time the package needs; where trials end a run, it takes what it takes.
    Deadline biasEnd() {
        return Deadline.in(duration(Math.max(0, BIAS_SHARE * control.deadline().secondsLeft()))).earlier(control.deadline());
    }

    // What ensemble, holdout score, package and report will need.
    private Duration reserve() {
        Duration share = duration(RESERVE_SHARE * budgetSeconds);
        return share.compareTo(LEAST_RESERVE) > 0 ? share : LEAST_RESERVE;
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis((long) (1000 * seconds));
    }
}
