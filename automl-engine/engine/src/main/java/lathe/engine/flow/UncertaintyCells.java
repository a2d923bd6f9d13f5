package lathe.engine.flow;

import java.util.List;
import lathe.engine.export.OutputCell;
import lathe.scoring.Predictions;
import lathe.scoring.Signature;
import lathe.scoring.Uncertainty;

/// The range of a predicted number, or the set of classes that cannot be ruled out, as cells of a file.
final class UncertaintyCells {

    private static final String OR = " | ";

    private UncertaintyCells() { }

    static List<String> names(Signature signature) {
        String target = signature.target();
        return signature.task().isClassification() ? List.of(target + "_set") : List.of(target + "_low", target + "_high");
    }

    static List<OutputCell> of(Uncertainty uncertainty, Signature signature, Predictions predictions, int row) {
        return switch (uncertainty) {
            case Uncertainty.None _ -> List.of();
            case Uncertainty.Range range -> List.of(new OutputCell.Numeric(range.low(predictions.at(row, 0))),
                    new OutputCell.Numeric(range.high(predictions.at(row, 0))));
            case Uncertainty.Sets sets -> List.of(new OutputCell.Exact(String.join(OR,
                    sets.of(predictions, row).stream().map(signature.classes()::get).toList())));
        };
    }
}
