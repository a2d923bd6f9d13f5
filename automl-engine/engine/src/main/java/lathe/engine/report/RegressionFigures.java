package lathe.engine.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import lathe.engine.evaluate.PredictedVersusTrue.Point;
import lathe.scoring.Signature;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.statistics.SimpleHistogramBin;
import org.jfree.data.statistics.SimpleHistogramDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// The figures of a regression: predictions beside the truth, and how errors are spread.
final class RegressionFigures {

    private static final int BARS = 24;
    private static final double MOST = 1e100;
    private static final double LEAST = 1e-100;

    private final List<Point> points;
    private final Signature signature;
    private final double[] residuals;

    RegressionFigures(Results.Regression results, Signature signature) {
        this.points = results.rows().points();
        this.signature = signature;
        this.residuals = points.stream().mapToDouble(Point::residual).sorted().toArray();
    }

    List<Html> all() {
        boolean drawable = points.stream().allMatch(point -> Math.abs(point.predicted()) < MOST && Math.abs(point.truth()) < MOST);
        return drawable ? List.of(predictedAgainstTrue(), errors())
                : List.of(Html.of("<p>Some predictions are too large to be drawn.</p>"));
    }

    private Html predictedAgainstTrue() {
        double[] sizes = Arrays.stream(residuals).map(Math::abs).sorted().toArray();
        String sentence = "Half of the %s drawn are predicted within %s of the truth, nine in ten within %s. On the dashed line the prediction would be exact."
                .formatted(Figures.count(points.size(), "row", "rows"), Figures.number(quantile(sizes, 0.5)), Figures.number(quantile(sizes, 0.9)));
        double low = points.stream().flatMapToDouble(point -> DoubleStream.of(point.predicted(), point.truth())).min().orElse(0);
        double high = points.stream().flatMapToDouble(point -> DoubleStream.of(point.predicted(), point.truth())).max().orElse(1);
        double scale = Math.max(Math.abs(low), Math.abs(high));
        double margin = high - low > Math.max(LEAST, 1e-9 * scale) ? 0.03 * (high - low) : Math.max(1, scale);
        XYPlot plot = ChartDrawing.plot(ChartDrawing.numbers("Predicted " + name(), low - margin, high + margin),
                ChartDrawing.numbers("", low - margin, high + margin));
        plot.setDataset(0, series(points.stream().map(point -> new double[] {point.predicted(), point.truth()}).toList()));
        plot.setRenderer(0, ChartDrawing.dots(ChartDrawing.ACCENT));
        plot.setDataset(1, series(List.of(new double[] {low - margin, low - margin}, new double[] {high + margin, high + margin})));
        plot.setRenderer(1, ChartDrawing.dashes());
        return BinaryFigures.figure("predicted-true", "Predicted against true", "True " + name(), plot, sentence);
    }

    private Html errors() {
        double low = residuals[0];
        double high = residuals[residuals.length - 1];
        String sentence = "Nine in ten errors lie between %s and %s; the middle one is %s. Right of 0 the truth was higher than predicted."
                .formatted(Figures.number(quantile(residuals, 0.05)), Figures.number(quantile(residuals, 0.95)), Figures.number(quantile(residuals, 0.5)));
        double scale = Math.max(Math.abs(low), Math.abs(high));
        double width = high - low > Math.max(LEAST, 1e-9 * scale) ? (high - low) / BARS : Math.max(1, scale);   // too close to be told apart
        SimpleHistogramDataset bars = new SimpleHistogramDataset("");
        bars.setAdjustForBinSize(false);
        int most = 1;
        for (int bar = 0; bar < BARS; bar++) {
            boolean last = bar == BARS - 1;
            SimpleHistogramBin bin = new SimpleHistogramBin(low + bar * width, last ? Math.max(high, low + BARS * width) : low + (bar + 1) * width, true, last);
            bin.setItemCount((int) Arrays.stream(residuals).filter(bin::accepts).count());
            bars.addBin(bin);
            most = Math.max(most, bin.getItemCount());
        }
        XYPlot plot = ChartDrawing.plot(ChartDrawing.numbers("Truth minus prediction", low, low + BARS * width),
                ChartDrawing.rows(most));
        plot.setDataset(0, bars);
        plot.setRenderer(0, ChartDrawing.bars(ChartDrawing.ACCENT));
        return BinaryFigures.figure("errors", "How errors are spread (residuals)", "Rows", plot, sentence);
    }

    private String name() {
        return Words.cut(signature.target(), 40);
    }

    private static XYSeriesCollection series(List<double[]> pairs) {
        XYSeries series = new XYSeries("", false, true);
        pairs.forEach(pair -> series.add(pair[0], pair[1]));
        return new XYSeriesCollection(series);
    }

    // The value below which this share of sorted values lies, the nearest one.
    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
