package lathe.views.understand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.flow.Examination;
import lathe.engine.progress.CancelToken;
import lathe.engine.track.ReportedScore;
import lathe.scoring.Signature;
import lathe.scoring.explain.Contribution;
import lathe.scoring.explain.Contributions;
import lathe.scoring.explain.Effort;

/// The model of a run with its rows, and what is needed at once to show it.
///
/// @param examination model and rows
/// @param whole       curves and tables over all rows
/// @param inputs      columns the model reads, those that move its answers most first
record Opened(Examination examination, WholeFacts whole, List<Input> inputs) {

    private static final int ASKED = 30;

    Opened {
        inputs = List.copyOf(inputs);
    }

    /// Works out everything; not for the window's thread.
    static Opened of(Examination examination, CancelToken cancel) {
        WholeFacts whole = WholeFacts.of(examination);
        cancel.stopIfCancelled();
        List<Input> inputs = examination.explainer().columns().stream().map(name -> Input.of(examination, name)).toList();
        return new Opened(examination, whole, byWeight(examination, inputs));
    }

    // A quick look at some rows is enough for an order; exact importances are worked out later.
    private static List<Input> byWeight(Examination examination, List<Input> inputs) {
        int rows = examination.rows().rows();
        int asked = Math.min(ASKED, rows);
        int[] some = IntStream.range(0, asked).map(i -> (int) ((long) i * rows / asked)).toArray();
        int[] outputs = IntStream.of(some).map(row -> output(examination, row)).toArray();
        Map<String, Double> weights = new HashMap<>();
        for (Contributions each : examination.explainer().explain(examination.rows().select(some), outputs, Effort.QUICK)) {
            for (Contribution part : each.contributions()) {
                weights.merge(part.column(), Math.abs(part.amount()), Double::sum);
            }
        }
        List<Input> sorted = new ArrayList<>(inputs);
        sorted.sort(Comparator.comparingDouble((Input input) -> -weights.getOrDefault(input.name(), 0.0)));
        return sorted;
    }

    /// Which output a row is usually explained for: the positive class, otherwise the class predicted.
    static int output(Examination examination, int row) {
        Signature signature = examination.model().signature();
        return switch (signature.task()) {
            case BINARY -> signature.positive();
            case MULTICLASS -> examination.predictions().best(row);
            case REGRESSION -> 0;
        };
    }

    Signature signature() {
        return examination.model().signature();
    }

    String runId() {
        return examination.run().spec().id();
    }

    boolean untouched() {
        return examination.kind() == Examination.Rows.HOLDOUT;
    }

    List<ReportedScore> scores() {
        return examination.run().scores();
    }
}
