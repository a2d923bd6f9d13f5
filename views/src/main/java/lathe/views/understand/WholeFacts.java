package lathe.views.understand;

import java.util.List;
import java.util.stream.IntStream;
import lathe.engine.builtin.Metrics;
import lathe.engine.evaluate.CalibrationCurve;
import lathe.engine.evaluate.ConfusionTable;
import lathe.engine.evaluate.PrecisionRecallCurve;
import lathe.engine.evaluate.PredictedVersusTrue;
import lathe.engine.evaluate.ResidualHistogram;
import lathe.engine.evaluate.RocCurve;
import lathe.engine.evaluate.ThresholdTable;
import lathe.engine.flow.Examination;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;

/// What there is to say over all rows, by kind of task.
sealed interface WholeFacts {

    /// @param area             of the ROC curve; `NaN` if only one class has rows
    /// @param averagePrecision area of the precision-recall curve
    record Binary(RocCurve roc, double area, PrecisionRecallCurve precisionRecall, double averagePrecision,
                  CalibrationCurve calibration, ThresholdTable thresholds, int rows) implements WholeFacts { }

    /// @param curves one against the others, for each class
    record Classes(ConfusionTable confusion, List<RocCurve> curves, int rows) implements WholeFacts {
        public Classes {
            curves = List.copyOf(curves);
        }
    }

    /// @param meanError mean absolute error
    /// @param explained R2
    record Values(PredictedVersusTrue points, ResidualHistogram residuals, double meanError, double explained, int within,
                  int rows) implements WholeFacts { }

    /// Works everything out; not for the window's thread.
    static WholeFacts of(Examination examination) {
        Target truth = examination.truth();
        Predictions answers = examination.predictions();
        int positive = examination.positive();
        return switch (examination.model().signature().task()) {
            case BINARY -> new Binary(RocCurve.of(truth, answers, positive), metric("roc_auc", examination),
                    PrecisionRecallCurve.of(truth, answers, positive), metric("pr_auc", examination),
                    CalibrationCurve.of(truth, answers, positive), ThresholdTable.of(truth, answers, positive), truth.rows());
            case MULTICLASS -> new Classes(ConfusionTable.of(truth, answers, -1, 0.5),
                    IntStream.range(0, truth.classCount()).mapToObj(each -> RocCurve.of(truth, answers, each)).toList(),
                    truth.rows());
            case REGRESSION -> new Values(PredictedVersusTrue.of(truth, answers), ResidualHistogram.of(truth, answers),
                    metric("mae", examination), metric("r2", examination), within(truth, answers), truth.rows());
        };
    }

    private static double metric(String id, Examination examination) {
        return Metrics.byId(id).orElseThrow().compute(examination.truth(), examination.predictions(), examination.positive());
    }

    // Rows whose prediction is at most a tenth away from the truth.
    private static int within(Target truth, Predictions answers) {
        return (int) IntStream.range(0, truth.rows())
                .filter(row -> Math.abs(truth.value(row) - answers.at(row, 0)) <= Math.abs(truth.value(row)) / 10).count();
    }
}
