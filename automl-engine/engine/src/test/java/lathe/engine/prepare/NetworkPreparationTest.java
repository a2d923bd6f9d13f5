package lathe.engine.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.builtin.Steps;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Matrix;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What networks are given: few levels one by one, more as numbers they embed, very many as means.
class NetworkPreparationTest {

    private static final int ROWS = 1200;

    private static Table table(int levels) {
        return new Table(new Schema(List.of(Field.of("city", FieldType.CATEGORY), Field.of("age", FieldType.NUMBER))), List.of(
                StringColumn.of(IntStream.range(0, ROWS).mapToObj(row -> "town " + row % levels).toList()),
                new NumberColumn(IntStream.range(0, ROWS).mapToDouble(row -> row % 10 == 0 ? Double.NaN : Math.sin(row)).toArray())));
    }

    @ParameterizedTest
    @CsvSource({"3, one_hot", "9, one_hot", "10, level_codes", "500, level_codes", "501, target_mean"})
    void theNumberOfLevelsDecides(int levels, String step) {
        assertEquals(step, StepChoice.of(table(levels), "city", 2, Preparation.NETWORK).step());
    }

    @Test
    void levelNumbersAreMarkedAndMissingNumbersFilledAndTold() {
        Target target = Target.classes(IntStream.range(0, ROWS).map(row -> row % 2).toArray(), 2);
        Matrix matrix = new RecipeFitter(Steps.ALL).fit(new Recipe(Preparation.NETWORK, Map.of()), table(40), target, new Seed(1)).training();
        int marked = (int) IntStream.range(0, matrix.width()).filter(matrix::numbersLevels).count();
        assertEquals(1, marked);
        assertEquals(3, matrix.width());   // level, age, age is missing
        for (int feature = 0; feature < matrix.width(); feature++) {
            for (double value : matrix.column(feature)) {
                assertTrue(Double.isFinite(value));
            }
        }
    }
}
