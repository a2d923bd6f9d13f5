package lathe.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lathe.engine.evaluate.CalibrationCurve;
import lathe.engine.evaluate.CurvePoint;
import lathe.engine.evaluate.PrecisionRecallCurve;
import lathe.engine.evaluate.RocCurve;
import lathe.scoring.Signature;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// The figures of a two-class model: what it finds, at what price, and whether its probabilities mean what they say.
final class BinaryFigures {

    private static final double FALSE_ALARMS = 0.1;
    private static final double HALF = 0.5;

    private final Results.Binary results;
    private final Signature signature;
    private final String positive;

    BinaryFigures(Results.Binary results, Signature signature) {
        this.results = results;
        this.signature = signature;
        this.positive = Words.positive(signature);
    }

    List<Html> all() {
        List<Html> figures = new ArrayList<>();
        figures.add(ConfusionFigure.binary(results.confusion(), signature));
        if (!results.roc().points().isEmpty()) {
            figures.add(roc(results.roc()));
            figures.add(precisionRecall(results.precisionRecall()));
        }
        figures.add(calibration(results.calibration()));
        return figures;
    }

    private Html roc(RocCurve curve) {
        String sentence = "When %s of the other rows are called %s by mistake, %s of the %s rows are found. The dashed line is guessing."
                .formatted(Figures.percent(FALSE_ALARMS), positive, Figures.percent(heightAt(curve.points(), FALSE_ALARMS)), positive);
        XYPlot plot = ChartDrawing.plot(ChartDrawing.shares("Other rows called " + positive + " by mistake"), ChartDrawing.shares(""));
        put(plot, 0, curve.points());
        put(plot, 1, List.of(new CurvePoint(0, 0, 0), new CurvePoint(1, 1, 0)));
        return figure("roc", "Found against false alarms (ROC)", positive + " rows found", plot, sentence);
    }

    private Html precisionRecall(PrecisionRecallCurve curve) {
        double precision = precisionAt(curve.points(), HALF);
        String sentence = "To find half of the %s rows, rows are picked of which %s are right; picking at random, %s would be (dashed)."
                .formatted(positive, Figures.percent(precision), Figures.percent(curve.baseline()));
        XYPlot plot = ChartDrawing.plot(ChartDrawing.shares(positive + " rows found (recall)"), ChartDrawing.shares(""));
        put(plot, 0, curve.points());
        put(plot, 1, List.of(new CurvePoint(0, curve.baseline(), 0), new CurvePoint(1, curve.baseline(), 0)));
        return figure("precision-recall", "Right against found (precision and recall)", "Picked rows that are right (precision)", plot, sentence);
    }

    private Html calibration(CalibrationCurve curve) {
        CalibrationCurve.Bin top = curve.bins().getLast();
        String sentence = "Where the model says %s, %s came true. On average its probabilities are off by %s (on the dashed line they would be exact)."
                .formatted(Figures.percent(top.said()), Figures.percent(top.came()), points(curve.error()));
        XYPlot plot = ChartDrawing.plot(ChartDrawing.shares("What the model said"), ChartDrawing.shares(""));
        put(plot, 0, curve.bins().stream().map(bin -> new CurvePoint(bin.said(), bin.came(), 0)).toList());
        plot.setRenderer(0, ChartDrawing.lineWithDots(ChartDrawing.ACCENT));
        put(plot, 1, List.of(new CurvePoint(0, 0, 0), new CurvePoint(1, 1, 0)));
        return figure("calibration", "Said against came true (calibration)", "What came true", plot, sentence);
    }

    private static String points(double share) {
        return String.format(Locale.ROOT, "%.1f percentage points", 100 * share);
    }

    // The curve itself comes first, the line to compare it with second.
    private static void put(XYPlot plot, int place, List<CurvePoint> points) {
        XYSeries series = new XYSeries("", false, true);
        points.forEach(point -> series.add(point.x(), point.y()));
        plot.setDataset(place, new XYSeriesCollection(series));
        plot.setRenderer(place, place == 0 ? ChartDrawing.line(ChartDrawing.ACCENT) : ChartDrawing.dashes());
    }

    static Html figure(String id, String title, String upright, XYPlot plot, String sentence) {
        return Html.of("""
                <figure>
                <h3>{}</h3>
                <p class="label">{}</p>
                {}
                <figcaption>{}</figcaption>
                </figure>""", title, upright, ChartDrawing.draw(id, plot, sentence), sentence);
    }

    /// Height of a rising curve at x, straight between its points.
    static double heightAt(List<CurvePoint> points, double x) {
        CurvePoint before = points.getFirst();
        for (CurvePoint point : points) {
            if (point.x() > x) {
                double share = (x - before.x()) / (point.x() - before.x());
                return before.y() + share * (point.y() - before.y());
            }
            before = point;
        }
        return before.y();
    }

    /// Precision where at least this share is found first.
    static double precisionAt(List<CurvePoint> points, double recall) {
        return points.stream().filter(point -> point.x() >= recall).findFirst().orElse(points.getLast()).y();
    }
}
