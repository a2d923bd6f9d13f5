package lathe.lightgbm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.scoring.form.LevelSets;
import lathe.scoring.form.Link;
import lathe.scoring.form.Trees;

/// Reads the text LightGBM saves a model as into [Trees] that give the same numbers.
///
/// A tree of L leaves has L − 1 questions; a child below 0 is the leaf with the index −1 − child. Bit 0 of a question's type
/// says that it asks for a set of levels, bit 1 that a missing value goes left, bits 2 and 3 what counts as missing: nothing
/// (NaN is then read as 0), zero, or NaN. Leaf values carry the learning rate and the first tree's also the starting value.
final class ModelText {

    private static final int LEVEL_SET = 1;
    private static final int MISSING_LEFT = 2;
    private static final int MISSING_IS_NAN = 2;

    private final List<Integer> roots = new ArrayList<>();
    private final List<Integer> features = new ArrayList<>();
    private final List<Double> thresholds = new ArrayList<>();
    private final List<Boolean> missingLeft = new ArrayList<>();
    private final List<Integer> setOfNode = new ArrayList<>();
    private final List<int[]> sets = new ArrayList<>();
    private final List<Integer> left = new ArrayList<>();
    private final List<Integer> right = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    private ModelText() { }

    /// @param raw number of raw sums; trees add to them in turns
    static Trees trees(String model, int raw, Link link) {
        ModelText text = new ModelText();
        Map<String, String> block = new HashMap<>();
        for (String line : model.split("\n")) {
            int equals = line.indexOf('=');
            if (line.startsWith("Tree=") || line.startsWith("end of trees")) {
                text.add(block);
                block.clear();
            }
            if (line.startsWith("end of trees")) {
                break;
            }
            if (equals > 0) {
                block.put(line.substring(0, equals), line.substring(equals + 1).strip());
            }
        }
        return text.joined(raw, link);
    }

    private Trees joined(int raw, Link link) {
        int[] targets = new int[roots.size()];
        for (int tree = 0; tree < targets.length; tree++) {
            targets[tree] = tree % raw;
        }
        boolean[] toLeft = new boolean[missingLeft.size()];
        for (int node = 0; node < toLeft.length; node++) {
            toLeft[node] = missingLeft.get(node);
        }
        LevelSets levels = sets.isEmpty() ? LevelSets.NONE : LevelSets.of(whole(setOfNode), sets.toArray(int[][]::new));
        Trees.Nodes nodes = new Trees.Nodes(whole(features), numbers(thresholds), toLeft, levels, whole(left), whole(right));
        return new Trees(whole(roots), targets, nodes, numbers(values), new double[raw], link);
    }

    // The first block is the file's head.
    private void add(Map<String, String> block) {
        if (!block.containsKey("Tree")) {
            return;
        }
        int leaves = Integer.parseInt(block.getOrDefault("num_leaves", "none"));
        int questions = leaves - 1;
        int start = features.size();
        roots.add(start);
        int[] types = whole(block, "decision_type", questions);
        int[] asked = whole(block, "split_feature", questions);
        double[] cuts = numbers(block, "threshold", questions);
        int[] lefts = whole(block, "left_child", questions);
        int[] rights = whole(block, "right_child", questions);
        for (int node = 0; node < questions; node++) {
            boolean level = (types[node] & LEVEL_SET) != 0;
            boolean nan = (types[node] >> 2 & 3) == MISSING_IS_NAN;
            features.add(asked[node]);
            thresholds.add(level ? 0 : cuts[node]);
            missingLeft.add(!level && (nan ? (types[node] & MISSING_LEFT) != 0 : 0 <= cuts[node]));
            setOfNode.add(level ? sets.size() : -1);
            left.add(node(lefts[node], start, questions));
            right.add(node(rights[node], start, questions));
            if (level) {
                sets.add(levels(block, (int) cuts[node]));
            }
        }
        for (double value : numbers(block, "leaf_value", leaves)) {
            features.add(-1);
            thresholds.add(0.0);
            missingLeft.add(false);
            setOfNode.add(-1);
            left.add(values.size());
            right.add(0);
            values.add(value);
        }
    }

    private static int node(int child, int start, int questions) {
        return start + (child >= 0 ? child : questions - 1 - child);
    }

    // Sets are bits in words of 32; the boundaries say which words belong to which set.
    private static int[] levels(Map<String, String> block, int set) {
        int[] boundaries = Arrays.stream(block.getOrDefault("cat_boundaries", "").split(" ")).mapToInt(Integer::parseInt).toArray();
        long[] words = Arrays.stream(block.getOrDefault("cat_threshold", "").split(" ")).mapToLong(Long::parseLong).toArray();
        List<Integer> levels = new ArrayList<>();
        for (int word = boundaries[set]; word < boundaries[set + 1]; word++) {
            for (int bit = 0; bit < 32; bit++) {
                if ((words[word] >>> bit & 1) != 0) {
                    levels.add(32 * (word - boundaries[set]) + bit);
                }
            }
        }
        return whole(levels);
    }

    private static int[] whole(Map<String, String> block, String key, int count) {
        double[] numbers = numbers(block, key, count);
        return Arrays.stream(numbers).mapToInt(number -> (int) number).toArray();
    }

    private static double[] numbers(Map<String, String> block, String key, int count) {
        String text = block.getOrDefault(key, "");
        double[] numbers = text.isEmpty() ? new double[0] : Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
        if (numbers.length < count || count > 0 && numbers.length != count) {
            throw new IllegalArgumentException("LightGBM's model must have %d numbers in %s, had %d".formatted(count, key, numbers.length));
        }
        return numbers;
    }

    private static int[] whole(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
