package lathe.engine.prepare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lathe.scoring.FieldType;
import lathe.scoring.step.CodeTable;
import lathe.scoring.step.DateParts;
import lathe.scoring.step.DateParts.Part;
import lathe.scoring.step.Numbers;

/// Month, weekday and hour as places on a circle: sine and cosine, so that December lies beside January. Missing is the
/// middle of the circle.
public record DateCycleStep() implements Step {

    private static final List<Cycle> CYCLES = List.of(new Cycle(Part.MONTH, 1, 12), new Cycle(Part.WEEKDAY, 0, 7), new Cycle(Part.HOUR, 0, 24));
    private static final double DIGITS = 1e15;

    /// A part that begins anew.
    private record Cycle(Part part, int first, int length) {

        double sine(double value) {
            return rounded(Math.sin(2 * Math.PI * (value - first) / length));
        }

        double cosine(double value) {
            return rounded(Math.cos(2 * Math.PI * (value - first) / length));
        }

        // The sine of π is 0.
        private static double rounded(double value) {
            return Math.rint(value * DIGITS) / DIGITS + 0.0;   // never -0
        }

        String title() {
            return part.name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String id() {
        return "date_cycle";
    }

    @Override
    public String description() {
        return "Month, weekday and hour as places on a circle, so that December lies beside January: where things come back with the season or the day.";
    }

    @Override
    public boolean accepts(FieldType type) {
        return type == FieldType.DATE;
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        String name = column.field().name();
        List<double[]> numbers = DatePartsStep.numbers(column, CYCLES.stream().map(Cycle::part).toList());
        NumberFacts months = NumberFacts.of(numbers.getFirst());
        int[] turning = IntStream.range(0, CYCLES.size()).filter(i -> !NumberFacts.of(numbers.get(i)).isConstant()).toArray();
        boolean gaps = months.missing > 0 && months.missing < months.rows();
        if (turning.length == 0 && !gaps) {
            return;
        }
        int[] read = turning.length == 0 ? new int[] {0} : turning;
        List<Part> parts = IntStream.of(read).mapToObj(i -> CYCLES.get(i).part()).toList();
        List<String> columns = IntStream.of(read).mapToObj(i -> builder.name(name + " " + CYCLES.get(i).title())).toList();
        builder.textStep(new DateParts(name, parts, columns));
        if (gaps) {
            builder.flag(columns.getFirst(), name + " is missing");
        }
        for (int i = 0; i < turning.length; i++) {
            add(columns.get(i), CYCLES.get(turning[i]), numbers.get(turning[i]), builder);
        }
    }

    private static void add(String column, Cycle cycle, double[] training, RecipeBuilder builder) {
        double[] keys = IntStream.range(cycle.first(), cycle.first() + cycle.length()).asDoubleStream().toArray();
        double[] values = new double[2 * (keys.length + 1)];   // the last row is for missing
        for (int i = 0; i < keys.length; i++) {
            values[2 * i] = cycle.sine(keys[i]);
            values[2 * i + 1] = cycle.cosine(keys[i]);
        }
        List<String> outputs = List.of(builder.name(column + " sine"), builder.name(column + " cosine"));
        builder.textStep(new CodeTable(column, Numbers.of(keys), Numbers.of(values), outputs));
        List<double[]> made = List.of(Arrays.stream(training).map(cycle::sine).toArray(),
                Arrays.stream(training).map(cycle::cosine).toArray());
        for (int i = 0; i < outputs.size(); i++) {
            if (!NumberFacts.of(made.get(i)).isConstant()) {
                builder.feature(outputs.get(i));
            }
        }
    }
}
