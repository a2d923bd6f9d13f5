package lathe.engine.prepare;

import static lathe.engine.prepare.Columns.FITTER;
import static lathe.engine.prepare.Columns.SEED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.prepare.RecipeFitter.Prepared;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Matrix;
import lathe.scoring.StringColumn;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;

class TextSvdStepTest {

    private static final Field NOTE = Field.of("note", FieldType.TEXT);
    private static final List<String> TEXTS = List.of("free prize call now", "free call tonight", "call me tonight", "see you tonight",
            "prize free now", "are you free now", "see me now", "call free prize", "you see prize tonight", "me and you");

    private static Prepared fit(String step) {
        return FITTER.fit(new Recipe(Preparation.TREES, Map.of("note", step)), Columns.table(NOTE, StringColumn.of(TEXTS)),
                Columns.target(Task.BINARY, TEXTS.size(), 1), SEED);
    }

    /// scikit-learn 1.9.1 and numpy: TfidfVectorizer(min_df=3, max_df=9) of words (1 to 2) and of characters (3 to 5) side by
    /// side, projected on the right singular vectors of numpy.linalg.svd; a vector's sign is free.
    @Test
    void findsTheDirectionsThatADenseDecompositionFinds() {
        double[][] expected = {
            {1.0908433668740307, 0.995923630285813, 0.8222312364162855, 0.7902958930122487, 0.9532432686890584,
                0.8701030173965937, 0.6125595305650595, 1.007162801684761, 0.990514335418966, 0.4301136019033872},
            {0.7368591422389704, 0.29702776148685844, 0.7329351013819279, 1.005866626567043, 0.8332881061396404,
                0.2884548390384354, 0.1430152186912838, 0.6541857134890647, 0.4740151615270835, 0.5985990990357101},
            {0.21500079685160073, 0.7470732405573003, 0.5367426852115764, 0.12708563966084954, 0.35373165187131245,
                0.7817553033810151, 0.8643953517330731, 0.47853125452990053, 0.0645845584270427, 0.7404756855780089}};
        Matrix training = fit("text_svd").training();
        for (int direction = 0; direction < expected.length; direction++) {
            assertEquals("note direction " + (direction + 1), training.names().get(direction));
            assertArrayEquals(expected[direction], Arrays.stream(training.column(direction)).map(Math::abs).toArray(), 1e-9);
        }
    }

    @Test
    void countsTheWayOfWriting() {
        Matrix counted = FITTER.fit(new Recipe(Preparation.TREES, Map.of("note", "text_statistics")), Columns.table(NOTE,
                StringColumn.of(List.of("CALL 42 now!", "", "\uD83D\uDE00é"))), Columns.target(Task.BINARY, 3, 1), SEED).training();
        assertEquals(List.of("note length", "note words", "note capitals", "note digits", "note punctuation"), counted.names());
        assertArrayEquals(new double[] {12, 0, 2}, counted.column(0));
        assertArrayEquals(new double[] {3, 0, 1}, counted.column(1));
        assertArrayEquals(new double[] {4.0 / 12, 0, 0}, counted.column(2));
        assertArrayEquals(new double[] {2.0 / 12, 0, 0}, counted.column(3));
        assertArrayEquals(new double[] {1.0 / 12, 0, 0}, counted.column(4));
    }

    @Test
    void aTextWithoutKnownTermsHasNoDirection() {
        Prepared prepared = fit("text_svd");
        Matrix unknown = prepared.recipe().apply(Columns.table(NOTE, StringColumn.of(List.of("?", ""))));
        assertTrue(Arrays.stream(unknown.column(0)).allMatch(value -> value == 0));
    }
}
