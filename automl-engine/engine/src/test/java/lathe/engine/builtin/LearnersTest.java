package lathe.engine.builtin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import lathe.engine.learn.Learner;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;

class LearnersTest {

    private static final int ARCHITECTURES = 24;

    @Test
    void thereAreManyArchitectures() {
        assertTrue(Learners.ALL.size() >= ARCHITECTURES, "learners: " + Learners.ALL.size());
    }

    @Test
    void everyTaskHasManyOfThem() {
        for (Task task : Task.values()) {
            List<String> fit = Learners.ALL.stream().filter(learner -> learner.refusal(ToyTable.of(task, 500, 5, 1).shape()).isEmpty())
                    .map(Learner::id).toList();

            assertTrue(fit.size() >= 12, task + ": " + fit);
        }
    }

    @Test
    void refusalsAreSentences() {
        for (Learner learner : Learners.ALL) {
            Arrays.stream(Task.values()).flatMap(task -> learner.refusal(ToyTable.of(task, 20, 3, 1).shape()).stream())
                    .forEach(reason -> assertTrue(reason.matches("[A-Z0-9].*\\."), learner.id() + ": " + reason));
        }
    }
}
