package lathe.engine.derive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import lathe.engine.builtin.Expressions;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.derive.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionLanguageTest {

    private static final double NONE = Double.NaN;

    private static final Table TABLE = new Table(new Schema(List.of(Field.of("age", FieldType.NUMBER), Field.of("monthly charge", FieldType.NUMBER),
            Field.of("plan", FieldType.CATEGORY), Field.of("active", FieldType.BOOLEAN), Field.of("begin", FieldType.DATE), Field.of("end", FieldType.DATE),
            Field.of("tags", FieldType.LIST))),
            List.of(new NumberColumn(new double[] {30, 0, NONE, -2.5}), new NumberColumn(new double[] {12, 6, 3, 1e308}),
                    StringColumn.of(List.of("Gold", "silver", "", "Gold card")), StringColumn.of(List.of("true", "false", "", "true")),
                    StringColumn.of(List.of("2024-02-28", "2024-01-01T06:30:10", "2024-02-31", "")),
                    StringColumn.of(List.of("2024-03-01", "2024-01-02T18:30:10", "2024-03-01", "2024-03-01")),
                    StringColumn.of(List.of("a", "", "b", "c"))));

    private static Column column(String text) {
        Reading reading = Expressions.LANGUAGE.read(text, TABLE.schema());
        Reading.Fits fits = assertInstanceOf(Reading.Fits.class, reading, () -> text + ": " + reading);
        return new Evaluation(TABLE).column(fits.expression());
    }

    private static void gives(String text, double... expected) {
        assertArrayEquals(expected, assertInstanceOf(NumberColumn.class, column(text), text).values(), 1e-12, text);
    }

    private static void says(String text, String... expected) {
        assertEquals(StringColumn.of(List.of(expected)), column(text), text);
    }

    @Test
    void computesNumbersByTheUsualPrecedence() {
        gives("age + 2 * 3", 36, 6, NONE, 3.5);
        gives("(age + 2) * 3 - -1", 97, 7, NONE, -0.5);
        gives("2 ^ 3 ^ 2", 512, 512, 512, 512);
        gives("10 - 4 - 3", 3, 3, 3, 3);
        gives("-age", -30, 0, NONE, 2.5);
        gives("`monthly charge` / age", 0.4, NONE, NONE, -4e307);
        gives("`monthly charge` * 10", 120, 60, 30, NONE);
        gives("min(age, 1, `monthly charge`)", 1, 0, NONE, -2.5);
        gives("max(age, 1)", 30, 1, NONE, 1);
        gives("round(age / 7, 2)", 4.29, 0, NONE, -0.36);
        gives("round(age)", 30, 0, NONE, -3);
        gives("abs(age) + sqrt(4) + floor(1.9) + exp(0)", 34, 4, NONE, 6.5);
        gives("log(age)", Math.log(30), NONE, NONE, NONE);
        gives("sqrt(age)", Math.sqrt(30), 0, NONE, NONE);
        gives("age ^ 0", 1, 1, NONE, 1);
    }

    @Test
    void answersQuestionsWithYesNoOrMissing() {
        says("age > 0", "true", "false", "", "false");
        says("not age > 0 and active", "false", "false", "", "true");
        says("age > 0 or active", "true", "false", "", "true");
        says("plan = 'Gold'", "true", "false", "", "false");
        says("plan <> \"Gold\" && !active", "false", "true", "", "false");
        says("active = 'no'", "false", "true", "", "false");
        says("missing(age) or missing(tags)", "false", "true", "true", "false");
        says("missing(begin)", "false", "false", "true", "true");
        says("contains(plan, 'Gold')", "true", "false", "", "true");
        says("false and missing(age) or age = 30", "true", "false", "", "false");
    }

    @Test
    void choosesAndFillsIn() {
        gives("if(age > 0, 1, 2)", 1, 2, NONE, 2);
        gives("coalesce(age, `monthly charge`, 7)", 30, 0, 3, -2.5);
        says("if(active, plan, 'none')", "Gold", "none", "", "Gold card");
        says("coalesce(plan, 'unknown')", "Gold", "silver", "unknown", "Gold card");
        gives("length(plan)", 4, 6, NONE, 9);
        says("coalesce(begin, '2024-05-05')", "2024-02-28", "2024-01-01T06:30:10", "2024-02-31", "2024-05-05");
    }

    @Test
    void countsDaysAndTakesDatesApart() {
        gives("days_between(begin, end)", 2, 1.5, NONE, NONE);
        gives("days_between(begin, '2024-02-29')", 1, 58 + (17.5 * 3600 - 10) / 86_400, NONE, NONE);
        gives("year(begin) * 10000 + month(begin) * 100 + day(begin)", 20240228, 20240101, NONE, NONE);
        gives("weekday(begin)", 3, 1, NONE, NONE);
        gives("hour(begin)", 0, 6, NONE, NONE);
        says("begin < '2024-01-01T06:30:11'", "false", "true", "", "");
        says("if(begin >= '2024-02-01', begin, end)", "2024-02-28", "2024-01-02T18:30:10", "", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
            aeg + 1 | 1 | There is no column 'aeg'. Did you mean age?
            age + | 6 | The expression ends too early. A value, a name or a function belongs at its end.
            age 5 | 5 | An operator is missing before '5'. Put +, -, *, /, and, or between them; names with blanks stand in backquotes, such as `monthly charge`.
            age * (2 + 1 | 7 | A bracket is not closed. Put ) at its end.
            age) | 4 | This bracket was never opened. Take it away, or put ( before.
            0,5 * age | 2 | A comma stands between the values of a function only. Write numbers with a point, such as 0.5.
            age + plan | 5 | '+' needs a number, but gets a text. Take a column of numbers.
            end - begin | 5 | '-' needs a number, but gets a date. Between dates take days_between(from, to).
            1 < age < 3 | 9 | '<' compares two numbers or two dates, but gets a yes or no and a number. Compare two values at a time, such as 1 < a and a < 3.
            plan = 1 | 6 | '=' needs values of one kind, but gets a text and a number. Texts and dates stand in quotes, numbers do not.
            plan = 'Gold | 8 | The quote ' is not closed. Put ' at its end.
            begin > 'yesterday' | 9 | 'yesterday' is no date. Write dates as '2024-03-01' or '2024-03-01T17:05:00'.
            sine(age) | 1 | There is no function 'sine'. There are if, coalesce, missing, min, max, abs, log, exp, sqrt, round, floor, days_between, year, month, day, weekday, hour, length, contains.
            -age ^ 2 | 1 | A minus before a power can be read in two ways. Write -(a ^ b) or (-a) ^ b.
            if(age, 1, 2) | 1 | 'if' begins with a condition such as age > 18, but gets a number. Texts and dates stand in quotes, numbers do not.
            abs() | 5 | A value is missing before the bracket. Put one there, or take the bracket away.
            abs(1, 2) | 1 | 'abs' takes one value, was given 2. Take a column of numbers.
            a.b | 2 | '.' is not understood here. Names with other signs than letters, digits and _ stand in backquotes, such as `monthly charge`.
            tags | 1 | A list cannot be the result. Lists can only be asked with missing(...).
            1.2.3 | 1 | '1.2.' is no number. Write numbers like 12, 0.5 or 1e6.
            plan = '' | 8 | An empty text is a missing value. Ask for it with missing(column).
            """)
    void saysWhereAndWhatIsWrong(String text, int character, String sentence) {
        Reading.Wrong wrong = assertInstanceOf(Reading.Wrong.class, Expressions.LANGUAGE.read(text, TABLE.schema()));

        assertEquals("Character %d: %s".formatted(character, sentence), wrong.sentence());
    }

    @Test
    void wantsConditionsForRows() {
        Reading.Wrong wrong = assertInstanceOf(Reading.Wrong.class, Expressions.LANGUAGE.condition("age + 1", TABLE.schema()));

        assertEquals("Character 1: This gives a number, but a condition must be true or false. Compare it with something, such as age >= 18.",
                wrong.sentence());
    }
}
