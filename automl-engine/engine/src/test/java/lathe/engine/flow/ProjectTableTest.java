package lathe.engine.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lathe.engine.data.ImportReport;
import lathe.engine.data.Imported;
import lathe.engine.track.ColumnChoice;
import lathe.engine.profile.Limit;
import lathe.engine.profile.Thresholds;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.TableChoice;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.ProblemException;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;

class ProjectTableTest {

    private static final Imported READ = new Imported(new Table(new Schema(List.of(Field.of("a", FieldType.NUMBER), Field.of("t", FieldType.CATEGORY))),
            List.of(new NumberColumn(new double[] {1, 2, 0.0, -0.0, Double.NaN, Double.NaN, 2}),
                    StringColumn.of(List.of("x", "y", "x", "x", "", "", "y")))), ImportReport.of("csv"));

    private static ProjectTable of(TableChoice choice) {
        return ProjectTable.of(READ, ProjectSettings.EMPTY.withTable(choice));
    }

    @Test
    void leavesTheTableAsItIsWhereNothingIsChosen() {
        assertEquals(READ, of(TableChoice.NONE).imported());
        assertEquals(Optional.empty(), ProjectTable.rowsKept(READ));
    }

    @Test
    void keepsTheFirstOfEqualRows() {
        ProjectTable table = of(TableChoice.NONE.withDuplicates(TableChoice.REMOVE));

        assertArrayEquals(new double[] {1, 2, 0, Double.NaN}, table.imported().table().numbers("a").values());
        assertEquals(Optional.of("4 of 7 rows are kept: 3 repeat an earlier row. A model answers every row all the same."), ProjectTable.rowsKept(table.imported()));
        assertEquals(4, table.sourceRow(3));
    }

    @Test
    void keepsRowsThatMeetAConditionOnDerivedColumns() {
        ProjectTable table = of(TableChoice.NONE.withDerived("b", "a * 2").withWhere("b >= 2 and t <> 'z'"));

        assertArrayEquals(new double[] {2, 4, 4}, table.imported().table().numbers("b").values());
        assertEquals(Optional.of("3 of 7 rows are kept: 4 do not meet b >= 2 and t <> 'z'. A model answers every row all the same."),
                ProjectTable.rowsKept(table.imported()));
        assertEquals(6, table.sourceRow(2));
    }

    @Test
    void takesDerivedTextsAsChosen() {
        ProjectSettings settings = ProjectSettings.EMPTY.withTable(TableChoice.NONE.withDerived("b", "coalesce(t, 'none')"))
                .withColumn("b", ColumnChoice.NONE.withType(FieldType.TEXT));

        assertEquals(FieldType.TEXT, ProjectTable.of(READ, settings).imported().table().schema().field("b").type());
        assertEquals(List.of(), List.copyOf(ProjectReading.of(settings).types().keySet()));
    }

    @Test
    void saysWhatCannotBeDone() {
        assertEquals("no-rows-kept", assertThrows(ProblemException.class, () -> of(TableChoice.NONE.withWhere("a > 9"))).problem().code());
        assertEquals("derived-name", assertThrows(ProblemException.class, () -> of(TableChoice.NONE.withDerived("t", "a"))).problem().code());
        ProblemException wrong = assertThrows(ProblemException.class, () -> of(TableChoice.NONE.withDerived("b", "c").withDerived("c", "a")));
        assertEquals("derived column b: Character 1: There is no column 'c'. Did you mean a?", wrong.getMessage());
    }

    @Test
    void findsDistinctRowsAsComparingEachWithEachDoes() {
        SplittableRandom random = new SplittableRandom(3);
        Table table = new Table(READ.table().schema(), List.of(new NumberColumn(random.ints(300, 0, 12).asDoubleStream().toArray()),
                StringColumn.of(random.ints(300, 0, 12).mapToObj(Integer::toString).toList())));
        int[] expected = IntStream.range(0, 300).filter(row -> IntStream.range(0, row).noneMatch(other ->
                table.select(new int[] {row}).columns().equals(table.select(new int[] {other}).columns()))).toArray();

        assertArrayEquals(expected, DistinctRows.of(table));
    }

    @Test
    void leavesOutTheRowsAFindingTellsOf() {
        SplittableRandom random = new SplittableRandom(5);
        int rows = 600;
        double[][] numbers = new double[3][rows];
        List<String> answers = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (double[] column : numbers) {
                column[row] = row < 6 ? 50 + random.nextDouble() : random.nextDouble(1, 9);
            }
            answers.add(random.nextBoolean() ? "yes" : "no");
        }
        for (int row = 100; row < 120; row += 2) {   // equal to the next row, with the other answer
            for (double[] column : numbers) {
                column[row] = column[row + 1];
            }
            answers.set(row, answers.get(row + 1).equals("yes") ? "no" : "yes");
        }
        Schema schema = new Schema(List.of(Field.of("a", FieldType.NUMBER), Field.of("b", FieldType.NUMBER), Field.of("c", FieldType.NUMBER),
                Field.of("y", FieldType.CATEGORY)));
        Imported read = new Imported(new Table(schema, List.of(new NumberColumn(numbers[0]), new NumberColumn(numbers[1]), new NumberColumn(numbers[2]),
                StringColumn.of(answers))), ImportReport.of("csv"));
        TableChoice both = TableChoice.NONE.withContradictions(TableChoice.REMOVE).withUnusualRows(TableChoice.REMOVE);

        ProjectTable table = ProjectTable.of(read, ProjectSettings.EMPTY.withTarget("y").withTable(both));

        assertEquals(Optional.of("574 of 600 rows are kept: 20 contradict another row, 6 are unlike all others. A model answers every row all the same."),
                ProjectTable.rowsKept(table.imported()));
        assertEquals(6, table.sourceRow(0));
        assertEquals(120, table.sourceRow(94));
        assertEquals(600, ProjectTable.of(read, ProjectSettings.EMPTY.withTable(TableChoice.NONE.withContradictions(TableChoice.REMOVE))).imported().table().rows());

        assertEquals("remove", TableChoice.unusualRows(Thresholds.USUAL));
        String farther = TableChoice.unusualRows(Thresholds.USUAL.with(Limit.ROW_DISTANCE, 1000));
        assertEquals("remove beyond 1000", farther);
        assertEquals(600, ProjectTable.of(read, ProjectSettings.EMPTY.withTarget("y").withTable(TableChoice.NONE.withUnusualRows(farther))).imported().table().rows());
        assertThrows(IllegalArgumentException.class, () -> TableChoice.NONE.withUnusualRows("remove beyond 0"));
        assertThrows(IllegalArgumentException.class, () -> TableChoice.NONE.withUnusualRows("remove beyond far"));
    }
}
