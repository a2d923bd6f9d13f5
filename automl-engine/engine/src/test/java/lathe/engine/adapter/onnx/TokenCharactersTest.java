package lathe.engine.adapter.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lathe.scoring.step.TextVector;
import org.junit.jupiter.api.Test;

class TokenCharactersTest {

    private static final Pattern RANGE = Pattern.compile("\\\\x\\{(\\p{XDigit}+)}-\\\\x\\{(\\p{XDigit}+)}");

    @Test
    void everyCharacterIsInATokenHereIfItIsInTheApp() {
        BitSet written = new BitSet();
        Matcher range = RANGE.matcher(TokenCharacters.RANGES);
        while (range.find()) {
            written.set(Integer.parseInt(range.group(1), 16), Integer.parseInt(range.group(2), 16) + 1);
        }
        BitSet inApp = new BitSet();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            inApp.set(c, !TextVector.tokens(Character.toString(c)).isEmpty());
        }

        assertEquals(inApp, written);
    }
}
