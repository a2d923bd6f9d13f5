package lathe.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import lathe.engine.profile.ColumnChart.Measured;
import lathe.engine.progress.CancelToken;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnChartsTest {

    private static ColumnCharts charts(String target, List<Field> fields, Column... columns) {
        return ColumnCharts.of(new Table(new Schema(fields), List.of(columns)), target, new CancelToken());
    }

    private static StringColumn texts(@Nullable String... values) {
        return StringColumn.of(Arrays.asList(values));
    }

    private static List<String> bars(ColumnChart chart) {
        return chart.bins().stream().map(bin -> "%s %d %s".formatted(
                bin.label().isEmpty() ? bin.low() + ".." + bin.high() : bin.label(), bin.rows(), bin.target())).toList();
    }

    @Test
    void tellsTheShareOfEachClassPerLevelAndWhereTheValueIsMissing() {
        ColumnCharts charts = charts("left", List.of(Field.of("plan", FieldType.CATEGORY), Field.of("left", FieldType.CATEGORY)),
                texts("basic", "basic", "pro", "basic", null, "pro", "basic"),
                texts("yes", "no", "no", "no", "yes", null, "yes"));

        assertEquals(List.of("no", "yes"), charts.classes());
        ColumnChart plan = charts.column("plan");
        assertEquals(List.of("basic 4 [0.5, 0.5]", "pro 2 [1.0, 0.0]"), bars(plan));
        assertEquals(new ChartBin("", Double.NaN, Double.NaN, 1, List.of(0.0, 1.0)), plan.missing());
        assertEquals(0, plan.others().rows());
        assertEquals(List.of("no 3 [1.0, 0.0]", "yes 3 [0.0, 1.0]"), bars(charts.column("left")));
    }

    @Test
    void tellsTheMeanOfANumberTargetPerRangeOfRoundNumbers() {
        double[] area = IntStream.range(0, 200).mapToDouble(row -> 0.25 + row / 2.0).toArray();
        double[] price = IntStream.range(0, 200).mapToDouble(row -> 10.0 * row).toArray();
        ColumnChart chart = charts("price", List.of(Field.of("area", FieldType.NUMBER), Field.of("price", FieldType.NUMBER)),
                new NumberColumn(area), new NumberColumn(price)).column("area");

        assertEquals(20, chart.bins().size());
        // rows 0 to 9: mean of 0, 10, ..., 90
        assertEquals("0.0..5.0 10 [45.0]", bars(chart).getFirst());
        assertEquals("95.0..100.0 10 [1945.0]", bars(chart).getLast());
        assertTrue(chart.strength() > 0.5 && chart.strength() <= 1, "a line in few rows per bin: " + chart.strength());
    }

    @Test
    void givesFewWholeNumbersABarEachAndDrawsLongTailsIn() {
        double[] children = {0, 1, 2, 1, 0, 0, Double.NaN};
        ColumnChart few = charts("", List.of(Field.of("children", FieldType.NUMBER)), new NumberColumn(children)).column("children");
        assertEquals(List.of("0.0..0.0 3 []", "1.0..1.0 2 []", "2.0..2.0 1 []"), bars(few));
        assertEquals(1, few.missing().rows());
        assertTrue(Double.isNaN(few.strength()));

        double[] pay = IntStream.range(0, 1000).mapToDouble(row -> row == 999 ? 1e9 : row / 10.0).toArray();
        ColumnChart tails = charts("", List.of(Field.of("pay", FieldType.NUMBER)), new NumberColumn(pay)).column("pay");
        assertEquals(1e9, tails.bins().getLast().high());
        assertTrue(tails.bins().size() > 15, bars(tails).toString());
        assertTrue(tails.bins().stream().allMatch(bin -> bin.rows() < 100), bars(tails).toString());
    }

    @Test
    void cutsDatesAtMonthsListsAtItemsAndTextsAtWords() {
        List<@Nullable String> days = new ArrayList<>();
        for (int day = 1; day <= 60; day++) {
            days.add(day <= 31 ? "2024-01-%02d".formatted(day) : "2024-02-%02d".formatted(Math.min(29, day - 31)));
        }
        ColumnChart dates = charts("", List.of(Field.of("day", FieldType.DATE)), StringColumn.of(days)).column("day");
        assertEquals(Measured.DATES, dates.measured());
        assertEquals(List.of("2024-01 31 []", "2024-02 29 []"), bars(dates));

        ColumnChart lists = charts("", List.of(Field.of("tags", FieldType.LIST)), texts("a\u001Fb", "b\u001Fb", null)).column("tags");
        assertEquals(List.of("b 2 []", "a 1 []"), bars(lists));

        ColumnChart words = charts("", List.of(Field.of("note", FieldType.TEXT)), texts("it is late", "yes", "no")).column("note");
        assertEquals(Measured.WORDS, words.measured());
        assertEquals(List.of("1.0..1.0 2 []", "3.0..3.0 1 []"), bars(words));
    }

    @Test
    void givesNoiseNoStrengthAndSortsRareLevelsTogether() {
        SplittableRandom random = new SplittableRandom(7);
        List<@Nullable String> level = new ArrayList<>();
        List<@Nullable String> target = new ArrayList<>();
        for (int row = 0; row < 3000; row++) {
            level.add("L" + random.nextInt(30));
            target.add(random.nextBoolean() ? "yes" : "no");
        }
        ColumnChart chart = charts("t", List.of(Field.of("l", FieldType.CATEGORY), Field.of("t", FieldType.CATEGORY)),
                StringColumn.of(level), StringColumn.of(target)).column("l");

        assertEquals(20, chart.bins().size());
        assertEquals(3000, chart.bins().stream().mapToInt(ChartBin::rows).sum() + chart.others().rows());
        assertTrue(chart.strength() < 0.1, Double.toString(chart.strength()));
    }

    @Test
    void stopsWhenAsked() {
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        Table table = new Table(new Schema(List.of(Field.of("a", FieldType.NUMBER))), List.of(new NumberColumn(new double[] {1})));

        assertThrows(CancellationException.class, () -> ColumnCharts.of(table, "", cancel));
    }

    @Property(tries = 200)
    void everyRowHasItsBar(@ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -1e12, max = 1e12) Double> values) {
        double[] numbers = values.stream().mapToDouble(Double::doubleValue).toArray();
        NumberBars bars = NumberBars.of(numbers);

        assertTrue(bars.count() <= 60, "bars: " + bars.count());
        for (double value : numbers) {
            int bar = bars.bar(value);
            assertTrue(bars.lows()[bar] <= value && value <= bars.highs()[bar], value + " in " + bar);
        }
    }
}
