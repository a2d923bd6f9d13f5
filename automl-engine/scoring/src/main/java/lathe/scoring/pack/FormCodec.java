package lathe.scoring.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Constant;
import lathe.scoring.form.Discriminant;
import lathe.scoring.form.Form;
import lathe.scoring.form.Graph;
import lathe.scoring.form.Kernel;
import lathe.scoring.form.LevelSets;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.form.Network;
import lathe.scoring.form.Neighbours;
import lathe.scoring.form.Trees;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Model forms as JSON; their numbers go to the tensors.
final class FormCodec {

    private FormCodec() {
    }

    static ObjectNode write(Form form, TensorSink tensors) {
        return switch (form) {
            case Constant constant -> JsonText.kind("constant").set("values", tensors.doubles("values", constant.values()));
            case Linear linear -> JsonText.kind("linear")
                    .set("weights", tensors.doubles("weights", linear.weights()))
                    .set("biases", tensors.doubles("biases", linear.biases()))
                    .put("link", JsonRecord.name(linear.link()));
            case Trees trees -> write(trees, tensors);
            case Network network -> NetworkCodec.write(network, tensors);
            case Discriminant discriminant -> DiscriminantCodec.write(discriminant, tensors);
            case Neighbours neighbours -> KnownRowsCodec.write(neighbours, tensors);
            case Kernel kernel -> KnownRowsCodec.write(kernel, tensors);
            case Graph graph -> GraphCodec.write(graph, tensors);
            case Blend blend -> write(blend, tensors);
        };
    }

    private static ObjectNode write(Trees trees, TensorSink tensors) {
        ObjectNode node = JsonText.kind("trees");
        int[] targets = trees.trees() > 0 && trees.target(0) >= 0 ? ints(trees.trees(), trees::target) : new int[0];
        double[] thresholds = IntStream.range(0, trees.nodes()).mapToDouble(trees::threshold).toArray();
        boolean[] missingLeft = new boolean[trees.nodes()];
        for (int i = 0; i < missingLeft.length; i++) {
            missingLeft[i] = trees.missingLeft(i);
        }
        node.set("roots", tensors.ints("roots", ints(trees.trees(), trees::root)));
        node.set("targets", tensors.ints("targets", targets));
        node.set("features", tensors.ints("features", ints(trees.nodes(), trees::feature)));
        node.set("thresholds", tensors.doubles("thresholds", thresholds));
        node.set("missing-left", tensors.flags("missing-left", missingLeft));
        if (!trees.levels().isEmpty()) {
            node.set("level-sets", tensors.ints("level-sets", ints(trees.nodes(), trees.levels()::set)));
            node.set("level-members", tensors.ints("level-members", members(trees.levels())));
        }
        node.set("left", tensors.ints("left", ints(trees.nodes(), trees::left)));
        node.set("right", tensors.ints("right", ints(trees.nodes(), trees::right)));
        node.set("leaf-values", tensors.doubles("leaf-values", trees.leafValues()));
        node.set("base", tensors.doubles("base", trees.base()));
        return node.put("link", JsonRecord.name(trees.link()));
    }

    // Set after set, each behind the number of its levels.
    private static int[] members(LevelSets sets) {
        return IntStream.range(0, sets.sets()).mapToObj(sets::members)
                .flatMapToInt(members -> IntStream.concat(IntStream.of(members.length), Arrays.stream(members))).toArray();
    }

    private static LevelSets levels(JsonRecord r, TensorSource tensors) {
        int[] flat = tensors.ints(r.node("level-members"));
        List<int[]> sets = new ArrayList<>();
        for (int at = 0; at < flat.length; at += 1 + flat[at]) {
            if (flat[at] < 0 || flat[at] > flat.length - at - 1) {
                throw new DamagedException("sets of levels must say how many they hold, one said " + flat[at]);
            }
            sets.add(Arrays.copyOfRange(flat, at + 1, at + 1 + flat[at]));
        }
        return LevelSets.of(tensors.ints(r.node("level-sets")), sets.toArray(int[][]::new));
    }

