package lathe.engine.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lathe.scoring.Matrix;
import lathe.scoring.form.Activation;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Constant;
import lathe.scoring.form.Discriminant;
import lathe.scoring.form.Floats;
import lathe.scoring.form.Form;
import lathe.scoring.form.Graph;
import lathe.scoring.form.Kernel;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.form.Neighbours;
import lathe.scoring.form.Network;
import lathe.scoring.form.NetworkLayer;
import lathe.scoring.form.Trees;
import lathe.scoring.step.Numbers;

/// Weights that let every class count the same in a fit, and the way back to probabilities of the rows as they are.
///
/// A row of class c counts total / (k × weight of c) times its own weight, at most [#MOST]. A model q of such rows means
/// p ∝ q / factor on the real ones; its form is changed so that it answers p. So a fit looks harder at rare classes, and
/// probabilities keep their meaning.
/// Sources: G. King, L. Zeng, "Logistic Regression in Rare Events Data" (2001); C. Elkan, "The Foundations of Cost-Sensitive
/// Learning" (2001), theorem 2.
public final class ClassBalance {

    /// Without a bound a class of three rows would make them the only ones that count.
    static final double MOST = 100;

    private final double[] factors;

    private ClassBalance(double[] factors) {
        this.factors = factors;
    }

    public static ClassBalance of(Target target) {
        double[] factors = new double[target.classCount()];
        for (int row = 0; row < target.rows(); row++) {
            factors[target.classIndex(row)] += target.weight(row);
        }
        double each = target.totalWeight() / Arrays.stream(factors).filter(weight -> weight > 0).count();
        Arrays.setAll(factors, c -> factors[c] > 0 ? Math.min(MOST, each / factors[c]) : 1);
        return new ClassBalance(factors);
    }

    /// Fits with balanced classes where the learner counts weights and its form can be led back; otherwise as without.
    public static Form fit(Learner learner, Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        if (target.task().isClassification() && learner.countsWeights()) {
            ClassBalance balance = of(target);
            Optional<Form> form = balance.undone(learner.fit(features, balance.weigh(target), hyperparameters, context));
            if (form.isPresent()) {
                return form.get();
            }
        }
        return learner.fitByWeight(features, target, hyperparameters, context);
    }

    /// Fits rows to which made-up ones of some classes were added, and leads the answers back to the shares of the real rows where
    /// the form holds a place for it.
    ///
    /// @param grown target of all these rows
    /// @param real  target of the real ones
    public static Form fitGrown(Learner learner, Matrix features, Target grown, Target real, Hyperparameters hyperparameters, FitContext context) {
        double[] factors = new double[grown.classCount()];
        double[] before = new double[factors.length];
        IntStream.range(0, grown.rows()).forEach(row -> factors[grown.classIndex(row)] += grown.weight(row));
        IntStream.range(0, real.rows()).forEach(row -> before[real.classIndex(row)] += real.weight(row));
        Arrays.setAll(factors, c -> before[c] > 0 ? factors[c] / before[c] : 1);
        Form form = learner.fitByWeight(features, grown, hyperparameters, context);
        return new ClassBalance(factors).undone(form).orElse(form);
    }

    /// How often a row of a class counts.
    public double factor(int c) {
        return factors[c];
    }

    public Target weigh(Target target) {
        return target.weighted(IntStream.range(0, target.rows())
                .mapToDouble(row -> factors[target.classIndex(row)] * target.weight(row)).toArray());
    }

    /// The form that answers p where the one given answers q; none for forms that hold no place for it.
    Optional<Form> undone(Form form) {
        return switch (form) {
            case Constant constant -> Optional.of(new Constant(Numbers.of(divided(constant.values().toArray()))));
            case Linear linear -> shifts(linear.link()).map(by ->
                    new Linear(linear.weights(), Numbers.of(added(linear.biases().toArray(), by)), linear.link()));
            case Discriminant gaussian -> Optional.of(new Discriminant(gaussian.means(), gaussian.factors(),
                    Numbers.of(added(gaussian.biases().toArray(), logs()))));
            case Trees trees -> undone(trees);
            case Network network -> shifts(network.link()).map(by -> undone(network, by));
            case Neighbours _, Kernel _, Graph _, Blend _ -> Optional.empty();
        };
    }

    private Optional<Form> undone(Trees trees) {
        if (trees.link() == Link.NORMALISE && trees.leafWidth() == factors.length) {
            double[] leaves = trees.leafValues();
            Arrays.setAll(leaves, i -> leaves[i] / factors[i % factors.length]);
            double[] base = trees.base();
            Arrays.setAll(base, c -> base[c] / factors[c]);
            return Optional.of(trees.with(leaves, base));
        }
        return shifts(trees.link()).map(by -> trees.with(trees.leafValues(), added(trees.base(), by)));
    }

    private static Network undone(Network network, double[] by) {
        int k = by.length;
        float[] weights = new float[k * k];
        float[] biases = new float[k];
        for (int i = 0; i < k; i++) {
            weights[i * k + i] = 1;
            biases[i] = (float) by[i];
        }
        NetworkLayer last = new NetworkLayer.Dense(Floats.of(weights), Floats.of(biases), Activation.IDENTITY);
        List<List<NetworkLayer>> heads = new ArrayList<>();
        for (List<NetworkLayer> head : network.heads()) {
            List<NetworkLayer> layers = new ArrayList<>(head);
            layers.add(last);
            heads.add(layers);
        }
        return new Network(network.inputs(), network.trunk(), heads, network.link());
    }

    // What is to be added to raw sums.
    private Optional<double[]> shifts(Link link) {
        return switch (link) {
            case SOFTMAX -> Optional.of(logs());
            case LOGISTIC -> Optional.of(new double[] {Math.log(factors[0] / factors[1])});
            case IDENTITY, EXP, EXPM1, NORMALISE -> Optional.empty();
        };
    }

    private double[] logs() {
        return Arrays.stream(factors).map(factor -> -Math.log(factor)).toArray();
    }

    private double[] divided(double[] shares) {
        Arrays.setAll(shares, c -> shares[c] / factors[c]);
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    private static double[] added(double[] values, double[] by) {
        Arrays.setAll(values, i -> values[i] + by[i]);
        return values;
    }
}
