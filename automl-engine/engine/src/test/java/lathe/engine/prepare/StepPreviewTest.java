package lathe.engine.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import lathe.engine.builtin.Steps;
import lathe.engine.learn.Learner.Preparation;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.ProblemException;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepPreviewTest {

    private static final RecipeFitter FITTER = new RecipeFitter(Steps.ALL);

    private static final Table TABLE = new Table(
            new Schema(List.of(Field.of("pay", FieldType.NUMBER), Field.of("town", FieldType.CATEGORY), Field.of("left", FieldType.CATEGORY))),
            List.of(new NumberColumn(new double[] {1, 2, 3, 4, Double.NaN, 6}),
                    StringColumn.of(Arrays.asList("a", "a", "b", "b", "b", null)),
                    StringColumn.of(Arrays.asList("yes", "no", null, "yes", "no", "no"))));

    private static StepPreview preview(String column, String step, Preparation preparation) {
        return FITTER.preview(TABLE, new StepPreview.Wish("left", column, step, preparation), 3);
    }

    @Test
    void showsRowsBeforeAndAfter() {
        StepPreview preview = preview("pay", "mean", Preparation.LINEAR);

        assertEquals(List.of("pay is missing", "pay"), preview.features().stream().map(StepPreview.Feature::name).toList());
        assertEquals(List.of("1", "2", "3"), preview.rows().stream().map(StepPreview.Row::before).toList());
        // numpy over the rows that have a target, 1, 2, 4, 6 and the mean 3.25: np.std gives 1.7175564037317668
        assertEquals((1 - 3.25) / 1.7175564037317668, preview.rows().getFirst().after().get(1), 1e-12);
        assertEquals(5, preview.before().counts().stream().mapToInt(Integer::intValue).sum());
        assertEquals(1, preview.before().missing());
    }

    @Test
    void showsTheAutomaticChoiceWithItsName() {
        StepPreview preview = preview("town", "", Preparation.TREES);

        assertEquals("one_hot", preview.step());
        assertEquals(List.of("b", "a"), preview.before().labels());
        assertEquals(List.of(3, 2), preview.before().counts());
        assertThrows(ProblemException.class, () -> preview("town", "log", Preparation.TREES));
    }

    @Test
    void saysWhyAStepIsTakenByItself() {
        Table many = levels(41);

        StepChoice trees = StepChoice.of(many, "x", 2, Preparation.TREES);
        assertEquals("level_codes", trees.step());
        assertTrue(trees.reason().contains("41 different values"), trees.reason());
        assertEquals("target_mean", StepChoice.of(levels(70), "x", 2, Preparation.TREES).step());
        assertEquals("one_hot", StepChoice.of(many, "x", 2, Preparation.LINEAR).step());
        assertEquals("number", StepChoice.of(TABLE, "pay", 2, Preparation.TREES).step());
        assertEquals("number_levels", StepChoice.of(TABLE, "pay", 2, Preparation.LINEAR).step());
    }

    private static Table levels(int count) {
        List<@Nullable String> texts = new ArrayList<>();
        for (int row = 0; row < 400; row++) {
            texts.add("level " + row % count);
        }
        return new Table(new Schema(List.of(Field.of("x", FieldType.CATEGORY))), List.of(StringColumn.of(texts)));
    }

    @Test
    void frequencyTellsHowCommonAValueIs() {
        StepPreview preview = preview("town", "frequency", Preparation.TREES);

        // of the five rows with a target: a twice, b twice, missing once
        assertEquals(List.of(List.of(0.4), List.of(0.4), List.of(0.4)), preview.rows().stream().map(StepPreview.Row::after).toList());
        assertEquals(1, preview.features().size());
    }

    @Test
    void takesLessThanThreeTenthsOfASecondForSevenThousandRows() {
        SplittableRandom random = new SplittableRandom(3);
        List<@Nullable String> texts = new ArrayList<>();
        List<@Nullable String> target = new ArrayList<>();
        for (int row = 0; row < 7000; row++) {
            texts.add("w" + random.nextInt(500) + " w" + random.nextInt(500) + " w" + random.nextInt(500));
            target.add(random.nextBoolean() ? "yes" : "no");
        }
        Table table = new Table(new Schema(List.of(Field.of("t", FieldType.TEXT), Field.of("y", FieldType.CATEGORY))),
                List.of(StringColumn.of(texts), StringColumn.of(target)));
        StepPreview.Wish wish = new StepPreview.Wish("y", "t", "words", Preparation.LINEAR);
        FITTER.preview(table, wish, 20);   // warm

        long begin = System.nanoTime();
        StepPreview preview = FITTER.preview(table, wish, 20);
        double seconds = (System.nanoTime() - begin) / 1e9;

        assertEquals(20, preview.rows().size());
        assertEquals(StepPreview.MOST_FEATURES, preview.features().size());
        // Generous, for a busy machine; the aim is 300 ms on a quiet one.
        assertTrue(seconds < 1, seconds + " s");
    }
}
