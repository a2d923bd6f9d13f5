package lathe.engine.adapter.smile;

import java.util.Arrays;
import java.util.Optional;
import lathe.engine.adapter.smile.CodedFeatures.Places;
import smile.classification.DecisionTree;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.model.cart.DecisionNode;
import smile.model.cart.LeafNode;
import smile.model.cart.Node;
import smile.model.cart.Split;
import smile.model.cart.SplitRule;

/// Smile's decision tree with a split search of our own, and leaves that stay apart.
///
/// Smile looks for a split only between neighbours of different class. Where values repeat, that is chance: the best
/// split of a two-valued column is mostly missed. And it joins sibling leaves that name the same class, which with 2 % of
/// one class is nearly all of them, and with them goes what a probability could tell. Here every code is tried as
/// a border, by the Gini index, and leaves equal only themselves.
final class ShareTree {

    private static final StructField CLASS = new StructField("y", DataTypes.IntType);

    private final CodedFeatures features;
    private final int[] classes;
    private final int k;
    private final int leafRows;
    private int leaves;

    private ShareTree(TreeGrower grower, int[] classes, int k) {
        this.features = grower.codes();
        this.classes = classes;
        this.k = k;
        this.leafRows = grower.leafRows();
    }

    /// @param counts how often each row is taken
    /// @return the root; its leaves are [DecisionNode]s that hold counts of rows
    static Node grow(TreeGrower grower, int[] classes, int k, int[] counts) {
        return new ShareTree(grower, classes, k).new Tree(grower, counts).root();
    }

    /// Smile's constructor grows the tree and so calls these methods: what they need stands in the object around.
    private final class Tree extends DecisionTree {
        private static final long serialVersionUID = 1L;

        Tree(TreeGrower grower, int[] counts) {
            super(features.frame(), classes, CLASS, k, SplitRule.GINI, grower.depth(), grower.leaves(), leafRows,
                    grower.columns(), counts, features.unordered());
        }

        @Override
        protected LeafNode newNode(int[] rows) {
            return new Leaf(((DecisionNode) super.newNode(rows)).count(), leaves++);
        }

        @Override
        protected Optional<Split> findBestSplit(LeafNode node, int column, double impurity, int from, int to) {
            Places places = features.places(column, index, from, to);
            return best((DecisionNode) node, places, count(places, index, samples));
        }
    }

    private Optional<Split> best(DecisionNode node, Places places, int[] counted) {
        int[] total = node.count();
        int[] left = new int[k];
        double least = purity(total, node.size()) + 1e-9 * node.size();
        double most = least;
        int best = -1;
        int bestRows = 0;
        int leftRows = 0;
        for (int code = 0; code < places.codes().length - 1 && node.size() - leftRows >= leafRows; code++) {
            int before = leftRows;
            for (int c = 0; c < k; c++) {
                left[c] += counted[code * k + c];
                leftRows += counted[code * k + c];
            }
            if (leftRows == before || leftRows < leafRows || node.size() - leftRows < leafRows) {
                continue;
            }
            double gained = purity(left, leftRows) + purityOfRest(total, left, node.size() - leftRows);
            if (gained > most) {
                most = gained;
                best = code;
                bestRows = leftRows;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        int next = best + 1;
        while (isEmpty(counted, next)) {
            next++;
        }
        return Optional.of(features.split(node, places, best, next, most - least, bestRows));
    }

    private boolean isEmpty(int[] counted, int place) {
        for (int c = 0; c < k; c++) {
            if (counted[place * k + c] > 0) {
                return false;
            }
        }
        return true;
    }

    /// Rows by code and class, shape places × k.
    private int[] count(Places places, int[] index, int[] samples) {
        int[] counted = new int[places.codes().length * k];
        byte[] codes = features.codes(places.feature());
        boolean all = features.holdsAll(places);
        for (int i = places.from(); i < places.to(); i++) {
            int row = index[i];
            int code = codes[row] & 0xff;
            int at = all ? code : Arrays.binarySearch(places.codes(), code);
            counted[at * k + classes[row]] += samples[row];
        }
        return counted;
    }

    /// Rows times (1 − Gini index).
    private static double purity(int[] count, int rows) {
        double squares = 0;
        for (double c : count) {
            squares += c * c;
        }
        return squares / rows;
    }

    private static double purityOfRest(int[] total, int[] left, int rows) {
        double squares = 0;
        for (int c = 0; c < total.length; c++) {
            double rest = total[c] - left[c];
            squares += rest * rest;
        }
        return squares / rows;
    }

    /// A leaf that equals itself only. Smile asks for the class a leaf names and gets a number of its own.
    private static final class Leaf extends DecisionNode {
        private static final long serialVersionUID = 1L;

        private final int number;

        Leaf(int[] count, int number) {
            super(count);
            this.number = number;
        }

        @Override
        public int output() {
            return number;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }
}
