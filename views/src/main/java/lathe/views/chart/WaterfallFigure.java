package lathe.views.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import lathe.views.chart.FigureTable.Cell;

/// How one prediction comes about: from the base, step by step, to the prediction.
///
/// @param baseLabel       names the base bar
/// @param steps           what each column adds or takes, in the order drawn
/// @param predictionLabel names the last bar; empty leaves that bar out
/// @param threshold       where the decision turns
/// @param up              colour of what adds
/// @param down            colour of what takes away
public record WaterfallFigure(Unit unit, String baseLabel, double base, List<Step> steps, String predictionLabel,
        OptionalDouble threshold, String thresholdLabel, Hue up, Hue down) implements Figure {

    /// One contribution.
    public record Step(String label, double change) {}

    public WaterfallFigure {
        steps = List.copyOf(steps);
    }

    /// The base and all steps together.
    public double prediction() {
        return base + steps.stream().mapToDouble(Step::change).sum();
    }

    @Override
    public boolean isEmpty() {
        return steps.isEmpty() || !Double.isFinite(prediction());
    }

    /// A row per bar with its change and the sum so far.
    @Override
    public FigureTable table(Words words) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(List.of(Cell.of(baseLabel), Cell.of(""), Cell.of(base, unit)));
        double sum = base;
        for (Step step : steps) {
            sum += step.change();
            rows.add(List.of(Cell.of(step.label()), Cell.of(step.change(), unit), Cell.of(sum, unit)));
        }
        if (!predictionLabel.isEmpty()) {
            rows.add(List.of(Cell.of(predictionLabel), Cell.of(""), Cell.of(sum, unit)));
        }
        return new FigureTable(List.of(words.get("column.name"), words.get("column.change"), words.get("column.total")),
                rows);
    }
}
