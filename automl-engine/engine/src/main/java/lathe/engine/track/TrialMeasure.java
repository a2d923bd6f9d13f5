package lathe.engine.track;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What was computed about a trial's score after the trial had ended; one line of `measures.jsonl`. A later line for the
/// same trial takes the place of an earlier one.
///
/// @param trial   number of the trial; 0 for the ensemble
/// @param lower   lower end of the 95 % interval of its value
/// @param upper   upper end
/// @param tied    whether it could not be told apart from the leader in a paired comparison; of the leader itself false,
///                like before the comparison at the end of the run
/// @param metrics values of the other metrics of the task on the same rows, by id
public record TrialMeasure(int trial, double lower, double upper, boolean tied, Map<String, Double> metrics) {

    public TrialMeasure {
        metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
    }

    public TrialMeasure withTied(boolean newTied) {
        return new TrialMeasure(trial, lower, upper, newTied, metrics);
    }
}
