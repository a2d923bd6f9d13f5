package lathe.views.understand;

import java.util.ArrayList;
import java.util.List;
import lathe.engine.evaluate.PredictedVersusTrue;
import lathe.engine.evaluate.ResidualHistogram;
import lathe.views.chart.Axis;
import lathe.views.chart.BarFigure;
import lathe.views.chart.BarFigure.Bar;
import lathe.views.chart.BarFigure.Part;
import lathe.views.chart.Dot;
import lathe.views.chart.Dots;
import lathe.views.chart.Hue;
import lathe.views.chart.Rule;
import lathe.views.chart.ScatterFigure;
import lathe.views.chart.Unit;

/// Figures and sentences about a model of numbers over all rows.
final class ValuesStory {

    private static final double UNBIASED = 0.1;

    private final Speech say;
    private final WholeFacts.Values facts;
    private final String target;

    ValuesStory(Speech say, WholeFacts.Values facts) {
        this.say = say;
        this.facts = facts;
        this.target = say.signature().target();
    }

    String summary() {
        return say.get("values.summary", say.value(facts.meanError()), say.count(facts.within()), say.count(facts.rows()));
    }

    Told fit() {
        List<Dot> dots = facts.points().points().stream().map(point -> new Dot(point.truth(), point.predicted(),
                say.get("values.dot", say.value(point.truth()), say.value(point.predicted())))).toList();
        Axis x = Axis.of(say.get("values.true", target), Unit.NUMBER);
        Axis y = Axis.of(say.get("values.predicted", target), Unit.NUMBER);
        return new Told(ScatterFigure.predictedAgainstTrue(x, y, dots, say.get("perfect")),
                say.get("values.fit", say.share(facts.explained()), target));
    }

    Told errors() {
        ResidualHistogram residuals = facts.residuals();
        List<Bar> bars = residuals.bins().stream().map(bin -> Bar.bin(bin.from(), bin.to(), List.of((double) bin.rows())))
                .toList();
        BarFigure figure = new BarFigure(false, Axis.of(say.get("values.error"), Unit.NUMBER),
                Axis.of(say.get("rows"), Unit.COUNT), List.of(new Part("", Hue.ACCENT)), bars, List.of(Rule.vertical(0, "")));
        boolean biased = Math.abs(residuals.mean()) > UNBIASED * residuals.spread();
        String bias = !biased ? say.get("values.unbiased")
                : say.get(residuals.mean() > 0 ? "values.too-low" : "values.too-high", say.value(Math.abs(residuals.mean())));
        return new Told(figure, say.get("values.errors", say.value(residuals.spread()), bias));
    }

    /// Whether errors grow with the prediction.
    Told errorsByPrediction() {
        List<PredictedVersusTrue.Point> points = facts.points().points();
        List<Dot> dots = points.stream().map(point -> Dot.of(point.predicted(), point.residual())).toList();
        ScatterFigure figure = new ScatterFigure(Axis.of(say.get("values.predicted", target), Unit.NUMBER),
                Axis.of(say.get("values.error"), Unit.NUMBER), List.of(new Dots("", Hue.ACCENT, dots)),
                List.of(Rule.horizontal(0, "")));
        List<PredictedVersusTrue.Point> low = points.subList(0, Math.max(1, points.size() / 3));
        List<PredictedVersusTrue.Point> high = points.subList(points.size() - low.size(), points.size());
        return new Told(figure, say.get("values.by-size", say.value(typical(low)), say.value(typical(high))));
    }

    private static double typical(List<PredictedVersusTrue.Point> points) {
        List<Double> sizes = new ArrayList<>(points.stream().map(point -> Math.abs(point.residual())).toList());
        sizes.sort(null);
        return sizes.get(sizes.size() / 2);
    }
}
