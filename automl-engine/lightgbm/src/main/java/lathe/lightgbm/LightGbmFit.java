package lathe.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.concurrent.CancellationException;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.FitRows;
import lathe.scoring.Matrix;
import lathe.scoring.form.Trees;
import org.jspecify.annotations.Nullable;

/// One training in the native library.
///
/// @param trees  the model up to its best round
/// @param rounds how many that are
record LightGbmFit(Trees trees, int rounds) {

    private static final int PATIENCE = 50;

    /// So many rounds, fewer if time is up.
    static LightGbmFit of(FitRows rows, LightGbmSettings settings, int rounds, FitContext context) throws LGBMException {
        try (LGBMDataset data = data(rows, settings, null); LGBMBooster booster = LGBMBooster.create(data, settings.text())) {
            int round = 0;
            boolean done = false;
            while (round < rounds && !done && !context.mustStop()) {
                done = booster.updateOneIter();
                round++;
            }
            return ready(booster, settings, round);
        }
    }

    /// Until the held rows have not been predicted better for 50 rounds.
    static LightGbmFit stoppingEarly(FitRows rows, FitRows held, LightGbmSettings settings, int rounds, FitContext context)
            throws LGBMException {
        try (LGBMDataset data = data(rows, settings, null); LGBMDataset judge = data(held, settings, data);
                LGBMBooster booster = LGBMBooster.create(data, settings.text())) {
            booster.addValidData(judge);
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            boolean done = false;
            for (int round = 1; round <= rounds && round <= best + PATIENCE && !done && !context.mustStop(); round++) {
                done = booster.updateOneIter();
                double loss = booster.getEval(1)[0];
                if (loss < least || best == 0) {
                    least = loss;
                    best = round;
                }
            }
            return ready(booster, settings, best);
        }
    }

    private static LightGbmFit ready(LGBMBooster booster, LightGbmSettings settings, int rounds) throws LGBMException {
        if (rounds == 0) {
            throw new CancellationException("time was up before the first round");
        }
        String model = booster.saveModelToString(0, rounds, FeatureImportanceType.GAIN);
        return new LightGbmFit(ModelText.trees(model, settings.raw(), settings.link()), rounds);
    }

    private static LGBMDataset data(FitRows rows, LightGbmSettings settings, @Nullable LGBMDataset reference) throws LGBMException {
        Matrix features = rows.features();
        LGBMDataset data = LGBMDataset.createFromMat(byRow(features), features.rows(), features.width(), true, settings.text(), reference);
        data.setField("label", settings.labels(rows.target()));
        return data;
    }

    static double[] byRow(Matrix features) {
        int width = features.width();
        double[] flat = new double[Math.multiplyExact(features.rows(), width)];
        for (int feature = 0; feature < width; feature++) {
            double[] column = features.column(feature);
            for (int row = 0; row < column.length; row++) {
                flat[row * width + feature] = column[row];
            }
        }
        return flat;
    }
}
