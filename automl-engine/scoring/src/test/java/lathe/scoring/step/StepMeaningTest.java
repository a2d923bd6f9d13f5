package lathe.scoring.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Matrix;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;

/// What each step makes of known, missing and unseen values; expected numbers are worked out by hand.
class StepMeaningTest {

    private static final double NONE = Double.NaN;

    private static Matrix numbers(FittedStep step, List<String> features, double... values) {
        Table table = new Table(new Schema(List.of(Field.of("x", FieldType.NUMBER))), List.of(new NumberColumn(values)));
        return new FittedRecipe(List.of(step), features).apply(table);
    }

    private static Matrix texts(FittedStep step, String... values) {
        Table table = new Table(new Schema(List.of(Field.of("t", FieldType.CATEGORY))), List.of(StringColumn.of(List.of(values))));
        return new FittedRecipe(List.of(step), step.writes()).apply(table);
    }

    @Test
    void imputeFillsMissingOnly() {
        Matrix out = numbers(new Impute(List.of("x"), Numbers.of(7)), List.of("x"), 1, NONE, -0.0);
        assertArrayEquals(new double[] {1, 7, -0.0}, out.column(0));
    }

    @Test
    void missingFlagIsOneForMissingAndLeavesTheNumber() {
        Matrix out = numbers(new MissingFlag(List.of("x"), List.of("m")), List.of("x", "m"), 1, NONE);
        assertArrayEquals(new double[] {1, NONE}, out.column(0));
        assertArrayEquals(new double[] {0, 1}, out.column(1));
    }

    @Test
    void clipMovesToTheNearestEndAndKeepsMissing() {
        Matrix out = numbers(new Clip(List.of("x"), Numbers.of(-1), Numbers.of(2)), List.of("x"), -5, 0.5, 9, NONE);
        assertArrayEquals(new double[] {-1, 0.5, 2, NONE}, out.column(0));
    }

    @Test
    void signedLogIsOddAndKeepsMissing() {
        Matrix out = numbers(new SignedLog(List.of("x")), List.of("x"), Math.E - 1, 1 - Math.E, 0, NONE);
        assertArrayEquals(new double[] {1, -1, 0, NONE}, out.column(0), 1e-15);
    }

    @Test
    void scaleCentresThenDivides() {
        Matrix out = numbers(new Scale(List.of("x"), Numbers.of(10), Numbers.of(4)), List.of("x"), 12, 10, NONE);
        assertArrayEquals(new double[] {0.5, 0, NONE}, out.column(0));
    }

    @Test
    void missingTokensBecomeMissingAndNothingElseDoes() {
        Table table = new Table(new Schema(List.of(Field.of("t", FieldType.CATEGORY))),
                List.of(StringColumn.of(List.of("a", "n/a", "", "N/A"))));
        Frame frame = new Frame(table);
        new MissingTokens(List.of("t"), List.of("n/a")).apply(frame);
        assertEquals(StringColumn.of(List.of("a", "", "", "N/A")), frame.strings("t"));
        assertEquals(StringColumn.of(List.of("a", "n/a", "", "N/A")), table.strings("t"));
    }

    @Test
    void oneHotTellsUnseenFromMissing() {
        OneHot step = new OneHot("t", List.of("a", "A", "b", ""), List.of(0, 0, 1, 2), List.of("o0", "o1", "o2"));
        Matrix out = texts(step, "a", "A", "b", "", "new");
        assertArrayEquals(new double[] {1, 1, 0, 0, 0}, out.column(0));
        assertArrayEquals(new double[] {0, 0, 1, 0, 0}, out.column(1));
        assertArrayEquals(new double[] {0, 0, 0, 1, 0}, out.column(2));
    }

    @Test
    void oneHotWithoutAGroupForMissingGivesZeros() {
        Matrix out = texts(new OneHot("t", List.of("a"), List.of(0), List.of("o")), "", "a");
        assertArrayEquals(new double[] {0, 1}, out.column(0));
    }

    @Test
    void lookupTellsUnseenFromMissing() {
        Matrix out = texts(new Lookup("t", List.of("a", "b"), Numbers.of(0.25, 0.5), NONE, -1, "o"), "b", "", "new", "a");
        assertArrayEquals(new double[] {0.5, NONE, -1, 0.25}, out.column(0));
    }

