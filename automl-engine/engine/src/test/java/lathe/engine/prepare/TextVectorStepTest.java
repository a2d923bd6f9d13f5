package lathe.engine.prepare;

import static lathe.engine.prepare.Columns.FITTER;
import static lathe.engine.prepare.Columns.SEED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.prepare.RecipeFitter.Prepared;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.StringColumn;
import lathe.scoring.Task;
import lathe.scoring.step.TextVector;
import org.junit.jupiter.api.Test;

class TextVectorStepTest {

    private static final Field NOTE = Field.of("note", FieldType.TEXT);

    private static Prepared fit(Preparation preparation, List<String> texts) {
        return FITTER.fit(new Recipe(preparation, Map.of("note", "words")), Columns.table(NOTE, StringColumn.of(texts)),
                Columns.target(Task.BINARY, texts.size(), 1), SEED);
    }

    /// scikit-learn 1.9.1: TfidfVectorizer(ngram_range=(1, 2), min_df=3, token_pattern=r"(?u)\b\w+\b").
    @Test
    void weighsWordsAsScikitLearnDoes() {
        Prepared prepared = fit(Preparation.LINEAR, List.of("The red bike is fast", "red bike red light",
                "a fast car and a red bike", "the car is slow, is it?", "slow bike fast car", "", "Is the red car FAST"));
        TextVector fitted = assertInstanceOf(TextVector.class, prepared.recipe().steps().getFirst());
        assertEquals(List.of("bike", "car", "fast", "is", "red", "the", "red bike"), fitted.terms());
        assertArrayEquals(new double[] {1.4700036292457357, 1.4700036292457357, 1.4700036292457357, 1.6931471805599454,
            1.4700036292457357, 1.6931471805599454, 1.6931471805599454}, fitted.weights().toArray(), 1e-15);
        double[][] expected = {
            {0.3785078699648946, 0, 0.3785078699648946, 0.4359645922640642, 0.3785078699648946, 0.4359645922640642,
                0.4359645922640642},
            {0.3975698928245403, 0, 0, 0, 0.7951397856490806, 0, 0.45792019129693096},
            {0.4332847327869894, 0.4332847327869894, 0.4332847327869894, 0, 0.4332847327869894, 0, 0.49905647108802104},
            {0, 0.36194858816809317, 0, 0.8337832905608624, 0, 0.4168916452804312, 0},
            {0.5773502691896257, 0.5773502691896257, 0.5773502691896257, 0, 0, 0, 0},
            {0, 0, 0, 0, 0, 0, 0},
            {0, 0.4205812081088498, 0.4205812081088498, 0.4844245772858254, 0.4205812081088498, 0.4844245772858254, 0}};
        double[][] rows = prepared.training().toRows();
        for (int row = 0; row < expected.length; row++) {
            assertArrayEquals(expected[row], rows[row], 1e-15);
        }
    }

    @Test
    void wordsOfEveryRowOrOfFewRowsAreNoTerms() {
        Prepared prepared = fit(Preparation.TREES, List.of("all one", "all one", "all one", "all two", "all two", "all"));
        assertEquals(List.of("note: one", "note: all one"), prepared.recipe().features());
    }

    @Test
    void treesGetFewerTermsThanLinearModels() {
        List<String> texts = IntStream.range(0, 1200).mapToObj(row -> "w" + row % 400 + " v" + row % 300).toList();
        assertEquals(150, fit(Preparation.TREES, texts).training().width());
        assertTrue(fit(Preparation.LINEAR, texts).training().width() >= 700);
    }

    @Test
    void termsAreFewerWhereRowsAreMany() {
        List<String> texts = IntStream.range(0, 40_000).mapToObj(row -> "w" + row % 900).toList();
        assertEquals(500, fit(Preparation.LINEAR, texts).training().width());
    }
}
