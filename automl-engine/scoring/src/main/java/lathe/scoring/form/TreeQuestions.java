package lathe.scoring.form;

import java.nio.LongBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What trees ask: nodes that ask the same have the same question.
///
/// Where a feature had nothing missing in training, a tree may send missing numbers to either side of one threshold. Such a feature is
/// doubtful: its questions say nothing of missing numbers.
final class TreeQuestions {

    private final Trees trees;
    private final int[] sets;   // the first one of the same levels
    private final Set<Integer> doubtful = new TreeSet<>();

    /// @param set         that a level goes left with; −1 where a threshold decides
    /// @param missingLeft where missing numbers go; no matter for sets and doubtful features
    record Question(int feature, int set, double threshold, boolean missingLeft) { }

    TreeQuestions(Trees trees) {
        this.trees = trees;
        this.sets = new int[trees.levels().sets()];
        LongBuffer words = LongBuffer.wrap(trees.levels().wordsWithNone());
        Map<LongBuffer, Integer> known = new HashMap<>();
        for (int set = 0; set < sets.length; set++) {
            Integer same = known.putIfAbsent(words.slice(set * LevelSets.WORDS_WITH_NONE, LevelSets.WORDS_WITH_NONE), set);
            sets[set] = same == null ? set : same;
        }
    }

    /// Looks at a tree.
    ///
    /// @return its nodes that are no leaves; nothing if it asks more than a number of questions, or shares nodes with itself
    int @Nullable [] nodes(int tree, int most) {
        Map<Question, Boolean> ways = new HashMap<>();
        int[] nodes = new int[1 << most];
        int found = 0;
        Deque<Integer> waiting = new ArrayDeque<>(List.of(trees.root(tree)));
        while (!waiting.isEmpty()) {
            int node = waiting.pop();
            if (trees.feature(node) < 0) {
                continue;
            }
            Question question = of(node);
            Boolean other = ways.putIfAbsent(new Question(question.feature(), question.set(), question.threshold(), true), trees.missingLeft(node));
            if (ways.size() > most || found == nodes.length || !Double.isFinite(question.threshold())) {
                return null;
            }
            if (question.set() < 0 && other != null && other != trees.missingLeft(node)) {
                doubtful.add(question.feature());
            }
            nodes[found++] = node;
            waiting.push(trees.right(node));
            waiting.push(trees.left(node));
        }
        return Arrays.copyOf(nodes, found);
    }

    /// Questions of some nodes, by their place among them. Which features are doubtful is known once all trees have been looked at.
    Map<Question, Integer> of(int[] nodes) {
        Map<Question, Integer> places = new LinkedHashMap<>();
        for (int node : nodes) {
            places.putIfAbsent(of(node), places.size());
        }
        return places;
    }

    /// What a node asks that is no leaf.
    Question of(int node) {
        int set = trees.levels().set(node);
        int feature = trees.feature(node);
        return set >= 0 ? new Question(feature, sets[set], 0, true)
                : new Question(feature, -1, trees.threshold(node) + 0.0, doubtful.contains(feature) || trees.missingLeft(node));   // -0 is 0
    }

    /// Features of which questions say nothing of missing numbers.
    int[] doubtful() {
        return doubtful.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Those that a set holds.
    BitSet levels(int set) {
        BitSet levels = new BitSet(LevelSets.LEVELS);
        for (int level : trees.levels().members(set)) {
            levels.set(level);
        }
        return levels;
    }
}
