package lathe.lightgbm;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lathe.engine.learn.FitRows;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Target;
import lathe.engine.learn.TargetScale;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.form.LevelSets;
import lathe.scoring.form.Link;

/// What LightGBM is told, and what its raw sums mean.
///
/// @param text   parameters in LightGBM's own words
/// @param link   turns raw sums into answers
/// @param raw    number of raw sums of a row
record LightGbmSettings(String text, Link link, int raw) {

    static LightGbmSettings of(FitRows rows, Hyperparameters hyperparameters, Seed seed) {
        Target target = rows.target();
        Link link = switch (target.task()) {
            case BINARY -> Link.LOGISTIC;
            case MULTICLASS -> Link.SOFTMAX;
            case REGRESSION -> TargetScale.of(target, hyperparameters.choice("target")).link();
        };
        String objective = switch (target.task()) {
            case BINARY -> "objective=binary metric=binary_logloss";
            case MULTICLASS -> "objective=multiclass metric=multi_logloss num_class=" + target.classCount();
            case REGRESSION -> "objective=regression metric=l2";
        };
        String text = String.format(Locale.ROOT, "%s num_threads=1 deterministic=true force_row_wise=true verbosity=-1 seed=%d "
                + "num_leaves=%d learning_rate=%s min_data_in_leaf=%d min_sum_hessian_in_leaf=%s bagging_fraction=%s bagging_freq=1 "
                + "feature_fraction=%s feature_fraction_bynode=%s lambda_l1=%s lambda_l2=%s min_gain_to_split=%s max_bin=%d%s",
                objective, Math.floorMod(seed.value(), 1_000_000_007), hyperparameters.whole("leaves"),
                hyperparameters.number("learning_rate"), Math.min(hyperparameters.whole("leaf_rows"), Math.max(1, target.rows() / 10)),
                hyperparameters.number("leaf_weight"), hyperparameters.number("rows"), hyperparameters.number("columns"),
                hyperparameters.number("split_columns"), hyperparameters.number("l1"), hyperparameters.number("l2"),
                hyperparameters.number("gain"), hyperparameters.whole("bins"), levels(rows.features()));
        return new LightGbmSettings(text, link, target.task().isClassification() && target.classCount() > 2 ? target.classCount() : 1);
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

    // Only levels that the form can tell apart.
    private static String levels(Matrix features) {
        String columns = IntStream.range(0, features.width())
                .filter(feature -> features.numbersLevels(feature) && isSmallWhole(features.column(feature)))
                .mapToObj(Integer::toString).collect(Collectors.joining(","));
        return columns.isEmpty() ? "" : " categorical_feature=" + columns;
    }

    private static boolean isSmallWhole(double[] column) {
        for (double value : column) {
            if (!(value >= 0 && value < LevelSets.LEVELS && value == Math.rint(value))) {
                return false;
            }
        }
        return true;
    }
}
