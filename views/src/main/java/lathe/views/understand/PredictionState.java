package lathe.views.understand;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lathe.scoring.Problem;
import lathe.scoring.explain.Contributions;

/// One row, what has been changed in it, and what the model says of both.
///
/// @param row         of the examination
/// @param output      class whose probability is explained; 0 for numbers
/// @param changes     changed cells as canonical text, by column
/// @param original    the model's answers for the row as it is
/// @param now         its answers with the changes
/// @param explanation of the row with those changes it was asked about; empty while none is there
/// @param current     whether the explanation is of the row as it is now
/// @param problem     why there is no answer
record PredictionState(int row, int output, SortedMap<String, String> changes, List<Double> original, List<Double> now,
                       Optional<Explanation> explanation, boolean current, Optional<Problem> problem) {

    /// @param similar what came true for rows with a similar prediction
    record Explanation(Contributions contributions, Map<String, String> changes, Optional<Similar> similar) {
        Explanation {
            changes = Map.copyOf(changes);
        }
    }

    PredictionState {
        changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
        original = List.copyOf(original);
        now = List.copyOf(now);
    }

    static PredictionState of(int row, int output, List<Double> answers) {
        return new PredictionState(row, output, new TreeMap<>(), answers, answers, Optional.empty(), false, Optional.empty());
    }

    boolean isChanged() {
        return !changes.isEmpty();
    }

    double originalAnswer() {
        return original.get(output);
    }

    double answer() {
        return now.get(output);
    }

    /// @param was the cell in the original row; going back to it is no change
    PredictionState withCell(String column, String cell, String was) {
        SortedMap<String, String> changed = new TreeMap<>(changes);
        if (cell.equals(was)) {
            changed.remove(column);
        } else {
            changed.put(column, cell);
        }
        return new PredictionState(row, output, changed, original, now, explanation, false, problem);
    }

    PredictionState withoutChanges() {
        return new PredictionState(row, output, new TreeMap<>(), original, original, explanation, false, Optional.empty());
    }

    PredictionState withAnswers(List<Double> answers) {
        return new PredictionState(row, output, changes, original, answers, explanation, current, Optional.empty());
    }

    /// An explanation of another class is no explanation.
    PredictionState withOutput(int newOutput) {
        return new PredictionState(row, newOutput, changes, original, now, Optional.empty(), false, problem);
    }

    PredictionState withExplanation(Explanation found) {
        return new PredictionState(row, output, changes, original, now, Optional.of(found), found.changes().equals(changes),
                Optional.empty());
    }

    PredictionState withProblem(Problem why) {
        return new PredictionState(row, output, changes, original, now, explanation, current, Optional.of(why));
    }
}
