package lathe.engine.flow.pupil;

import java.util.Arrays;
import java.util.stream.IntStream;
import lathe.engine.evaluate.FoldPlan;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.Table;
import lathe.scoring.Task;

/// What a blend answered for the rows a pupil is taught on, fold by fold, and the lessons that can be made of it.
///
/// The pupil that is handed over learns from the mean of all fold models. The pupil of a fold, whose answers for that fold's
/// validation rows are to be honest, learns from the answers of that fold's models alone, on rows neither of whose parents
/// those models are judged on. So each row is answered once by every model, and both come out of it.
public final class Lessons {

    private static final double GOLDEN = 0.6180339887498949;
    private static final double LEAST_WEIGHT = 0.01;

    private final MixedRows rows;
    private final Target truth;
    private final FoldPlan folds;
    private final Trust trust;
    private final float[][] answers;   // by fold, then row and output

    /// Rows with the answers to learn.
    ///
    /// @param target weights, and for regression the numbers to learn; a class of each row is drawn by its probabilities, for steps that
    ///               look at the target
    /// @param shares probabilities of the classes to learn, rows × classes; no rows for regression
    /// @param counts as how many real rows they count
    public record Lesson(Table table, Target target, Predictions shares, double counts) { }

    /// What is believed of a row.
    ///
    /// @param truth how much of a real row's answer is the truth, from 0 to 1; the rest is the teacher's
    /// @param mixed as how many real rows a mixed one counts, above 0
    public record Trust(double truth, double mixed) {

        /// Nothing is known of a mixed row but the teacher's answer, so it counts as much as that answer does in a real row's lesson.
        public static Trust shared(double truth) {
            return new Trust(truth, Math.max(LEAST_WEIGHT, 1 - truth));
        }

        /// Real rows are answered by the truth alone, so that no teacher needs to answer them; mixed ones count as where it shares.
        public static Trust truthAlone(double share) {
            return new Trust(1, Math.max(LEAST_WEIGHT, 1 - share));
        }
    }

    /// @param truth of the table the rows come from
    /// @param folds of the same rows
    public Lessons(MixedRows rows, Target truth, FoldPlan folds, Trust trust) {
        this.rows = rows;
        this.truth = truth;
        this.folds = folds;
        this.trust = trust;
        this.answers = new float[folds.count()][rows.rows() * truth.outputs()];
    }

    public MixedRows rows() {
        return rows;
    }

    public Trust trust() {
        return trust;
    }

    /// How many of the first rows need no teacher.
    public int known() {
        return trust.truth >= 1 ? rows.real() : 0;
    }

    /// Notes what the models of a fold answered for some rows one after another. Different rows may be noted by several threads.
    public void answer(int fold, int from, double[] values) {
        for (int i = 0; i < values.length; i++) {
            answers[fold][from * truth.outputs() + i] = (float) values[i];
        }
    }

    /// For the pupil of a fold, or for [FoldPlan#EVERY_ROW] the one that is handed over.
    ///
    /// @param count how many of the first rows have been answered
    public Lesson of(int fold, int count) {
        int[] able = fold == FoldPlan.EVERY_ROW ? IntStream.range(0, count).toArray() : rows.ofParents(count, folds.train(fold));
        return truth.task() == Task.REGRESSION ? ofNumbers(able, fold) : ofClasses(able, fold);
    }

    private Lesson ofNumbers(int[] able, int fold) {
        Target target = Target.regression(Arrays.stream(able).mapToDouble(row -> wanted(row, 0, fold)).toArray());
        return new Lesson(rows.table(able), counted(target, able), new Predictions(1, new double[0]), counts(able));
    }

    private Lesson ofClasses(int[] able, int fold) {
        int k = truth.classCount();
        double[] shares = new double[able.length * k];
        int[] classes = new int[able.length];
        for (int i = 0; i < able.length; i++) {
            double left = (able[i] + 1) * GOLDEN % 1;   // spread evenly
            for (int c = 0; c < k; c++) {
                shares[i * k + c] = wanted(able[i], c, fold);
                classes[i] = left >= 0 ? c : classes[i];
                left -= shares[i * k + c];
            }
        }
        return new Lesson(rows.table(able), counted(Target.classes(classes, k), able), new Predictions(k, shares), counts(able));
    }

    private Target counted(Target target, int[] able) {
        return truth.isWeighted() || trust.mixed < 1 ? target.weighted(Arrays.stream(able).mapToDouble(this::weight).toArray()) : target;
    }

    /// As how many real rows the first rows count.
    public double counts(int count) {
        return counts(IntStream.range(0, count).toArray());
    }

    private double counts(int[] some) {
        return Arrays.stream(some).mapToDouble(this::share).sum();
    }

    private double weight(int row) {
        return truth.weight(rows.base(row)) * share(row);
    }

    private double share(int row) {
        return rows.isReal(row) ? 1 : trust.mixed;
    }

    /// What a row is taught to be answered with.
    ///
    /// @param fold as in [#of]
    double wanted(int row, int output, int fold) {
        double taught = fold == FoldPlan.EVERY_ROW ? mean(row, output) : answers[fold][row * truth.outputs() + output];
        if (!rows.isReal(row)) {
            return taught;
        }
        int own = rows.base(row);
        double known = truth.task() == Task.REGRESSION ? truth.value(own) : truth.classIndex(own) == output ? 1 : 0;
        return trust.truth * known + (1 - trust.truth) * taught;
    }

    private double mean(int row, int output) {
        double sum = 0;
        for (float[] fold : answers) {
            sum += fold[row * truth.outputs() + output];
        }
        return sum / answers.length;
    }
}
