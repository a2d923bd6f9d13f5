package lathe.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.ProblemException;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfilerTest {

    private static final int ROWS = 2000;

    private final List<Field> fields = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    private void numbers(String name, IntToDoubleFunction value) {
        fields.add(Field.of(name, FieldType.NUMBER));
        columns.add(new NumberColumn(IntStream.range(0, ROWS).mapToDouble(value).toArray()));
    }

    private void texts(String name, IntFunction<@Nullable String> value) {
        fields.add(Field.of(name, FieldType.CATEGORY));
        List<@Nullable String> texts = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            texts.add(value.apply(row));
        }
        columns.add(StringColumn.of(texts));
    }

    private List<String> found(@Nullable String target) {
        return Profiler.profile(new Table(new Schema(fields), columns), target).findings().stream()
                .map(finding -> finding.severity() + " " + finding.code() + " " + finding.field()).toList();
    }

    /// Evenly spread in [0, 1), independent for each stream; seeds of `Random` that lie close together are not.
    private static double uniform(int row, int stream) {
        return new SplittableRandom(row * 31L + stream * 1_000_003L).nextDouble();
    }

    private static double normal(int row, int stream) {
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += uniform(row, stream + i);
        }
        return sum - 6;
    }

    private static boolean churned(int row) {
        return row % 10 < 3;
    }

    @Test
    void numberSummaryAgreesWithNumpy() {
        // numpy 2: np.quantile([3,1,2,10,4], [.01,.05,.25,.5,.75,.95,.99]), np.std(ddof=1), np.mean
        NumberSummary summary = NumberSummary.of(new double[] {1, 2, 3, 4, 10});
        assertEquals(List.of(1.04, 1.2, 2.0, 3.0, 4.0, 8.8, 9.76),
                summary.quantiles().stream().map(q -> Math.round(q.value() * 1e9) / 1e9).toList());
        assertEquals(3.5355339059327378, summary.sd(), 1e-12);
        assertEquals(4.0, summary.mean(), 1e-12);
        assertEquals(5, summary.histogram().counts().stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void countsMissingAndDistinct() {
        texts("city", row -> row % 4 == 0 ? null : row % 4 == 1 ? "Graz" : "Linz");
        FieldProfile city = Profiler.profile(new Table(new Schema(fields), columns), null).field("city");
        assertEquals(List.of(1500, 500, 2), List.of(city.count(), city.missing(), city.distinct()));
        assertEquals(new LevelCount("Linz", 1000), city.top().getFirst());
    }

    @Test
    void findsConstantAndMostlyMissing() {
        texts("currency", row -> "EUR");
        numbers("empty", row -> Double.NaN);
        numbers("rare", row -> row < 600 ? row % 7 : Double.NaN);
        assertEquals(List.of("WARNING missing rare", "WARNING constant currency", "WARNING constant empty",
                "WARNING duplicate-rows "), found(null));
    }

    @Test
    void findsIdentifiers() {
        texts("customer", row -> "C-" + (row * 7919L % 100_003));
        numbers("instant", row -> row + 1);
        numbers("orderId", row -> 1e6 + row * 977.0 % 99_991);
        numbers("paid", row -> row * 977.0 % 99_991);
        assertEquals(List.of("WARNING identifier customer", "WARNING identifier instant", "WARNING identifier orderId"), found(null));
    }

    @Test
    void findsColumnsThatGiveTheAnswerAway() {
        texts("churned", row -> churned(row) ? "yes" : "no");
        texts("copy", row -> churned(row) ? "left" : "stays");
        numbers("noise", row -> normal(row, 1));
        numbers("almost", row -> (churned(row) ? 3.6 : 0) + normal(row, 1));
        numbers("fee", row -> churned(row) && row % 20 == 1 ? 50 + row % 40 : Double.NaN);
        assertEquals(List.of("SERIOUS leakage copy", "SERIOUS leakage-by-presence fee", "WARNING missing fee", "WARNING leakage almost"),
                found("churned"));
    }

    @Test
    void findsLinearLeaksInNumberTargets() {
        numbers("price", row -> 100_000 + 900_000 * uniform(row, 1));
        numbers("tax", row -> (100_000 + 900_000 * uniform(row, 1)) * 0.05);
        numbers("area", row -> (100_000 + 900_000 * uniform(row, 1)) * (0.7 + 0.6 * uniform(row, 2)));
        assertEquals(List.of("SERIOUS leakage tax"), found("price"));
    }

    @Test
    void findsRareClassesAndMissingTargets() {
        texts("label", row -> row < 10 ? null : row < 20 ? "rare" : "usual");
        assertEquals(List.of("WARNING target-has-missing label", "WARNING imbalance label", "WARNING class-with-few-rows label",
                "WARNING duplicate-rows "), found("label"));
    }

    @Test
    void findsRepeatedRowsSpellingsAndSentinels() {
        texts("pay", row -> List.of("bank transfer", "Bank-Transfer", "card").get(row % 3));
        numbers("age", row -> row % 100 == 0 ? -999 : 20 + row % 50);
        assertEquals(List.of("WARNING duplicate-rows ", "WARNING sentinel age", "INFO mixed-spelling pay"), found(null));
    }

    @Test
    void plainTableHasNoFindings() {
        numbers("x", row -> normal(row, 1));
        numbers("change", row -> Math.floor(7 * uniform(row, 50)) - 3);
        texts("y", row -> uniform(row, 60) < 0.5 ? "a" : "b");
        assertEquals(List.of(), found("y"));
    }

    @Test
    void unknownTargetIsRefused() {
        numbers("x", row -> row);
        ProblemException e = assertThrows(ProblemException.class, () -> found("z"));
        assertTrue(e.problem().message().contains("'z'") && e.problem().message().contains("x"), e.problem().message());
    }

    @Test
    void everyCheckKeepsItsContract() {
        numbers("x", row -> row % 13);
        texts("y", row -> churned(row) ? "yes" : "no");
        Table table = new Table(new Schema(fields), columns);
        Table none = table.select(new int[0]);
        for (ProfileCheck check : Profiler.CHECKS) {
            assertFalse(check.id().isBlank());
            assertEquals(List.of(), Profiler.profile(none, null, List.of(check)).findings().stream()
                    .filter(finding -> !finding.code().equals("constant")).toList(), check.id());
            for (Finding finding : Profiler.profile(table, "y", List.of(check)).findings()) {
                assertTrue(finding.field().isEmpty() || table.schema().names().contains(finding.field()), check.id());
                assertTrue(finding.sentence().endsWith("."), check.id());
            }
            assertNotNull(Profiler.profile(none, "y", List.of(check)));
        }
        assertEquals(Profiler.CHECKS.size(), Profiler.CHECKS.stream().map(ProfileCheck::id).distinct().count());
    }
}
