package lathe.engine.adapter.smile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.SearchSpace.Whole;
import lathe.engine.learn.Target;
import lathe.scoring.Matrix;
import lathe.scoring.form.Form;
import lathe.scoring.form.Link;

/// One small tree: a model that can be read.
public final class TreeLearner implements Learner {

    /// Rows used at most; more are thinned by lot.
    public static final int ROW_LIMIT = 100_000;

    @Override
    public String id() {
        return "tree";
    }

    @Override
    public Preparation preparation() {
        return Preparation.TREES;
    }

    @Override
    public Optional<String> refusal(DataShape shape) {
        return Optional.empty();
    }

    @Override
    public SearchSpace space(DataShape shape) {
        List<SearchSpace.Parameter> parameters = new ArrayList<>();
        parameters.add(new Whole("depth", 1, 10, 5, false));
        parameters.add(new Whole("leaf_rows", 1, 200, 20, true));
        if (!shape.task().isClassification()) {
            parameters.add(TargetScale.CHOICE);
        }
        return new SearchSpace(parameters);
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        return 0.02 + 1e-7 * Math.min(ROW_LIMIT, shape.rows()) * shape.features();
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        FitRows rows = FitRows.atMost(ROW_LIMIT, features, target, context.seed());
        int[] counts = new int[rows.target().rows()];
        Arrays.fill(counts, 1);
        int leafRows = hyperparameters.whole("leaf_rows");
        TreeGrower grower = new TreeGrower(CodedFeatures.of(rows.columns()), hyperparameters.whole("depth") + 1,
                Integer.MAX_VALUE, leafRows, features.width());
        if (target.task().isClassification()) {
            int k = target.classCount();
            GrownTree tree = grower.classification(rows.target().toClassArray(), k, counts, context.seed());
            return GrownTree.join(List.of(tree), new int[0], 1, new double[k], Link.NORMALISE);
        }
        TargetScale scale = TargetScale.of(rows.target(), hyperparameters.choice("target"));
        GrownTree tree = grower.regression(NewtonLeaves.means(scale.values()), counts, context.seed());
        return GrownTree.join(List.of(tree), new int[0], 1, new double[1], scale.link());
    }
}
