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
    void dividesRowsByTime() {
        Treatment treatment = Treatment.of(Action.DIVIDE_BY, List.of("day"));
        ProjectSettings divided = offers(ProjectSettings.EMPTY, treatment).getFirst().edit().apply(ProjectSettings.EMPTY);

        assertEquals(new Validation.Time("day"), divided.search().validation());
        assertEquals(ProjectSettings.EMPTY, offers(divided, treatment).getFirst().edit().apply(divided));
    }

    @Test
    void offersNothingThatCannotBeDoneYet() {
        assertEquals(List.of(), offers(ProjectSettings.EMPTY, Treatment.of(Action.MERGE, List.of("NY", "N.Y.")), Treatment.of(Action.CONVERT),
                Treatment.of(Action.REMOVE_ROWS), Treatment.of(Action.READ_AS_MISSING, List.of("a, b")), Treatment.of(Action.READ_AS_MISSING)));
    }
}