    private static int[] ints(int length, IntUnaryOperator value) {
        return IntStream.range(0, length).map(value).toArray();
    }

    private static ObjectNode write(Blend blend, TensorSink tensors) {
        ArrayNode members = JsonText.array();
        for (Blend.Member member : blend.members()) {
            ObjectNode node = JsonText.object();
            node.set("weight", JsonText.number(member.weight()));
            node.put("recipe", member.recipe());
            node.set("form", write(member.form(), tensors));
            members.add(node);
        }
        ObjectNode node = JsonText.kind("blend");
        if (blend.power() != 1) {
            node.set("power", JsonText.number(blend.power()));
        }
        return node.set("members", members);
    }

    static Form read(JsonNode node, TensorSource tensors) {
        String kind = JsonRecord.kind(node, "a model");
        return switch (kind) {
            case "constant" -> new Constant(tensors.numbers(JsonRecord.of(node, kind, "kind", "values").node("values")));
            case "linear" -> {
                JsonRecord r = JsonRecord.of(node, kind, "kind", "weights", "biases", "link");
                Linear linear = new Linear(tensors.numbers(r.node("weights")), tensors.numbers(r.node("biases")),
                        r.constant("link", Link.class));
                check(linear.link(), linear.biases().size());
                yield linear;
            }
            case "trees" -> readTrees(node, tensors);
            case "network" -> NetworkCodec.read(node, tensors);
            case DiscriminantCodec.KIND -> DiscriminantCodec.read(node, tensors);
            case KnownRowsCodec.NEIGHBOURS -> KnownRowsCodec.readNeighbours(node, tensors);
            case KnownRowsCodec.KERNEL -> KnownRowsCodec.readKernel(node, tensors);
            case GraphCodec.KIND -> GraphCodec.read(node, tensors);
            case "blend" -> readBlend(node, tensors);
            default -> throw new DamagedException("the model form '%s' is unknown".formatted(kind));
        };
    }

    private static Trees readTrees(JsonNode node, TensorSource tensors) {
        Stream<String> keys = Stream.of("kind", "roots", "targets", "features", "thresholds", "missing-left", "left", "right",
                "leaf-values", "base", "link");
        boolean grouped = node.has("level-sets");
        JsonRecord r = JsonRecord.of(node, "trees",
                (grouped ? Stream.concat(keys, Stream.of("level-sets", "level-members")) : keys).toArray(String[]::new));
        Trees.Nodes nodes = new Trees.Nodes(tensors.ints(r.node("features")), tensors.doubles(r.node("thresholds")),
                tensors.flags(r.node("missing-left")), grouped ? levels(r, tensors) : LevelSets.NONE,
                tensors.ints(r.node("left")), tensors.ints(r.node("right")));
        double[] base = tensors.doubles(r.node("base"));
        Link link = r.constant("link", Link.class);
        check(link, base.length);
        return new Trees(tensors.ints(r.node("roots")), tensors.ints(r.node("targets")), nodes,
                tensors.doubles(r.node("leaf-values")), base, link);
    }

    static void check(Link link, int rawWidth) {
        if (link == Link.LOGISTIC && rawWidth != 1) {
            throw new DamagedException("a logistic link reads one raw sum, not " + rawWidth);
        }
    }

    static Blend readBlend(JsonNode node, TensorSource tensors) {
        String kind = JsonRecord.kind(node, "a blend");
        if (!kind.equals("blend")) {
            throw new DamagedException("a blend must be of kind 'blend', was '%s'".formatted(kind));
        }
        List<Blend.Member> members = new ArrayList<>();
        boolean raised = node.has("power");
        JsonRecord blend = JsonRecord.of(node, "a blend", raised ? new String[] {"kind", "power", "members"} : new String[] {"kind", "members"});
        for (JsonNode item : blend.list("members")) {
            JsonRecord r = JsonRecord.of(item, "a member", "weight", "recipe", "form");
            members.add(new Blend.Member(r.number("weight"), r.text("recipe"), read(r.node("form"), tensors)));
        }
        return new Blend(members, raised ? blend.number("power") : 1);
    }
}
