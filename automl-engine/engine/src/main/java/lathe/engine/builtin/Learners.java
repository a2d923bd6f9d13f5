package lathe.engine.builtin;

import java.util.List;
import java.util.Map;
import lathe.engine.adapter.smile.BlasProduct;
import lathe.engine.adapter.smile.ElasticNetLearner;
import lathe.engine.adapter.smile.LogisticLearner;
import lathe.engine.adapter.smile.NativeBlas;
import lathe.engine.adapter.smile.RidgeLearner;
import lathe.engine.learn.BaselineLearner;
import lathe.engine.learn.Learner;
import lathe.engine.learn.discriminant.DiscriminantLearner;
import lathe.engine.learn.discriminant.LinearDiscriminantLearner;
import lathe.engine.learn.kernel.GaussianProcessLearner;
import lathe.engine.learn.kernel.KernelRidgeLearner;
import lathe.engine.learn.kernel.NeighboursLearner;
import lathe.engine.learn.kernel.SupportVectorLearner;
import lathe.engine.learn.linear.HuberLearner;
import lathe.engine.learn.linear.LassoLearner;
import lathe.engine.learn.linear.LinearSupportVectorLearner;
import lathe.engine.learn.linear.PartialLeastSquaresLearner;
import lathe.engine.learn.network.NetworkLearner;
import lathe.engine.learn.tree.AdaptiveBoostingLearner;
import lathe.engine.learn.tree.AdditiveLearner;
import lathe.engine.learn.tree.BoostingLearner;
import lathe.engine.learn.tree.ForestLearner;
import lathe.engine.learn.tree.SymmetricLearner;
import lathe.engine.learn.tree.TreeLearner;

/// Every learner that comes with Lathe, cheapest first. A new one is added here and nowhere else.
public final class Learners {

    public static final List<Learner> ALL = List.of(
            new BaselineLearner(),
            new LogisticLearner(),
            new RidgeLearner(),
            new ElasticNetLearner(),
            new LassoLearner(),
            new HuberLearner(),
            new PartialLeastSquaresLearner(),
            new LinearSupportVectorLearner(),
            DiscriminantLearner.naiveBayes(),
            new LinearDiscriminantLearner(),
            DiscriminantLearner.quadratic(),
            DiscriminantLearner.regularised(),
            new NeighboursLearner(),
            new SupportVectorLearner(),
            new KernelRidgeLearner(),
            new GaussianProcessLearner(),
            new TreeLearner(),
            ForestLearner.random(),
            ForestLearner.extraTrees(),
            new AdaptiveBoostingLearner(),
            new AdditiveLearner(),
            new SymmetricLearner(),
            new BoostingLearner(),
            NetworkLearner.plain(BlasProduct::orLoops),
            NetworkLearner.residual(BlasProduct::orLoops),
            NetworkLearner.embedding(BlasProduct::orLoops));

    private Learners() {
    }

    /// Variables that a process which fits them should be started with.
    public static Map<String, String> environment() {
        return NativeBlas.environment();
    }

    /// @throws IllegalArgumentException if no learner has this id
    public static Learner byId(String id) {
        return ALL.stream().filter(learner -> learner.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no learner '%s' among %s"
                        .formatted(id, ALL.stream().map(Learner::id).toList())));
    }
}
