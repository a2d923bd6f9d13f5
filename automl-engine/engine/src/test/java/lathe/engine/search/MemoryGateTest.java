package lathe.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import lathe.engine.builtin.Learners;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;

class MemoryGateTest {

    private static DataShape shape(int rows, int features) {
        return new DataShape(Task.REGRESSION, 0, rows, features);
    }

    private static Optional<String> refusal(MemoryGate gate, String learner, DataShape shape) {
        Learner known = Learners.ALL.stream().filter(each -> each.id().equals(learner)).findFirst().orElseThrow();
        return gate.refusal(known, shape, known.space(shape).with(Map.of()));
    }

    @Test
    void whatFitsIsLetThrough() {
        MemoryGate gate = new MemoryGate(1_000);
        for (Learner learner : Learners.ALL) {
            DataShape shape = shape(2_000, 20);
            Hyperparameters defaults = learner.space(shape).with(Map.of());
            assertEquals(Optional.empty(), gate.refusal(learner, shape, defaults), learner.id());
        }
    }

    @Test
    void numbersThatFillTheMemoryAreRefusedWithAReason() {
        // 2 million rows of 100 columns are 1.6 GB; read, prepared, copied and in the learner they are five times that.
        assertEquals(Optional.of("it would need about 8.0 GB of memory, a worker has 4.9 GB"),
                refusal(new MemoryGate(5_600), "boosting", shape(2_000_000, 100)));
        assertTrue(refusal(new MemoryGate(12_000), "boosting", shape(2_000_000, 100)).isEmpty());
    }

    @Test
    void aLearnerThatComparesAllPairsOfRowsNeedsMore() {
        MemoryGate gate = new MemoryGate(180);

        assertTrue(refusal(gate, "ridge", shape(2_000, 10)).isEmpty());
        assertFalse(refusal(gate, "gaussian_process", shape(2_000, 10)).isEmpty());
    }

    @Test
    void widthIsLearntFromWhatWasPrepared() {
        MemoryGate gate = new MemoryGate(1_000);
        DataShape shape = shape(100_000, 10);
        assertTrue(refusal(gate, "ridge", shape).isEmpty());
        gate.learn(Learner.Preparation.LINEAR, 2_000);

        assertFalse(refusal(gate, "ridge", shape).isEmpty());
        assertTrue(refusal(gate, "boosting", shape).isEmpty(), "its columns are prepared otherwise");
    }
}
