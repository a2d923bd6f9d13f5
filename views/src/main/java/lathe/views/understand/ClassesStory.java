package lathe.views.understand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lathe.engine.evaluate.ConfusionTable;
import lathe.engine.evaluate.RocCurve;
import lathe.views.chart.Axis;
import lathe.views.chart.Hue;
import lathe.views.chart.LineFigure;
import lathe.views.chart.MatrixFigure;
import lathe.views.chart.Point;
import lathe.views.chart.Rule;
import lathe.views.chart.Series;
import lathe.views.chart.Unit;

/// Figures and sentences about a model of several classes over all rows.
final class ClassesStory {

    private static final int MOST_CURVES = 8;

    private final Speech say;
    private final WholeFacts.Classes facts;
    private final List<String> classes;

    ClassesStory(Speech say, WholeFacts.Classes facts) {
        this.say = say;
        this.facts = facts;
        this.classes = say.signature().classes();
    }

    String summary() {
        ConfusionTable table = facts.confusion();
        long right = all().mapToLong(each -> table.count(each, each)).sum();
        return say.get("classes.summary", say.count(right), say.count(facts.rows()), say.share((double) right / facts.rows()));
    }

    private IntStream all() {
        return IntStream.range(0, classes.size());
    }

    private double found(int each) {
        return (double) facts.confusion().count(each, each) / facts.confusion().ofTruth(each);
    }

    private double right(int each) {
        return (double) facts.confusion().count(each, each) / facts.confusion().ofLabel(each);
    }

    Told confusion() {
        ConfusionTable table = facts.confusion();
        List<List<Double>> cells = new ArrayList<>();
        long most = -1;
        int truth = 0;
        int label = 0;
        for (int row = 0; row < classes.size(); row++) {
            List<Double> line = new ArrayList<>();
            for (int column = 0; column < classes.size(); column++) {
                long count = table.count(row, column);
                line.add((double) count);
                if (row != column && count > most) {
                    most = count;
                    truth = row;
                    label = column;
                }
            }
            cells.add(line);
        }
        String sentence = most <= 0 ? say.get("classes.no-mistake")
                : say.get("classes.confusion", classes.get(truth), classes.get(label), say.count(most),
                        say.count(table.ofTruth(truth)));
        return new Told(MatrixFigure.confusion(say.get("truth"), say.get("prediction"), classes, cells), sentence);
    }

    Told perClass() {
        List<List<Double>> cells = all().mapToObj(each -> List.of(found(each), right(each))).toList();
        List<String> names = all().mapToObj(each -> say.get("classes.rows", classes.get(each),
                facts.confusion().ofTruth(each))).toList();
        int worst = all().boxed().filter(each -> facts.confusion().ofTruth(each) > 0)
                .min(Comparator.comparingDouble(this::found)).orElse(0);
        int best = all().boxed().filter(each -> facts.confusion().ofTruth(each) > 0)
                .max(Comparator.comparingDouble(this::found)).orElse(0);
        return new Told(new MatrixFigure(MatrixFigure.Scale.VALUES, Unit.PERCENT, "", "", names,
                List.of(say.get("classes.found"), say.get("classes.right")), cells),
                say.get("classes.per-class", classes.get(best), say.share(found(best)), classes.get(worst),
                        say.share(found(worst)), say.share(right(worst))));
    }

    Told ranking() {
        List<Integer> drawn = all().boxed().sorted(Comparator.comparingLong((Integer each) -> -facts.confusion().ofTruth(each)))
                .limit(MOST_CURVES).toList();
        List<Series> series = drawn.stream().map(each -> Series.line(classes.get(each), Hue.ofSeries(each),
                points(facts.curves().get(each)))).toList();
        Axis x = Axis.of(say.get("binary.false-share"), Unit.PERCENT).between(0, 1);
        Axis y = Axis.of(say.get("classes.found-share"), Unit.PERCENT).between(0, 1);
        int hardest = drawn.stream().filter(each -> !facts.curves().get(each).points().isEmpty())
                .min(Comparator.comparingDouble(each -> area(facts.curves().get(each)))).orElse(0);
        return new Told(LineFigure.of(x, y, series).withRules(Rule.diagonal(say.get("guessing"))),
                say.get("classes.ranking", classes.get(hardest), say.share(area(facts.curves().get(hardest)))));
    }

    private static double area(RocCurve curve) {
        double area = 0;
        for (int i = 1; i < curve.points().size(); i++) {
            area += (curve.points().get(i).x() - curve.points().get(i - 1).x())
                    * (curve.points().get(i).y() + curve.points().get(i - 1).y()) / 2;
        }
        return area;
    }

    private static List<Point> points(RocCurve curve) {
        return curve.points().stream().map(point -> Point.of(point.x(), point.y())).toList();
    }
}
