package lathe.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lathe.engine.builtin.Metrics;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.PairedBootstrap;
import org.junit.jupiter.api.Test;

class FastScoringTest {

    private static final Metric AREA = Metrics.byId("roc_auc").orElseThrow();
    private static final Metric ERROR = Metrics.byId("rmse").orElseThrow();

    private static String sentence(Metric metric, double difference, double rowMicros) {
        return FastScoring.sentence(metric, new ScoringSpeed(rowMicros, 0.05), new ScoringSpeed(80, 1),
                new PairedBootstrap.Difference(difference, 0.0004), "Out of fold");
    }

    @Test
    void saysWhatIsGainedAndWhatItCosts() {
        assertEquals("Quick to answer: 4.00 microseconds a row (on this machine 250,000 rows a second with one core, 500,000 with two), 0.050 ms for"
                + " one row alone. The blend without a limit takes 80.0 microseconds a row, 20.0 times as long."
                + " Out of fold its roc_auc is 0.00120 worse than that blend's (standard error 0.00040).", sentence(AREA, -0.0012, 4));
    }

    @Test
    void worseIsWhatTheMetricSaysItIs() {
        assertTrue(sentence(AREA, 0.001, 4).contains("0.00100 better"));
        assertTrue(sentence(ERROR, 0.001, 4).contains("0.00100 worse"));
        assertTrue(sentence(ERROR, 0, 4).contains("both score the same"));
    }

    @Test
    void aLimitThatCouldNotBeMetIsSaid() {
        assertTrue(sentence(AREA, 0, 22).startsWith(
                "The limit of 20 microseconds a row and 1 ms for one row alone could not be met: 22.0 microseconds a row"));
    }
}
