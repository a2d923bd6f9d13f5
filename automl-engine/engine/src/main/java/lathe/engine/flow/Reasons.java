package lathe.engine.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lathe.scoring.Predictions;
import lathe.scoring.Signature;
import lathe.scoring.Table;
import lathe.scoring.explain.Contribution;
import lathe.scoring.explain.Contributions;
import lathe.scoring.explain.Effort;
import lathe.scoring.explain.RowExplainer;
import lathe.scoring.pack.ModelPackage;

/// The main reasons of many rows.
final class Reasons {

    private final Signature signature;
    private final int count;
    private final Optional<RowExplainer> explainer;

    /// @param count reasons wanted for each row; with 0 nothing is explained
    Reasons(ModelPackage model, int count) {
        this.signature = model.signature();
        this.count = count;
        this.explainer = count == 0 ? Optional.empty() : Optional.of(RowExplainer.of(model));
    }

    /// For each row as many texts as reasons are wanted; empty ones where fewer columns moved the answer.
    List<List<String>> of(Table rows, Predictions predictions) {
        if (explainer.isEmpty()) {
            return Collections.nCopies(rows.rows(), List.of());
        }
        int[] outputs = IntStream.range(0, rows.rows()).map(row -> output(predictions, row)).toArray();
        return texts(rows, explainer.get().explain(rows, outputs, Effort.QUICK));
    }

    private List<List<String>> texts(Table rows, List<Contributions> all) {
        boolean probability = signature.task().isClassification();
        List<List<String>> texts = new ArrayList<>();
        for (int row = 0; row < rows.rows(); row++) {
            List<String> ofRow = new ArrayList<>();
            for (Contribution reason : all.get(row).main(count)) {
                if (!ReasonText.isNothing(reason, probability)) {
                    ofRow.add(ReasonText.of(reason, rows, row, probability));
                }
            }
            ofRow.addAll(Collections.nCopies(count - ofRow.size(), ""));
            texts.add(ofRow);
        }
        return texts;
    }

    private int output(Predictions predictions, int row) {
        return switch (signature.task()) {
            case BINARY -> signature.positive();
            case MULTICLASS -> signature.decide(predictions, row);
            case REGRESSION -> 0;
        };
    }
}
