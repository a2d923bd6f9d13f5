package lathe.views.brief;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BriefStateTest {

    @Test
    void keepsWhatIsWrongUntilItIsMended() {
        BriefState wrong = BriefState.EMPTY.withWrong(BriefNumber.HIT, "much");

        assertEquals(Map.of(BriefNumber.HIT, "much"), wrong.with(wrong.brief().withContext("x")).wrong());
        assertEquals(Map.of(), wrong.withRight(BriefNumber.HIT).wrong());
    }
}
