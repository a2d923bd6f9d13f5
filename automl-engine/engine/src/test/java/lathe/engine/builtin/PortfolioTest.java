package lathe.engine.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Learner;
import lathe.engine.search.TrialPlan.Start;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;

class PortfolioTest {

    private static final DataShape SHAPE = new DataShape(Task.BINARY, 2, 1_000, 10);

    @Test
    void everyStartIsAllowedByItsLearner() {
        for (Start start : Portfolio.STARTS) {
            Learner learner = Learners.byId(start.learner());
            assertEquals(start.changes().keySet(), intersect(learner.space(SHAPE).with(start.changes()).values().keySet(), start),
                    start::toString);
            start.generators().forEach(id -> assertTrue(Generators.ALL.stream().anyMatch(each -> each.id().equals(id)), id));
        }
    }

    private static Set<String> intersect(Set<String> names, Start start) {
        return names.stream().filter(start.changes()::containsKey).collect(Collectors.toSet());
    }

    @Test
    void noStartComesTwice() {
        assertEquals(Portfolio.STARTS.size(), new HashSet<>(Portfolio.STARTS).size());
    }

    @Test
    void theFirstStartsAreCheap() {
        assertEquals("baseline", Portfolio.STARTS.getFirst().learner(), "a usable package must lie on disk within seconds");
    }

    @Test
    void everyUsualLearnerButTheBaselineIsDrawn() {
        assertEquals(Learners.USUAL.stream().map(Learner::id).filter(id -> !id.equals("baseline")).collect(Collectors.toSet()),
                Portfolio.SHARES.keySet());
    }
}
