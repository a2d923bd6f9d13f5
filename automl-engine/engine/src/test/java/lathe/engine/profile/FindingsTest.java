package lathe.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the checks find and what they leave alone; `docs/findings.md` holds the same figures over many more tables.
class FindingsTest {

    private static final int ROWS = 4000;
    private static final int TABLES = 20;

    static List<String> distributions() {
        return Planted.NOISE;
    }

    @ParameterizedTest
    @EnumSource(Planted.Kind.class)
    void findsWhatIsPlantedInOneRowOfFifty(Planted.Kind kind) {
        long found = IntStream.range(0, TABLES).filter(seed -> Planted.isFound(kind, ROWS, 0.02, seed)).count();
        assertTrue(found >= 0.95 * TABLES, () -> "%d of %d".formatted(found, TABLES));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void leavesNoiseAlone(String distribution) {
        // Long tails are there, so the word for them is no false alarm.
        Set<String> known = distribution.equals("lognormal") || distribution.equals("exponential") ? Set.of("skew") : Set.of();
        List<String> alarms = new ArrayList<>();
        for (int seed = 0; seed < 2 * TABLES; seed++) {
            Profiler.profile(Planted.noise(distribution, 500, 1000 + seed), "y").findingsOf("x").stream()
                    .filter(finding -> !known.contains(finding.code())).forEach(finding -> alarms.add(finding.sentence()));
        }
        // One in forty passes: at one per cent a second one would have a chance of six per cent.
        assertTrue(alarms.size() <= 1, alarms::toString);
    }

    @Test
    void associationsAgreeWithReferences() {
        // scipy 1.17.1: stats.pearsonr, stats.spearmanr on x = sin(i), y = i mod 7, z = i mod 9, i = 0..39; Cramer's V by Bergsma's formula, numpy 2.4.6.
        double[] x = IntStream.range(0, 40).mapToDouble(Math::sin).toArray();
        double[] y = IntStream.range(0, 40).mapToDouble(i -> i % 7).toArray();
        assertEquals(PEARSON, Associations.pearson(x, y), 1e-12);
        assertEquals(SPEARMAN, Associations.spearman(x, y), 1e-12);
        double[] z = IntStream.range(0, 40).mapToDouble(i -> i % 9).toArray();
        StringColumn a = StringColumn.of(IntStream.range(0, 40).mapToObj(i -> "a" + i % 3).toList());
        StringColumn b = StringColumn.of(IntStream.range(0, 40).mapToObj(i -> "b" + i % 9 / 3 * (i % 3)).toList());
        assertEquals(CRAMER, Associations.cramer(a, b), 1e-12);
        assertEquals(RATIO, Associations.correlationRatio(b, z), 1e-12);
    }

    private static final double PEARSON = 0.005420458467383078;
    private static final double SPEARMAN = 0.007012920169906433;
    private static final double CRAMER = 0.5198752449100364;
    private static final double RATIO = 0.7700588641172877;

    @Test
    void spellingsAreGroupedAndValuesKeptApart() {
        List<LevelCount> levels = List.of(new LevelCount("New York", 500), new LevelCount("new-york", 30), new LevelCount("York, New", 10),
                new LevelCount("Nwe York", 5), new LevelCount("Zürich", 80), new LevelCount("ZURICH", 3), new LevelCount("route 66", 90),
                new LevelCount("route 67", 4), new LevelCount("1-2", 50), new LevelCount("12", 50), new LevelCount(">50k", 9),
                new LevelCount("<50k", 90), new LevelCount("INLAND", 900), new LevelCount("ISLAND", 5));
        assertEquals(List.of(List.of("New York", "new-york", "York, New", "Nwe York"), List.of("Zürich", "ZURICH")),
                new Spellings(levels).groups().stream().map(group -> group.stream().map(LevelCount::text).toList()).toList());
    }

    @Test
    void shiftIsToldBetweenTablesAndNotWithinOne() {
        Table one = Planted.noise("normal", 3000, 1);
        Table same = Planted.noise("normal", 3000, 2);
        assertEquals(List.of(), TableShift.compare(one, same, Thresholds.USUAL));
        List<Finding> shifted = TableShift.compare(one, Planted.noise("lognormal", 3000, 3), Thresholds.USUAL);
        assertEquals(List.of("shift x"), shifted.stream().map(finding -> finding.code() + " " + finding.field()).toList());
        assertTrue(shifted.getFirst().figures().getOrDefault("psi", 0.0) > 1);
    }

    @Test
    void limitsAreAdjustable() {
        Table table = Planted.noise("lognormal", 2000, 1);
        Thresholds loose = Thresholds.USUAL.with(Limit.SKEW, 100);
        assertEquals(List.of("skew"), Profiler.profile(table, null).findingsOf("x").stream().map(Finding::code).toList());
        assertEquals(List.of(), Profiler.profile(table, null, Profiler.CHECKS, loose).findingsOf("x"));
        assertThrows(IllegalArgumentException.class, () -> new Thresholds(Map.of(Limit.SKEW, Double.NaN)));
    }
}
