package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Target;
import lathe.engine.learn.tree.BoostingLearner;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;

/// Drops the columns' own features that a quick boosted model needs no more than it needs shuffled copies of them: those
/// whose exchange among rows costs no more than the exchange of the best such shadow. Features of other generators stay.
///
/// Source: M. B. Kursa, W. R. Rudnicki, "Feature Selection with the Boruta Package", Journal of Statistical Software 36
/// (2010); need is measured by exchange (L. Breiman, "Random Forests", 2001) on rows the model has not seen.
public record ShadowSelectionGenerator() implements Generator {

    private static final int SAMPLE = 3000;
    private static final int MOST_FEATURES = 300;
    private static final int SHADOWS = 20;

    @Override
    public String id() {
        return "shadow_selection";
    }

    @Override
    public String description() {
        return "Leaves out features that tell no more than shuffled copies of them: where most columns are noise.";
    }

    @Override
    public void fit(RowsAtHand rows, RecipeBuilder builder) {
        int width = rows.features().width();
        if (!rows.worthWhile() || rows.mustStop() || width < 2 || width > MOST_FEATURES) {
            return;
        }
        int[] sample = rows.sample(SAMPLE);
        int[] training = IntStream.range(0, sample.length).filter(i -> i % 3 != 0).map(i -> sample[i]).toArray();
        int[] rest = IntStream.range(0, sample.length).filter(i -> i % 3 == 0).map(i -> sample[i]).toArray();
        Matrix shadowed = shadowed(rows.features(), rows.seed().child("shadows", 0).random());
        Form form = form(Residuals.part(shadowed, training), rows.target().select(training), rows.seed().child("shadow model", 0));
        Need need = new Need(form, Residuals.part(shadowed, rest), rows.target().select(rest), rows.seed().child("exchange", 0).random());
        double least = 0;
        for (int shadow = width; shadow < shadowed.width(); shadow++) {
            least = Math.max(least, need.of(shadow));
        }
        Set<String> dropped = new HashSet<>();
        for (int feature = 0; feature < width; feature++) {
            if (need.of(feature) <= least) {
                dropped.add(shadowed.names().get(feature));
            }
        }
        if (dropped.size() < width && !rows.mustStop()) {
            builder.drop(dropped);
        }
    }

    // Copies of features drawn, each shuffled by itself, behind all others.
    private static Matrix shadowed(Matrix features, RandomGenerator random) {
        int shadows = Math.min(SHADOWS, features.width());
        List<String> names = new ArrayList<>(features.names());
        double[][] columns = new double[features.width() + shadows][];
        Set<String> levels = new HashSet<>();
        for (int i = 0; i < columns.length; i++) {
            int source = i < features.width() ? i : shadows == features.width() ? i - features.width() : random.nextInt(features.width());
            columns[i] = i < features.width() ? features.column(i) : shuffled(features.column(source), random);
            if (i >= features.width()) {
                names.add("shadow " + i + " of " + features.names().get(source));
            }
            if (features.numbersLevels(source)) {
                levels.add(names.get(i));
            }
        }
        return new Matrix(names, columns, features.rows(), levels);
    }

    private static double[] shuffled(double[] values, RandomGenerator random) {
        double[] mixed = values.clone();
        for (int i = mixed.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double value = mixed[other];
            mixed[other] = mixed[i];
            mixed[i] = value;
        }
        return mixed;
    }

    private static Form form(Matrix features, Target target, Seed seed) {
        BoostingLearner learner = new BoostingLearner();
        Map<String, Object> changes = new HashMap<>(Map.of("rounds", target.outputs() > 2 ? 50.0 : 90.0, "learning_rate", 0.1, "leaves", 15.0,
                "stopping", "never", "bins", 63.0));
        DataShape shape = new DataShape(target.task(), target.classCount(), target.rows(), features.width());
        return learner.fit(features, target, learner.space(shape).with(changes),
                new FitContext(seed, Deadline.never(), new CancelToken()));
    }

    /// How much the squared error grows when one feature's values are exchanged among the rows.
    private record Need(Form form, Matrix rows, Target target, RandomGenerator random) {

        double of(int feature) {
            double[][] columns = IntStream.range(0, rows.width()).mapToObj(rows::column).toArray(double[][]::new);
            columns[feature] = shuffled(columns[feature], random);
            return error(new Matrix(rows.names(), columns, rows.rows())) - error(rows);
        }

        private double error(Matrix matrix) {
            Predictions predictions = form.predict(Features.of(matrix));
            double squares = 0;
            for (int row = 0; row < target.rows(); row++) {
                for (int k = 0; k < predictions.width(); k++) {
                    double truth = target.classCount() == 0 ? target.value(row) : target.classIndex(row) == k ? 1 : 0;
                    squares += (predictions.at(row, k) - truth) * (predictions.at(row, k) - truth);
                }
            }
            return squares;
        }
    }
}
