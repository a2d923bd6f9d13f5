package lathe.engine.adapter.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.DoubleBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import lathe.scoring.Matrix;
import lathe.scoring.ProblemException;
import lathe.scoring.form.Features;
import lathe.scoring.form.Graph;
import lathe.scoring.pack.MemberFile;
import lathe.scoring.pack.RecipeId;
import lathe.scoring.step.FittedRecipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The form [Graph] where there is something to run it.
class OnnxGraphRunnerTest {

    @TempDir
    private Path folder;

    private static Features rows(int count) {
        Random random = new Random(9);
        double[][] columns = new double[Graphs.WIDTH][];
        for (int feature = 0; feature < columns.length; feature++) {
            columns[feature] = random.doubles(count, -3, 3).toArray();
        }
        return Features.of(new Matrix(List.of("a", "b", "c"), columns, count));
    }

    // The reference: ONNX Runtime called directly, in the types the graph declares.
    private static double[] straight(ModelProto model, Features features, int outputs) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        double[][] rows = features.matrix().toRows();
        try (OrtSession session = environment.createSession(model.toByteArray());
                OnnxTensor tensor = OnnxTensor.createTensor(environment,
                        DoubleBuffer.wrap(Stream.of(rows).flatMapToDouble(Arrays::stream).toArray()), new long[] {rows.length, Graphs.WIDTH});
                OrtSession.Result result = session.run(Map.of(session.getInputNames().iterator().next(), tensor))) {
            double[] answers = new double[rows.length * outputs];
            ((OnnxTensor) result.get(0)).getDoubleBuffer().get(answers);
            return answers;
        }
    }

    @Test
    void answersWhatOnnxRuntimeAnswers() throws OrtException {
        ModelProto model = Graphs.waves(DataType.DOUBLE, 21, 3);
        Features rows = rows(5000);

        assertArrayEquals(straight(model, rows, 3), Graphs.of("waves", model, 3).predict(rows).values(), 1e-12);
    }

    @Test
    void narrowsToFloatsWhereTheGraphAsksForThem() {
        Features rows = rows(500);
        double[] wide = Graphs.of("wide", Graphs.waves(DataType.DOUBLE, 21, 3), 3).predict(rows).values();
        double[] narrow = Graphs.of("narrow", Graphs.waves(DataType.FLOAT, 17, 3), 3).predict(rows).values();

        assertArrayEquals(wide, narrow, 1e-5);
        assertTrue(narrow[0] == (float) narrow[0], "was a float");
    }

    @Test
    void manyThreadsGetTheSameAnswers() throws InterruptedException, ExecutionException {
        Graph graph = Graphs.of("waves", Graphs.waves(DataType.DOUBLE, 21, 3), 3);
        double[] expected = graph.predict(rows(700)).values();
        List<Future<double[]>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 40; i++) {
                answers.add(threads.submit(() -> graph.predict(rows(700)).values()));
            }
        }
        for (Future<double[]> answer : answers) {
            assertArrayEquals(expected, answer.get());
        }
    }

    @Test
    void refusesToLoadTheLibraryWhereThatEndsTheProcess() {
        OnnxGraphRunner.requireShort(3900);

        assertEquals("onnx-runtime-command-line",
                assertThrows(ProblemException.class, () -> OnnxGraphRunner.requireShort(3901)).problem().code());
    }

    @Test
    void travelsInAMemberFile() {
        Graph graph = Graphs.of("nested", Graphs.nested(), 3);
        FittedRecipe recipe = Pipelines.imputedNumbers();
        Path file = folder.resolve("fold-1.member");
        MemberFile.write(file, RecipeId.of(recipe), recipe, graph);
        Graph read = (Graph) MemberFile.read(file).form();

        assertEquals(graph, read);
        assertArrayEquals(graph.predict(rows(20)).values(), read.predict(rows(20)).values());
    }

    record Refused(String reason, ModelProto model) {
        @Override
        public String toString() {
            return reason;
        }
    }

    static Stream<Refused> refusals() {
        ModelProto sound = Graphs.waves(DataType.DOUBLE, 21, 3);
        GraphProto graph = sound.getGraph();
        NodeProto loop = Graphs.node("Loop", "y", "x").toBuilder().addAttribute(Attributes.of("body", graph)).build();
        NodeProto hidden = Graphs.node("If", "y", "x").toBuilder().addAttribute(Attributes.of("then_branch",
                GraphProto.newBuilder().addNode(Graphs.node("RandomUniform", "z")).build())).build();
        TensorProto elsewhere = TensorProto.newBuilder().setName("W").setDataType(DataType.DOUBLE.getNumber()).addDims(4)
                .setDataLocation(DataLocation.EXTERNAL)
                .addExternalData(StringStringEntryProto.newBuilder().setKey("location").setValue("/etc/passwd")).build();
        TensorProto boastful = TensorProto.newBuilder().setName("W").setDataType(DataType.DOUBLE.getNumber()).addDims(-(1L << 40)).addDims(8).build();
        return Stream.of(
                new Refused("does not take it", sound.toBuilder().setGraph(graph.toBuilder().setInitializer(0, boastful)).build()),
                new Refused("does not take it", Graphs.single(Graphs.node("Add", "y", "x", "y"), 21)),
                new Refused("functions", sound.toBuilder().addFunctions(FunctionProto.newBuilder().setName("f")).build()),
                new Refused("another file", sound.toBuilder().setGraph(graph.toBuilder().setInitializer(0, elsewhere)).build()),
                new Refused("another file", Graphs.single(Graphs.node("Constant", "y").toBuilder().addAttribute(Attributes.of("value", elsewhere)).build(), 21)),
                new Refused("domain 'com.microsoft'", Graphs.single(Graphs.node("Gelu", "y", "x").toBuilder().setDomain("com.microsoft").build(), 21)),
                new Refused("without end", Graphs.single(loop, 21)),
                new Refused("by chance", Graphs.single(hidden, 21)),
                new Refused("version 22 of ai.onnx", Graphs.single(Graphs.node("Identity", "y", "x"), 22)),
                new Refused("ReduceMean of ai.onnx 17", Graphs.single(Graphs.node("ReduceMean", "y", "x"), 17)),
                new Refused("version 5 of ai.onnx.ml", Graphs.single(Graphs.node("Identity", "y", "x"), 21).toBuilder()
                        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(GraphBuilder.ML).setVersion(5)).build()),
                new Refused("which version of ai.onnx", sound.toBuilder().clearOpsetImport().build()),
                new Refused("one input and one output", sound.toBuilder().setGraph(graph.toBuilder().addInput(Graphs.value("more", DataType.DOUBLE, 1))).build()),
                new Refused("one input and one output", sound.toBuilder().setGraph(graph.toBuilder().clearOutput()).build()),
                new Refused("input must be a tensor", sound.toBuilder().setGraph(graph.toBuilder().setInput(0, Graphs.value("age", DataType.DOUBLE, 4))).build()),
                new Refused("input must be a tensor", sound.toBuilder().setGraph(graph.toBuilder().setInput(0, Graphs.value("age", DataType.STRING, 3))).build()),
                new Refused("output must be a tensor", sound.toBuilder().setGraph(graph.toBuilder().setOutput(0, Graphs.value("prediction", DataType.INT64, 3))).build()),
                new Refused("ONNX Runtime does not take it", Graphs.single(Graphs.node("NoSuchThing", "y", "x"), 21)),
                new Refused("no ONNX model", ModelProto.newBuilder().setGraph(GraphProto.newBuilder().setName("broken")).build()));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWhatItCannotAnswerFor(Refused refused) {
        byte[] whole = refused.model().toByteArray();
        // the one that breaks off in the middle stands for bytes of any kind
        byte[] bytes = refused.reason().equals("no ONNX model") ? Arrays.copyOf(whole, whole.length - 2) : whole;

        ProblemException problem = assertThrows(ProblemException.class, () -> new Graph("mine", bytes, Graphs.WIDTH, 3));

        assertEquals("graph-refused", problem.problem().code());
        assertTrue(problem.problem().what().contains(refused.reason()), problem.problem().what());
    }

    @Test
    void refusesAGraphWhoseShapesDoNotFitAtOnce() {
        ProblemException wrong = assertThrows(ProblemException.class,
                () -> Graphs.of("flat", Graphs.single(Graphs.node("Flatten", "y", "x").toBuilder().addAttribute(Attributes.of("axis", 0)).build(), 21), 3));

        assertEquals("graph-answer", wrong.problem().code());
        assertTrue(wrong.problem().what().contains("instead of the shape [2, 3]"), wrong.problem().what());
    }
}
