package lathe.views.understand;

import java.util.List;
import java.util.Locale;
import lathe.scoring.Task;

/// What somebody should have looked at before a model is handed over. Names lie in the texts under [#key].
enum Check {
    RANKING, CALIBRATION, THRESHOLD, CONFUSION, CLASSES, FIT, ERRORS, IMPORTANCE, DEPENDENCE, ONE_ROW, WHAT_IF;

    static List<Check> of(Task task) {
        return switch (task) {
            case BINARY -> List.of(THRESHOLD, RANKING, CALIBRATION, IMPORTANCE, DEPENDENCE, ONE_ROW, WHAT_IF);
            case MULTICLASS -> List.of(CONFUSION, CLASSES, RANKING, IMPORTANCE, DEPENDENCE, ONE_ROW, WHAT_IF);
            case REGRESSION -> List.of(FIT, ERRORS, IMPORTANCE, DEPENDENCE, ONE_ROW, WHAT_IF);
        };
    }

    String key() {
        return "check." + name().toLowerCase(Locale.ROOT);
    }
}
