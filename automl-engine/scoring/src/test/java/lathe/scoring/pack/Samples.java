package lathe.scoring.pack;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Pipeline;
import lathe.scoring.Schema;
import lathe.scoring.Signature;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.Uncertainty;
import lathe.scoring.form.Activation;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Constant;
import lathe.scoring.form.Discriminant;
import lathe.scoring.form.Floats;
import lathe.scoring.form.Form;
import lathe.scoring.form.Graph;
import lathe.scoring.form.Kernel;
import lathe.scoring.form.KnownRows;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.form.Network;
import lathe.scoring.form.NetworkInput;
import lathe.scoring.form.NetworkLayer;
import lathe.scoring.form.Neighbours;
import lathe.scoring.form.Trees;
import lathe.scoring.step.Arithmetic;
import lathe.scoring.step.Bins;
import lathe.scoring.step.Clip;
import lathe.scoring.step.CodeTable;
import lathe.scoring.step.Cross;
import lathe.scoring.step.DateParts;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.FittedStep;
import lathe.scoring.step.HashedText;
import lathe.scoring.step.Impute;
import lathe.scoring.step.ListNumbers;
import lathe.scoring.step.ListVector;
import lathe.scoring.step.Lookup;
import lathe.scoring.step.MissingFlag;
import lathe.scoring.step.MissingTokens;
import lathe.scoring.step.NormalRank;
import lathe.scoring.step.NumberLevels;
import lathe.scoring.step.Numbers;
import lathe.scoring.step.OneHot;
import lathe.scoring.step.Scale;
import lathe.scoring.step.SignedLog;
import lathe.scoring.step.TextStatistics;
import lathe.scoring.step.TextSvd;
import lathe.scoring.step.TextVector;
import lathe.scoring.step.YeoJohnson;

/// One of each step and form, over one small table, small numbers and long ones.
final class Samples {

    private static final double NONE = Double.NaN;

    private Samples() {
    }

    static final Schema SCHEMA = new Schema(List.of(
            Field.of("age", FieldType.NUMBER), Field.of("income", FieldType.NUMBER), Field.of("city", FieldType.CATEGORY),
            Field.of("note", FieldType.TEXT), Field.of("since", FieldType.DATE), Field.of("tags", FieldType.LIST)));

    static Table table() {
        return new Table(SCHEMA, List.of(
                new NumberColumn(new double[] {30, NONE, 50, -7.25}),
                new NumberColumn(new double[] {1000, 2500.5, NONE, 1e9}),
                StringColumn.of(List.of("Bonn", "Köln", "", "Ulm")),
                StringColumn.of(List.of("late and rude", "Rude!", "", "fine")),
                StringColumn.of(List.of("2024-02-29", "1999-12-31T23:59:59", "", "2024-02-31")),
                StringColumn.of(List.of("a" + Table.LIST_SEPARATOR + "b", "b", "", "z"))));
    }

    static StringColumn repeated(int column, int rows) {
        StringColumn source = (StringColumn) table().columns().get(column);
        return source.select(IntStream.range(0, rows).map(row -> row % 4).toArray());
    }

