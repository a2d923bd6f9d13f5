package lathe.engine.builtin;

import java.util.List;
import java.util.stream.Collectors;
import lathe.engine.ensemble.EnsembleMethod;
import lathe.engine.ensemble.GreedyEnsemble;
import lathe.engine.ensemble.SimpleAverage;
import lathe.engine.ensemble.SingleBest;
import lathe.engine.ensemble.StackedEnsemble;
import lathe.engine.ensemble.StagewiseEnsemble;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// Every way to join trials that comes with Lathe, the default first. A new one is added here and nowhere else.
public final class EnsembleMethods {

    public static final List<EnsembleMethod> ALL = List.of(GreedyEnsemble.bySize(), GreedyEnsemble.bagged(), new SimpleAverage(),
            new StackedEnsemble(), new StagewiseEnsemble(), new SingleBest());

    private EnsembleMethods() { }

    /// @throws ProblemException if none has this id
    public static EnsembleMethod byId(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(() -> new ProblemException(Problem.of(
                "ensemble-method-unknown", "There is no ensemble method '%s'.".formatted(id), "Choose one of %s.".formatted(
                        ALL.stream().map(EnsembleMethod::id).collect(Collectors.joining(", "))))));
    }
}
