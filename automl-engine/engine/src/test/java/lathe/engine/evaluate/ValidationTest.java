package lathe.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest {

    @ParameterizedTest
    @ValueSource(strings = {"random", "group:customer", "time:since: when", "folds:", "group: a b"})
    void comesBackFromItsText(String text) {
        assertEquals(text, Validation.parse(text).text());
    }

    @Test
    void aColumnMayHoldAColon() {
        assertEquals(new Validation.Time("a:b"), Validation.parse("time:a:b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "group", "Random", "kfold:a", "random2"})
    void refusesOtherWordsAndNamesThem(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> Validation.parse(text)).getMessage();

        assertTrue(message.contains("group:COLUMN"), message);
        assertTrue(message.endsWith("'%s'".formatted(text.startsWith("kfold") ? "kfold" : text)), message);
    }
}
