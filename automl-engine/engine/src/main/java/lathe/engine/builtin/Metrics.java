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
import lathe.engine.evaluate.Pinball;
import lathe.engine.evaluate.PrAuc;
import lathe.engine.evaluate.R2;
import lathe.engine.evaluate.Rmse;
import lathe.engine.evaluate.RocAuc;
import lathe.engine.learn.AskedLoss;
import lathe.scoring.Task;

/// Every metric Lathe knows, in the order in which they are shown.
public final class Metrics {

    private static final Metric ROC_AUC = new RocAuc();
    private static final Metric LOG_LOSS = new LogLoss();
    private static final Metric RMSE = new Rmse();
    private static final Metric MAE = new Mae();

    private static final List<Metric> ALL = List.of(ROC_AUC, new PrAuc(), LOG_LOSS, new Accuracy(),
            new BalancedAccuracy(), new F1(), new Brier(), RMSE, MAE, new R2());

    private Metrics() {
    }

    public static List<Metric> all() {
        return ALL;
    }

    /// Those that can judge a task, in order.
    public static List<Metric> forTask(Task task) {
        return ALL.stream().filter(metric -> metric.supports(task)).toList();
    }

    /// One of [#all], or the pinball loss of a quantile, whose id carries the level.
    public static Optional<Metric> byId(String id) {
        double level = Pinball.level(id);
        if (!Double.isNaN(level)) {
            return Optional.of(new Pinball(level));
        }
        return ALL.stream().filter(metric -> metric.id().equals(id)).findFirst();
    }

    /// The metric of a run whose user named none, but perhaps a loss.
    public static Metric defaultFor(Task task, AskedLoss loss) {
        return switch (loss.name()) {
            case AskedLoss.QUANTILE -> new Pinball(loss.level());
            case "absolute", "huber", "log_cosh" -> MAE;
            default -> defaultFor(task);
        };
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
