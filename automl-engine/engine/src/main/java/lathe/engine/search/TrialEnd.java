package lathe.engine.search;

import java.time.Instant;

/// A trial and how it ended.
///
/// @param started when its first fold was opened
/// @param ended   when its outcome was known
public record TrialEnd(Trial trial, Instant started, Instant ended, TrialOutcome outcome) {

    static TrialEnd now(Trial trial, Instant started, TrialOutcome outcome) {
        return new TrialEnd(trial, started, Instant.now(), outcome);
    }
}
