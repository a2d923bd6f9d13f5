package lathe.scoring.form;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.ProblemException;
import lathe.scoring.form.Graph.Described;
import lathe.scoring.step.Numbers;
import org.junit.jupiter.api.Test;

class GraphTest {

    private static Graph graph(String words, int outputs) {
        return new Graph("sums", words.getBytes(StandardCharsets.UTF_8), 2, outputs);
    }

    private static Features rows(int count) {
        double[] rising = IntStream.range(0, count).asDoubleStream().toArray();
        return Features.of(new Matrix(List.of("a", "b"), new double[][] {rising, new double[count]}, count));
    }

    @Test
    void answersBlockByBlockInTheOrderOfRows() {
        Predictions answers = graph("the sum of a row", 2).predict(rows(10_000));

        assertEquals(10_000, answers.rows());
        assertEquals(0.5, answers.at(0, 0), 0);
        assertEquals(1 / (1 + Math.exp(-0.9999)), answers.at(9999, 0), 1e-15);
        assertEquals(1 / (1 + Math.exp(-0.4096)), answers.at(4096, 0), 1e-15);
        assertEquals(0, graph("the sum of a row", 2).predict(rows(0)).rows());
    }

    @Test
    void withoutARunnerSaysWhatIsMissing() throws IOException {
        byte[] bytes = {1, 2, 3};
        try (URLClassLoader empty = new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader())) {
            ProblemException refused = assertThrows(ProblemException.class, () -> new Graph(new Described("waves", 3, 1), bytes, empty));

            assertEquals("graph-runner-missing", refused.problem().code());
            assertTrue(refused.problem().what().contains("'waves'"), refused.problem().what());
            assertTrue(refused.problem().remedy().contains("class path"), refused.problem().remedy());
        }
    }

    @Test
    void refusesAnswersThatAreNoNumbersOrProbabilities() {
        for (Graph bad : List.of(graph("the nonsense", 1), graph("the nonsense", 3), graph("the sum twice", 2))) {
            ProblemException refused = assertThrows(ProblemException.class, () -> bad.predict(rows(5)));

            assertEquals("graph-answer", refused.problem().code());
            assertTrue(refused.problem().what().contains("row 1"), refused.problem().what());
        }
    }

    @Test
    void refusesSizesThatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> graph("", 1));
        assertThrows(IllegalArgumentException.class, () -> graph("the sum", 0));
        assertThrows(IllegalArgumentException.class, () -> new Described("a\nb", 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Described("a", 2_000_000, 1));
        Features three = Features.of(new Matrix(List.of("a", "b", "c"), new double[3][1], 1));
        assertThrows(IllegalArgumentException.class, () -> graph("the sum", 1).predict(three));
    }

    @Test
    void blendsWithOtherForms() {
        Blend blend = new Blend(List.of(new Blend.Member(0.5, "r", graph("the sum", 2)),
                new Blend.Member(0.5, "r", new Constant(Numbers.of(0, 1)))));
        Matrix matrix = rows(1).matrix();

        assertArrayEquals(new double[] {0.25, 0.75}, blend.predict(Features.of((String id) -> matrix)).values(), 1e-15);
        assertTrue(Graph.isIn(blend));
        assertFalse(Graph.isIn(new Constant(Numbers.of(1))));
    }

    @Test
    void givesItsSessionBackWhenNobodyHoldsIt() throws InterruptedException {
        int before = SumRunner.CLOSED.get();
        for (int i = 0; i < 20; i++) {
            graph("the sum", 1).predict(rows(1));
        }
        for (int wait = 0; SumRunner.CLOSED.get() == before && wait < 100; wait++) {
            System.gc();
            Thread.sleep(10);
        }

        assertTrue(SumRunner.CLOSED.get() > before);
    }

    @Test
    void isEqualByContentAndKeepsItsBytesToItself() {
        Graph graph = graph("the sum", 2);
        graph.toBytes()[0] = 'X';

        assertEquals(graph("the sum", 2), graph);
        assertEquals(graph("the sum", 2).hashCode(), graph.hashCode());
        assertFalse(graph.equals(graph("the sum", 3)));
    }
}
