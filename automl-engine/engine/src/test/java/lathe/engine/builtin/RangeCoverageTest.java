package lathe.engine.builtin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lathe.engine.evaluate.Conformal;
import lathe.engine.evaluate.FoldMaker;
import lathe.engine.evaluate.FoldPlan;
import lathe.engine.evaluate.RowGroups;
import lathe.engine.learn.Learner;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.Predictions;
import lathe.scoring.Task;
import lathe.scoring.Uncertainty;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Ranges and sets as a run makes them: bounds from out-of-fold predictions, answers from the mean of the fold models.
class RangeCoverageTest {

    private static final int SPLITS = 8;
    private static final int ROWS = 300;
    private static final int FRESH = 400;
    private static final int FOLDS = 5;

    static Stream<Arguments> learnersAndTasks() {
        return Stream.of(Arguments.of("ridge", Task.REGRESSION), Arguments.of("forest", Task.REGRESSION),
                Arguments.of("tree", Task.REGRESSION), Arguments.of("logistic", Task.BINARY),
                Arguments.of("forest", Task.MULTICLASS));
    }

    // 8 splits of 300 and 400 rows: a standard error of 0.006 from the bounds and 0.005 from the rows, three of them.
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("learnersAndTasks")
    void newRowsAreCoveredAsStated(String id, Task task) {
        int covered = 0;
        for (int split = 0; split < SPLITS; split++) {
            covered += covered(Learners.byId(id), task, split);
        }
        double share = (double) covered / (SPLITS * FRESH);

        assertTrue(share >= Conformal.LEVEL - 0.024, "covered " + share);
        // the mean of five models is somewhat better than each of them
        assertTrue(share <= 0.96, "covered " + share);
    }

    private static int covered(Learner learner, Task task, int split) {
        ToyTable known = ToyTable.of(task, ROWS, 4, 2L * split);
        ToyTable fresh = ToyTable.of(task, FRESH, 4, 2L * split + 1);
        FoldPlan plan = FoldMaker.folds(known.target(), FOLDS, RowGroups.each(ROWS), new Seed(split));
        int width = known.target().outputs();
        double[] outOfFold = new double[ROWS * width];
        double[] mean = new double[FRESH * width];
        for (int fold = 0; fold < FOLDS; fold++) {
            int[] train = plan.train(fold);
            ToyTable part = new ToyTable(select(known.features(), train), known.target().select(train));
            Form form = learner.fit(part.features(), part.target(), learner.space(part.shape()).defaults(), ToyTable.calm(split));
            int[] judged = plan.validation(fold);
            double[] values = form.predict(Features.of(select(known.features(), judged))).values();
            for (int i = 0; i < judged.length; i++) {
                System.arraycopy(values, i * width, outOfFold, judged[i] * width, width);
            }
            double[] answers = form.predict(Features.of(fresh.features())).values();
            Arrays.setAll(mean, i -> mean[i] + answers[i] / FOLDS);
        }
        Uncertainty uncertainty = Conformal.of(known.target(), new Predictions(width, outOfFold), Conformal.LEVEL);
        Predictions answers = new Predictions(width, mean);
        return (int) IntStream.range(0, FRESH).filter(row -> switch (uncertainty) {
            case Uncertainty.None _ -> false;
            case Uncertainty.Range range -> range.low(answers.at(row, 0)) <= fresh.target().value(row)
                    && fresh.target().value(row) <= range.high(answers.at(row, 0));
            case Uncertainty.Sets sets -> sets.of(answers, row).contains(fresh.target().classIndex(row));
        }).count();
    }

    private static Matrix select(Matrix matrix, int[] rows) {
        List<String> names = matrix.names();
        double[][] columns = IntStream.range(0, names.size()).mapToObj(feature -> IntStream.of(rows)
                .mapToDouble(row -> matrix.at(row, feature)).toArray()).toArray(double[][]::new);
        return new Matrix(names, columns, rows.length);
    }
}
