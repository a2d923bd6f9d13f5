package lathe.views.data.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lathe.engine.flow.Labelling;
import lathe.engine.label.Answers;

/// Where a person is among the rows without a target. Pure: the same answers in the same order give the same state.
///
/// @param labelling the rows, in the order in which they are asked about
/// @param classes   that may be answered, with those added here; empty for numbers
/// @param at        place of the row that is asked about; the number of rows at the end
/// @param typed     what was answered here, by key of the row
/// @param past      what was answered here, the latest last
record LabelState(Labelling labelling, List<String> classes, int at, Map<String, String> typed, List<Answer> past) {

    /// One answer.
    ///
    /// @param at     place of its row
    /// @param before what stood there before
    record Answer(int at, String value, Optional<String> before) { }

    LabelState {
        classes = List.copyOf(classes);
        typed = Map.copyOf(typed);
        past = List.copyOf(past);
    }

    static LabelState of(Labelling labelling) {
        return new LabelState(labelling, labelling.answers().classes(), 0, Map.of(), List.of());
    }

    Answers answers() {
        Answers known = labelling.answers();
        return new Answers(known.target(), known.type(), known.numbers(), classes);
    }

    /// The row that is asked about; none at the end.
    Optional<Labelling.Row> row() {
        return at < labelling.open().size() ? Optional.of(labelling.open().get(at)) : Optional.empty();
    }

    /// What was answered for the row that is asked about.
    Optional<String> answered() {
        return row().map(row -> typed.get(row.key()));
    }

    /// How many rows have an answer, here or from before.
    int labelled() {
        return labelling.typed() + typed.size();
    }

    /// Answers the row and goes on to the next.
    LabelState answer(String value) {
        return row().map(row -> {
            Map<String, String> all = new TreeMap<>(typed);
            all.put(row.key(), value);
            List<Answer> done = new ArrayList<>(past);
            done.add(new Answer(at, value, answered()));
            List<String> known = new ArrayList<>(classes);
            if (!labelling.answers().numbers() && !known.contains(value)) {
                known.add(value);
            }
            return new LabelState(labelling, known, at + 1, all, done);
        }).orElse(this);
    }

    LabelState skip() {
        return new LabelState(labelling, classes, Math.min(at + 1, labelling.open().size()), typed, past);
    }

    LabelState back() {
        return new LabelState(labelling, classes, Math.max(at - 1, 0), typed, past);
    }

    Optional<Answer> latest() {
        return past.isEmpty() ? Optional.empty() : Optional.of(past.getLast());
    }

    /// Takes the latest answer back and asks about its row again.
    LabelState undo() {
        return latest().map(last -> {
            Map<String, String> all = new TreeMap<>(typed);
            String key = labelling.open().get(last.at()).key();
            last.before().ifPresentOrElse(value -> all.put(key, value), () -> all.remove(key));
            return new LabelState(labelling, classes, last.at(), all, past.subList(0, past.size() - 1));
        }).orElse(this);
    }
}
