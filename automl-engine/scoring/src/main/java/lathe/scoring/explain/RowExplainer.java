package lathe.scoring.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lathe.scoring.Pipeline;
import lathe.scoring.Table;
import lathe.scoring.pack.ModelPackage;

/// Says how much each input column moved the answer of a row away from the usual answer, for any pipeline.
///
/// The amounts are interventional Shapley values on the scale of the answer: the change when the column takes the row's
/// value instead of that of a background row, averaged over the orders in which columns may change and over the
/// background rows. Orders are sampled, each together with its reverse; where few columns differ all subsets are asked
/// for, which is exact. Orders are the same for every row and every call, so the same row always gets the same amounts.
///
/// Immutable, safe for many threads.
///
/// Sources: E. Štrumbelj, I. Kononenko, "Explaining prediction models and individual predictions with feature
/// contributions", Knowledge and Information Systems 41 (2014); J. Castro et al., "Polynomial calculation of the Shapley
/// value based on sampling", Computers & Operations Research 36 (2009).
public final class RowExplainer {

    private static final long SEED = 20141113;
    private static final int CHUNK = 256;

    private final Pipeline pipeline;
    private final Table background;
    private final FeatureOwners owners;
    private final PreparedRows usual;

    /// With the background that lies in the package, so that every place explains alike.
    public static RowExplainer of(ModelPackage model) {
        return new RowExplainer(model.pipeline(), Background.of(model.golden()));
    }

    /// @param background usual rows, at least one, with the signature's inputs; 50 to 100 of them are enough
    public RowExplainer(Pipeline pipeline, Table background) {
        if (background.rows() == 0) {
            throw new IllegalArgumentException("an explanation needs at least one background row");
        }
        this.pipeline = pipeline;
        this.background = background.project(pipeline.signature().inputs());
        this.owners = FeatureOwners.of(pipeline);
        this.usual = new PreparedRows(pipeline, owners, this.background);
    }

    /// Input columns that the model reads, in the signature's order.
    public List<String> columns() {
        return owners.columns();
    }

    /// Mean answer over the background rows.
    ///
    /// @param output index of a class; 0 for regression
    public double base(int output) {
        requireOutput(output);
        return IntStream.range(0, background.rows()).mapToDouble(row -> usual.answer(row, output)).sum() / background.rows();
    }

    /// Explains one row of a table.
    ///
    /// @param output index of the class whose probability is explained; 0 for regression
    public Contributions explain(Table rows, int row, int output, Effort effort) {
        return explain(rows.select(new int[] {row}), new int[] {output}, effort).getFirst();
    }

    /// Explains every row of a table.
    ///
    /// @param rows    with the signature's inputs, matched by name
    /// @param outputs for each row the index of the class whose probability is explained; 0 for regression
    public List<Contributions> explain(Table rows, int[] outputs, Effort effort) {
        if (rows.rows() != outputs.length) {
            throw new IllegalArgumentException("every row needs an output, had %d rows and %d outputs"
                    .formatted(rows.rows(), outputs.length));
        }
        for (int output : outputs) {
            requireOutput(output);
        }
        Table inputs = rows.project(pipeline.signature().inputs());
        List<Contributions> explained = new ArrayList<>();
        for (int start = 0; start < outputs.length; start += CHUNK) {
            int[] chunk = IntStream.range(start, Math.min(start + CHUNK, outputs.length)).toArray();
            explained.addAll(explain(inputs.select(chunk), chunk, outputs, effort));
        }
        return explained;
    }

    private List<Contributions> explain(Table chunk, int[] places, int[] outputs, Effort effort) {
        PreparedRows rows = new PreparedRows(pipeline, owners, JoinedRows.of(background, chunk));
        Questions questions = new Questions(rows, owners.columns().size(), owners.features());
        List<List<Duel>> duels = new ArrayList<>();
        List<Contributions> explained = new ArrayList<>();
        if (owners.columns().isEmpty()) {
            for (int i = 0; i < places.length; i++) {
                explained.add(new Contributions(base(outputs[places[i]]), rows.answer(background.rows() + i,
                        outputs[places[i]]), List.of()));
            }
            return explained;
        }
        for (int i = 0; i < places.length; i++) {
            List<Duel> ofRow = duels(rows, background.rows() + i, outputs[places[i]], effort);
            ofRow.forEach(duel -> duel.ask(questions));
            duels.add(ofRow);
        }
        double[] answers = questions.answers();
        int next = 0;
        for (int i = 0; i < places.length; i++) {
            int output = outputs[places[i]];
            Shares shares = new Shares(owners.columns());
            for (Duel duel : duels.get(i)) {
                next = shares.add(duel, answers, next);
            }
            explained.add(shares.contributions(base(output), rows.answer(background.rows() + i, output),
                    pairs(effort) < 2));
        }
        return explained;
    }

    private List<Duel> duels(PreparedRows rows, int row, int output, Effort effort) {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] opponents = opponents(output, effort);
        int pairs = pairs(effort);
        List<Duel> duels = new ArrayList<>();
        List<int[]> orders = List.of();
        for (int i = 0; i < opponents.length; i++) {
            if (pairs > 0) {
                orders = IntStream.range(0, pairs).boxed().flatMap(pair -> {
                    int[] order = order(random);
                    return Stream.of(order, reversed(order));
                }).toList();
            } else {
                orders = List.of(i % 2 == 0 ? order(random) : reversed(orders.getFirst()));
            }
            duels.add(new Duel(rows, row, opponents[i], output, orders, pairs > 0 ? 2 : 1));
        }
        return duels;
    }

    // Pairs for each background row; none if there are so few that an order meets one row and its reverse another.
    private int pairs(Effort effort) {
        return isSparse(effort) ? 0 : Math.ceilDiv(effort.pairs(), background.rows());
    }

    private boolean isSparse(Effort effort) {
        return effort.pairs() <= background.rows() / 2;
    }

    // All background rows, or two for each pair, spread evenly over what the model says of them.
    private int[] opponents(int output, Effort effort) {
        int count = isSparse(effort) ? 2 * effort.pairs() : background.rows();
        int[] byAnswer = IntStream.range(0, background.rows()).boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> usual.answer(row, output)))
                .mapToInt(Integer::intValue).toArray();
        int[] chosen = new int[count];
        for (int i = 0; i < count; i++) {
            chosen[i] = byAnswer[(int) ((2L * i + 1) * byAnswer.length / (2L * count))];
        }
        return chosen;
    }

    private static int[] reversed(int[] order) {
        int[] reversed = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            reversed[i] = order[order.length - 1 - i];
        }
        return reversed;
    }

    private int[] order(SplittableRandom random) {
        int[] order = IntStream.range(0, owners.columns().size()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int column = order[other];
            order[other] = order[i];
            order[i] = column;
        }
        return order;
    }

    private void requireOutput(int output) {
        int outputs = pipeline.signature().outputs();
        if (output < 0 || output >= outputs) {
            throw new IllegalArgumentException("output must lie in [0, %d), was %d".formatted(outputs, output));
        }
    }
}
