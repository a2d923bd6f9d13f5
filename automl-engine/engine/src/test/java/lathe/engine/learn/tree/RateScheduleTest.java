package lathe.engine.learn.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import lathe.engine.progress.Deadline;
import org.junit.jupiter.api.Test;

class RateScheduleTest {

    private static final long ROUND = 2_000_000;   // nanoseconds

    private static List<Double> rates(int rounds, double usual, Deadline deadline) {
        RateSchedule schedule = new RateSchedule(rounds, usual, deadline);
        List<Double> rates = new ArrayList<>();
        while (rates.size() < rounds && !schedule.hasArrived() && !deadline.passed()) {
            rates.add(schedule.next(rates.size()));
            LockSupport.parkNanos(ROUND);
        }
        return rates;
    }

    @Test
    void withTimeEnoughAllRoundsHaveTheRateAskedFor() {
        List<Double> rates = rates(50, 0.07, Deadline.never());
        assertEquals(50, rates.size());
        assertTrue(rates.stream().allMatch(rate -> rate == 0.07));
    }

    @Test
    void withLittleTimeFewerRoundsComeAsFar() {
        Deadline deadline = Deadline.in(Duration.ofMillis(400));
        List<Double> rates = rates(2_000, 0.01, deadline);
        assertFalse(deadline.passed());
        assertTrue(rates.size() < 300, () -> "%d rounds of 2 ms in 0.4 s".formatted(rates.size()));
        assertEquals(20, rates.stream().mapToDouble(rate -> rate).sum(), 1e-9);
    }

    @Test
    void noStepIsLongerThanAFitBears() {
        List<Double> rates = rates(1_000, 0.25, Deadline.in(Duration.ofMillis(50)));
        assertEquals(0.3, rates.stream().mapToDouble(rate -> rate).max().orElseThrow());
    }
}
