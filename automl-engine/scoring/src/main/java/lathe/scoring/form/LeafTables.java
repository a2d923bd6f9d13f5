package lathe.scoring.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lathe.scoring.form.TreeQuestions.Question;
import org.jspecify.annotations.Nullable;

/// Trees of few questions each, such as symmetric ones, as tables: a bit for each question's answer, and the bits together say which
/// leaf a row comes to. No row's way depends on where another one went, so the processor asks many rows at a time.
///
/// The leaves are exactly those that walking down gives. Source: A. Dorogush et al., "CatBoost: gradient boosting with categorical
/// features support" (2018), section 4.
final class LeafTables {

    /// For fewer they are not worth making; golden rows, which are answered when a package is opened, are fewer.
    static final int LEAST_ROWS = 64;

    private static final int BLOCK = 256;   // rows that are asked together

    private static final int MOST_QUESTIONS = 10;   // of a tree
    private static final int MOST_FOR_A_LEAF = 8;   // places of tables
    private static final long MOST_VALUES = 1 << 24;
    private static final int AT_ONCE = 3;

    private final QuestionCodes codes;
    private final int[] slots;   // of the questions of all trees, each tree's filled up to a multiple of those asked at once
    private final int[] limits;
    private final int[] questions;   // first one of each tree, and the end
    private final int[] tables;   // first place of each tree, and the end
    private final double[] values;   // of each place, as wide as leaves are
    private final Sums sums;

    /// Where leaves go.
    ///
    /// @param targets raw sum of each tree; empty when leaves hold all
    /// @param count   of raw sums
    record Sums(int[] targets, int count) {
        int width() {
            return targets.length == 0 ? count : 1;
        }
    }

    /// What a tree asks.
    ///
    /// @param nodes  that are no leaves
    /// @param places of questions, the bits of their answers
    private record Asked(int[] nodes, Map<Question, Integer> places) { }

    private LeafTables(Trees trees, Sums sums, QuestionCodes codes, TreeQuestions all, List<Asked> asked) {
        int count = asked.size();
        this.codes = codes;
        this.sums = sums;
        this.questions = new int[count + 1];
        this.tables = new int[count + 1];
        for (int tree = 0; tree < count; tree++) {
            int own = asked.get(tree).places().size();
            questions[tree + 1] = questions[tree] + Math.ceilDiv(own, AT_ONCE) * AT_ONCE;
            tables[tree + 1] = tables[tree] + (1 << own);
        }
        this.slots = new int[questions[count]];
        Arrays.fill(slots, codes.slots());   // one of zeros, where the answer is always yes
        this.limits = new int[slots.length];
        int width = sums.width();
        double[] leaves = trees.leafValues();
        this.values = new double[tables[count] * width];
        int[] ofNode = new int[trees.nodes()];   // of the tree at hand: trees from outside may share nodes
        for (int tree = 0; tree < count; tree++) {
            int first = questions[tree];
            asked.get(tree).places().forEach((question, place) -> {
                slots[first + place] = codes.place(question).slot();
                limits[first + place] = codes.place(question).limit();
            });
            for (int node : asked.get(tree).nodes()) {
                ofNode[node] = asked.get(tree).places().getOrDefault(all.of(node), 0);
            }
            for (int at = tables[tree]; at < tables[tree + 1]; at++) {
                int leaf = leaf(trees, trees.root(tree), ofNode, at - tables[tree]);
                System.arraycopy(leaves, leaf * width, values, at * width, width);
            }
        }
    }

    private static int leaf(Trees trees, int root, int[] ofNode, int answers) {
        int node = root;
        while (trees.feature(node) >= 0) {
            node = (answers >>> ofNode[node] & 1) == 1 ? trees.right(node) : trees.left(node);
        }
        return trees.left(node);
    }

    /// @return nothing where a tree asks too many questions for its leaves, one for a threshold that is not finite, or for too many sets of levels
    static @Nullable LeafTables of(Trees trees, Sums sums) {
        TreeQuestions questions = new TreeQuestions(trees);
        List<int[]> nodes = new ArrayList<>();
        for (int tree = 0; tree < trees.trees(); tree++) {
            int[] own = questions.nodes(tree, MOST_QUESTIONS);
            if (own == null) {
                return null;
            }
            nodes.add(own);
        }
        List<Asked> asked = nodes.stream().map(own -> new Asked(own, questions.of(own))).toList();
        long room = asked.stream().mapToLong(own -> 1L << own.places().size()).sum();
        boolean small = room <= (long) MOST_FOR_A_LEAF * (trees.nodes() / 2 + trees.trees()) && room * sums.width() <= MOST_VALUES;
        QuestionCodes codes = small && asked.stream().allMatch(own -> own.places().size() <= MOST_QUESTIONS)
                ? QuestionCodes.of(asked.stream().flatMap(own -> own.places().keySet().stream()).toList(), questions) : null;
        return codes == null ? null : new LeafTables(trees, sums, codes, questions, asked);
    }

    /// Adds the leaves of some rows to their raw sums.
    ///
    /// @return whether they suit; otherwise nothing is added
    boolean add(double[][] columns, int from, int to, double[] raw) {
        if (!codes.suits(columns, from, to)) {
            return false;
        }
        int[][] rowCodes = new int[codes.slots() + 1][Math.min(BLOCK, to - from)];
        int[] places = new int[rowCodes[0].length];
        for (int start = from; start < to; start += BLOCK) {
            int count = Math.min(BLOCK, to - start);
            codes.encode(columns, start, start + count, rowCodes);
            for (int tree = 0; tree + 1 < tables.length; tree++) {
                ask(tree, rowCodes, count, places);
                if (sums.targets().length > 0) {
                    addNumbers(places, count, raw, start * sums.count() + sums.targets()[tree]);
                } else {
                    addRows(places, count, raw, start * sums.count());
                }
            }
        }
        return true;
    }

    // The sign of a difference is the answer; a loop without a branch is done for several rows by each instruction.
    private void ask(int tree, int[][] rowCodes, int count, int[] places) {
        Arrays.fill(places, 0, count, tables[tree]);
        for (int at = questions[tree]; at < questions[tree + 1]; at += AT_ONCE) {
            int[] a = rowCodes[slots[at]];
            int[] b = rowCodes[slots[at + 1]];
            int[] c = rowCodes[slots[at + 2]];
            int ofA = limits[at];
            int ofB = limits[at + 1];
            int ofC = limits[at + 2];
            int bit = at - questions[tree];
            for (int row = 0; row < count; row++) {
                places[row] += (ofA - a[row] >>> 31 | ofB - b[row] >>> 31 << 1 | ofC - c[row] >>> 31 << 2) << bit;
            }
        }
    }

    private void addNumbers(int[] places, int count, double[] raw, int first) {
        double[] all = values;
        int step = sums.count();
        int to = first;
        for (int row = 0; row < count; row++) {
            raw[to] += all[places[row]];
            to += step;
        }
    }

    private void addRows(int[] places, int count, double[] raw, int first) {
        int k = sums.count();
        for (int row = 0; row < count; row++) {
            for (int sum = 0; sum < k; sum++) {
                raw[first + row * k + sum] += values[places[row] * k + sum];
            }
        }
    }
}
