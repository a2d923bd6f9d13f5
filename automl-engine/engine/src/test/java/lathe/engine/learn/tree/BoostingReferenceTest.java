package lathe.engine.learn.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import lathe.engine.learn.Target;
import lathe.scoring.Predictions;
import lathe.scoring.form.Features;
import lathe.scoring.form.Link;
import org.junit.jupiter.api.Test;

/// Against LightGBM 4.7.0 in Python: 5 rounds of 6 leaves at rate 0.1, no least rows but a least hessian of 1 a leaf, lambda_l1 0.1, lambda_l2 1,
/// min_gain_to_split 0.01, min_data_in_bin 1, on [ReferenceTable]; answers for rows 0, 1, 7, 100 and 599. More rounds part
/// where two splits are worth the same but for the rounding of sums.
class BoostingReferenceTest {

    private static final GrowthRules.LevelRules NO_LEVELS = new GrowthRules.LevelRules(4, 10, 10, 10, 32);
    private static final int[] ASKED = {0, 1, 7, 100, 599};

    private static GrowthRules growth(int... monotone) {
        return new GrowthRules(6, 64, 0, 1, 0.1, 1, 0.01, 1, 1, NO_LEVELS, false, monotone);
    }

    private static Predictions fit(Target target, Loss loss, GrowthRules growth) {
        BinnedMatrix matrix = BinnedMatrix.of(ReferenceTable.FEATURES, 255);
        BoostingRules rules = new BoostingRules(5, 0.1, 1, false, growth);
        return new BoostingFit(matrix, target, loss, rules, ReferenceTable.calm(),
                (fitted, mustStop) -> new LeafWiseGrower(matrix, growth, mustStop)).form()
                .predict(Features.of(ReferenceTable.FEATURES));
    }

    private static Predictions regression(PointLoss loss, double[] values, GrowthRules growth) {
        Target target = Target.regression(values);
        return fit(target, new NumberLoss(loss, target, values, Link.IDENTITY), growth);
    }

    private static double[] asked(Predictions predictions, int output) {
        return Arrays.stream(ASKED).mapToDouble(row -> predictions.at(row, output)).toArray();
    }

    @Test
    void squaredErrorIsLightGbms() {
        assertArrayEquals(new double[] {0.7749510239203394, 1.3883317750392141, 0.8578385564885205,
                1.1381103833372936, 0.7749510239203394}, asked(regression(new PointLoss.Squared(), ReferenceTable.Y, growth()), 0), 1e-6);
    }

    @Test
    void logLossOfTwoClassesIsLightGbms() {
        double median = PointLoss.quantile(ReferenceTable.Y.clone(), ReferenceTable.ROWS, 0.5);
        Target target = Target.classes(Arrays.stream(ReferenceTable.Y).mapToInt(y -> y > median ? 1 : 0).toArray(), 2);

        Predictions predictions = fit(target, new LogisticLoss(target), growth());

        assertArrayEquals(new double[] {0.4350038376094787, 0.6752722657641144, 0.4281118220656807,
                0.6752722657641144, 0.4924819841280804}, asked(predictions, 1), 1e-6);
    }

    @Test
    void logLossOfThreeClassesIsLightGbms() {
        Target target = Target.classes(ReferenceTable.classes(1.0 / 3, 2.0 / 3), 3);

        Predictions predictions = fit(target, new SoftmaxLoss(target), growth());

        assertArrayEquals(new double[] {0.357303060761724, 0.21982368134850433, 0.3126727678543452,
                0.20892832770744027, 0.2506622339516149}, asked(predictions, 0), 1e-6);
        assertArrayEquals(new double[] {0.20556299306128695, 0.5739628798403803, 0.2876117461742373,
                0.49958521055968197, 0.2396714603703076}, asked(predictions, 2), 1e-6);
    }

    @Test
    void huberLossIsLightGbms() {
        assertArrayEquals(new double[] {0.8047025341961571, 1.0374453053002388, 0.8149085686163744,
                1.0374453053002388, 0.8047025341961571}, asked(regression(new PointLoss.Huber(0.5), ReferenceTable.Y, growth()), 0), 1e-6);
    }

    @Test
    void poissonDevianceIsLightGbms() {
        double[] counts = Arrays.stream(ReferenceTable.Y).map(y -> Math.rint(Math.abs(y) * 2)).toArray();

        assertArrayEquals(new double[] {2.0242832494983665, 2.56565284331528, 2.096909098152071,
                2.432655885856766, 2.0242832494983665}, asked(regression(new PointLoss.Poisson(), counts, growth()), 0), 1e-6);
    }

    @Test
    void aMonotoneFeatureNeverLowersTheAnswer() {
        Predictions predictions = regression(new PointLoss.Squared(), ReferenceTable.Y, growth(1, 0, 0));

        assertArrayEquals(new double[] {0.5062922792355985, 1.4121227877197304, 0.8459429222116424,
                1.1033607201144657, 0.5062922792355985}, asked(predictions, 0), 1e-6);
    }

    @Test
    void theMedianIsAnsweredForAbsoluteError() {
        double[] skewed = IntStream.range(0, ReferenceTable.ROWS).mapToDouble(i -> i % 3 == 0 ? 100 : 1).toArray();
        GrowthRules coarse = new GrowthRules(2, 64, 200, 0, 0, 1, 0, 1, 1, NO_LEVELS, false, new int[0]);

        Predictions predictions = regression(new PointLoss.Quantile(0.5), skewed, coarse);

        assertTrue(Arrays.stream(predictions.values()).allMatch(answer -> answer == 1), "two thirds of the rows are 1");
    }
}
