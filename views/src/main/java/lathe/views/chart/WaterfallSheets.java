package lathe.views.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lathe.views.chart.Sheet.Box;
import lathe.views.chart.Sheet.Side;
import lathe.views.chart.WaterfallFigure.Step;

/// Lays out how one prediction comes about: a row per step, each bar beginning where the last one ended.
final class WaterfallSheets {

    private static final double HALF = 0.33;
    private static final double CORNER = 2.5;
    /// Where the steps are this small beside the base, bars from 0 would hide them.
    private static final double SMALL = 0.25;

    private final WaterfallFigure figure;
    private final Locale locale;
    private final List<Box> boxes = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Extent reach = new Extent();

    private WaterfallSheets(WaterfallFigure figure, Locale locale) {
        this.figure = figure;
        this.locale = locale;
    }

    static Sheet of(WaterfallFigure figure, Locale locale) {
        return new WaterfallSheets(figure, locale).sheet();
    }

    private Sheet sheet() {
        double foot = foot();
        end(figure.baseLabel(), figure.base(), foot, Hue.NEUTRAL);
        double sum = figure.base();
        for (Step step : figure.steps()) {
            String change = figure.unit().change(step.change(), locale);
            box(step.label(), sum, sum + step.change(), step.change() >= 0 ? figure.up() : figure.down(), change,
                    step.label() + "\n" + change);
            sum += step.change();
        }
        if (!figure.predictionLabel().isEmpty()) {
            end(figure.predictionLabel(), sum, foot, Hue.ACCENT);
        }
        figure.threshold().ifPresent(reach::add);
        double width = Math.max(reach.high() - reach.low(), 1e-9);
        Side x = new Side("", figure.unit(), reach.low(), reach.high() + width * 0.16, false, List.of(), false, false);
        List<Rule> rules = figure.threshold().isPresent()
                ? List.of(Rule.vertical(figure.threshold().getAsDouble(), figure.thresholdLabel())) : List.of();
        Side y = Side.named("", names, true).stretched(rules.isEmpty() ? 0 : 0.8);
        return new Sheet(x, y, boxes, List.of(), List.of(), List.of(), rules, List.of(), true);
    }

    /// Where the first and the last bar begin: at 0, unless the steps would then be too small to see.
    private double foot() {
        Extent steps = new Extent();
        double sum = figure.base();
        steps.add(sum);
        for (Step step : figure.steps()) {
            sum += step.change();
            steps.add(sum);
        }
        double width = steps.high() - steps.low();
        boolean tiny = width < SMALL * Math.max(Math.abs(steps.low()), Math.abs(steps.high())) && width > 0;
        return tiny ? Double.NaN : 0;
    }

    /// A whole bar from 0; only its end, as a thin mark, where 0 is out of sight: a cut bar would lie.
    private void end(String name, double value, double foot, Hue hue) {
        String written = figure.unit().text(value, locale);
        box(name, Double.isNaN(foot) ? value : foot, value, hue, written, name + "\n" + written);
    }

    private void box(String name, double from, double to, Hue hue, String beside, String tip) {
        double row = names.size();
        names.add(name);
        reach.add(from);
        reach.add(to);
        boxes.add(new Box(Math.min(from, to), Math.max(from, to), row - HALF, row + HALF, hue, ChartTheme.FILL, CORNER,
                List.of(), beside, false, () -> tip));
    }
}
