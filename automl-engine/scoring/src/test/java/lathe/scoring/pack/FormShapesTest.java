package lathe.scoring.pack;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import lathe.scoring.form.Floats;
import lathe.scoring.step.Numbers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/// What a stored form says of itself must fit together, or it is refused before anything is built on it.
class FormShapesTest {

    private static Numbers zeros(int count) {
        return Numbers.of(new double[count]);
    }

    @ParameterizedTest(name = "{0} means, {1} factors, {2} biases")
    @CsvSource({"4, 4, 1", "5, 4, 2", "4, 5, 2", "6, 8, 2", "4, 0, 2", "0, 2, 2", "4, 4, 0"})
    void discriminantsThatDoNotFitAreRefused(int means, int factors, int biases) throws IOException {
        TensorWriter tensors = new TensorWriter();
        ObjectNode node = JsonText.kind("discriminant");
        node.set("means", tensors.doubles("means", zeros(means)));
        node.set("factors", tensors.doubles("factors", zeros(factors)));
        node.set("biases", tensors.doubles("biases", zeros(biases)));

        String message = refusal(node, tensors);

        assertTrue(message.contains("discriminant"), message);
    }

    @ParameterizedTest(name = "{0} features, {1} numbers, {2} answers, {3} asked, {4} outputs, last answer {5}, {6}")
    @CsvSource({"2, 5, 3, 1, 2, 0, identity", "2, 6, 2, 1, 2, 0, identity", "2, 6, 3, 4, 2, 0, identity",
        "2, 6, 3, 0, 2, 0, identity", "2, 6, 3, 1, 0, 0, identity", "2, 6, 3, 1, 2, 2, identity", "2, 6, 3, 1, 2, 0.5, identity",
        "2, 6, 3, 1, 2, -1, identity", "2, 6, 3, 1, 2, 0, expm1", "2, 6, 3, 1, 1, 0, logistic", "0, 0, 0, 1, 2, 0, identity",
        "2, 0, 0, 1, 2, 0, identity"})
    void neighboursThatDoNotFitAreRefused(int features, int numbers, int answers, int count, int outputs, double last,
            String link) throws IOException {
        TensorWriter tensors = new TensorWriter();
        ObjectNode node = knownRows("neighbours", features, numbers, tensors);
        double[] values = new double[answers];
        if (answers > 0) {
            values[answers - 1] = last;
        }
        node.set("answers", tensors.doubles("answers", values));
        node.put("count", count).put("squared", true).put("by-distance", true).put("factor", 1.0).put("link", link);
        node.set("base", tensors.doubles("base", zeros(outputs)));

        String message = refusal(node, tensors);

        assertTrue(message.contains("neighbour") || message.contains("known rows"), message);
    }

    @ParameterizedTest(name = "{0} rows, {1} coefficients, {2} biases, gamma {3}, degree {4}, {5}")
    @CsvSource({"6, 2, 1, 1, 1, identity", "6, 3, 2, 1, 1, identity", "6, 0, 0, 1, 1, identity", "5, 3, 1, 1, 1, identity",
        "6, 3, 1, 0, 1, identity", "6, 3, 1, -1, 1, identity", "6, 3, 1, 1, 0, identity", "6, 3, 1, 1, 1000000, identity"})
    void kernelsThatDoNotFitAreRefused(int rows, int coefficients, int biases, double gamma, int degree, String link)
            throws IOException {
        TensorWriter tensors = new TensorWriter();
        ObjectNode node = knownRows("kernel", 2, rows, tensors);
        node.put("similarity", "radial").put("gamma", gamma).put("offset", 0.0).put("degree", degree).put("link", link);
        node.set("coefficients", tensors.doubles("coefficients", zeros(coefficients)));
        node.set("biases", tensors.doubles("biases", zeros(biases)));

        String message = refusal(node, tensors);

        assertTrue(message.contains("kernel") || message.contains("known rows") || message.contains("similarity"), message);
    }

    private static ObjectNode knownRows(String kind, int features, int numbers, TensorWriter tensors) {
        ObjectNode node = JsonText.kind(kind);
        node.set("centres", tensors.doubles("centres", zeros(features)));
        node.set("scales", tensors.doubles("scales", zeros(features)));
        node.set("rows", tensors.floats("rows", Floats.of(new float[numbers])));
        return node;
    }

    private static String refusal(ObjectNode node, TensorWriter tensors) throws IOException {
        StoredTensors stored = CodecContractTest.throughBytes(tensors);
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> FormCodec.read(node, stored)).getMessage());
    }
}