    static List<FittedStep> steps() {
        return List.of(
                new MissingTokens(List.of("city", "note"), List.of("n/a", "-")),
                new MissingFlag(List.of("age", "income"), List.of("age missing", "income missing")),
                new NumberLevels(List.of("age", "age", "income"), Numbers.of(30, -7.25, 1e9), List.of("age 30", "age -7.25", "rich")),
                new Impute(List.of("age", "income"), Numbers.of(40, 1800.1)),
                new Clip(List.of("age", "income"), Numbers.of(0, Double.NEGATIVE_INFINITY), Numbers.of(90, 1e6)),
                new SignedLog(List.of("income")),
                new NormalRank(List.of("age", "income"), List.of(Numbers.of(-7.25, 30, 31, 50), Numbers.of(0, 1e9)),
                        List.of(Numbers.of(0, 0.25, 0.5, 1), Numbers.of(0, 1)), List.of(Numbers.of(0, 0.5, 0.5, 1), Numbers.of(0, 1))),
                new Bins("age", Numbers.of(-7.5, 0, 30), "age range"),
                new YeoJohnson(List.of("age", "income"), Numbers.of(0.75, -0.0)),
                new HashedText("city", List.of("h0", "h1", "h2")),
                new ListNumbers("tags", List.of(ListNumbers.Part.values()), List.of("l0", "l1", "l2")),
                new Scale(List.of("age", "income"), Numbers.of(40.1, 7), Numbers.of(0.1, 3)),
                new OneHot("city", List.of("Bonn", "bonn", "Köln", ""), List.of(0, 0, 1, 2), List.of("c0", "c1", "c2")),
                new OneHot("tags", List.of("1", "2", "3", "4", "5", "6", "7", "8", "9"), List.of(0, 1, 2, 0, 1, 2, 0, 1, 2),
                        List.of("t0", "t1", "t2")),
                new Lookup("city", List.of("Bonn", "Köln"), Numbers.of(0.1, -0.0), NONE, 0.3, "city mean"),
                new Lookup("tags", List.of("a", "b", "c", "d", "e", "f", "g", "h", "i"),
                        Numbers.of(1, 2, 3, 4, 5, 6, 7, 8, NONE), -1, Double.POSITIVE_INFINITY, "tag code"),
                new DateParts("since", List.of(DateParts.Part.values()), List.of("y", "m", "d", "w", "e", "h")),
                new TextVector("note", List.of("late", "rude", "and rude"), Numbers.of(1.5, 1.1, 2), List.of("n0", "n1", "n2")),
                new ListVector("tags", List.of("a", "b"), List.of("tags", "tag a", "tag b")),
                new TextStatistics("note", List.of(TextStatistics.Part.values()), List.of("s0", "s1", "s2", "s3", "s4")),
                new TextSvd("note", List.of("late", "and rude"), List.of("lat", "rude"), Numbers.of(1.5, 2, 1, 1.25),
                        Numbers.of(1, 2, 3, 4, 5, 6, 7, 8), List.of("v0", "v1")),
                new Arithmetic(List.of("age", "age"), List.of(Arithmetic.Op.DIVIDE, Arithmetic.Op.ADD), List.of("y", "m"),
                        Numbers.of(0, -1), List.of("age / y", "age + m")),
                new Cross(List.of("y", "m", "d"), Numbers.of(7, 13, 32), "y m d"),
                new CodeTable("y m d", Numbers.of(-1, 0, 12.5), Numbers.of(1, 2, 3, 4, 5, 6, 7, Double.NaN), List.of("t0", "t1")));
    }

    static FittedRecipe recipe() {
        List<FittedStep> steps = new ArrayList<>(steps());
        steps.add(new Impute(List.of("city mean", "e"), Numbers.of(0.2, 18000)));
        return new FittedRecipe(steps, List.of("age", "income", "c0", "c1", "c2", "city mean", "e", "n1", "tag b"));
    }

    static Trees forest() {
        // two trees of three nodes; whole rows in the leaves
        Trees.Nodes nodes = new Trees.Nodes(new int[] {0, -1, -1, 5, -1, -1}, new double[] {0.5, 0, 0, 0.2, 0, 0},
                new boolean[] {true, false, false, false, false, false}, new int[] {1, 0, 1, 4, 2, 3}, new int[] {2, 0, 0, 5, 0, 0});
        return new Trees(new int[] {0, 3}, new int[0], nodes, new double[] {0.9, 0.1, 0.2, 0.8, 0.5, 0.5, 1.0 / 3, 2.0 / 3},
                new double[] {0, 0}, Link.NORMALISE);
    }

    static Trees boosted() {
        Trees.Nodes nodes = new Trees.Nodes(new int[] {1, -1, -1}, new double[] {0, 0, 0},
                new boolean[] {false, false, false}, new int[] {1, 0, 1}, new int[] {2, 0, 0});
        return new Trees(new int[] {0}, new int[] {0}, nodes, new double[] {-0.7, 0.4}, new double[] {0.05}, Link.LOGISTIC);
    }

    static Linear linear() {
        return new Linear(Numbers.of(0.1, -0.2, 0.3, 0, 1e-300, 0, 1e-5, 0.7, -0.0), Numbers.of(0.25), Link.LOGISTIC);
    }

    /// Every kind of input and layer, two heads.
    static Network network() {
        NetworkInput.Periodic waves = new NetworkInput.Periodic(new NetworkInput.Plain(6, 19000, 400), Floats.of(0.1f, 0.3f),
                Floats.of(0, 1), Floats.of(0.5f, -0.25f, 0.125f, 2), Floats.of(0.1f, -0.1f));
        List<NetworkInput> inputs = List.of(new NetworkInput.Plain(2, 0.5, 2), new NetworkInput.Plain(0, 0, 0.5), waves,
                new NetworkInput.Levels(7, 2, Floats.of(0.1f, 0.2f, 0.3f, 0.4f)));
        SplittableRandom random = new SplittableRandom(11);
        NetworkLayer.Normalise norm = new NetworkLayer.Normalise(Floats.of(1, 2, 0.5f), Floats.of(0, 0.25f, -1));
        NetworkLayer.Residual block = new NetworkLayer.Residual(List.of(norm, dense(3, 4, Activation.SILU, random),
                dense(4, 3, Activation.IDENTITY, random)));
        List<NetworkLayer> first = List.of(dense(3, 1, Activation.IDENTITY, random), new NetworkLayer.Affine(1.5, 0.25), new NetworkLayer.Between(-3.5, 4));
        List<NetworkLayer> second = List.of(dense(3, 2, Activation.MISH, random), dense(2, 1, Activation.ELU, random));
        return new Network(inputs, List.of(dense(7, 3, Activation.SELU, random), new NetworkLayer.Mix(Activation.SILU, Floats.of(new float[] {1, -0.5f, 0.25f})), block), List.of(first, second), Link.LOGISTIC);
    }

