package lathe.views.train;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lathe.views.chart.Axis;
import lathe.views.chart.Dot;
import lathe.views.chart.Dots;
import lathe.views.chart.Figure;
import lathe.views.chart.Hue;
import lathe.views.chart.LineFigure;
import lathe.views.chart.Point;
import lathe.views.chart.Series;
import lathe.views.chart.Unit;
import lathe.views.run.BestPoint;
import lathe.views.run.Family;
import lathe.views.run.LiveTrial;
import lathe.views.run.RunState;
import lathe.views.text.Texts;

/// The picture of a run: the best score as a line of steps with its band, every trial as a dot.
///
/// The baseline is left out as soon as there is anything else, for it would press all others into a corner.
final class BestFigure {

    private BestFigure() { }

    static Figure of(RunState state, Texts texts, LiveWords words) {
        boolean baselineAlone = state.scored().stream().allMatch(trial -> Family.of(trial.learner()) == Family.BASELINE);
        List<LiveTrial> shown = state.scored().stream()
                .filter(trial -> baselineAlone || Family.of(trial.learner()) != Family.BASELINE).toList();
        List<Point> line = new ArrayList<>();
        for (BestPoint each : state.best()) {
            if (shown.stream().anyMatch(trial -> trial.number() == each.trial())) {
                line.add(new Point(each.at(), each.value(), each.lower(), each.upper()));
            }
        }
        if (!line.isEmpty() && state.at() > line.getLast().x()) {
            Point last = line.getLast();
            line.add(new Point(state.at(), last.y(), last.low(), last.high()));
        }
        Axis time = Axis.of(texts.get("chart.time"), Unit.SECONDS).between(0, Math.max(1, state.at() * 1.02));
        Axis score = Axis.of(words.terms().metric(state.metric()), Unit.NUMBER);
        return LineFigure.of(time, score, List.of(Series.step(texts.get("chart.best"), Hue.ACCENT, line)))
                .withDots(dots(state, shown, words));
    }

    private static List<Dots> dots(RunState state, List<LiveTrial> shown, LiveWords words) {
        Map<Family, List<Dot>> groups = new EnumMap<>(Family.class);
        for (LiveTrial trial : shown) {
            groups.computeIfAbsent(Family.of(trial.learner()), family -> new ArrayList<>())
                    .add(new Dot(trial.at(), trial.value(), words.tip(state, trial)));
        }
        return groups.entrySet().stream()
                .map(group -> new Dots(words.scores().family(group.getKey()), hue(group.getKey()), group.getValue())).toList();
    }

    private static Hue hue(Family family) {
        return switch (family) {
            case BASELINE -> Hue.BASELINE;
            case LINEAR -> Hue.LINEAR;
            case FORESTS -> Hue.FORESTS;
            case BOOSTING -> Hue.BOOSTING;
            case SIMILARITY -> Hue.SIMILARITY;
            case NETWORKS -> Hue.NETWORKS;
            case ENSEMBLE -> Hue.ENSEMBLE;
        };
    }
}
