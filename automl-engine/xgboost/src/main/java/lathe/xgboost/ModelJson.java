package lathe.xgboost;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import lathe.scoring.form.LevelSets;
import lathe.scoring.form.Trees;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the JSON XGBoost saves a model as into [Trees] that give the same numbers.
///
/// Each tree has arrays over its nodes; a node whose left child is −1 is a leaf, whose value stands among the conditions. A
/// number goes left if it is below the condition as a float; a level goes right if it is among the node's categories. Where a
/// number is missing, `default_left` says the side.
final class ModelJson {

    // The condition of a question for levels is NaN.
    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
    private static final int CATEGORICAL = 1;

    private final List<Integer> roots = new ArrayList<>();
    private final List<Integer> features = new ArrayList<>();
    private final List<Double> thresholds = new ArrayList<>();
    private final List<Boolean> missingLeft = new ArrayList<>();
    private final List<Integer> setOfNode = new ArrayList<>();
    private final List<int[]> sets = new ArrayList<>();
    private final List<Integer> left = new ArrayList<>();
    private final List<Integer> right = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    private ModelJson() { }

    /// @param model  as XGBoost saves it
    /// @param rounds how many count
    static Trees trees(byte[] model, int rounds, XgBoostSettings settings) {
        JsonNode booster = JSON.readTree(model).required("learner").required("gradient_booster").required("model");
        ModelJson json = new ModelJson();
        int count = rounds * settings.raw();
        List<Integer> targets = new ArrayList<>();
        for (int tree = 0; tree < count; tree++) {
            json.add(booster.required("trees").get(tree));
            targets.add(booster.required("tree_info").get(tree).asInt());
        }
        return json.joined(targets, settings);
    }

    private Trees joined(List<Integer> targets, XgBoostSettings settings) {
        boolean[] toLeft = new boolean[missingLeft.size()];
        for (int node = 0; node < toLeft.length; node++) {
            toLeft[node] = missingLeft.get(node);
        }
        LevelSets levels = sets.isEmpty() ? LevelSets.NONE : LevelSets.of(whole(setOfNode), sets.toArray(int[][]::new));
        Trees.Nodes nodes = new Trees.Nodes(whole(features), numbers(thresholds), toLeft, levels, whole(left), whole(right));
        double[] base = new double[settings.raw()];
        Arrays.fill(base, settings.base());
        return new Trees(whole(roots), whole(targets), nodes, numbers(values), base, settings.link());
    }

    // Nodes are numbered anew in the order a walk from the root meets them, so that children follow their parents.
    private void add(JsonNode tree) {
        int start = features.size();
        roots.add(start);
        JsonNode leftChildren = tree.required("left_children");
        JsonNode rightChildren = tree.required("right_children");
        Deque<Integer> waiting = new ArrayDeque<>(List.of(0));
        int next = start + 1;
        while (!waiting.isEmpty()) {
            int node = waiting.removeFirst();
            if (leftChildren.get(node).asInt() < 0) {
                leaf(tree.required("split_conditions").get(node).floatValue());
                continue;
            }
            boolean level = tree.required("split_type").get(node).asInt() == CATEGORICAL;
            question(tree, node, level);
            left.add(next);
            right.add(next + 1);
            waiting.add((level ? rightChildren : leftChildren).get(node).asInt());
            waiting.add((level ? leftChildren : rightChildren).get(node).asInt());
            next += 2;
        }
    }

    private void leaf(double value) {
        features.add(-1);
        thresholds.add(0.0);
        missingLeft.add(false);
        setOfNode.add(-1);
        left.add(values.size());
        right.add(0);
        values.add(value);
    }

    private void question(JsonNode tree, int node, boolean level) {
        boolean defaultLeft = tree.required("default_left").get(node).asInt() != 0;
        features.add(tree.required("split_indices").get(node).asInt());
        thresholds.add(level ? 0 : highestBelow(tree.required("split_conditions").get(node).floatValue()));
        missingLeft.add(level != defaultLeft);
        setOfNode.add(level ? sets.size() : -1);
        if (level) {
            sets.add(categories(tree, node));
        }
    }

    private static int[] categories(JsonNode tree, int node) {
        JsonNode nodes = tree.required("categories_nodes");
        int place = IntStream.range(0, nodes.size()).filter(i -> nodes.get(i).asInt() == node).findFirst().orElseThrow();
        int from = tree.required("categories_segments").get(place).asInt();
        int size = tree.required("categories_sizes").get(place).asInt();
        return IntStream.range(from, from + size).map(i -> tree.required("categories").get(i).asInt()).toArray();
    }

    /// The highest double that is below a float once it is rounded to a float itself: half-way to the float before, where the
    /// rounding goes to the one whose last bit is 0.
    static double highestBelow(float condition) {
        float before = Math.nextDown(condition);
        double middle = ((double) before + condition) / 2;
        return (float) middle == condition ? Math.nextDown(middle) : middle;
    }

    private static int[] whole(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