    private static NetworkLayer.Dense dense(int inputs, int outputs, Activation activation, SplittableRandom random) {
        float[] weights = new float[inputs * outputs];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextDouble(-1, 1);
        }
        return new NetworkLayer.Dense(Floats.of(weights), Floats.of(new float[outputs]), activation);
    }

    static Discriminant diagonal() {
        return new Discriminant(rising(18, 0.5), rising(18, 0.01), Numbers.of(-0.4, -1.2));
    }

    static Discriminant triangles() {
        return new Discriminant(rising(27, 1), rising(3 * 45, 0.01), Numbers.of(-0.4, -1.2, -3));
    }

    static Neighbours neighbours() {
        return new Neighbours(knownRows(), Numbers.of(0, 1, 1), new Neighbours.Vote(2, true, true), Numbers.of(0.05, 0.05), 0.9,
                Link.IDENTITY);
    }

    static Kernel kernel() {
        return new Kernel(knownRows(), new Kernel.Similarity(Kernel.Similarity.Kind.POLYNOMIAL, 0.001, 1, 2), rising(3, 0.1),
                Numbers.of(0.25), Link.LOGISTIC);
    }

    /// What a [lathe.scoring.form.SumRunner] calls a graph.
    static Graph graph() {
        return new Graph("sums", "the sum of a row, 2 outputs".getBytes(StandardCharsets.UTF_8), 9, 2);
    }

    private static KnownRows knownRows() {
        return new KnownRows(rising(9, 1), rising(9, 0.1), Floats.of(new float[27]));
    }

    private static Numbers rising(int count, double step) {
        return Numbers.of(IntStream.range(0, count).mapToDouble(i -> step * (i % 7 - 2)).toArray());
    }

    static List<Form> forms() {
        Constant constant = new Constant(Numbers.of(0.25, 0.75));
        return List.of(constant, linear(), forest(), boosted(), network(), blend("r"),
                new Linear(Numbers.of(new double[27]), Numbers.of(1, 2, 3), Link.SOFTMAX), diagonal(), triangles(), neighbours(), kernel(), graph());
    }

    static Blend blend(String recipe) {
        return new Blend(List.of(new Blend.Member(0.5, recipe, forest()), new Blend.Member(0.2, recipe, boosted()),
                new Blend.Member(0.2, recipe, linear()), new Blend.Member(0.1, recipe, new Constant(Numbers.of(0.4, 0.6)))));
    }

    static Signature signature() {
        return new Signature(SCHEMA, Task.BINARY, "left", List.of("no", "yes"), 1, 0.4);
    }

    static Pipeline pipeline() {
        return new Pipeline(signature(), Map.of("r", recipe()), blend("r"));
    }

    static ModelPackage model() {
        return model(pipeline());
    }

    static ModelPackage model(Pipeline pipeline) {
        Manifest manifest = new Manifest(Instant.parse("2026-01-02T03:04:05Z"), "0.1.0",
                List.of(new Manifest.ReportedScore("roc_auc", 0.8125, 0.78, 0.84, 0.95, 1400, "holdout")),
                Map.of("seed", "1", "java", "25"),
                List.of(new Manifest.MemberNote("Random forest 3", 0.5, "random-forest", Map.of("trees", 100.0, "rule", "gini"))),
                List.of(new Manifest.InputFacts("age", List.of(), -7.25, 50, "years"),
                        new Manifest.InputFacts("city", List.of("Bonn", "Köln"), NONE, NONE, "")),
                new Uncertainty.Sets(0.9, List.of(0.25, 0.375)));
        GoldenRows golden = GoldenRows.make(pipeline, table(), new SplittableRandom(7));
        return ModelPackage.of(pipeline, manifest, golden, "{\"rows\":4}", "<!doctype html><title>Card</title>");
    }
}
