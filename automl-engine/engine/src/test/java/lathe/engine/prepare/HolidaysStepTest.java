package lathe.engine.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import lathe.engine.builtin.Steps;
import lathe.engine.learn.Learner.Preparation;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.ProblemException;
import lathe.scoring.StringColumn;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;

/// Reference: the German law (Unification Treaty, article 2) and that of Bavaria (FTG, article 1); dates of Easter as published.
class HolidaysStepTest {

    private static final Field DAY = Field.of("day", FieldType.DATE);

    private static double[][] german(String step, String... days) {
        StringColumn training = StringColumn.of(List.of("2023-12-24", "2024-02-01", "2024-05-01", "2024-10-03", ""));
        return Columns.FITTER.fit(new Recipe(Preparation.TREES_WITH_MISSING, Map.of("day", step)), Columns.table(DAY, training),
                Columns.target(Task.REGRESSION, 5, 1), Columns.SEED).recipe().apply(Columns.table(DAY, StringColumn.of(List.of(days)))).toRows();
    }

    @Test
    void tellsWhetherItIsOneAndHowFarTheOthersAre() {
        assertArrayEquals(new double[][] {{1, 0, 30}, {1, 0, 1}, {1, 0, 6}, {0, 2, 4}, {0, 5, 131}, {1, 0, 83}},
                german("holidays(country=DE)", "2024-04-01", "2024-12-25", "2024-12-26", "2024-12-28", "2024-05-25", "2024-10-03T18:30:00"));
    }

    @Test
    void addsTheHolidaysOfARegion() {
        assertArrayEquals(new double[][] {{0, 5, 83}}, german("holidays(country=DE)", "2024-01-06"));
        assertArrayEquals(new double[][] {{1, 0, 83}}, german("holidays(country=DE, region=by)", "2024-01-06"));
    }

    @Test
    void whatLiesBeyondItsYearsCountsAsMissing() {
        assertArrayEquals(new double[][] {{0, Double.NaN, Double.NaN}, {0, Double.NaN, Double.NaN}, {0, Double.NaN, Double.NaN}, {1, 0, 1}},
                german("holidays(country=DE)", "2036-12-25", "2021-12-25", "", "2034-12-25"));
    }

    @Test
    void saysWhichCountriesAndRegionsThereAre() {
        ProblemException region = assertThrows(ProblemException.class, () -> StepWish.parse("holidays(country=DE, region=xx)").find(Steps.ALL, DAY));
        assertTrue(region.problem().what().contains("region of DE must be one of bb, be, bw, by,"), region.getMessage());
        ProblemException country = assertThrows(ProblemException.class, () -> StepWish.parse("holidays(country=XX)").find(Steps.ALL, DAY));
        assertTrue(country.problem().what().contains("country must be the code of a country, one of "), country.getMessage());
        StepParameter countries = StepWish.parse("holidays").find(Steps.ALL, DAY).parameters().getFirst();
        assertEquals(List.of("AT", "CH", "DE", "FR", "GB", "US"), List.of("AT", "CH", "DE", "FR", "GB", "US").stream().filter(countries.choices()::contains).toList());
    }
}
