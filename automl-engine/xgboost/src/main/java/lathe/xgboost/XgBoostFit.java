package lathe.xgboost;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.FitRows;
import lathe.scoring.Matrix;
import lathe.scoring.form.LevelSets;
import lathe.scoring.form.Trees;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// One training in the native library.
///
/// @param trees  the model up to its best round
/// @param rounds how many that are
record XgBoostFit(Trees trees, int rounds) {

    private static final int PATIENCE = 50;

    /// So many rounds, fewer if time is up.
    static XgBoostFit of(FitRows rows, XgBoostSettings settings, int rounds, FitContext context) throws XGBoostError {
        DMatrix data = data(rows, settings);
        try {
            Booster booster = XGBoost.train(data, settings.parameters(), 0, Map.of(), null, null);
            try {
                int round = 0;
                while (round < rounds && !context.mustStop()) {
                    booster.update(data, round++);
                }
                return ready(booster, settings, round);
            } finally {
                booster.dispose();
            }
        } finally {
            data.dispose();
        }
    }

    /// Until the held rows have not been predicted better for 50 rounds.
    static XgBoostFit stoppingEarly(FitRows rows, FitRows held, XgBoostSettings settings, int rounds, FitContext context)
            throws XGBoostError {
        DMatrix data = data(rows, settings);
        DMatrix judge = data(held, settings);
        try {
            Booster booster = XGBoost.train(data, settings.parameters(), 0, Map.of("held", judge), null, null);
            try {
                int best = 0;
                double least = Double.POSITIVE_INFINITY;
                for (int round = 1; round <= rounds && round <= best + PATIENCE && !context.mustStop(); round++) {
                    booster.update(data, round - 1);
                    double loss = loss(booster.evalSet(new DMatrix[] {judge}, new String[] {"held"}, round - 1));
                    if (loss < least || best == 0) {
                        least = loss;
                        best = round;
                    }
                }
                return ready(booster, settings, best);
            } finally {
                booster.dispose();
            }
        } finally {
            data.dispose();
            judge.dispose();
        }
    }

    // It comes as text: "[3] held-logloss:0.531"
    private static double loss(String told) {
        return Double.parseDouble(told.substring(told.lastIndexOf(':') + 1).strip());
    }

    private static XgBoostFit ready(Booster booster, XgBoostSettings settings, int rounds) throws XGBoostError {
        if (rounds == 0) {
            throw new CancellationException("time was up before the first round");
        }
        return new XgBoostFit(ModelJson.trees(booster.toByteArray("json"), rounds, settings), rounds);
    }

    static DMatrix data(FitRows rows, XgBoostSettings settings) throws XGBoostError {
        Matrix features = rows.features();
        DMatrix data = new DMatrix(byRow(features), features.rows(), features.width(), Float.NaN);
        data.setLabel(settings.labels(rows.target()));
        float[] weights = new float[rows.target().rows()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = (float) rows.target().weight(row);
        }
        data.setWeight(weights);
        data.setFeatureTypes(IntStream.range(0, features.width()).mapToObj(feature ->
                features.numbersLevels(feature) && isSmallWhole(features.column(feature)) ? "c" : "q").toArray(String[]::new));
        return data;
    }

    // Only levels that the form can tell apart.
    private static boolean isSmallWhole(double[] column) {
        for (double value : column) {
            if (!(value >= 0 && value < LevelSets.LEVELS && value == Math.rint(value))) {
                return false;
            }
        }
        return true;
    }

    static float[] byRow(Matrix features) {
        int width = features.width();
        float[] flat = new float[Math.multiplyExact(features.rows(), width)];
        for (int feature = 0; feature < width; feature++) {
            double[] column = features.column(feature);
            for (int row = 0; row < column.length; row++) {
                flat[row * width + feature] = (float) Math.clamp(column[row], -Float.MAX_VALUE, Float.MAX_VALUE);
            }
        }
        return flat;
    }
}
