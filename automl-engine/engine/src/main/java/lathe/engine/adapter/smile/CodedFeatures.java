package lathe.engine.adapter.smile;

import java.util.Arrays;
import java.util.stream.IntStream;
import smile.data.DataFrame;
import smile.data.vector.ByteVector;
import smile.data.vector.ValueVector;
import smile.model.cart.LeafNode;
import smile.model.cart.OrdinalSplit;
import smile.model.cart.Split;

/// Features as codes of one byte, in the order of their values.
///
/// Each distinct value has its own code; a column with more than [#MOST_CODES] of them is cut at quantiles. Trees split
/// between codes; the threshold then is the middle between the real values at either side.
final class CodedFeatures {

    static final int MOST_CODES = 256;
    private static final int FEW = 4;

    private final byte[][] codes;
    private final double[][] edges;
    private final int[][] all;
    private final DataFrame frame;

    private CodedFeatures(byte[][] codes, double[][] edges, DataFrame frame) {
        this.codes = codes;
        this.edges = edges;
        this.all = Arrays.stream(edges).map(cuts -> IntStream.rangeClosed(0, cuts.length).toArray()).toArray(int[][]::new);
        this.frame = frame;
    }

    /// @param columns finite values, shape p × n
    static CodedFeatures of(double[][] columns) {
        double[][] edges = new double[columns.length][];
        byte[][] codes = new byte[columns.length][];
        ValueVector[] vectors = new ValueVector[columns.length];
        for (int feature = 0; feature < columns.length; feature++) {
            double[] column = columns[feature];
            edges[feature] = edges(column);
            codes[feature] = new byte[column.length];
            for (int row = 0; row < column.length; row++) {
                codes[feature][row] = (byte) code(edges[feature], column[row]);
            }
            vectors[feature] = new ByteVector("x" + feature, codes[feature]);
        }
        return new CodedFeatures(codes, edges, new DataFrame(vectors));
    }

    /// Cuts between neighbouring values, ascending; a value has the code of the first cut not below it.
    private static double[] edges(double[] column) {
        double[] sorted = column.clone();
        Arrays.sort(sorted);
        int distinct = 1;
        for (int i = 1; i < sorted.length; i++) {
            distinct += sorted[i] > sorted[i - 1] ? 1 : 0;
        }
        boolean all = distinct <= MOST_CODES;
        double[] edges = new double[Math.min(distinct, MOST_CODES) - 1];
        int count = 0;
        double wanted = all ? 0 : (double) sorted.length / MOST_CODES;
        for (int i = 1; i < sorted.length && count < edges.length; i++) {
            if (i >= wanted && sorted[i] > sorted[i - 1]) {
                edges[count++] = between(sorted[i - 1], sorted[i]);
                wanted = all ? 0 : i + (double) (sorted.length - i) / (MOST_CODES - count);
            }
        }
        return Arrays.copyOf(edges, count);
    }

    private static double between(double low, double high) {
        double middle = low + (high - low) / 2;
        return middle < high ? middle : low;
    }

    private static int code(double[] edges, double value) {
        int found = Arrays.binarySearch(edges, value);
        return found >= 0 ? found : -found - 1;
    }

    int code(int feature, double value) {
        return code(edges[feature], value);
    }

    int width() {
        return codes.length;
    }

    /// Number of different codes of a feature.
    int codeCount(int feature) {
        return edges[feature].length + 1;
    }

    /// Codes of a feature, row by row, as unsigned bytes.
    byte[] codes(int feature) {
        return codes[feature];
    }

    /// A feature's codes over some rows of a node.
    ///
    /// @param codes those worth a place in a count, ascending: all, or those present where rows are few
    /// @param from  first of the rows in the tree's index
    /// @param to    after the last of them
    record Places(int feature, int[] codes, int from, int to) {
    }

    Places places(int feature, int[] index, int from, int to) {
        if (FEW * (to - from) > all[feature].length) {
            return new Places(feature, all[feature], from, to);
        }
        int[] present = new int[to - from];
        for (int i = from; i < to; i++) {
            present[i - from] = codes[feature][index[i]] & 0xff;
        }
        Arrays.sort(present);
        int count = 0;
        for (int i = 0; i < present.length; i++) {
            if (i == 0 || present[i] != present[i - 1]) {
                present[count++] = present[i];
            }
        }
        return new Places(feature, Arrays.copyOf(present, count), from, to);
    }

    /// Whether each code has its own place, so that a code's place is the code.
    boolean holdsAll(Places places) {
        return places.codes.length == all[places.feature].length;
    }

    /// A split of a node's rows between two neighbouring codes of theirs, given by place.
    Split split(LeafNode node, Places places, int last, int next, double gain, int leftRows) {
        byte[] column = codes[places.feature];
        int code = places.codes[last];
        return new OrdinalSplit(node, places.feature, (code + places.codes[next]) / 2.0, gain, places.from, places.to,
                leftRows, node.size() - leftRows, row -> (column[row] & 0xff) <= code);
    }

    /// The real threshold of a threshold between codes.
    double threshold(int feature, double betweenCodes) {
        return edges[feature][(int) Math.floor(betweenCodes)];
    }

    /// The codes as Smile holds them. Above 127 it would read them as negative: only the shape and names are to be used.
    DataFrame frame() {
        return frame;
    }

    /// Tells Smile that no feature is sorted in advance, which it then neither does nor keeps up.
    int[][] unordered() {
        return new int[codes.length][];
    }
}
