package lathe.engine.builtin;

import java.util.List;
import lathe.engine.search.Strategy;
import lathe.engine.search.strategy.BayesianStrategy;
import lathe.engine.search.strategy.GridStrategy;
import lathe.engine.search.strategy.HalvingStrategy;
import lathe.engine.search.strategy.PortfolioStrategy;
import lathe.engine.search.strategy.RandomStrategy;

/// Every way to search that comes with Lathe, the default first. A new one is added here and nowhere else.
public final class Strategies {

    public static final List<Strategy> ALL = List.of(new PortfolioStrategy(), new RandomStrategy(), new GridStrategy(),
            new BayesianStrategy(), new HalvingStrategy());

    private Strategies() { }

    /// @throws IllegalArgumentException if no strategy has this id
    public static Strategy byId(String id) {
        return ALL.stream().filter(strategy -> strategy.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no strategy '%s' among %s"
                        .formatted(id, ALL.stream().map(Strategy::id).toList())));
    }
}
