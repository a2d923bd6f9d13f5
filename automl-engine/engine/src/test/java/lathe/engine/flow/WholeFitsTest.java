package lathe.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import lathe.engine.search.TrialOutcome;
import lathe.scoring.Predictions;
import org.junit.jupiter.api.Test;

class WholeFitsTest {

    private static TrialOutcome.Scored scored(int folds, double secondsPerFold) {
        List<Path> members = Collections.nCopies(folds, Path.of("member"));
        return new TrialOutcome.Scored(0.9, Collections.nCopies(folds, 0.9), folds * secondsPerFold, new Predictions(1, new double[0]), members,
                1, 1);
    }

    @Test
    void aModelOfOneSplitIsWorthUpToHalfOfTheTime() {
        assertEquals(1.2 * (0.1 + 1.25 * 17) + 1.2, WholeFits.reserve(60, scored(1, 17)), 1e-9);
        assertEquals(3.6, WholeFits.reserve(60, scored(1, 20)), 1e-9);   // it would take 31 s
    }

    @Test
    void besideModelsOfSeveralFoldsItIsWorthAnEighth() {
        assertEquals(1.2 * (0.1 + 1.5 * 3) + 1.2, WholeFits.reserve(60, scored(3, 3)), 1e-9);
        assertEquals(3.6, WholeFits.reserve(60, scored(3, 4)), 1e-9);
    }

    @Test
    void quickModelsLeaveItAtWhatIsKeptAnyhow() {
        assertEquals(3.6, WholeFits.reserve(60, scored(8, 0.2)), 1e-9);
        assertEquals(1, WholeFits.reserve(10, scored(1, 0.01)), 1e-9);
    }
}
