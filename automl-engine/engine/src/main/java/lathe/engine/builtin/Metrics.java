package lathe.engine.builtin;

import java.util.List;
import java.util.Optional;
import lathe.engine.evaluate.Accuracy;
import lathe.engine.evaluate.BalancedAccuracy;
import lathe.engine.evaluate.Brier;
import lathe.engine.evaluate.F1;
import lathe.engine.evaluate.LogLoss;
import lathe.engine.evaluate.Mae;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.PrAuc;
import lathe.engine.evaluate.R2;
import lathe.engine.evaluate.Rmse;
import lathe.engine.evaluate.RocAuc;
import lathe.scoring.Task;

/// Every metric Lathe knows, in the order in which they are shown.
public final class Metrics {

    private static final Metric ROC_AUC = new RocAuc();
    private static final Metric LOG_LOSS = new LogLoss();
    private static final Metric RMSE = new Rmse();

    private static final List<Metric> ALL = List.of(ROC_AUC, new PrAuc(), LOG_LOSS, new Accuracy(),
            new BalancedAccuracy(), new F1(), new Brier(), RMSE, new Mae(), new R2());

    private Metrics() {
    }

    public static List<Metric> all() {
        return ALL;
    }

    /// Those that can judge a task, in order.
    public static List<Metric> forTask(Task task) {
        return ALL.stream().filter(metric -> metric.supports(task)).toList();
    }

    public static Optional<Metric> byId(String id) {
        return ALL.stream().filter(metric -> metric.id().equals(id)).findFirst();
    }

    /// The metric of a run whose user named none.
    public static Metric defaultFor(Task task) {
        return switch (task) {
            case BINARY -> ROC_AUC;
            case MULTICLASS -> LOG_LOSS;
            case REGRESSION -> RMSE;
        };
    }
}
