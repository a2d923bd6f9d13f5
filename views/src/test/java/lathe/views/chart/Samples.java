package lathe.views.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import lathe.views.chart.BarFigure.Bar;
import lathe.views.chart.BarFigure.Part;
import lathe.views.chart.WaterfallFigure.Step;

/// Figures as the screens will draw them.
final class Samples {

    private Samples() {}

    static Map<String, Figure> all() {
        Map<String, Figure> all = new LinkedHashMap<>();
        all.put("best-so-far", bestSoFar());
        all.put("roc", roc());
        all.put("calibration", calibration());
        all.put("dependence", dependence());
        all.put("forecast", forecast());
        all.put("learning-curve", learningCurve());
        all.put("histogram", histogram());
        all.put("stack", stack());
        all.put("importance", importance());
        all.put("scatter", scatter());
        all.put("boxes", boxes());
        all.put("confusion", confusion());
        all.put("correlations", correlations());
        all.put("waterfall", waterfall());
        all.put("waterfall-price", price());
        return all;
    }

    static LineFigure bestSoFar() {
        double[] at = {2, 4, 6, 9, 14, 19, 25, 33, 38};
        double[] best = {0.705, 0.792, 0.818, 0.826, 0.834, 0.837, 0.841, 0.843, 0.845};
        List<Point> line = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            line.add(Point.band(at[i], best[i], best[i] - 0.009, best[i] + 0.009));
        }
        List<Dots> dots = List.of(new Dots("baseline", Hue.BASELINE, List.of(Dot.of(2, 0.705))),
                new Dots("linear", Hue.LINEAR, List.of(Dot.of(4, 0.792), Dot.of(6, 0.818))),
                new Dots("forests", Hue.FORESTS, List.of(Dot.of(17, 0.829), Dot.of(27, 0.832))),
                new Dots("boosting", Hue.BOOSTING, List.of(Dot.of(9, 0.826), Dot.of(14, 0.834), Dot.of(19, 0.837),
                        Dot.of(25, 0.841), Dot.of(30, 0.840))),
                new Dots("networks", Hue.NETWORKS, List.of(Dot.of(12, 0.812), Dot.of(22, 0.815), Dot.of(36, 0.836))),
                new Dots("ensemble", Hue.ENSEMBLE, List.of(new Dot(38, 0.845, "Blend of 5"))));
        return LineFigure.of(Axis.of("", Unit.SECONDS).between(0, 60), Axis.of("ROC AUC", Unit.NUMBER),
                List.of(Series.step("", Hue.ACCENT, line), Series.dashed("", Hue.ACCENT,
                        Point.of(new double[] {38, 60}, new double[] {0.845, 0.848})))).withDots(dots);
    }

    static LineFigure roc() {
        List<Point> curve = new ArrayList<>();
        List<Point> weak = new ArrayList<>();
        for (int i = 0; i <= 50; i++) {
            double x = i / 50.0;
            double y = Math.pow(x, 0.28);
            curve.add(Point.band(x, y, Math.max(x, y - 0.05 * (1 - x)), Math.min(1, y + 0.04 * (1 - x))));
            weak.add(Point.of(x, Math.pow(x, 0.5)));
        }
        return LineFigure.of(Axis.of("false alarms", Unit.PERCENT).between(0, 1), Axis.of("found", Unit.PERCENT).between(0, 1),
                List.of(Series.line("Blend of 5, AUC 0.846", Hue.ACCENT, curve),
                        Series.line("Logistic regression, AUC 0.818", Hue.LINEAR, weak)))
                .withDots(List.of(new Dots("threshold 50 %", Hue.BAD, List.of(new Dot(0.12, 0.55, "threshold 50 %")))))
                .withRules(Rule.diagonal("chance"));
    }

    static LineFigure calibration() {
        double[] x = {0.04, 0.13, 0.24, 0.35, 0.46, 0.55, 0.66, 0.74, 0.86};
        double[] y = {0.03, 0.12, 0.27, 0.33, 0.49, 0.52, 0.69, 0.78, 0.83};
        List<Point> points = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            points.add(Point.band(x[i], y[i], Math.max(0, y[i] - 0.05), Math.min(1, y[i] + 0.05)));
            dots.add(Dot.of(x[i], y[i]));
        }
        return LineFigure.of(Axis.of("predicted", Unit.PERCENT).between(0, 1), Axis.of("came true", Unit.PERCENT).between(0, 1),
                List.of(Series.line("", Hue.ACCENT, points))).withDots(List.of(new Dots("", Hue.ACCENT, dots)))
                .withRules(Rule.diagonal("perfect"));
    }

    static LineFigure dependence() {
        SplittableRandom random = new SplittableRandom(4);
        List<Series> series = new ArrayList<>();
        for (int s = 0; s < 30; s++) {
            double shift = random.nextDouble(-0.15, 0.2);
            List<Point> line = new ArrayList<>();
            for (int m = 0; m <= 72; m += 3) {
                line.add(Point.of(m, Math.clamp(0.5 * Math.exp(-m / 18.0) + 0.15 + shift * (1 - m / 150.0), 0.01, 0.95)));
            }
            series.add(Series.thin(line));
        }
        List<Point> mean = new ArrayList<>();
        for (int m = 0; m <= 72; m += 3) {
            mean.add(Point.of(m, 0.5 * Math.exp(-m / 18.0) + 0.17));
        }
        series.add(Series.line("average of 1,409 rows", Hue.ACCENT, mean));
        return LineFigure.of(Axis.of("tenure_months", Unit.NUMBER), Axis.of("probability of leaving", Unit.PERCENT), series)
                .withRules(Rule.horizontal(0.5, "threshold 50 %"), Rule.vertical(12, "this customer"));
    }

    static LineFigure forecast() {
        List<Point> past = new ArrayList<>();
        List<Point> ahead = new ArrayList<>();
        double start = 1_672_531_200;
        for (int day = 0; day < 700; day += 7) {
            double y = 900 + 250 * Math.sin(day / 58.0) + day * 0.4;
            if (day < 560) {
                past.add(Point.of(start + day * 86_400.0, y));
            }
            if (day >= 553) {
                double wide = 40 + (day - 553) * 0.9;
                ahead.add(Point.band(start + day * 86_400.0, y, y - wide, y + wide));
            }
        }
        return LineFigure.of(Axis.of("", Unit.DATE), Axis.of("orders per week", Unit.COUNT),
                List.of(Series.line("measured", Hue.NEUTRAL, past), Series.line("forecast", Hue.ACCENT, ahead)));
    }

    static LineFigure learningCurve() {
        return LineFigure.of(Axis.of("rows", Unit.COUNT).logarithmic(), Axis.of("ROC AUC", Unit.NUMBER),
                List.of(Series.line("a", Hue.ACCENT, List.of(Point.band(80, 0.71, 0.68, 0.74), Point.band(400, 0.79, 0.77, 0.81),
                        Point.band(2000, 0.83, 0.82, 0.84), Point.band(9000, 0.845, 0.84, 0.85)))));
    }

    static BarFigure histogram() {
        List<Double> edges = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        for (int i = 0; i <= 24; i++) {
            edges.add(18.25 + i * 4.2);
        }
        for (int i = 0; i < 24; i++) {
            counts.add(Math.rint(700 * Math.exp(-i / 3.0) + 420 * Math.exp(-Math.pow((i - 14) / 4.5, 2))));
        }
        return BarFigure.histogram(Axis.of("monthly_charges", Unit.NUMBER), Axis.of("rows", Unit.COUNT), edges, counts);
    }

    static BarFigure stack() {
        List<Bar> bars = List.of(Bar.stack("none", List.of(4920.0, 60.0)), Bar.stack("10 %", List.of(610.0, 1190.0)),
                Bar.stack("20 %", List.of(400.0, 980.0)), Bar.stack("gift card for the next year", List.of(300.0, 390.0)),
                Bar.stack("call", List.of(210.0, 340.0)));
        return new BarFigure(false, Axis.of("retention_offer", Unit.NUMBER), Axis.of("rows", Unit.COUNT),
                List.of(new Part("stays", Hue.ACCENT), new Part("churned", Hue.BAD)), bars, List.of());
    }

    static BarFigure importance() {
        return BarFigure.horizontal(Axis.of("column", Unit.NUMBER), Axis.of("loss of ROC AUC when shuffled", Unit.NUMBER),
                List.of(Bar.of("contract", 0.071, 0.064, 0.079), Bar.of("tenure_months", 0.052, 0.046, 0.058),
                        Bar.of("monthly_charges", 0.031, 0.026, 0.035), Bar.of("support_calls", 0.012, 0.008, 0.016),
                        Bar.of("complaint_text, words that speak of a slow connection", 0.009, 0.006, 0.013),
                        Bar.of("city", 0.001, -0.002, 0.003), Bar.of("senior", -0.0005, -0.002, 0.001)));
    }

    static ScatterFigure scatter() {
        SplittableRandom random = new SplittableRandom(7);
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            double truth = 60_000 + 540_000 * Math.pow(random.nextDouble(), 2);
            double noise = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
            dots.add(Dot.of(truth, truth * (1 + 0.22 * noise)));
        }
        return ScatterFigure.predictedAgainstTrue(Axis.of("true price", Unit.NUMBER), Axis.of("predicted price", Unit.NUMBER),
                dots, "perfect");
    }

    static MatrixFigure confusion() {
        return MatrixFigure.confusion("true", "predicted", List.of("stays", "leaves", "moves house"),
                List.of(List.of(941.0, 82.0, 12.0), List.of(121.0, 237.0, 4.0), List.of(3.0, 9.0, 0.0)));
    }

    static MatrixFigure correlations() {
        List<String> names = List.of("tenure", "charges", "total", "calls", "age");
        return new MatrixFigure(MatrixFigure.Scale.DIVERGING, Unit.NUMBER, "", "", names, names,
                List.of(List.of(1.0, 0.25, 0.83, -0.1, 0.02), List.of(0.25, 1.0, 0.65, 0.3, 0.1),
                        List.of(0.83, 0.65, 1.0, 0.05, 0.08), List.of(-0.1, 0.3, 0.05, 1.0, -0.45),
                        List.of(0.02, 0.1, 0.08, -0.45, 1.0)));
    }

    static BoxFigure boxes() {
        return new BoxFigure("contract", Axis.of("monthly charge", Unit.NUMBER), List.of(
                new BoxFigure.Group("month-to-month", 3812, 18.4, 31.2, 44.9, 61.0, 92.3),
                new BoxFigure.Group("one year", 1760, 16.1, 28.8, 40.2, 55.7, 84.0),
                new BoxFigure.Group("two years", 1428, 15.2, 25.5, 36.6, 51.3, 78.9)));
    }

    static WaterfallFigure waterfall() {
        return new WaterfallFigure(Unit.PERCENT, "base rate", 0.265,
                List.of(new Step("contract = month-to-month", 0.168), new Step("tenure_months = 2", 0.121),
                        new Step("complaint_text “too slow”", 0.064), new Step("monthly_charges = 89.10", 0.047),
                        new Step("devices: 1 item", -0.021), new Step("payment = card", -0.038),
                        new Step("6 others", 0.012)),
                "prediction", OptionalDouble.of(0.5), "threshold 50 %", Hue.BAD, Hue.GOOD);
    }

    static WaterfallFigure price() {
        return new WaterfallFigure(Unit.NUMBER, "average", 214_300,
                List.of(new Step("district = Altona", 18_250), new Step("rooms = 3", -4_100), new Step("built = 1968", -9_900),
                        new Step("12 others", 2_050)),
                "prediction", OptionalDouble.empty(), "", Hue.ACCENT, Hue.LINEAR);
    }
}
