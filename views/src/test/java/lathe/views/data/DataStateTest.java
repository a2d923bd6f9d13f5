package lathe.views.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import lathe.engine.profile.ColumnChart;
import lathe.engine.profile.ColumnCharts;
import lathe.engine.profile.FieldProfile;
import lathe.engine.profile.Profiler;
import lathe.engine.profile.TableProfile;
import lathe.engine.progress.CancelToken;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.views.text.Texts;
import org.junit.jupiter.api.Test;

class DataStateTest {

    private static final int ROWS = 200;
    private static final Table TABLE = table();
    private static final ProjectSettings SETTINGS = ProjectSettings.EMPTY.withTarget("left");

    // Every fifth customer leaves; the fee is known for these alone; the plan says something.
    private static Table table() {
        Schema schema = new Schema(List.of(Field.of("id", FieldType.CATEGORY), Field.of("plan", FieldType.CATEGORY),
                Field.of("fee", FieldType.NUMBER), Field.of("left", FieldType.CATEGORY)));
        return new Table(schema, List.of(
                StringColumn.of(IntStream.range(0, ROWS).mapToObj(row -> "C-" + (1000 + row)).toList()),
                StringColumn.of(IntStream.range(0, ROWS).mapToObj(row -> row % 2 == 0 || row % 5 == 0 ? "short" : "long").toList()),
                new NumberColumn(IntStream.range(0, ROWS).mapToDouble(row -> row % 5 == 0 ? 20 + row % 30 : Double.NaN).toArray()),
                StringColumn.of(IntStream.range(0, ROWS).mapToObj(row -> row % 5 == 0 ? "yes" : "no").toList())));
    }

    private static DataState state(ProjectSettings settings) {
        TableProfile profile = Profiler.profile(TABLE, "left");
        ColumnCharts charts = ColumnCharts.of(TABLE, "left", new CancelToken());
        return DataState.EMPTY.with(TABLE.schema(), settings, Optional.of(profile), Optional.of(charts));
    }

    @Test
    void leavesAnIdentifierOutUntilSomebodyDecides() {
        ColumnRow found = state(SETTINGS).row("id").orElseThrow();
        ColumnRow decided = state(SETTINGS.withColumn("id", ColumnChoice.NONE.withRole(Role.FEATURE))).row("id").orElseThrow();

        assertEquals(Role.IGNORED, found.role());
        assertTrue(found.automatic());
        assertEquals(Role.FEATURE, decided.role());
        assertFalse(decided.automatic());
    }

    @Test
    void asksAboutAColumnThatKnowsTheAnswerUntilItIsAnswered() {
        DataState asked = state(SETTINGS);
        DataState answered = state(SETTINGS.withColumn("fee", ColumnChoice.NONE.withKnown(ColumnChoice.KNOWN_AFTER)));

        assertTrue(asked.row("fee").orElseThrow().open());
        assertEquals(1, asked.open());
        assertEquals(0, answered.open());
        assertEquals(Role.IGNORED, answered.row("fee").orElseThrow().role());
    }

    @Test
    void listsTheColumnsOfALightAndOfASearch() {
        DataState state = state(SETTINGS);

        assertTrue(state.lights().contains(new Light(FindingKind.KNOWS_ANSWER, 1)), state.lights().toString());
        assertEquals(List.of("fee"), state.withKind(Optional.of(FindingKind.KNOWS_ANSWER)).visible().stream().map(ColumnRow::name).toList());
        assertEquals(List.of("plan"), state.withSearch(" PLA ").visible().stream().map(ColumnRow::name).toList());
        assertEquals(List.of("id"), state.withFilter(ColumnFilter.LEFT_OUT).visible().stream().map(ColumnRow::name).toList());
    }

    @Test
    void forgetsWhatWasFoundWithAnotherTarget() {
        ColumnRow fee = state(SETTINGS.withTarget("plan")).row("fee").orElseThrow();

        assertFalse(fee.has(FindingKind.KNOWS_ANSWER));
        assertTrue(Double.isNaN(fee.strength()));
    }

    @Test
    void keepsChoicesAboutColumnsThatAnotherFileHasToo() {
        ProjectSettings chosen = SETTINGS.withColumn("plan", ColumnChoice.DROPPED).withColumn("fee", ColumnChoice.DROPPED);
        Schema other = new Schema(List.of(Field.of("plan", FieldType.CATEGORY), Field.of("new", FieldType.NUMBER)));

        ProjectSettings fitting = DataViewModel.fitting(chosen, other);

        assertEquals(Set.of("plan"), fitting.columns().keySet());
        assertEquals("", fitting.target());
    }

    @Test
    void saysInWordsWhereTheRarerClassIsMostCommon() {
        ColumnWords words = new ColumnWords(Texts.of(ColumnWords.class, Locale.ENGLISH));
        ColumnCharts charts = ColumnCharts.of(TABLE, "left", new CancelToken());
        ColumnChart plan = charts.column("plan");
        FieldProfile profile = Profiler.profile(TABLE, "left").field("plan");

        // 120 rows are short, 40 of them and no other left: 33 % against 20 % of all.
        assertEquals("Where plan is short, left is yes in 33% of the rows; overall in 20%.",
                words.say(profile, Optional.of(plan), Optional.of(charts)));
        assertEquals("The commonest of 2 values: short (60%), long (40%).", words.say(profile, Optional.empty(), Optional.empty()));
    }
}
