package lathe.views.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lathe.views.chart.BoxFigure.Group;
import lathe.views.chart.Sheet.Box;
import lathe.views.chart.Sheet.Mark;
import lathe.views.chart.Sheet.Side;
import lathe.views.chart.Sheet.Whisker;

/// Lays out box plots: a row per group, the first on top, the median as a dot.
final class BoxSheets {

    private static final double HALF = 0.3;
    private static final double TINT = 0.45;
    private static final double CORNER = 2;
    private static final double RADIUS = 4;
    private static final double ROOM = 0.04;

    private BoxSheets() {}

    static Sheet of(BoxFigure figure, Locale locale) {
        List<Box> boxes = new ArrayList<>();
        List<Whisker> whiskers = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        Extent reach = new Extent();
        for (int place = 0; place < figure.groups().size(); place++) {
            Group group = figure.groups().get(place);
            if (!group.drawn()) {
                continue;
            }
            String tip = tip(group, figure.values().unit(), locale);
            boxes.add(new Box(group.lowerQuarter(), group.upperQuarter(), place - HALF, place + HALF, Hue.ACCENT, TINT, CORNER,
                    List.of(), "", false, () -> tip));
            whiskers.add(new Whisker(place, group.low(), group.lowerQuarter(), true));
            whiskers.add(new Whisker(place, group.upperQuarter(), group.high(), true));
            marks.add(new Mark(group.median(), place, Hue.ACCENT, RADIUS, true, () -> tip));
            reach.add(group.low());
            reach.add(group.high());
        }
        Side x = Side.numeric(figure.values(), reach.settled(figure.values(), ROOM), true);
        return new Sheet(x, Side.named(figure.groupsLabel(), figure.groups().stream().map(Group::label).toList(), true), boxes, whiskers,
                List.of(), marks, List.of(), List.of(), false);
    }

    private static String tip(Group group, Unit unit, Locale locale) {
        return "%s (%s)\n%s | %s – %s – %s | %s".formatted(group.label(), Unit.COUNT.text(group.count(), locale), unit.text(group.low(), locale),
                unit.text(group.lowerQuarter(), locale), unit.text(group.median(), locale), unit.text(group.upperQuarter(), locale),
                unit.text(group.high(), locale));
    }
}
