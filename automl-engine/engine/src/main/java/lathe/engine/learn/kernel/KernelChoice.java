package lathe.engine.learn.kernel;

import java.util.List;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.SearchSpace.Choice;
import lathe.engine.learn.SearchSpace.Real;
import lathe.scoring.form.Kernel.Similarity;
import lathe.scoring.form.Kernel.Similarity.Kind;

/// The kernels to choose from.
///
/// Gamma is given as a multiple of 1 / (sum of the features' variances), scikit-learn's `scale`.
final class KernelChoice {

    static final Choice KIND = new Choice("kernel", List.of("radial", "laplacian", "polynomial"), "radial");
    static final Real GAMMA = new Real("gamma", 0.05, 20, 1, true);

    private KernelChoice() { }

    static Similarity of(Hyperparameters hyperparameters, ComparedRows rows) {
        return of(hyperparameters.choice("kernel"), hyperparameters.number("gamma"), rows);
    }

    static Similarity of(String kernel, double gamma, ComparedRows rows) {
        double scaled = gamma / rows.variance();
        return switch (kernel) {
            case "laplacian" -> new Similarity(Kind.LAPLACIAN, scaled, 0, 1);
            case "polynomial" -> new Similarity(Kind.POLYNOMIAL, scaled, 1, 2);
            default -> new Similarity(Kind.RADIAL, scaled, 0, 1);
        };
    }
}
