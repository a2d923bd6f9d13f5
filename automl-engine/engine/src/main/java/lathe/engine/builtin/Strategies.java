package lathe.engine.builtin;

import java.util.List;
import java.util.stream.Collectors;
import lathe.engine.search.Strategy;
import lathe.engine.search.strategy.BayesianStrategy;
import lathe.engine.search.strategy.GridStrategy;
import lathe.engine.search.strategy.HalvingStrategy;
import lathe.engine.search.strategy.PortfolioStrategy;
import lathe.engine.search.strategy.RandomStrategy;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// Every way to search that comes with Lathe, the default first. A new one is added here and nowhere else.
public final class Strategies {

    public static final List<Strategy> ALL = List.of(new PortfolioStrategy(), new RandomStrategy(), new GridStrategy(),
            new BayesianStrategy(), new HalvingStrategy());

    private Strategies() { }

    /// @throws ProblemException if none has this id
    public static Strategy byId(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(() -> new ProblemException(Problem.of(
                "strategy-unknown", "There is no strategy '%s'.".formatted(id), "Choose one of %s.".formatted(
                        ALL.stream().map(Strategy::id).collect(Collectors.joining(", "))))));
    }
}
