package lathe.views.understand;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.engine.flow.Examination;
import lathe.engine.learn.Target;
import lathe.scoring.Column;
import lathe.scoring.Predictions;
import lathe.scoring.Task;

/// In which order rows are offered. Names lie in the texts under [#key].
enum RowOrder {
    FILE, CERTAIN, UNSURE, WRONG, HIGHEST, LOWEST, RANDOM;

    static List<RowOrder> of(Task task) {
        return switch (task) {
            case BINARY -> List.of(HIGHEST, WRONG, CERTAIN, UNSURE, LOWEST, FILE, RANDOM);
            case MULTICLASS -> List.of(CERTAIN, WRONG, UNSURE, FILE, RANDOM);
            case REGRESSION -> List.of(WRONG, HIGHEST, LOWEST, FILE, RANDOM);
        };
    }

    String key() {
        return "order." + name().toLowerCase(Locale.ROOT);
    }

    /// Rows that have the words in a cell or in their number, in this order; not for the window's thread.
    ///
    /// @param words empty for all rows
    /// @param seed  of the random order
    List<Integer> find(Examination examination, String words, long seed) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        List<Integer> rows = new ArrayList<>(IntStream.range(0, examination.rows().rows())
                .filter(row -> wanted.isEmpty() || matches(examination, row, wanted)).boxed().toList());
        Target truth = examination.truth();
        Predictions answers = examination.predictions();
        boolean classes = truth.task().isClassification();
        int output = Math.max(0, examination.positive());
        switch (this) {
            case FILE -> rows.sort(Comparator.comparingInt(examination::fileRow));
            case CERTAIN -> rows.sort(Comparator.comparingDouble(row -> -answers.at(row, answers.best(row))));
            case UNSURE -> rows.sort(Comparator.comparingDouble(row -> answers.at(row, answers.best(row))));
            case WRONG -> rows.sort(Comparator.comparingDouble(row -> classes ? answers.at(row, truth.classIndex(row))
                    : -Math.abs(truth.value(row) - answers.at(row, 0))));
            case HIGHEST -> rows.sort(Comparator.comparingDouble(row -> -answers.at(row, output)));
            case LOWEST -> rows.sort(Comparator.comparingDouble(row -> answers.at(row, output)));
            case RANDOM -> Collections.shuffle(rows, new Random(seed));
        }
        return List.copyOf(rows);
    }

    private static boolean matches(Examination examination, int row, String wanted) {
        if (Integer.toString(examination.fileRow(row)).equals(wanted)
                || examination.truthText(row).toLowerCase(Locale.ROOT).equals(wanted)) {
            return true;
        }
        for (Column column : examination.rows().columns()) {
            if (Cells.text(column, row).toLowerCase(Locale.ROOT).contains(wanted)) {
                return true;
            }
        }
        return false;
    }
}
