package lathe.views.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lathe.engine.evaluate.Validation;
import lathe.engine.profile.Finding;
import lathe.engine.profile.Severity;
import lathe.engine.profile.Treatment;
import lathe.engine.profile.Treatment.Action;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.TableChoice;
import lathe.scoring.FieldType;
import lathe.scoring.Role;
import lathe.views.text.Texts;
import org.junit.jupiter.api.Test;

class TreatingTest {

    private final Treating treating = new Treating(Texts.of(Treating.class, Locale.ENGLISH));

    private static ColumnRow row(Role role) {
        return new ColumnRow("age", FieldType.NUMBER, false, role, true, List.of(), 0, 10, Double.NaN, List.of(), "");
    }

    private static Finding finding(Treatment... alternatives) {
        return new Finding("sentinel", Severity.WARNING, "age", "Column 'age' holds -999.").kept(alternatives);
    }

    private List<Treating.Offer> offers(ProjectSettings settings, Treatment... alternatives) {
        return treating.of(finding(alternatives), Optional.of(row(Role.FEATURE)), settings);
    }

    @Test
    void readsValuesAsMissingAndTakesThatBack() {
        Treatment treatment = Treatment.of(Action.READ_AS_MISSING, List.of("-999"));
        Treating.Offer offer = offers(ProjectSettings.EMPTY, treatment).getFirst();
        ProjectSettings treated = offer.edit().apply(ProjectSettings.EMPTY);

        assertEquals("Read -999 as no value", offer.words());
        assertFalse(offer.on());
        assertEquals(List.of("-999", "-999.0"), treated.reading().missingTokens());
        Treating.Offer back = offers(treated, treatment).getFirst();
        assertTrue(back.on());
        assertEquals(ProjectSettings.EMPTY, back.edit().apply(treated));
    }

    @Test
    void offersOnlyStepsThatFitTheTypeOfTheColumn() {
        List<Treating.Offer> offers = offers(ProjectSettings.EMPTY, Treatment.step("clip"), Treatment.step("target_mean"));
        ProjectSettings treated = offers.getFirst().edit().apply(ProjectSettings.EMPTY);

        assertEquals(List.of("prepare-clip"), offers.stream().map(Treating.Offer::key).toList());
        assertEquals("clip", treated.column("age").step());
        assertTrue(offers(treated, Treatment.step("clip")).getFirst().on());
        assertEquals(ColumnChoice.NONE, offers(treated, Treatment.step("clip")).getFirst().edit().apply(treated).column("age"));
    }

    @Test
    void leavesAColumnOutOrUsesIt() {
        Treatment[] both = {Treatment.of(Action.LEAVE_OUT), Treatment.of(Action.KEEP)};
        ProjectSettings out = offers(ProjectSettings.EMPTY, both).getFirst().edit().apply(ProjectSettings.EMPTY);
        ProjectSettings used = offers(out, both).getLast().edit().apply(out);

        assertEquals(Optional.of(Role.IGNORED), out.column("age").chosenRole());
        assertEquals(Optional.of(Role.FEATURE), used.column("age").chosenRole());
        assertEquals(List.of(), treating.of(finding(both), Optional.of(row(Role.TARGET)), ProjectSettings.EMPTY));
    }

    @Test
    void readsTextsByAFormatAndTakesThatBack() {
        Treatment kilos = Treatment.reading(FieldType.NUMBER, ". in kg", "", "");
        Treatment days = Treatment.reading(FieldType.DATE, "mixed month-first", "03/04/2021", "2021-03-04");
        List<Treating.Offer> offers = offers(ProjectSettings.EMPTY, kilos, days, Treatment.reading(FieldType.NUMBER, ", among texts", "1,234", "1.234"));
        ProjectSettings treated = offers.getFirst().edit().apply(ProjectSettings.EMPTY);

        assertEquals(List.of("Read as numbers in kg", "Read 03/04/2021 as 2021-03-04", "Read 1,234 as 1.234"),
                offers.stream().map(Treating.Offer::words).toList());
        assertEquals(List.of("read-unit", "read-month-first", "read-numbers-comma"), offers.stream().map(Treating.Offer::key).toList());
        assertEquals(Optional.of(FieldType.NUMBER), treated.column("age").chosenType());
        assertEquals(". in kg", treated.column("age").format());
        assertEquals("mixed month-first", offers.get(1).edit().apply(treated).column("age").format());
        assertEquals(ColumnChoice.NONE, offers(treated, kilos).getFirst().edit().apply(treated).column("age"));
        assertEquals("", treated.column("age").withType(FieldType.DATE).format());
    }

