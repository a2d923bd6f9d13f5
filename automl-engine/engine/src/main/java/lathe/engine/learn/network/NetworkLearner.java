package lathe.engine.learn.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lathe.engine.learn.BaselineLearner;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.FitRows;
import lathe.engine.learn.GatheredRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.ManyRowsLearner;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.SearchSpace.Choice;
import lathe.engine.learn.SearchSpace.Real;
import lathe.engine.learn.SearchSpace.Whole;
import lathe.engine.learn.Target;
import lathe.engine.learn.TargetScale;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;
import lathe.scoring.form.Link;
import lathe.scoring.form.Network;
import lathe.scoring.form.NetworkLayer;
import lathe.scoring.step.Numbers;

/// Networks in three shapes: plain layers, residual blocks, plain layers behind periodic embeddings of numbers. Numbers that
/// name levels are embedded by all.
///
/// Source of the set-up and its numbers: D. Holzmüller et al., "Better by Default: Strong Pre-Tuned MLPs and Boosted Trees
/// on Tabular Data" (RealMLP), arXiv 2407.04491; residual blocks after Y. Gorishniy et al., arXiv 2106.11959.
public final class NetworkLearner implements ManyRowsLearner {

    /// Rows used at most; more are thinned by lot.
    public static final int ROW_LIMIT = 300_000;

    private static final int MOST_FEATURES = 5000;
    private static final double AFFORDABLE_SECONDS = 2.5;
    private static final int LEAST_EPOCHS = 6;
    private static final int USUAL_EPOCHS = 64;
    private static final int ROW_BYTES = 32;        // its place, answer, weight and value of the target
    private static final double LEAST_PASSES = 2;   // over rows it has not seen, besides what an epoch ended early hides

    private enum Kind { PLAIN, RESIDUAL, WAVES }

    private final Kind kind;
    private final Supplier<MatrixProduct> products;

    private NetworkLearner(Kind kind, Supplier<MatrixProduct> products) {
        this.kind = kind;
        this.products = products;
    }

    /// @param products asked for at each fit
    public static NetworkLearner plain(Supplier<MatrixProduct> products) {
        return new NetworkLearner(Kind.PLAIN, products);
    }

    public static NetworkLearner residual(Supplier<MatrixProduct> products) {
        return new NetworkLearner(Kind.RESIDUAL, products);
    }

    public static NetworkLearner embedding(Supplier<MatrixProduct> products) {
        return new NetworkLearner(Kind.WAVES, products);
    }

    @Override
    public String id() {
        return switch (kind) {
            case PLAIN -> "network";
            case RESIDUAL -> "residual_network";
            case WAVES -> "embedding_network";
        };
    }

    @Override
    public Preparation preparation() {
        return Preparation.NETWORK;
    }

    @Override
    public Optional<String> refusal(DataShape shape) {
        return shape.refusedAboveFeatures(MOST_FEATURES);
    }

    @Override
    public SearchSpace space(DataShape shape) {
        boolean classes = shape.task().isClassification();
        List<SearchSpace.Parameter> parameters = new ArrayList<>();
        parameters.add(new Real("learning_rate", 2e-3, 0.3, classes ? 0.04 : 0.07, true));
        parameters.add(new Real("weight_decay", 0, 0.1, 0.02, false));
        parameters.add(new Real("memory", 0.9, 0.999, 0.95, false));
        parameters.add(new Whole("layers", 1, 5, kind == Kind.RESIDUAL ? 2 : 3, false));
        parameters.add(new Whole("hidden", 16, 512, 128, true));
        parameters.add(new Choice("activation", List.of("relu", "silu", "selu", "mish", "elu"), usualActivation(classes)));
        parameters.add(new Choice("activation_mix", List.of("fixed", "learnt"), usualMix(classes), false));
        parameters.add(new Real("dropout", 0, 0.5, 0.15, false));
        parameters.add(new Whole("batch", 32, 2048, NetworkCost.batch(shape.rows()), true));
        parameters.add(new Choice("schedule", List.of("coslog4", "one_cycle", "flat_cosine", "constant"), "coslog4"));
        parameters.add(new Real("label_smoothing", 0, 0.2, 0, false));
        parameters.add(new Whole("heads", 1, 8, 1, true));
        parameters.add(new Whole("patience", 4, 100, 20, true));
        parameters.add(new Whole("embedding", 1, 32, 8, true));
        if (kind == Kind.WAVES) {
            parameters.add(new Whole("frequencies", 4, 32, 16, true));
            parameters.add(new Whole("number_embedding", 2, 16, 4, true));
            parameters.add(new Real("frequency_spread", 0.02, 2, 0.1, true));
        }
        if (!classes) {
            parameters.add(TargetScale.CHOICE);
        }
        parameters.add(epochs(shape, new SearchSpace(parameters).defaults()));
        return new SearchSpace(parameters);
    }

