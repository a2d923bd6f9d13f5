package lathe.engine.adapter.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import lathe.engine.export.Exporter;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Pipeline;
import lathe.scoring.ProblemException;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.Signature;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Constant;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.step.DateParts;
import lathe.scoring.step.DateParts.Part;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.FittedStep;
import lathe.scoring.step.Impute;
import lathe.scoring.step.ListVector;
import lathe.scoring.step.MissingFlag;
import lathe.scoring.step.MissingTokens;
import lathe.scoring.step.Numbers;
import lathe.scoring.step.OneHot;
import lathe.scoring.step.Scale;
import lathe.scoring.step.TextVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxExporterTest {

    private final Exporter exporter = new OnnxExporter();

    @TempDir
    private Path folder;

    @Test
    void membersOfTwoRecipesShareColumnsAndAgree() throws IOException {
        Pipeline pipeline = twoRecipes();
        Table rows = RandomTables.of(500, 21);
        Path file = folder.resolve("two.onnx");

        exporter.export(pipeline, Map.of(), rows, file);

        assertTrue(OnnxCheck.compare(file, pipeline, rows).holds());
        assertEquals(1, PipelineGraph.of(pipeline).getNodeList().stream()
                .filter(node -> node.getOpType().equals("Tokenizer")).count());
    }

    @Test
    void plainCallGivesProbabilitiesAndLabelsByName() throws OrtException {
        Pipeline pipeline = Pipelines.binary(new FittedRecipe(List.of(new OneHot("city", List.of("Oslo", ""), List.of(0, 1), List.of("o", "m"))),
                List.of("o", "m", "age")), new Linear(Numbers.of(2, -1, 0.5), Numbers.of(-0.25), Link.LOGISTIC), 0, 0.5);
        Path file = folder.resolve("plain.onnx");
        exporter.export(pipeline, Map.of(), file);

        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(file.toString());
                OrtSession.Result result = session.run(inputs(environment))) {
            double[][] probabilities = (double[][]) result.get("probabilities").orElseThrow().getValue();
            String[] labels = (String[]) result.get("label").orElseThrow().getValue();

            // by hand: z = 2 + 0.5 - 0.25 and z = -1 + 0.5 - 0.25 with p = 1 / (1 + e^-z) of the second class
            assertArrayEquals(new double[] {1 - 0.9046505351008906, 0.9046505351008906}, probabilities[0], 1e-15);
            assertArrayEquals(new double[] {1 - 0.320821300824607, 0.320821300824607}, probabilities[1], 1e-15);
            assertEquals("stays", labels[1]);
            assertEquals(2, labels.length);
        }
    }

    @Test
    void fileTellsItsInputsItsClassesAndWhatItWasGiven() throws OrtException {
        Pipeline pipeline = Pipelines.binary(Pipelines.imputedNumbers(), new Constant(Numbers.of(0.25, 0.75)), 1, 0.3);
        Path file = folder.resolve("named.onnx");
        exporter.export(pipeline, Map.of("lathe.score", "ROC AUC 0.91", "lathe.seed", "7 \uD83D\uDE00"), file);

        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
            Map<String, String> texts = session.getMetadata().getCustomMetadata();
            assertEquals("ROC AUC 0.91", texts.get("lathe.score"));
            assertEquals("BINARY", texts.get("lathe.task"));
            assertEquals("21", texts.get("lathe.opsets"));   // a constant needs none of the other operator sets
            assertEquals("0.3", texts.get("lathe.threshold"));
            assertTrue(texts.getOrDefault("lathe.inputs", "").contains("{\"name\":\"age\",\"type\":\"NUMBER\",\"tensor\":\"double\",\"missing\":\"NaN\"}"));
            assertEquals(RandomTables.SCHEMA.names(), List.copyOf(session.getInputNames()));
            assertEquals(Set.of("probabilities", "label"), session.getOutputNames());
        }
    }

    @Test
    void outputMakesWayForAnInputOfItsName() throws IOException, OrtException {
        Schema schema = new Schema(List.of(Field.of("label", FieldType.NUMBER), Field.of("Concat_0", FieldType.NUMBER),
                Field.of("probabilities", FieldType.CATEGORY), Field.of("customer", FieldType.CATEGORY).withRole(Role.ID)));
        Pipeline pipeline = Pipelines.classifier(schema, new FittedRecipe(List.of(), List.of("label", "Concat_0")),
                new Linear(Numbers.of(1, 0, 0, 1), Numbers.of(0, 0), Link.SOFTMAX));
        Path file = folder.resolve("clash.onnx");
        exporter.export(pipeline, Map.of(), file);

        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
            assertEquals(List.of("probabilities_", "label_"), List.copyOf(session.getOutputNames()));
            assertEquals(List.of("label", "Concat_0", "probabilities"), List.copyOf(session.getInputNames()));
        }
    }

    @Test
    void answersOfAnotherModelDoNotHold() throws IOException {
        Pipeline honest = Pipelines.binary(Pipelines.imputedNumbers(), new Constant(Numbers.of(0.25, 0.75)), 1, 0.3);
        Path file = folder.resolve("one.onnx");
        exporter.export(honest, Map.of(), file);
        Pipeline other = Pipelines.binary(Pipelines.imputedNumbers(), new Constant(Numbers.of(0.75, 0.25)), 1, 0.3);

        OnnxAgreement agreement = OnnxCheck.compare(file, other, RandomTables.of(9, 1));

        assertEquals(new OnnxAgreement(9, 0.5, 9), agreement);
        assertFalse(agreement.holds());
    }

    @Test
    void fileThatAnswersOtherwiseIsRefusedAndRemoved() throws IOException {
        // 1 + 1e17 - 1e17 is 0 in Java's order and 1 where the bias comes last, as in the graph.
        Pipeline torn = Pipelines.regression(RandomTables.SCHEMA, new FittedRecipe(List.of(new MissingFlag(List.of("age", "age"), List.of("a", "b"))),
                List.of("a", "b")), new Linear(Numbers.of(1e17, -1e17), Numbers.of(1), Link.IDENTITY));

        ProblemException refused = assertThrows(ProblemException.class,
                () -> exporter.export(torn, Map.of(), RandomTables.of(90, 1), folder.resolve("torn.onnx")));

        assertEquals("export-differs", refused.problem().code());
        assertEquals(List.of(), list());
    }

    @Test
    void refusesAPipelineThatReadsNothing() {
        Pipeline pipeline = Pipelines.regression(new Schema(List.of()), new FittedRecipe(List.of(), List.of()), new Constant(Numbers.of(1)));

        ProblemException refused = assertThrows(ProblemException.class,
                () -> exporter.export(pipeline, Map.of(), folder.resolve("nothing.onnx")));

        assertEquals("export-unsupported", refused.problem().code());
    }

    private static Map<String, OnnxTensor> inputs(OrtEnvironment environment) throws OrtException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        for (Field field : RandomTables.SCHEMA.fields()) {
            Object cells = field.type().isNumber() ? new double[][] {{1}, {1}}
                    : new String[][] {{field.name().equals("city") ? "Oslo" : ""}, {""}};
            inputs.put(field.name(), OnnxTensor.createTensor(environment, cells));
        }
        return inputs;
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static Pipeline twoRecipes() {
        List<String> terms = List.of("server", "down", "is down");
        List<FittedStep> linearSteps = List.of(new MissingTokens(List.of("city"), List.of("n/a")),
                new OneHot("city", List.of("Oslo", "Rome", ""), List.of(0, 1, 2), List.of("c0", "c1", "c2")),
                new Impute(Pipelines.NUMBERS, Numbers.of(1, 2, 3)),
                new Scale(Pipelines.NUMBERS, Numbers.of(1, 2, 3), Numbers.of(1e300, 1e300, 1e300)),
                new TextVector("note", terms, Numbers.of(1, 2, 3), List.of("t0", "t1", "t2")));
        List<FittedStep> treeSteps = List.of(new DateParts("joined", List.of(Part.YEAR, Part.EPOCH_DAY), List.of("year", "epoch")),
                new TextVector("note", terms.reversed(), Numbers.of(3, 1, 2), List.of("t0", "t1", "t2")),
                new ListVector("tags", List.of("red"), List.of("n", "red")));
        List<String> linearFeatures = new ArrayList<>(List.of("c2", "c0", "t1", "t0"));
        linearFeatures.addAll(Pipelines.NUMBERS);
        List<String> treeFeatures = List.of("age", "year", "debt", "t2", "t0", "n", "red", "epoch");
        Random random = new Random(6);
        Linear linear = new Linear(Numbers.of(random.doubles(21, -1, 1).toArray()), Numbers.of(0.1, 0.2, 0.3), Link.SOFTMAX);
        Blend blend = new Blend(List.of(new Blend.Member(0.3, "linear", linear),
                new Blend.Member(0.5, "trees", RandomTrees.forest(20, 8, 3, Link.NORMALISE, random)),
                new Blend.Member(0.2, "trees", RandomTrees.boosted(20, 8, 3, Link.SOFTMAX, random))));
        return new Pipeline(new Signature(RandomTables.SCHEMA, Task.MULTICLASS, "target", List.of("low", "mid", "\uD83D\uDE00"), -1, 0.5),
                Map.of("linear", new FittedRecipe(linearSteps, linearFeatures), "trees", new FittedRecipe(treeSteps, treeFeatures)), blend);
    }
}
