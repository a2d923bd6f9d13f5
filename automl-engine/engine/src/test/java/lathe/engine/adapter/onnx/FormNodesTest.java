package lathe.engine.adapter.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Pipeline;
import lathe.scoring.ProblemException;
import lathe.scoring.Schema;
import lathe.scoring.Table;
import lathe.scoring.form.Activation;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Constant;
import lathe.scoring.form.Discriminant;
import lathe.scoring.form.Form;
import lathe.scoring.form.Graph;
import lathe.scoring.form.Kernel;
import lathe.scoring.form.Kernel.Similarity.Kind;
import lathe.scoring.form.LevelSets;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.form.Network;
import lathe.scoring.form.Neighbours;
import lathe.scoring.form.Trees;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.Impute;
import lathe.scoring.step.MissingFlag;
import lathe.scoring.step.Numbers;
import lathe.scoring.step.Scale;
import lathe.scoring.step.SignedLog;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The reference is the form's own `predict`; ONNX Runtime is an implementation we did not write.
class FormNodesTest {

    @TempDir
    private Path folder;

    record Sample(String name, Form form, Pipeline pipeline) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() {
        return Stream.of(sumsAndTrees(), cloudsAndKnownRows(), graphs()).flatMap(each -> each);
    }

    private static Stream<Sample> cloudsAndKnownRows() {
        FittedRecipe imputed = Pipelines.imputedNumbers();
        Random random = new Random(5);
        return Stream.of(
                multiclass("discriminant, diagonal", imputed, FormSamples.discriminant(3, 3, random)),
                binary("discriminant, triangles", imputed, FormSamples.discriminant(2, 6, random), 1),
                binary("discriminant without features", new FittedRecipe(List.of(), List.of()), FormSamples.discriminant(2, 0, random), 1),
                multiclass("neighbours, equal votes", imputed, FormSamples.neighbours(4, 3, true, false, random)),
                multiclass("neighbours, absolute distances", imputed, FormSamples.neighbours(7, 3, false, true, random)),
                regression("neighbours by distance", imputed, FormSamples.neighbours(3, 1, true, true, random)),
                regression("the one nearest neighbour", imputed, FormSamples.neighbours(1, 1, true, false, random)),
                regression("radial kernel", imputed, FormSamples.kernel(Kind.RADIAL, 1, Link.IDENTITY, random)),
                binary("laplacian kernel", imputed, FormSamples.kernel(Kind.LAPLACIAN, 1, Link.LOGISTIC, random), 1),
                multiclass("polynomial kernel", imputed, FormSamples.kernel(Kind.POLYNOMIAL, 3, Link.SOFTMAX, random)));
    }

    private static Stream<Sample> graphs() {
        FittedRecipe imputed = Pipelines.imputedNumbers();
        Graph waves = Graphs.of("waves", Graphs.waves(DataType.DOUBLE, 21, 1), 1);
        Graph shares = Graphs.of("shares", Graphs.waves(DataType.FLOAT, 17, 3), 3);
        Form nested = Graphs.of("nested", Graphs.nested(), 3);
        Form oldTrees = Graphs.of("old trees", Graphs.oldTrees(), 1);
        Form newTrees = RandomTrees.boosted(20, 3, 1, Link.IDENTITY, new Random(6));
        return Stream.of(
                regression("graph of doubles", imputed, waves),
                multiclass("graph of floats of an earlier opset", imputed, shares),
                multiclass("graph with graphs inside", imputed, nested),
                multiclass("two graphs and another form", imputed, new Blend(List.of(new Blend.Member(0.5, "r", shares),
                        new Blend.Member(0.25, "r", nested), new Blend.Member(0.25, "r", new Constant(Numbers.of(0.2, 0.3, 0.5)))), 1.3)),
                regression("old trees beside own ones", imputed, new Blend(List.of(new Blend.Member(0.5, "r", oldTrees),
                        new Blend.Member(0.5, "r", newTrees)))));
    }

