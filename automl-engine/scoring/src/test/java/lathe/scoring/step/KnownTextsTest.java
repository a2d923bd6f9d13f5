package lathe.scoring.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownTextsTest {

    @Test
    void everyTextHasItsPlaceAndOthersHaveNone() {
        List<String> texts = IntStream.range(0, 20_000).mapToObj(i -> i % 2 == 0 ? Integer.toString(i) : "Straße " + i).toList();
        KnownTexts known = KnownTexts.of(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertEquals(i, known.place(texts.get(i)));
        }
        assertEquals(-1, known.place("1"));
        assertEquals(-1, known.place(""));
        assertEquals(-1, KnownTexts.of(List.of()).place("x"));
    }

    @Test
    void theLastOfTwoEqualOnesIsFound() {
        assertEquals(2, KnownTexts.of(List.of("a", "b", "a")).place("a"));
        assertEquals(1, KnownTexts.of(List.of("a", "b", "a")).place("b"));
    }

    @Test
    void textsOfOneHashAreToldApart() {
        KnownTexts known = KnownTexts.of(List.of("AaAa", "BBBB", "AaBB"));
        assertEquals("AaAa".hashCode(), "BBBB".hashCode());
        assertEquals(0, known.place("AaAa"));
        assertEquals(1, known.place("BBBB"));
        assertEquals(-1, known.place("BBAa"));
    }

    @Test
    void aPartOfATextIsFoundByItsHash() {
        KnownTexts known = KnownTexts.of(List.of("ell", "lo w"));
        assertEquals(0, known.place("hello world", 1, 4, "ell".hashCode()));
        assertEquals(1, known.place("hello world", 3, 7, "lo w".hashCode()));
        assertEquals(-1, known.place("hello world", 0, 3, "hel".hashCode()));
    }

    @Test
    void thousandsOfTextsMadeToHaveOneHashAreRefused() {
        List<String> alike = new ArrayList<>(List.of(""));
        for (int pair = 0; pair < 11; pair++) {
            List<String> longer = new ArrayList<>();
            alike.forEach(text -> {
                longer.add(text + "Aa");
                longer.add(text + "BB");
            });
            alike = longer;
        }
        List<String> texts = alike;
        assertThrows(IllegalArgumentException.class, () -> KnownTexts.of(texts));
    }
}