    @Test
    void dividesRowsByTime() {
        Treatment treatment = Treatment.of(Action.DIVIDE_BY, List.of("day"));
        ProjectSettings divided = offers(ProjectSettings.EMPTY, treatment).getFirst().edit().apply(ProjectSettings.EMPTY);

        assertEquals(new Validation.Time("day"), divided.search().validation());
        assertEquals(ProjectSettings.EMPTY, offers(divided, treatment).getFirst().edit().apply(divided));
    }

    private static Finding about(String code, String field, Treatment treatment) {
        return new Finding(code, Severity.INFO, field, "Something.").kept(treatment);
    }

    @Test
    void mergesValuesOneGroupAfterTheOther() {
        ColumnRow plan = new ColumnRow("plan", FieldType.CATEGORY, false, Role.FEATURE, true, List.of(), 0, 10, Double.NaN, List.of(), "");
        Finding finding = new Finding("mixed-spelling", Severity.INFO, "plan", "Spellings.").kept(Treatment.of(Action.MERGE, List.of("NY", "N.Y.", "ny ", "Ny.")),
                Treatment.of(Action.MERGE, List.of("LA", "L.A.")));
        Treating.Offer first = treating.of(finding, Optional.of(plan), ProjectSettings.EMPTY).getFirst();
        ProjectSettings one = first.edit().apply(ProjectSettings.EMPTY);
        ProjectSettings both = treating.of(finding, Optional.of(plan), one).getLast().edit().apply(one);

        assertEquals("Read 2 values as NY", first.words());
        assertEquals("merge(N.Y.=NY, Ny.=NY, L.A.=LA)", both.column("plan").step());
        assertTrue(treating.of(finding, Optional.of(plan), both).stream().allMatch(Treating.Offer::on));
        assertEquals("merge(L.A.=LA)", treating.of(finding, Optional.of(plan), both).getFirst().edit().apply(both).column("plan").step());
        assertEquals(ProjectSettings.EMPTY, treating.of(finding, Optional.of(plan), one).getFirst().edit().apply(one));
    }

    @Test
    void convertsUnitsByAStep() {
        Treatment treatment = new Treatment(Action.CONVERT, "convert(border=300, above=0.001)", List.of("1000"));
        Treating.Offer offer = offers(ProjectSettings.EMPTY, treatment).getFirst();
        ProjectSettings converted = offer.edit().apply(ProjectSettings.EMPTY);

        assertEquals("Prepare: units converted", offer.words());
        assertEquals("convert(border=300, above=0.001)", converted.column("age").step());
        assertTrue(offers(converted, treatment).getFirst().on());
    }

    @Test
    void leavesOutRowsAndTakesThemBack() {
        for (String code : List.of("duplicate-rows", "contradicting-targets", "outlying-rows")) {
            Finding finding = about(code, "", Treatment.of(Action.REMOVE_ROWS));
            ProjectSettings without = treating.of(finding, Optional.empty(), ProjectSettings.EMPTY).getFirst().edit().apply(ProjectSettings.EMPTY);
            assertTrue(without.table().choosesRows(), code);
            assertEquals(ProjectSettings.EMPTY, treating.of(finding, Optional.empty(), without).getFirst().edit().apply(without));
        }
    }

    @Test
    void leavesOutRowsBeyondUsualNumbersByACondition() {
        Finding age = about("outliers", "age", Treatment.of(Action.REMOVE_ROWS, List.of("0", "120")));
        Finding debt = about("outliers", "my debt", Treatment.of(Action.REMOVE_ROWS, List.of("", "9000")));
        ProjectSettings asked = ProjectSettings.EMPTY.withTable(TableChoice.NONE.withWhere("a > 1 or b > 1"));
        ProjectSettings one = treating.of(age, Optional.empty(), asked).getFirst().edit().apply(asked);
        ProjectSettings two = treating.of(debt, Optional.empty(), one).getFirst().edit().apply(one);

        assertEquals("(a > 1 or b > 1) and (missing(age) or age >= 0 and age <= 120)", one.table().where());
        assertEquals("(a > 1 or b > 1) and (missing(age) or age >= 0 and age <= 120) and (missing(`my debt`) or `my debt` <= 9000)", two.table().where());
        assertEquals("(a > 1 or b > 1) and (missing(`my debt`) or `my debt` <= 9000)",
                treating.of(age, Optional.empty(), two).getFirst().edit().apply(two).table().where());
    }

    @Test
    void offersNothingThatCannotBeDoneYet() {
        assertEquals(List.of(), offers(ProjectSettings.EMPTY, Treatment.of(Action.MERGE, List.of("NY", "N.Y.")), Treatment.of(Action.CONVERT),
                Treatment.of(Action.REMOVE_ROWS), Treatment.of(Action.READ_AS_MISSING, List.of("a, b")), Treatment.of(Action.READ_AS_MISSING)));
    }
}
