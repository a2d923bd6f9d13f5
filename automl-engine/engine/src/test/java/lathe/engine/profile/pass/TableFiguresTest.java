package lathe.engine.profile.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lathe.engine.profile.FieldProfile;
import lathe.engine.profile.NumberSummary;
import lathe.engine.profile.Profiler;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TableFiguresTest {

    private static final Schema SCHEMA = new Schema(List.of(Field.of("n", FieldType.NUMBER), Field.of("t", FieldType.CATEGORY)));

    private static Table table(long seed, int rows, int different) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] numbers = new double[rows];
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            numbers[row] = random.nextInt(10) == 0 ? Double.NaN : (random.nextInt(different) - different / 4) / 8.0;
            texts.add(random.nextInt(5) == 0 ? "" : "level " + random.nextInt(different));
        }
        return new Table(SCHEMA, List.of(new NumberColumn(numbers), StringColumn.of(texts)));
    }

    private static TableFigures figures(Table table, int piece) {
        TableFigures figures = new TableFigures(table.schema());
        for (int from = 0; from < table.rows(); from += piece) {
            figures.add(table.select(IntStream.range(from, Math.min(table.rows(), from + piece)).toArray()));
        }
        return figures;
    }

    private static List<FieldProfile> whole(Table table) {
        return Profiler.profile(table, null, List.of()).fields();
    }

    private static FieldProfile rounded(FieldProfile field) {
        NumberSummary all = field.numbers();
        NumberSummary numbers = all == null ? null : new NumberSummary(all.min(), all.max(), Math.round(all.mean() * 1e9) / 1e9,
                Math.round(all.sd() * 1e9) / 1e9, all.quantiles(), all.histogram(), all.zeros(), all.whole());
        return new FieldProfile(field.name(), field.type(), field.count(), field.missing(), field.distinct(), numbers, field.top());
    }

    @Property(tries = 60)
    void ofFewDifferentValuesAllIsAsInMemory(@ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int rows,
                                             @ForAll @IntRange(min = 1, max = 60) int different, @ForAll @IntRange(min = 1, max = 97) int piece) {
        Table table = table(seed, rows, different);
        TableFigures figures = figures(table, piece);
        assertEquals(whole(table).stream().map(TableFiguresTest::rounded).toList(),
                figures.profiles(table).stream().map(TableFiguresTest::rounded).toList());
        assertEquals(Set.of(), figures.estimated());
        assertEquals(rows, figures.rows());
    }

    @Test
    void ofManyDifferentValuesEstimatesAreNear() {
        Table table = table(5, 400_000, 250_000);
        TableFigures figures = figures(table, 10_000);
        FieldProfile n = figures.profiles(table).getFirst();
        FieldProfile exact = whole(table).getFirst();
        NumberSummary numbers = Objects.requireNonNull(n.numbers());
        NumberSummary truth = Objects.requireNonNull(exact.numbers());
        assertEquals(Set.of("n", "t"), figures.estimated());
        assertEquals(List.of(exact.count(), exact.missing()), List.of(n.count(), n.missing()));
        assertEquals(exact.distinct(), n.distinct(), 0.02 * exact.distinct());
        assertEquals(List.of(truth.min(), truth.max()), List.of(numbers.min(), numbers.max()));
        assertEquals(truth.sd(), numbers.sd(), 1e-6 * truth.sd());
        for (int i = 0; i < truth.quantiles().size(); i++) {
            assertEquals(truth.quantiles().get(i).value(), numbers.quantiles().get(i).value(), 0.003 * (truth.max() - truth.min()));
        }
        FieldProfile t = figures.profiles(table).get(1);
        assertEquals(whole(table).get(1).distinct(), t.distinct(), 0.02 * t.distinct());
    }

    @Test
    void theCommonestTextsAreFoundAmongVeryMany() {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < 400_000; row++) {
            texts.add(row % 4 == 0 ? "common" : row % 50 == 1 ? "usual" : "rare " + row);
        }
        Schema schema = new Schema(List.of(Field.of("t", FieldType.CATEGORY)));
        TableFigures figures = figures(new Table(schema, List.of(StringColumn.of(texts))), 8_000);
        FieldProfile field = figures.profiles(new Table(schema, List.of(StringColumn.of(texts.subList(0, 9))))).getFirst();
        assertEquals(List.of("common", "usual"), field.top().subList(0, 2).stream().map(level -> level.text()).toList());
        assertEquals(100_000, field.top().getFirst().count(), 50);
        assertTrue(field.top().getFirst().count() <= 100_000, "a count is what a text comes at least");
    }

    @Test
    void risingNumbersAreAllDifferent() {
        Schema schema = new Schema(List.of(Field.of("id", FieldType.NUMBER)));
        Table table = new Table(schema, List.of(new NumberColumn(IntStream.range(0, 200_000).asDoubleStream().toArray())));
        assertEquals(200_000, figures(table, 5_000).profiles(table).getFirst().distinct());
    }

    @Test
    void aColumnWithoutValuesHasNoNumbers() {
        Table table = new Table(SCHEMA, List.of(new NumberColumn(new double[] {Double.NaN}), StringColumn.of(List.of(""))));
        assertEquals(whole(table), figures(table, 1).profiles(table));
    }
}
