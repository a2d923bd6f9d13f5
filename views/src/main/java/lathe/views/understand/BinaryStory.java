package lathe.views.understand;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lathe.engine.evaluate.CalibrationCurve.Bin;
import lathe.engine.evaluate.ConfusionTable;
import lathe.engine.evaluate.CurvePoint;
import lathe.engine.track.PayOff;
import lathe.views.chart.Axis;
import lathe.views.chart.Dot;
import lathe.views.chart.Dots;
import lathe.views.chart.Hue;
import lathe.views.chart.LineFigure;
import lathe.views.chart.MatrixFigure;
import lathe.views.chart.Point;
import lathe.views.chart.Rule;
import lathe.views.chart.Series;
import lathe.views.chart.Unit;

/// Figures and sentences about a yes-or-no model over all rows, at any threshold.
final class BinaryStory {

    private static final int STEPS = 100;

    private final Speech say;
    private final WholeFacts.Binary facts;
    private final int positive;
    private final List<Point> roc;
    private final List<Point> precisionRecall;

    BinaryStory(Speech say, WholeFacts.Binary facts) {
        this.say = say;
        this.facts = facts;
        this.positive = say.signature().positive();
        this.roc = points(facts.roc().points());
        this.precisionRecall = points(facts.precisionRecall().points());
    }

    /// Right and wrong answers at a threshold.
    record Counts(long hits, long misses, long falseAlarms, long correctRejections) {

        long called() {
            return hits + falseAlarms;
        }

        long there() {
            return hits + misses;
        }

        /// Share of the positive rows that are found; `NaN` without any.
        double recall() {
            return (double) hits / there();
        }

        /// Share of the rows called positive that are; `NaN` without any.
        double precision() {
            return (double) hits / called();
        }

        double falseShare() {
            return (double) falseAlarms / (falseAlarms + correctRejections);
        }

        /// Money of all rows; what is not said counts nothing.
        double money(PayOff payOff) {
            return hits * said(payOff.hit()) + misses * said(payOff.miss()) + falseAlarms * said(payOff.falseAlarm())
                    + correctRejections * said(payOff.correctRejection());
        }

        private static double said(double value) {
            return Double.isNaN(value) ? 0 : value;
        }
    }

    Counts at(double threshold) {
        ConfusionTable table = facts.thresholds().at(threshold);
        int other = 1 - positive;
        return new Counts(table.count(positive, positive), table.count(positive, other), table.count(other, positive),
                table.count(other, other));
    }

    private String yes() {
        return say.signature().classes().get(positive);
    }

    String summary(double threshold) {
        Counts counts = at(threshold);
        return counts.called() == 0
                ? say.get("binary.summary-none", say.numbers().percent(threshold, 0), yes(), say.count(counts.there()))
                : say.get("binary.summary", say.numbers().percent(threshold, 0), yes(), say.count(counts.called()),
                        say.count(counts.hits()), say.count(counts.there()), say.count(counts.falseAlarms()));
    }

    Told confusion(double threshold) {
        Counts counts = at(threshold);
        String no = say.signature().classes().get(1 - positive);
        List<List<Double>> cells = List.of(List.of((double) counts.hits(), (double) counts.misses()),
                List.of((double) counts.falseAlarms(), (double) counts.correctRejections()));
        double right = (double) (counts.hits() + counts.correctRejections()) / facts.rows();
        return new Told(MatrixFigure.confusion(say.get("truth"), say.get("prediction"), List.of(yes(), no), cells),
                say.get("binary.confusion", say.share(right), say.count(counts.misses()), yes(), no,
                        say.count(counts.falseAlarms())));
    }

    Told roc(double threshold) {
        Counts counts = at(threshold);
        Axis x = Axis.of(say.get("binary.false-share"), Unit.PERCENT).between(0, 1);
        Axis y = Axis.of(say.get("binary.found-share", yes()), Unit.PERCENT).between(0, 1);
        LineFigure figure = LineFigure.of(x, y, List.of(Series.line(say.get("model"), Hue.ACCENT, roc)))
                .withDots(dot(counts.falseShare(), counts.recall()))
                .withRules(Rule.diagonal(say.get("guessing")));
        return new Told(figure, say.get("binary.roc", say.share(facts.area()), yes(), say.share(counts.recall()),
                say.share(counts.falseShare())));
    }

