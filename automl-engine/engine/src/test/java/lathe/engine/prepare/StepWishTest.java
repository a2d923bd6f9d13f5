package lathe.engine.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.engine.builtin.Steps;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepWishTest {

    private static final Field NUMBER = Field.of("age", FieldType.NUMBER);

    private static Problem refused(String text) {
        return assertThrows(ProblemException.class, () -> StepWish.parse(text).find(Steps.ALL, NUMBER)).problem();
    }

    @Test
    void isWrittenAsPeopleWouldWriteIt() {
        assertEquals("bins", StepWish.of("bins").text());
        assertEquals("bins(count=8)", StepWish.of("bins").with("count", "8").text());
        assertEquals(new StepWish("merge", Map.of("N.Y.", "NY", "a, b", "x \"y\"")),
                StepWish.parse(" merge ( N.Y. = NY , \"a, b\"=\"x \"\"y\"\"\" ) "));
        assertEquals(StepWish.of("bins"), StepWish.parse("bins()"));
    }

    @Property(tries = 200)
    void readsWhatItHasWritten(@ForAll @Size(max = 4) Map<String, String> values) {
        StepWish wish = new StepWish("merge", new LinkedHashMap<>(values));
        assertEquals(wish, StepWish.parse(wish.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bins(", "bins(count)", "bins(count=)", "bins(count=8", "bins(count=8))", "bins(count=8) x", "bins(count=8, count=9)",
        "bins(=8)", "bins(count=8,)", "bins(\"count=8)", "bins(count==8)"})
    void saysWhereItIsNotWrittenAsAStep(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> StepWish.parse(text)).getMessage();
        assertTrue(message.startsWith("a step must be written like bins(count=8), was '" + text + "': ") && message.contains("at character"), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            bins(count=1)              | count must be a whole number from 2 to 100, was '1'
            bins(count=2.5)            | count must be a whole number from 2 to 100, was '2.5'
            clip(share=half)           | share must be a number from 0 to 0.4, was 'half'
            clip(share=NaN)            | share must be a number from 0 to 0.4, was 'NaN'
            clip(lowest=5, highest=3)  | lowest must be smaller than highest, was 5 and 3
            log(base=2)                | it has no 'base'
            """)
    void refusesWhatCannotBeSet(String text, String reason) {
        Problem problem = refused(text);
        assertEquals("The step '%s' cannot be set so: %s.".formatted(StepWish.parse(text).step(), reason), problem.what());
        assertEquals("column 'age'", problem.where());
    }

    @Test
    void refusesAStepForAnotherType() {
        assertEquals("A column of type number cannot be prepared with the step 'one_hot'.", refused("one_hot(most=3)").what());
        assertEquals("step-does-not-fit", refused("nonsense").code());
    }

    @Test
    void whateverIsReadAsAValueFollowsIt() {
        StepWish wish = StepWish.of("merge").reading("N.Y.", "NY").reading("NY", "New York");
        assertEquals(Map.of("N.Y.", "New York", "NY", "New York"), wish.values());
        assertEquals(Map.of("N.Y.", "New York", "NY", "New York", "nyc", "New York"), wish.reading("nyc", "NY").values());
        assertEquals(Map.of("New York", "NY", "N.Y.", "NY"), wish.reading("NY", "").reading("New York", "NY").values());
        assertEquals(Map.of("N.Y.", "New York"), wish.reading("NY", "").values());
        assertEquals(Map.of("b", "a"), StepWish.of("merge").reading("a", "b").reading("b", "a").values());
        assertEquals("merge", wish.reading("NY", "").reading("N.Y.", "N.Y.").text());
        assertEquals(List.of(), List.copyOf(wish.reading("NY", "NY").reading("N.Y.", "").values().keySet()));
    }
}