    private static Stream<Sample> sumsAndTrees() {
        FittedRecipe imputed = Pipelines.imputedNumbers();
        FittedRecipe raw = Pipelines.rawNumbers();
        Random random = new Random(4);
        Form forest = RandomTrees.forest(30, 3, 3, Link.NORMALISE, random);
        Form softmax = new Linear(Numbers.of(0.2, 0.1, -1, 0, 0.3, 0.4, -0.6, 0.2, 0.1), Numbers.of(0.1, 0, -2), Link.SOFTMAX);
        Form inner = new Blend(List.of(new Blend.Member(0.5, "r", softmax), new Blend.Member(0.5, "r", forest)));
        Form nested = new Blend(List.of(new Blend.Member(0.25, "r", new Constant(Numbers.of(0.2, 0.3, 0.5))), new Blend.Member(0.75, "r", inner)));
        return Stream.of(
                multiclass("constant classes", imputed, new Constant(Numbers.of(0.2, 0.5, 0.3))),
                regression("constant mean", raw, new Constant(Numbers.of(41.5))),
                regression("linear identity", imputed, new Linear(Numbers.of(1.5, -2, 0.001), Numbers.of(3), Link.IDENTITY)),
                regression("linear exp", imputed, new Linear(Numbers.of(0.5, -0.2, 0.1), Numbers.of(3), Link.EXP)),
                regression("linear expm1", imputed, new Linear(Numbers.of(0.5, -0.2, 0.1), Numbers.of(3), Link.EXPM1)),
                regression("linear with missing", raw, new Linear(Numbers.of(1.5, -2, 0.001), Numbers.of(3), Link.IDENTITY)),
                regression("linear without features", new FittedRecipe(List.of(), List.of()), new Linear(Numbers.of(), Numbers.of(3), Link.IDENTITY)),
                binary("logistic, first positive", imputed, new Linear(Numbers.of(1.5, -2, 0.001), Numbers.of(3), Link.LOGISTIC), 0),
                binary("logistic, second positive", imputed, new Linear(Numbers.of(0.5, -2, 0.001), Numbers.of(3), Link.LOGISTIC), 1),
                multiclass("softmax", imputed, softmax),
                multiclass("forest of class rows", raw, forest),
                multiclass("forest in several batches", raw, RandomTrees.forest(700, 3, 3, Link.NORMALISE, random)),
                regression("forest of numbers", raw, RandomTrees.forest(30, 3, 1, Link.IDENTITY, random)),
                regression("boosted numbers", raw, RandomTrees.boosted(50, 3, 1, Link.IDENTITY, random)),
                binary("boosted, two classes", raw, RandomTrees.boosted(50, 3, 1, Link.LOGISTIC, random), 1),
                multiclass("boosted, four classes", raw, RandomTrees.boosted(50, 3, 4, Link.SOFTMAX, random)),
                regression("network with silu", imputed, RandomNetworks.of(Activation.SILU, 1, Link.IDENTITY, random)),
                binary("network with mish", imputed, RandomNetworks.of(Activation.MISH, 1, Link.LOGISTIC, random), 1),
                multiclass("network with selu", imputed, RandomNetworks.of(Activation.SELU, 3, Link.SOFTMAX, random)),
                regression("network with relu", imputed, RandomNetworks.of(Activation.RELU, 1, Link.EXPM1, random)),
                regression("network with elu", imputed, RandomNetworks.of(Activation.ELU, 1, Link.IDENTITY, random)),
                regression("groups of levels", raw, levelGroups()),
                regression("no tree at all", raw, RandomTrees.boosted(0, 3, 1, Link.IDENTITY, random)),
                regression("leaves only, no feature", new FittedRecipe(List.of(), List.of()), leavesOnly()),
                multiclass("blend in a blend", imputed, nested),
                multiclass("blend raised to a power", imputed, new Blend(List.of(new Blend.Member(0.25, "r", softmax), new Blend.Member(0.75, "r", inner)), 1.7)),
                binary("blend of two classes made less sure", raw, new Blend(List.of(new Blend.Member(1, "r",
                        RandomTrees.boosted(50, 3, 1, Link.LOGISTIC, random))), 0.6), 1));
    }

    // Levels 1, 3 and 64 of the first feature to one side, 2 and 9 of the second.
    private static Trees levelGroups() {
        LevelSets sets = LevelSets.of(new int[] {0, -1, 1, -1, -1}, new int[][] {{1, 3, 64}, {2, 9}});
        Trees.Nodes nodes = new Trees.Nodes(new int[] {0, -1, 1, -1, -1}, new double[5], new boolean[5], sets,
                new int[] {1, 0, 3, 1, 2}, new int[] {2, 0, 4, 0, 0});
        return new Trees(new int[] {0}, new int[] {0}, nodes, new double[] {1, 2, 3}, new double[] {0.5}, Link.IDENTITY);
    }

