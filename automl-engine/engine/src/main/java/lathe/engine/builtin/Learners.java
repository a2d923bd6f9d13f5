package lathe.engine.builtin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import lathe.engine.learn.plugin.PluginFolder;
import lathe.engine.learn.plugin.Plugins;
import lathe.engine.learn.tree.AdaptiveBoostingLearner;
import lathe.engine.learn.tree.AdditiveLearner;
import lathe.engine.learn.tree.BoostingLearner;
import lathe.engine.learn.tree.ForestLearner;
import lathe.engine.learn.tree.SymmetricLearner;
import lathe.engine.learn.tree.TreeLearner;

/// Every learner there is: those that are usually tried, cheapest first, those that are offered, those of plug-ins.
///
/// A new one that ships is added here and nowhere else. Plug-ins are read once, when this class is first used.
public final class Learners {

    /// Those that come with Lathe and are tried unless the user says otherwise.
    public static final List<Learner> USUAL = List.of(
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
            new KernelRidgeLearner(),
            new GaussianProcessLearner(),
            new TreeLearner(),
            ForestLearner.extraTrees(),
            new AdaptiveBoostingLearner(),
            new AdditiveLearner(),
            new SymmetricLearner(),
            new BoostingLearner(),
            NetworkLearner.plain(BlasProduct::orLoops),
            NetworkLearner.residual(BlasProduct::orLoops),
            NetworkLearner.embedding(BlasProduct::orLoops));

    /// Those that come with Lathe and are tried only by who asks for them by name: replayed on tables of every kind, a search
    /// is as good without them or better (docs/benchmarks.md).
    public static final List<Learner> OFFERED = List.of(
            new NeighboursLearner(),
            new SupportVectorLearner(),
            ForestLearner.random());

    private static final List<Learner> SHIPPED = Stream.concat(USUAL.stream(), OFFERED.stream()).toList();

    // Rows of the leaderboard that are no learner's.
    private static final List<String> ROWS = List.of("ensemble", "pupil");

    /// What the plug-in folder holds. Its learners are tried only by who asks for them by name.
    public static final Plugins PLUGINS = Plugins.read(PluginFolder.current(),
            Stream.concat(SHIPPED.stream().map(Learner::id), ROWS.stream()).collect(Collectors.toUnmodifiableSet()));

    public static final List<Learner> ALL = Stream.concat(SHIPPED.stream(), PLUGINS.learners().stream()).toList();

    private Learners() {
    }

    /// Variables that a process which fits them should be started with.
    public static Map<String, String> environment() {
        Map<String, String> variables = new HashMap<>(NativeBlas.environment());
        PLUGINS.folder().path().ifPresent(path -> variables.put(PluginFolder.VARIABLE, path.toString()));
        return Map.copyOf(variables);
    }

    /// Whether a learner is tried where nobody has chosen any.
    public static boolean isUsual(String id) {
        return USUAL.stream().anyMatch(learner -> learner.id().equals(id));
    }

    /// @throws IllegalArgumentException if no learner has this id
    public static Learner byId(String id) {
        return ALL.stream().filter(learner -> learner.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no learner '%s' among %s"
                        .formatted(id, ALL.stream().map(Learner::id).toList())));
    }
}
