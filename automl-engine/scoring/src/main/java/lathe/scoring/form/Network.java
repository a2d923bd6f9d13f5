package lathe.scoring.form;

import java.util.ArrayList;
import java.util.List;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;

/// A network: inputs, a trunk of layers, one or more heads of layers whose answers are averaged.
///
/// Weights are 32-bit floats, everything is computed with 64 bits, by blocks of rows.
public final class Network implements Form {

    private static final int BLOCK = 256;
    private static final int BLOCK_NUMBERS = 1 << 20;
    private static final int MOST_KNOWN = 4;

    private final List<NetworkInput> inputs;
    private final List<NetworkLayer> trunk;
    private final List<List<NetworkLayer>> heads;
    private final Link link;
    private final int rawWidth;
    private final int block;
    private final NetworkPass trunkPass;
    private final List<NetworkPass> headPasses = new ArrayList<>();

    /// @param inputs at least one; [NetworkInput.Plain] first, then [NetworkInput.Periodic], all of one shape, then [NetworkInput.Levels]
    /// @param trunk  may be empty
    /// @param heads  at least one; each puts as many numbers as the link reads
    /// @param link   turns the sums of a head into its answer
    /// @throws IllegalArgumentException if a layer does not fit the one before
    public Network(List<NetworkInput> inputs, List<NetworkLayer> trunk, List<List<NetworkLayer>> heads, Link link) {
        this.inputs = List.copyOf(inputs);
        this.trunk = List.copyOf(trunk);
        this.heads = heads.stream().map(List::copyOf).toList();
        this.link = link;
        if (inputs.isEmpty() || heads.isEmpty()) {
            throw new IllegalArgumentException("a network needs inputs and heads, had %d and %d".formatted(inputs.size(), heads.size()));
        }
        checkOrder();
        int entering = Math.toIntExact(this.inputs.stream().mapToLong(NetworkInput::width).sum());
        int shared = NetworkLayer.through(entering, this.trunk);
        this.rawWidth = NetworkLayer.through(shared, this.heads.getFirst());
        for (List<NetworkLayer> head : this.heads) {
            if (NetworkLayer.through(shared, head) != rawWidth) {
                throw new IllegalArgumentException("the heads of a network must put as many numbers each, the first puts " + rawWidth);
            }
        }
        if (link == Link.LOGISTIC && rawWidth != 1) {
            throw new IllegalArgumentException("a logistic link reads one raw sum, not " + rawWidth);
        }
        this.trunkPass = new NetworkPass(entering, this.trunk);
        this.heads.forEach(head -> headPasses.add(new NetworkPass(shared, head)));
        this.block = Math.max(1, Math.min(BLOCK, BLOCK_NUMBERS / widest(entering)));
    }

    private void checkOrder() {
        for (int i = 1; i < inputs.size(); i++) {
            NetworkInput before = inputs.get(i - 1);
            NetworkInput input = inputs.get(i);
            if (rank(before) > rank(input)) {
                throw new IllegalArgumentException("the inputs of a network must be sorted by kind, number %d is not".formatted(i));
            }
            if (before instanceof NetworkInput.Periodic a && input instanceof NetworkInput.Periodic b
                    && (a.frequencies().size() != b.frequencies().size() || a.width() != b.width())) {
                throw new IllegalArgumentException("periodic inputs must have one shape, number %d has another".formatted(i));
            }
        }
    }

    private static int rank(NetworkInput input) {
        return switch (input) {
            case NetworkInput.Plain _ -> 0;
            case NetworkInput.Periodic _ -> 1;
            case NetworkInput.Levels _ -> 2;
        };
    }

    private int widest(int entering) {
        int widest = entering;
        List<NetworkLayer> all = new ArrayList<>(trunk);
        heads.forEach(all::addAll);
        for (NetworkLayer layer : all) {
            List<NetworkLayer> parts = layer instanceof NetworkLayer.Residual residual ? residual.inside() : List.of(layer);
            for (NetworkLayer part : parts) {
                widest = Math.max(widest, part.outputs());
            }
        }
        return widest;
    }

    public List<NetworkInput> inputs() {
        return inputs;
    }

    public List<NetworkLayer> trunk() {
        return trunk;
    }

    public List<List<NetworkLayer>> heads() {
        return heads;
    }

    public Link link() {
        return link;
    }

    /// Largest feature read, plus one: the narrowest matrix this form can read.
    public int width() {
        return inputs.stream().mapToInt(NetworkInput::feature).max().orElse(-1) + 1;
    }

    @Override
    public int outputs() {
        return link.outputs(rawWidth);
    }

    /// Cost: rows × weights.
    @Override
    public Predictions predict(Features features) {
        Matrix matrix = features.matrix();
        if (matrix.width() < width()) {
            throw new IllegalArgumentException("a network that reads %d features got %d".formatted(width(), matrix.width()));
        }
        double[] answers = new double[matrix.rows() * outputs()];
        for (int from = 0; from < matrix.rows(); from += block) {
            predict(matrix, from, Math.min(from + block, matrix.rows()), answers);
        }
        return new Predictions(outputs(), answers);
    }

    private void predict(Matrix matrix, int from, int to, double[] answers) {
        int rows = to - from;
        double[] shared = trunkPass.apply(entering(matrix, from, to), rows);
        for (NetworkPass head : headPasses) {
            double[] answer = link.apply(head.apply(shared.clone(), rows), rawWidth);
            for (int i = 0; i < answer.length; i++) {
                answers[from * outputs() + i] += answer[i] / headPasses.size();
            }
        }
    }

    private double[] entering(Matrix matrix, int from, int to) {
        int width = inputs.stream().mapToInt(NetworkInput::width).sum();
        double[] x = new double[(to - from) * width];
        int at = 0;
        for (NetworkInput input : inputs) {
            enter(input, matrix.column(input.feature()), from, to, new Entered(x, width, at));
            at += input.width();
        }
        return x;
    }

    /// Where the numbers of an input lie.
    ///
    /// @param width numbers of a row
    /// @param at    first number of the input in a row
    private record Entered(double[] x, int width, int at) { }

    // Many features have two values or a few, and cosines take long: what was put for a value before is copied.
    private static void enter(NetworkInput input, double[] column, int from, int to, Entered entered) {
        int most = input.width() > 1 ? MOST_KNOWN : 0;
        int[] known = new int[most];
        int count = 0;
        for (int row = from; row < to; row++) {
            int place = (row - from) * entered.width + entered.at;
            int same = 0;
            while (same < count && Double.doubleToRawLongBits(column[known[same]]) != Double.doubleToRawLongBits(column[row])) {
                same++;
            }
            if (same < count) {
                System.arraycopy(entered.x, (known[same] - from) * entered.width + entered.at, entered.x, place, input.width());
            } else {
                input.put(column[row], entered.x, place);
                if (count < most) {
                    known[count++] = row;
                }
            }
        }
    }
}