    // Weekdays and days since 1970 from Python 3: date(2024, 2, 29).weekday(), date(2024, 2, 29).toordinal() - 719163
    @Test
    void datePartsKnowTheCalendar() {
        DateParts step = new DateParts("t", List.of(DateParts.Part.values()), List.of("y", "m", "d", "w", "e", "h"));
        Matrix out = texts(step, "2024-02-29", "2024-03-01T17:05:00", "1970-01-01", "1969-12-31T23:59:59.5", "2000-02-29");
        assertArrayEquals(new double[] {2024, 2024, 1970, 1969, 2000}, out.column(0));
        assertArrayEquals(new double[] {2, 3, 1, 12, 2}, out.column(1));
        assertArrayEquals(new double[] {29, 1, 1, 31, 29}, out.column(2));
        assertArrayEquals(new double[] {3, 4, 3, 2, 1}, out.column(3));
        assertArrayEquals(new double[] {19782, 19783, 0, -1, 11016}, out.column(4));
        assertArrayEquals(new double[] {0, 17, 0, 23, 0}, out.column(5));
    }

    @Test
    void datePartsOfMissingUnseenAndImpossibleDatesAreMissing() {
        DateParts step = new DateParts("t", List.of(DateParts.Part.YEAR, DateParts.Part.HOUR), List.of("y", "h"));
        Matrix out = texts(step, "", "soon", "2023-02-29", "1900-02-29", "2024-13-01", "2024-01-01T24:00:00");
        for (int row = 0; row < out.rows(); row++) {
            assertEquals(NONE, out.at(row, 0), "row " + row);
            assertEquals(NONE, out.at(row, 1), "row " + row);
        }
    }

    // scikit-learn 1.9.1: TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"\w+"), fitted on ["late and rude",
    // "Rude staff, rude manager!", "fine", "The staff was fine and late", "café Ünïcode_1 late"]
    @Test
    void textVectorGivesScikitLearnsNumbers() {
        double once = 2.09861228866811;
        double twice = 1.6931471805599454;
        double thrice = 1.4054651081081644;
        TextVector step = new TextVector("t",
                List.of("and", "and late", "and rude", "café", "fine", "fine and", "late", "rude", "rude staff", "staff", "the"),
                Numbers.of(twice, once, once, once, twice, once, thrice, twice, once, twice, once),
                List.of("o0", "o1", "o2", "o3", "o4", "o5", "o6", "o7", "o8", "o9", "o10"));
        Matrix out = texts(step, "rude rude staff and rude", "The LATE staff café fine and late", "nothing known", "café", "");
        double[][] expected = {
            {0.2665710243346955, 0, 0.3304079136738882, 0, 0, 0, 0, 0.7997130730040863, 0.3304079136738882, 0.2665710243346955, 0},
            {0.2898686467239443, 0.3592847161185862, 0, 0.3592847161185862, 0.2898686467239443, 0.3592847161185862,
                0.4812343233744195, 0, 0, 0.2898686467239443, 0.3592847161185862},
            new double[11],
            {0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0},
            new double[11]};
        double[][] rows = out.toRows();
        for (int row = 0; row < rows.length; row++) {
            assertArrayEquals(expected[row], rows[row], 1e-15, "row " + row);
        }
    }

    @Test
    void textVectorLowersAsciiLettersOnly() {
        assertEquals(List.of("abc", "d_1", "É2", "東京"), TextVector.tokens("ABC, d_1; É2-東京!"));
    }

    @Test
    void listVectorCountsItemsAndMarksKnownOnes() {
        String separator = Table.LIST_SEPARATOR;
        ListVector step = new ListVector("t", List.of("a", "b"), List.of("count", "a", "b"));
        Matrix out = texts(step, "a" + separator + "z" + separator + "a", "", "z", "b");
        assertArrayEquals(new double[] {3, 0, 1, 1}, out.column(0));
        assertArrayEquals(new double[] {1, 0, 0, 0}, out.column(1));
        assertArrayEquals(new double[] {0, 0, 0, 1}, out.column(2));
    }

    @Test
    void arithmeticPutsTheFillWhereThereIsNoFiniteAnswer() {
        Arithmetic step = new Arithmetic(List.of("x", "x", "x", "x"), List.of(Arithmetic.Op.values()), List.of("x", "x", "x", "x"),
                Numbers.of(-1, -2, -3, -4), List.of("sum", "difference", "product", "ratio"));
        Matrix out = numbers(step, step.outputs(), 3, 0, NONE, 1e308);
        assertArrayEquals(new double[] {6, 0, -1, -1}, out.column(0));
        assertArrayEquals(new double[] {0, 0, -2, 0}, out.column(1));
        assertArrayEquals(new double[] {9, 0, -3, -3}, out.column(2));
        assertArrayEquals(new double[] {1, -4, -4, 1}, out.column(3));
    }

    @Test
    void crossWritesLevelsAsDigits() {
        Matrix out = numbers(new Cross(List.of("x", "x", "x"), Numbers.of(4, 5, 10), "c"), List.of("c"), 0, 1, 3);
        assertArrayEquals(new double[] {0, 61, 183}, out.column(0));
        assertThrows(IllegalArgumentException.class, () -> new Cross(List.of("x", "x"), Numbers.of(1e9, 1e9), "c"));
        assertThrows(IllegalArgumentException.class, () -> new Cross(List.of("x", "x"), Numbers.of(2, 2.5), "c"));
    }