    @Test
    void levelsOutsideTheirSetsGoRight() throws IOException {
        Pipeline pipeline = Pipelines.regression(RandomTables.SCHEMA, Pipelines.rawNumbers(), levelGroups());
        double[] asked = {0, 1, 2, 3, 64, 65, 200, -1, 1.5, Double.NaN};
        int n = asked.length * asked.length;
        List<Column> columns = new ArrayList<>(RandomTables.of(n, 3).columns());
        columns.set(0, new NumberColumn(IntStream.range(0, n).mapToDouble(i -> asked[i / asked.length]).toArray()));
        columns.set(1, new NumberColumn(IntStream.range(0, n).mapToDouble(i -> asked[i % asked.length]).toArray()));
        Table rows = new Table(RandomTables.SCHEMA, columns);

        assertAgrees(export(pipeline), pipeline, rows);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void givesWhatTheFormGives(Sample sample) throws IOException {
        Path file = export(sample.pipeline());

        assertAgrees(file, sample.pipeline(), RandomTables.of(300, 3));
        assertAgrees(file, sample.pipeline(), RandomTables.of(1, 8));
    }

    @Test
    void samplesCoverEveryFormAndEveryLink() {
        Set<Class<?>> tried = samples().map(sample -> sample.form().getClass()).collect(Collectors.toSet());
        Set<Link> links = samples().flatMap(sample -> switch (sample.form()) {
            case Linear linear -> Stream.of(linear.link());
            case Trees trees -> Stream.of(trees.link());
            case Network network -> Stream.of(network.link());
            case Neighbours neighbours -> Stream.of(neighbours.link());
            case Kernel kernel -> Stream.of(kernel.link());
            case Discriminant _, Constant _, Graph _, Blend _ -> Stream.empty();
        }).collect(Collectors.toSet());

        assertEquals(Set.of(Form.class.getPermittedSubclasses()), tried);
        assertEquals(Set.of(Link.values()), links);
    }

    @Property(tries = 60)
    void randomTreesAgreeOnEveryWayThrough(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int trees,
            @ForAll @IntRange(min = 1, max = 4) int width) throws IOException {
        Random random = new Random(seed);
        Form form = random.nextBoolean() ? RandomTrees.forest(trees, 3, width, Link.IDENTITY, random)
                : RandomTrees.boosted(trees, 3, width, Link.IDENTITY, random);
        Pipeline pipeline = width == 1 ? Pipelines.regression(RandomTables.SCHEMA, Pipelines.rawNumbers(), form)
                : Pipelines.classifier(RandomTables.SCHEMA, Pipelines.rawNumbers(), form);
        Path file = Files.createTempFile("trees", ".onnx");
        try {
            new OnnxExporter().export(pipeline, Map.of(), file);

            assertAgrees(file, pipeline, RandomTables.of(100, seed));
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void rowsEquallyFarAwayFallTheSameWay() throws IOException {
        Pipeline pipeline = Pipelines.regression(RandomTables.SCHEMA, Pipelines.rawNumbers(), FormSamples.gridNeighbours());
        int n = 125;
        List<Column> columns = new ArrayList<>(RandomTables.of(n, 3).columns());
        for (int feature = 0; feature < 3; feature++) {
            int step = (int) Math.pow(5, feature);
            // the last row is so far away that every distance is infinite
            columns.set(feature, new NumberColumn(IntStream.range(0, n).mapToDouble(i -> i == n - 1 ? 1e200 : i / step % 5 * 0.1).toArray()));
        }
        Table rows = new Table(RandomTables.SCHEMA, columns);

        assertAgrees(export(pipeline), pipeline, rows);
    }

    @Test
    void rowsBeyondAllCloudsGetEqualShares() throws IOException {
        Pipeline pipeline = Pipelines.classifier(RandomTables.SCHEMA, Pipelines.rawNumbers(), FormSamples.discriminant(3, 3, new Random(8)));
        List<Column> columns = new ArrayList<>(RandomTables.of(2, 3).columns());
        for (int feature = 0; feature < 3; feature++) {
            columns.set(feature, new NumberColumn(new double[] {1e200, 0.5}));
        }
        Table rows = new Table(RandomTables.SCHEMA, columns);

        assertAgrees(export(pipeline), pipeline, rows);
        assertEquals(1.0 / 3, pipeline.predict(rows).at(0, 0), 1e-12);
    }

    @Test
    void tenThousandRowsAgreeAsOneBatch() throws IOException {
        Pipeline pipeline = Pipelines.classifier(RandomTables.SCHEMA, Pipelines.rawNumbers(),
                RandomTrees.forest(40, 3, 3, Link.NORMALISE, new Random(2)));

        assertAgrees(export(pipeline), pipeline, RandomTables.of(10_000, 3));
    }

    @Test
    void fiveHundredColumnsPassAsOneBlock() throws IOException {
        List<String> names = IntStream.range(0, 500).mapToObj(i -> "number " + i).toList();
        Schema schema = new Schema(names.stream().map(name -> Field.of(name, FieldType.NUMBER)).toList());
        double[] ones = new Random(1).doubles(500, 0.5, 2).toArray();
        FittedRecipe recipe = new FittedRecipe(List.of(new MissingFlag(names.subList(0, 5), List.of("f0", "f1", "f2", "f3", "f4")),
                new Impute(names, Numbers.of(ones)), new SignedLog(names.subList(100, 300)),
                new Scale(names, Numbers.of(ones), Numbers.of(ones))), Stream.concat(names.stream(), Stream.of("f3")).toList());
        Pipeline pipeline = Pipelines.regression(schema, recipe,
                new Linear(Numbers.of(new Random(2).doubles(501, -1, 1).toArray()), Numbers.of(1), Link.IDENTITY));
        Random random = new Random(9);
        Table rows = new Table(schema, names.stream().<Column>map(name -> new NumberColumn(IntStream.range(0, 50)
                .mapToDouble(i -> random.nextInt(9) == 0 ? Double.NaN : random.nextGaussian()).toArray())).toList());

        assertAgrees(export(pipeline), pipeline, rows);
        assertTrue(PipelineGraph.of(pipeline).getNodeCount() < 30);
    }

    @Test
    void refusesTreesWhoseBranchesShareNodes() {
        int depth = 40;   // 2^40 ways through
        int[] features = new int[depth + 1];
        int[] left = new int[depth + 1];
        int[] right = new int[depth + 1];
        for (int node = 0; node < depth; node++) {
            left[node] = node + 1;
            right[node] = node + 1;
        }
        features[depth] = -1;
        Trees knot = new Trees(new int[] {0}, new int[0],
                new Trees.Nodes(features, new double[depth + 1], new boolean[depth + 1], left, right), new double[] {1}, new double[] {0}, Link.IDENTITY);
        Pipeline pipeline = Pipelines.regression(RandomTables.SCHEMA, Pipelines.rawNumbers(), knot);

        ProblemException refused = assertThrows(ProblemException.class, () -> PipelineGraph.of(pipeline));

        assertEquals("export-unsupported", refused.problem().code());
    }

    private Path export(Pipeline pipeline) {
        Path file = folder.resolve("form.onnx");
        new OnnxExporter().export(pipeline, Map.of(), file);
        return file;
    }

    private static void assertAgrees(Path file, Pipeline pipeline, Table rows) throws IOException {
        OnnxAgreement agreement = OnnxCheck.compare(file, pipeline, rows);

        assertEquals(rows.rows(), agreement.rows());
        assertTrue(agreement.holds(), agreement::toString);
    }

    private static Trees leavesOnly() {
        return new Trees(new int[] {0, 1}, new int[] {0, 0}, new Trees.Nodes(new int[] {-1, -1}, new double[2], new boolean[2],
                new int[] {0, 1}, new int[2]), new double[] {1.25, 2}, new double[] {0.5}, Link.IDENTITY);
    }

    private static Sample multiclass(String name, FittedRecipe recipe, Form form) {
        return new Sample(name, form, Pipelines.classifier(RandomTables.SCHEMA, recipe, form));
    }

    private static Sample regression(String name, FittedRecipe recipe, Form form) {
        return new Sample(name, form, Pipelines.regression(RandomTables.SCHEMA, recipe, form));
    }

    private static Sample binary(String name, FittedRecipe recipe, Form form, int positive) {
        return new Sample(name, form, Pipelines.binary(recipe, form, positive, 0.37));
    }
}
