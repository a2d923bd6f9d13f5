package lathe.engine.report;

import lathe.engine.evaluate.CalibrationCurve;
import lathe.engine.evaluate.ConfusionTable;
import lathe.engine.evaluate.PrecisionRecallCurve;
import lathe.engine.evaluate.PredictedVersusTrue;
import lathe.engine.evaluate.RocCurve;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.Signature;

/// What the report draws of the judged rows, by kind of task.
public sealed interface Results {

    /// @param roc             of the positive class
    /// @param precisionRecall of the positive class
    /// @param calibration     of the positive class
    /// @param confusion       at the signature's threshold
    record Binary(RocCurve roc, PrecisionRecallCurve precisionRecall, CalibrationCurve calibration,
                  ConfusionTable confusion) implements Results { }

    /// @param confusion by the most probable class
    record Multiclass(ConfusionTable confusion) implements Results { }

    /// @param rows up to 500 of the judged rows
    record Regression(PredictedVersusTrue rows) implements Results { }

    /// Of the rows the reported score was measured on.
    static Results of(Signature signature, Target truth, Predictions predictions) {
        int positive = signature.positive();
        return switch (signature.task()) {
            case BINARY -> new Binary(RocCurve.of(truth, predictions, positive),
                    PrecisionRecallCurve.of(truth, predictions, positive),
                    CalibrationCurve.of(truth, predictions, positive),
                    ConfusionTable.of(truth, predictions, positive, signature.threshold()));
            case MULTICLASS -> new Multiclass(ConfusionTable.of(truth, predictions, -1, 0.5));
            case REGRESSION -> new Regression(PredictedVersusTrue.of(truth, predictions));
        };
    }
}
