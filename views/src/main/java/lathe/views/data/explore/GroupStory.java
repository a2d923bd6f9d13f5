package lathe.views.data.explore;

import java.util.Comparator;
import java.util.List;
import lathe.engine.profile.GroupMeasure;
import lathe.engine.profile.GroupedRows;
import lathe.engine.profile.GroupedRows.Group;
import lathe.views.chart.Axis;
import lathe.views.chart.BarFigure;
import lathe.views.chart.BarFigure.Bar;
import lathe.views.chart.Rule;
import lathe.views.chart.Unit;

/// Groups of rows as bars, and in words.
final class GroupStory {

    private static final int FEWEST_ROWS = 20;
    private static final double LEAST_SHARE = 0.01;

    private final ExploreWords words;

    GroupStory(ExploreWords words) {
        this.words = words;
    }

    Told of(GroupedRows rows) {
        Unit unit = switch (rows.measure()) {
            case GroupMeasure.Rows _ -> Unit.COUNT;
            case GroupMeasure.Mean _ -> Unit.NUMBER;
            case GroupMeasure.Share _ -> Unit.PERCENT;
        };
        List<Bar> bars = rows.groups().stream().map(group -> Bar.of(name(group, rows.measure()), group.value(), group.low(), group.high())).toList();
        BarFigure figure = BarFigure.horizontal(Axis.of(rows.by(), Unit.NUMBER), Axis.of(words.measure(rows.measure()), unit), bars);
        boolean counts = rows.measure() instanceof GroupMeasure.Rows;
        return new Told(counts ? figure : figure.withRules(Rule.vertical(rows.overall(), words.texts.get("all-rows"))), sentence(rows));
    }

    // How many rows a mean rests on stands beside its name.
    private String name(Group group, GroupMeasure measure) {
        String name = words.group(group.key());
        return measure instanceof GroupMeasure.Rows ? name : words.texts.get("group-of", name, group.rows());
    }

    private String sentence(GroupedRows rows) {
        List<Group> told = rows.groups().stream().filter(group -> group.rows() >= Math.max(FEWEST_ROWS, LEAST_SHARE * rows.rows()) && !Double.isNaN(group.value()))
                .sorted(Comparator.comparingDouble(Group::value)).toList();
        if (told.size() < 2) {
            return words.texts.get("groups.overall", words.measure(rows.measure()), words.value(rows.measure(), rows.overall()));
        }
        Group least = told.getFirst();
        Group most = told.getLast();
        if (rows.measure() instanceof GroupMeasure.Rows) {
            return words.texts.get("groups.rows", words.group(most.key()), most.rows(), rows.rows(),
                    words.texts.numbers().percent(most.rows() / (double) rows.rows(), 1));
        }
        return words.texts.get("groups.between", words.measure(rows.measure()), words.value(rows.measure(), least.value()), words.group(least.key()),
                words.value(rows.measure(), most.value()), words.group(most.key()), words.value(rows.measure(), rows.overall()));
    }
}