    @Test
    void codeTableKnowsItsCodesAndNothingElse() {
        CodeTable step = new CodeTable("x", Numbers.of(-0.0, 1.5, 7), Numbers.of(10, 11, 20, 21, 30, 31, 40, 41), List.of("a", "b"));
        Matrix out = numbers(step, step.outputs(), 0, -0.0, 1.5, 7, 6.999, NONE);
        assertArrayEquals(new double[] {10, 10, 20, 30, 40, 40}, out.column(0));
        assertArrayEquals(new double[] {11, 11, 21, 31, 41, 41}, out.column(1));
        assertThrows(IllegalArgumentException.class, () -> new CodeTable("x", Numbers.of(2, 1), Numbers.of(1, 2, 3), List.of("a")));
        assertThrows(IllegalArgumentException.class, () -> new CodeTable("x", Numbers.of(1, 2), Numbers.of(1, 2), List.of("a")));
    }

    @Test
    void everyStepWorksOnNoRows() {
        assertEquals(0, texts(new OneHot("t", List.of("a"), List.of(0), List.of("o"))).rows());
        assertEquals(0, numbers(new Impute(List.of("x"), Numbers.of(1)), List.of("x")).rows());
    }

    @Test
    void refusesAColumnThatIsNotThere() {
        assertThrows(IllegalArgumentException.class,
                () -> numbers(new Impute(List.of("y"), Numbers.of(1)), List.of("x"), 1));
    }

    @Test
    void aRangeBeginsAtItsEdgeAndKeepsMissing() {
        Matrix out = numbers(new Bins("x", Numbers.of(-1, 2.5), "r"), List.of("r"), -1e300, -1, 2.4, 2.5, 1e300, NONE);
        assertArrayEquals(new double[] {0, 1, 1, 2, 2, NONE}, out.column(0));
        assertThrows(IllegalArgumentException.class, () -> new Bins("x", Numbers.of(1, 1), "r"));
        assertThrows(IllegalArgumentException.class, () -> new Bins("x", Numbers.of(), "r"));
    }

    @Test
    void powersAreLogarithmsAtZeroAndTheNumberAtOne() {
        YeoJohnson squares = new YeoJohnson(List.of("x"), Numbers.of(2));
        assertArrayEquals(new double[] {4, 0, -Math.log(3), NONE}, numbers(squares, List.of("x"), 2, 0, -2, NONE).column(0), 1e-15);
        YeoJohnson logs = new YeoJohnson(List.of("x"), Numbers.of(0));
        assertArrayEquals(new double[] {Math.log(3), -4, NONE}, numbers(logs, List.of("x"), 2, -2, NONE).column(0), 1e-15);
        YeoJohnson itself = new YeoJohnson(List.of("x"), Numbers.of(1));
        assertArrayEquals(new double[] {7.25, -0.5}, numbers(itself, List.of("x"), 7.25, -0.5).column(0), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> new YeoJohnson(List.of("x"), Numbers.of(NONE)));
    }

    @Test
    void aListTellsItsNumbersOnly() {
        ListNumbers step = new ListNumbers("t", List.of(ListNumbers.Part.values()), List.of("sum", "mean", "max"));
        String mark = Table.LIST_SEPARATOR;
        Matrix out = texts(step, "1" + mark + "+2.5" + mark + "red" + mark + "-4", "red", "", "1e5" + mark + "5." + mark + "0");
        assertArrayEquals(new double[] {-0.5, 0, 0, 0}, out.column(0));
        assertArrayEquals(new double[] {-0.5 / 3, NONE, NONE, 0}, out.column(1));
        assertArrayEquals(new double[] {2.5, NONE, NONE, 0}, out.column(2));
    }

    /// Reference numbers: scikit-learn 1.9.1, murmurhash3_32(text, seed=0) and FeatureHasher(8, input_type="string").
    @Test
    void hashesAsScikitLearnDoes() {
        String[] words = {"a", "ab", "abc", "abcd", "Köln", "hello world", "北京"};
        assertArrayEquals(new int[] {1009084850, -1681926305, -1277324294, 1139631978, 866521595, 1586663183, 666955079}, List.of(words).stream().mapToInt(HashedText::hash).toArray());
        Matrix out = texts(new HashedText("t", List.of("h0", "h1", "h2", "h3", "h4", "h5", "h6", "h7")), "Köln", "", "never");
        assertArrayEquals(new double[] {0, 0, 0, 1, 0, 0, 0, 0}, out.toRows()[0]);
        assertArrayEquals(new double[8], out.toRows()[1]);
        assertArrayEquals(new double[] {0, 0, 0, -1, 0, 0, 0, 0}, out.toRows()[2]);
    }
}