    Told precisionRecall(double threshold) {
        Counts counts = at(threshold);
        double baseline = facts.precisionRecall().baseline();
        Axis x = Axis.of(say.get("binary.found-share", yes()), Unit.PERCENT).between(0, 1);
        Axis y = Axis.of(say.get("binary.right-share"), Unit.PERCENT).between(0, 1);
        LineFigure figure = LineFigure.of(x, y, List.of(Series.line(say.get("model"), Hue.ACCENT, precisionRecall)))
                .withDots(dot(counts.recall(), counts.precision()))
                .withRules(Rule.horizontal(baseline, say.get("guessing")));
        return new Told(figure, counts.called() == 0 ? say.get("binary.precision-none", yes(), say.share(baseline))
                : say.get("binary.precision", yes(), say.share(counts.precision()), say.share(baseline)));
    }

    Told calibration(double threshold) {
        List<Bin> bins = facts.calibration().bins();
        List<Point> points = bins.stream().map(bin -> Point.of(bin.said(), bin.came())).toList();
        List<Dot> dots = bins.stream().map(bin -> new Dot(bin.said(), bin.came(),
                say.get("binary.bin", say.share(bin.said()), say.share(bin.came()), bin.rows()))).toList();
        Axis x = Axis.of(say.get("binary.said"), Unit.PERCENT).between(0, 1);
        Axis y = Axis.of(say.get("binary.came"), Unit.PERCENT).between(0, 1);
        LineFigure figure = LineFigure.of(x, y, List.of(Series.line(say.get("model"), Hue.ACCENT, points)))
                .withDots(List.of(new Dots("", Hue.ACCENT, dots)))
                .withRules(Rule.diagonal(say.get("perfect")), Rule.vertical(threshold, say.get("threshold")));
        Bin worst = bins.stream().max(Comparator.comparingDouble(bin -> Math.abs(bin.said() - bin.came()))).orElseThrow();
        return new Told(figure, say.get("binary.calibration", say.share(facts.calibration().error()),
                say.share(worst.said()), say.share(worst.came())));
    }

    /// What the answers are worth; empty if the brief says nothing about money.
    Optional<Told> payOff(double threshold, PayOff payOff) {
        if (payOff.saysNothing()) {
            return Optional.empty();
        }
        List<Point> points = IntStream.rangeClosed(0, STEPS).mapToObj(step -> (double) step / STEPS)
                .map(each -> Point.of(each, at(each).money(payOff))).toList();
        Point best = points.stream().max(Comparator.comparingDouble(Point::y)).orElseThrow();
        double now = at(threshold).money(payOff);
        LineFigure figure = LineFigure.of(Axis.of(say.get("threshold"), Unit.PERCENT).between(0, 1),
                        Axis.of(say.get("binary.money"), Unit.NUMBER),
                        List.of(Series.line(say.get("model"), Hue.ACCENT, points)))
                .withDots(dot(threshold, now))
                .withRules(Rule.vertical(say.signature().threshold(), say.get("as-model")), Rule.horizontal(0, ""));
        return Optional.of(new Told(figure, say.get("binary.pay-off", say.numbers().percent(threshold, 0),
                say.value(now), say.numbers().fixed(now / facts.rows(), 2), say.value(best.y()),
                say.numbers().percent(best.x(), 0))));
    }

    private List<Dots> dot(double x, double y) {
        return List.of(new Dots(say.get("at-threshold"), Hue.BAD, List.of(Dot.of(x, y))));
    }

    private static List<Point> points(List<CurvePoint> curve) {
        return curve.stream().map(point -> Point.of(point.x(), point.y())).toList();
    }
}
