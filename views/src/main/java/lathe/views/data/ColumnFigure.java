package lathe.views.data;

import java.util.ArrayList;
import java.util.List;
import lathe.engine.profile.ChartBin;
import lathe.engine.profile.ColumnChart;
import lathe.engine.profile.ColumnChart.Measured;
import lathe.engine.profile.ColumnCharts;
import lathe.views.chart.Axis;
import lathe.views.chart.BarFigure;
import lathe.views.chart.BarFigure.Bar;
import lathe.views.chart.BarFigure.Part;
import lathe.views.chart.Hue;
import lathe.views.chart.Unit;
import lathe.views.text.Texts;

/// The picture of one column: rows per bar, stacked by class, or the mean of a number target per bar.
final class ColumnFigure {

    private static final int MOST_NAMED = 8;
    private static final int LONGEST = 14;
    private static final double ROOM_FOR_NUMBERS = 1.25;

    private final Texts texts;

    ColumnFigure(Texts texts) {
        this.texts = texts;
    }

    BarFigure of(ColumnChart chart, ColumnCharts charts) {
        boolean target = !charts.target().isEmpty() && !chart.column().equals(charts.target());
        boolean means = target && charts.classes().isEmpty();
        boolean stacked = target && !means;
        List<Part> parts = new ArrayList<>();
        if (stacked) {
            for (int i = 0; i < charts.classes().size(); i++) {
                parts.add(new Part(cut(charts.classes().get(i)), Hue.ofSeries(i)));
            }
        } else {
            parts.add(new Part("", Hue.ACCENT));
        }
        List<Bar> bars = new ArrayList<>();
        boolean numbers = chart.measured() == Measured.NUMBERS || chart.measured() == Measured.WORDS;
        boolean edged = numbers && chart.bins().stream().allMatch(bin -> bin.low() < bin.high());
        chart.bins().stream().limit(numbers || chart.measured() == Measured.DATES ? chart.bins().size() : MOST_NAMED)
                .forEach(bin -> bars.add(bar(bin, values(bin, means, stacked, parts.size()), edged)));
        if (!edged && chart.missing().rows() > 0) {
            List<Double> values = values(chart.missing(), means, stacked, parts.size());
            bars.add(Bar.stack(texts.get("chart.missing"), values));
        }
        Axis across = Axis.of(chart.measured() == Measured.WORDS ? texts.get("chart.words") : "", Unit.NUMBER);
        Axis up = Axis.of(means ? texts.get("chart.mean", charts.target()) : texts.get("chart.rows"),
                means ? Unit.NUMBER : Unit.COUNT);
        boolean horizontal = !edged && chart.measured() != Measured.DATES && !numbers;
        double most = bars.stream().mapToDouble(each -> each.values().stream().mapToDouble(Double::doubleValue).sum()).max().orElse(0);
        if (horizontal && most > 0) {
            up = up.between(0, most * ROOM_FOR_NUMBERS);
        }
        return new BarFigure(horizontal, across, up, parts, bars, List.of());
    }

    private Bar bar(ChartBin bin, List<Double> values, boolean edged) {
        if (edged) {
            return Bar.bin(bin.low(), bin.high(), values);
        }
        return Bar.stack(bin.label().isEmpty() ? texts.numbers().significant(bin.low(), 4) : cut(bin.label()), values);
    }

    private static List<Double> values(ChartBin bin, boolean means, boolean stacked, int parts) {
        if (means) {
            return List.of(bin.target().isEmpty() ? 0.0 : bin.target().getFirst());
        }
        if (!stacked) {
            return List.of((double) bin.rows());
        }
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            values.add(bin.target().isEmpty() ? 0.0 : bin.rows() * bin.target().get(i));
        }
        return values;
    }

    private static String cut(String label) {
        return label.length() > LONGEST ? label.substring(0, LONGEST) + "…" : label;
    }
}
