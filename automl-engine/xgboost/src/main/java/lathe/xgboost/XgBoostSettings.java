package lathe.xgboost;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Target;
import lathe.engine.learn.TargetScale;
import lathe.engine.provenance.Seed;
import lathe.scoring.form.Link;

/// What XGBoost is told, and what its raw sums mean.
///
/// @param parameters in XGBoost's own words
/// @param link       turns raw sums into answers
/// @param raw        number of raw sums of a row
/// @param base       where each raw sum starts
record XgBoostSettings(Map<String, Object> parameters, Link link, int raw, double base) {

    XgBoostSettings {
        parameters = Map.copyOf(parameters);
    }

    static XgBoostSettings of(Target target, Hyperparameters hyperparameters, Seed seed) {
        Map<String, Object> told = new HashMap<>(Map.of("booster", "gbtree", "tree_method", "hist", "nthread", 1, "verbosity", 0,
                "seed", Math.floorMod(seed.value(), 1_000_000_007)));
        told.put("eta", hyperparameters.number("learning_rate"));
        told.put("grow_policy", hyperparameters.choice("grow"));
        told.put("max_depth", hyperparameters.choice("grow").equals("lossguide") ? 0 : hyperparameters.whole("depth"));
        told.put("max_leaves", hyperparameters.choice("grow").equals("lossguide") ? 1 << hyperparameters.whole("depth") : 0);
        for (Map.Entry<String, String> word : Map.of("leaf_weight", "min_child_weight", "rows", "subsample", "columns",
                "colsample_bytree", "level_columns", "colsample_bylevel", "split_columns", "colsample_bynode", "l1", "alpha", "l2",
                "lambda", "gain", "gamma").entrySet()) {
            told.put(word.getValue(), hyperparameters.number(word.getKey()));
        }
        told.put("max_bin", hyperparameters.whole("bins"));
        return switch (target.task()) {
            case BINARY -> done(told, List.of("binary:logistic", "logloss"), 0.5, Link.LOGISTIC, 1, 0);
            case MULTICLASS -> {
                told.put("num_class", target.classCount());
                yield done(told, List.of("multi:softprob", "mlogloss"), 0.5, Link.SOFTMAX, target.classCount(), 0.5);
            }
            case REGRESSION -> {
                TargetScale scale = TargetScale.of(target, hyperparameters.choice("target"));
                float mean = (float) TargetScale.mean(scale.values());
                yield done(told, List.of("reg:squarederror", "rmse"), mean, scale.link(), 1, mean);
            }
        };
    }

    private static XgBoostSettings done(Map<String, Object> told, List<String> objectiveAndMetric, double score, Link link, int raw,
            double base) {
        told.put("objective", objectiveAndMetric.getFirst());
        told.put("eval_metric", objectiveAndMetric.getLast());
        told.put("base_score", score);
        return new XgBoostSettings(told, link, raw, base);
    }

    /// The labels on the scale that is learnt.
    float[] labels(Target target) {
        float[] labels = new float[target.rows()];
        for (int row = 0; row < labels.length; row++) {
            double value = target.value(row);
            labels[row] = (float) (link == Link.EXPM1 ? Math.log1p(value) : value);
        }
        return labels;
    }
}
