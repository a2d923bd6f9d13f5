package lathe.scoring.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lathe.scoring.Matrix;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.form.Trees;
import lathe.scoring.step.Lookup;
import lathe.scoring.step.Numbers;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import tools.jackson.databind.JsonNode;

class CodecPropertyTest {

    private static final int FEATURES = 4;

    @Property(tries = 200)
    void anyNumbersComeBackToTheBit(@ForAll List<Double> values) throws IOException {
        double[] numbers = values.stream().mapToDouble(Double::doubleValue).toArray();
        TensorWriter writer = new TensorWriter();
        JsonNode json = CodecContractTest.throughBytes(JsonText.object().set("n", writer.doubles("n", numbers)));
        assertArrayEquals(CodecContractTest.bits(numbers),
                CodecContractTest.bits(CodecContractTest.throughBytes(writer).doubles(json.path("n"))));
    }

    @Property(tries = 200)
    void anyTextsComeBack(@ForAll @UniqueElements @Size(max = 20) List<String> texts, @ForAll double missing) throws IOException {
        Lookup step = new Lookup("c", texts, Numbers.of(new double[texts.size()]), missing, 0, "o");
        TensorWriter writer = new TensorWriter();
        JsonNode json = CodecContractTest.throughBytes(StepCodec.write(step, writer));
        assertEquals(step, StepCodec.read(json, CodecContractTest.throughBytes(writer)));
    }

    @Property(tries = 200)
    void anyTreesPredictTheSameBits(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int trees,
            @ForAll @IntRange(min = 0, max = 6) int depth, @ForAll boolean boosted) throws IOException {
        RandomGenerator random = new SplittableRandom(seed);
        same(trees(random, trees, depth, boosted), random);
    }

    @Property(tries = 200)
    void anyLinearFormPredictsTheSameBits(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int outputs) throws IOException {
        RandomGenerator random = new SplittableRandom(seed);
        Link link = outputs == 1 ? Link.LOGISTIC : Link.SOFTMAX;
        same(new Linear(numbers(random, outputs * FEATURES), numbers(random, outputs), link), random);
    }

    private static void same(Form form, RandomGenerator random) throws IOException {
        TensorWriter writer = new TensorWriter();
        JsonNode json = CodecContractTest.throughBytes(FormCodec.write(form, writer));
        StoredTensors stored = CodecContractTest.throughBytes(writer);
        Form read = FormCodec.read(json, stored);
        stored.checkAllUsed();
        Features features = Features.of(matrix(random));
        assertArrayEquals(CodecContractTest.bits(form.predict(features).values()),
                CodecContractTest.bits(read.predict(features).values()));
    }

    private static Numbers numbers(RandomGenerator random, int count) {
        return Numbers.of(random.doubles(count, -3, 3).toArray());
    }

    private static Matrix matrix(RandomGenerator random) {
        double[][] columns = new double[FEATURES][20];
        for (double[] column : columns) {
            for (int row = 0; row < column.length; row++) {
                column[row] = random.nextInt(5) == 0 ? Double.NaN : random.nextDouble(-3, 3);
            }
        }
        return new Matrix(IntStream.range(0, FEATURES).mapToObj(i -> String.format(Locale.ROOT, "f%d", i)).toList(), columns, 20);
    }

    private static Trees trees(RandomGenerator random, int trees, int depth, boolean boosted) {
        List<int[]> nodes = new ArrayList<>();   // feature, left, right
        int[] roots = new int[trees];
        int leaves = 0;
        for (int tree = 0; tree < trees; tree++) {
            roots[tree] = nodes.size();
            leaves = grow(nodes, random, depth, leaves);
        }
        int n = nodes.size();
        boolean[] missingLeft = new boolean[n];
        for (int i = 0; i < n; i++) {
            missingLeft[i] = random.nextBoolean();
        }
        Trees.Nodes flat = new Trees.Nodes(nodes.stream().mapToInt(node -> node[0]).toArray(), random.doubles(n, -3, 3).toArray(),
                missingLeft, nodes.stream().mapToInt(node -> node[1]).toArray(), nodes.stream().mapToInt(node -> node[2]).toArray());
        int[] targets = boosted ? random.ints(trees, 0, 2).toArray() : new int[0];
        double[] values = random.doubles((long) leaves * (boosted ? 1 : 2), 0, 1).toArray();
        return new Trees(roots, targets, flat, values, new double[] {0.1, 0.2}, boosted ? Link.SOFTMAX : Link.NORMALISE);
    }

    // Adds one random tree; gives the number of leaves used so far.
    private static int grow(List<int[]> nodes, RandomGenerator random, int depth, int leaves) {
        int[] node = new int[3];
        nodes.add(node);
        if (depth == 0 || random.nextInt(4) == 0) {
            node[0] = -1;
            node[1] = leaves;
            return leaves + 1;
        }
        node[0] = random.nextInt(FEATURES);
        node[1] = nodes.size();
        int afterLeft = grow(nodes, random, depth - 1, leaves);
        node[2] = nodes.size();
        return grow(nodes, random, depth - 1, afterLeft);
    }
}
