package lathe.scoring.explain;

import java.util.Arrays;
import lathe.scoring.Predictions;

/// Mixed rows that wait for their answers, predicted many at a time.
final class Questions {

    private static final int MOST_CELLS = 4_000_000;

    private final PreparedRows rows;
    private final int[][] sources;
    private final int[] outputs;
    private int waiting;
    private double[] answers = new double[1024];
    private int answered;

    /// @param columns  columns that are mixed
    /// @param features features of all recipes together, which decide how many rows fit memory
    Questions(PreparedRows rows, int columns, int features) {
        this.rows = rows;
        int batch = Math.clamp(MOST_CELLS / (features + 1), 64, 8192);
        this.sources = new int[columns][batch];
        this.outputs = new int[batch];
    }

    /// @param source row that each column comes from; copied
    /// @param output the number of the answer wanted
    void ask(int[] source, int output) {
        if (waiting == outputs.length) {
            predict();
        }
        for (int column = 0; column < source.length; column++) {
            sources[column][waiting] = source[column];
        }
        outputs[waiting++] = output;
    }

    private void predict() {
        Predictions predicted = rows.predict(sources, waiting);
        if (answered + waiting > answers.length) {
            answers = Arrays.copyOf(answers, Math.max(2 * answers.length, answered + waiting));
        }
        for (int i = 0; i < waiting; i++) {
            answers[answered++] = predicted.at(i, outputs[i]);
        }
        waiting = 0;
    }

    /// All answers in the order of the questions.
    double[] answers() {
        if (waiting > 0) {
            predict();
        }
        return Arrays.copyOf(answers, answered);
    }
}
