package lathe.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lathe.scoring.ProblemException;
import org.junit.jupiter.api.Test;

class WorkerSettingsTest {

    @Test
    void workersShareWhatTheMainProcessLeaves() {
        assertEquals((3072 - 1300 - 220) / 2 - 220, WorkerSettings.megabytesOf("3g", 2, 1300));
        assertEquals(WorkerSettings.megabytesOf("3072m", 1, 1000), WorkerSettings.megabytesOf("3G", 1, 1000));
    }

    @Test
    void memoryThatCannotBeMeantIsRefused() {
        for (String wrong : new String[] {"3", "much", "-1g", "3gb", "99999999g"}) {
            ProblemException refused = assertThrows(ProblemException.class, () -> WorkerSettings.megabytesOf(wrong, 1, 100));
            assertTrue(refused.problem().message().contains("such as 3g or 3000m"), refused.problem().message());
        }
        ProblemException small = assertThrows(ProblemException.class, () -> WorkerSettings.megabytesOf("2g", 4, 1300));
        assertTrue(small.problem().message().contains("4 workers"), small.problem().message());
    }
}
