package lathe.engine.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import lathe.scoring.FieldType;
import lathe.scoring.ProblemException;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final Answers CLASSES = new Answers("churned", FieldType.CATEGORY, false, List.of("no", "yes"));
    private static final Answers PRICE = new Answers("price", FieldType.NUMBER, true, List.of());
    private static final Answers STARS = new Answers("stars", FieldType.NUMBER, false, List.of("1", "2"));

    private static String refused(Answers answers, String text) {
        return assertThrows(ProblemException.class, () -> answers.accept(text, false)).problem().what();
    }

    @Test
    void takesKnownClassesAndNewOnesOnlyWhereAsked() {
        assertEquals("yes", CLASSES.accept(" yes ", false));
        assertEquals("'maybe' is no class of 'churned'; the classes are no, yes.", refused(CLASSES, "maybe"));
        assertEquals("maybe", CLASSES.accept("maybe", true));
        assertEquals("There is no value for 'churned'.", refused(CLASSES, "  "));
    }

    @Test
    void readsNumbersAndWritesThemInOneWay() {
        assertEquals("1250", PRICE.accept("1.25e3", false));
        assertEquals("0.5", PRICE.accept(".5", false));
        assertEquals("'price' is a number, was 'cheap'.", refused(PRICE, "cheap"));
        assertEquals("'price' is a number, was '1e999'.", refused(PRICE, "1e999"));
        assertEquals("2", STARS.accept("2.0", false));
        assertEquals("'3' is no class of 'stars'; the classes are 1, 2.", refused(STARS, "3"));
    }

    @Test
    void aColumnOfTrueAndFalseTakesNothingElse() {
        Answers answers = new Answers("open", FieldType.BOOLEAN, false, List.of("false", "true"));
        assertEquals("true", answers.accept("true", false));
        assertThrows(ProblemException.class, () -> answers.accept("yes", true));
    }
}
