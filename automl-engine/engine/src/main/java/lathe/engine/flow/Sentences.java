package lathe.engine.flow;

import java.util.List;
import java.util.Locale;
import lathe.scoring.Task;

/// Words that messages share.
final class Sentences {

    private Sentences() { }

    /// `'a', 'b' and 3 more`.
    static String list(List<String> names, int most) {
        String shown = String.join(", ", names.stream().limit(most).map(name -> "'" + name + "'").toList());
        return names.size() <= most ? shown : shown + " and " + (names.size() - most) + " more";
    }

    static String name(Task task) {
        return task.name().toLowerCase(Locale.ROOT);
    }
}
