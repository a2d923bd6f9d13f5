package lathe.views.data.explore;

import java.util.List;
import lathe.engine.profile.ColumnPair;
import lathe.engine.profile.GroupKey;
import lathe.scoring.FieldType;
import lathe.views.chart.Axis;
import lathe.views.chart.BoxFigure;
import lathe.views.chart.Dot;
import lathe.views.chart.Dots;
import lathe.views.chart.Hue;
import lathe.views.chart.MatrixFigure;
import lathe.views.chart.ScatterFigure;
import lathe.views.chart.Unit;

/// Two columns as a picture, and in words.
final class PairStory {

    // By J. Cohen, Statistical Power Analysis for the Behavioral Sciences (1988): small, medium, large.
    private static final double WEAK = 0.1;
    private static final double MIDDLE = 0.3;
    private static final double STRONG = 0.5;

    private final ExploreWords words;

    PairStory(ExploreWords words) {
        this.words = words;
    }

    /// One of the two columns.
    record Side(String name, FieldType type) {

        private Unit unit() {
            return type == FieldType.DATE ? Unit.DATE : Unit.NUMBER;
        }

        private boolean isNumber() {
            return type == FieldType.NUMBER || type == FieldType.DATE;
        }
    }

    Told of(ColumnPair pair, Side first, Side second) {
        return switch (pair) {
            case ColumnPair.Points points -> points(points, first, second);
            case ColumnPair.Boxes boxes -> boxes(boxes, first.isNumber() ? second : first, first.isNumber() ? first : second);
            case ColumnPair.Shares shares -> shares(shares, first, second);
        };
    }

    private Told points(ColumnPair.Points points, Side x, Side y) {
        List<Dot> dots = points.drawn().stream().map(spot -> Dot.of(spot.x(), spot.y())).toList();
        ScatterFigure figure = new ScatterFigure(Axis.of(x.name(), x.unit()), Axis.of(y.name(), y.unit()),
                List.of(new Dots("", Hue.ACCENT, dots)), List.of());
        String drawn = points.drawn().size() == points.rows() ? "" : " " + words.texts.get("pair.drawn", points.drawn().size(), points.rows());
        return new Told(figure, together(points, "pair.numbers" + (points.strength() < 0 ? ".down" : ".up"), x.name(), y.name()) + drawn);
    }

    private Told boxes(ColumnPair.Boxes boxes, Side category, Side number) {
        List<BoxFigure.Group> groups = boxes.boxes().stream().map(box -> new BoxFigure.Group(words.group(box.key()), box.rows(), box.low(),
                box.lowerQuarter(), box.median(), box.upperQuarter(), box.high())).toList();
        String told = Double.isNaN(boxes.strength()) ? words.texts.get("pair.few") : words.texts.get("pair.mixed", category.name(), number.name(),
                words.texts.numbers().percent(boxes.strength() * boxes.strength(), 1), words.texts.numbers().fixed(boxes.strength(), 2));
        return new Told(new BoxFigure(category.name(), Axis.of(number.name(), number.unit()), groups), told);
    }

    private Told shares(ColumnPair.Shares shares, Side down, Side across) {
        MatrixFigure figure = new MatrixFigure(MatrixFigure.Scale.VALUES, Unit.PERCENT, down.name(), across.name(), names(shares.down()),
                names(shares.across()), shares.shares());
        return new Told(figure, together(shares, "pair.categories", down.name(), across.name()));
    }

    private List<String> names(List<GroupKey> keys) {
        return keys.stream().map(words::group).toList();
    }

    private String together(ColumnPair pair, String key, String first, String second) {
        double size = Math.abs(pair.strength());
        if (Double.isNaN(size)) {
            return words.texts.get("pair.few");
        }
        String how = size < WEAK ? "none" : size < MIDDLE ? "weak" : size < STRONG ? "middle" : "strong";
        return words.texts.get(key, first, second, words.texts.numbers().fixed(pair.strength(), 2), how);
    }
}