    // The source's are selu and mish; plain layers did better on most tables of classes with relu.
    private String usualActivation(boolean classes) {
        return !classes ? "mish" : kind == Kind.PLAIN ? "relu" : "selu";
    }

    // Helps plain layers with classes on most tables, and nothing else (docs/benchmarks.md).
    private String usualMix(boolean classes) {
        return classes && kind == Kind.PLAIN ? "learnt" : "fixed";
    }

    // As many as a fold can afford, or the usual number where rows are few.
    private Whole epochs(DataShape shape, Hyperparameters others) {
        double affordable = AFFORDABLE_SECONDS / NetworkCost.epochSeconds(shape, others, kind == Kind.RESIDUAL, kind == Kind.WAVES);
        int preset = (int) Math.max(LEAST_EPOCHS, Math.min(USUAL_EPOCHS, affordable));
        return new Whole("epochs", 1, 512, preset, true);
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters chosen) {
        return 0.05 + 5e-8 * shape.rows() * shape.features()
                + chosen.number("epochs") * NetworkCost.epochSeconds(shape, chosen, kind == Kind.RESIDUAL, kind == Kind.WAVES);
    }

    @Override
    public boolean countsWeights() {
        return true;
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters chosen, FitContext context) {
        FitRows rows = FitRows.atMost(ROW_LIMIT, features, target, context.seed());
        return fitAll(rows.features(), rows.target(), chosen, context);
    }

    private Form fitAll(Matrix matrix, Target target, Hyperparameters chosen, FitContext context) {
        return fit(new InputData(matrix), matrix, target, chosen, context, false);
    }

    /// As [#fit], on rows that were scaled as they came by; its schedule ends with the time.
    ///
    /// @param sample whose features they have
    Form fitGathered(InputData rows, Matrix sample, Target target, Hyperparameters chosen, FitContext context) {
        return fit(rows, sample, target, chosen, context, true);
    }

    private Form fit(InputData data, Matrix features, Target target, Hyperparameters chosen, FitContext context, boolean byTime) {
        boolean classes = target.task().isClassification();
        TargetScale scale = classes ? new TargetScale(target.toArray(), Link.IDENTITY) : TargetScale.of(target, chosen.choice("target"));
        Objective objective = new Objective(target, scale.values(), chosen.number("label_smoothing"));
        if (data.isEmpty()) {
            return new BaselineLearner().fit(features, target, chosen, context);   // no feature says anything
        }
        NetworkRules rules = NetworkRules.of(chosen, kind == Kind.RESIDUAL, kind == Kind.WAVES);
        Network network = new NetworkFit(data, target, objective, rules, products.get(), context, byTime).form();
        return classes ? network : answering(network, objective, scale.link());
    }

    @Override
    public Hyperparameters forManyRows(Hyperparameters sample) {
        return sample.with("batch", Math.max(NetworkCost.batch(Integer.MAX_VALUE), sample.whole("batch")));
    }

    @Override
    public double bytesARow(Matrix sample) {
        return (double) Float.BYTES * sample.width() + ROW_BYTES;
    }

    // An epoch costs what one of the sample does, for each row.
    @Override
    public double secondsARow(Hyperparameters settings, Form form, double seconds, int rows) {
        return LEAST_PASSES * seconds / settings.whole("epochs") / Math.min(ROW_LIMIT, rows);
    }

    @Override
    public GatheredRows gather(Matrix sample, Hyperparameters settings, int room) {
        return new GatheredNetwork(this, sample, InputData.gathering(sample, room), settings);
    }

    // Nothing beyond what training has seen.
    private static Network answering(Network network, Objective objective, Link link) {
        NetworkLayer bounds = new NetworkLayer.Between(objective.low, objective.high);
        List<List<NetworkLayer>> heads = network.heads().stream().map(head -> {
            List<NetworkLayer> layers = new ArrayList<>(head);
            layers.add(new NetworkLayer.Affine(objective.deviation, objective.mean));
            layers.add(bounds);
            return layers;
        }).<List<NetworkLayer>>map(List::copyOf).toList();
        return new Network(network.inputs(), network.trunk(), heads, link);
    }
}
