package lathe.scoring.form;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// A runner for the tests of this module, where there is no ONNX Runtime. Its "graphs" are words: `the sum of a row` squeezed
/// between 0 and 1, shared between all outputs, and others that answer nonsense.
public final class SumRunner implements GraphRunner {

    static final AtomicInteger CLOSED = new AtomicInteger();

    @Override
    public Session open(String name, byte[] onnx, int width, int outputs) {
        String words = new String(onnx, StandardCharsets.UTF_8);
        if (words.startsWith("THE ")) {
            throw new UnsatisfiedLinkError("no native library here");
        }
        if (!words.startsWith("the ")) {
            throw new ProblemException(Problem.of("graph-refused", "The graph '%s' begins with '%s'.".formatted(name,
                    words.substring(0, 1)), "Write a better one."));
        }
        return new Session() {
            @Override
            public double[] run(double[] rows, int count) {
                double[] answers = new double[count * outputs];
                for (int row = 0; row < count; row++) {
                    double sum = Arrays.stream(rows, row * width, (row + 1) * width).filter(Double::isFinite).sum();
                    double share = words.contains("nons") ? Double.NaN : 1 / (1 + Math.exp(-sum / 1e4));
                    Arrays.fill(answers, row * outputs, (row + 1) * outputs, (1 - share) / Math.max(1, outputs - 1));
                    answers[row * outputs] = words.contains("twice") ? 2 * share : share;
                }
                return answers;
            }

            @Override
            public void close() {
                CLOSED.incrementAndGet();
            }
        };
    }
}
