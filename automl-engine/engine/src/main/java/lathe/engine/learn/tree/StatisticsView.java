package lathe.engine.learn.tree;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// A matrix in which features of levels are replaced by [OrderedStatistics], with the way back from its questions.
///
/// @param plain   the matrix as it is
/// @param matrix  with numbers in place of levels, same features
/// @param numbers the number of each code of a replaced feature, by feature
record StatisticsView(BinnedMatrix plain, BinnedMatrix matrix, Map<Integer, double[]> numbers) {

    private static final int ROWS_OF_A_LEVEL = 20;

    /// @param fitted rows that are learnt from
    static StatisticsView of(BinnedMatrix plain, int[] fitted, OrderedStatistics.Answer answer, SymmetricRules rules,
            RandomGenerator random) {
        int[] order = fitted.clone();
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        Map<Integer, double[]> columns = new HashMap<>();
        Map<Integer, double[]> numbers = new HashMap<>();
        for (int feature = 0; feature < plain.width(); feature++) {
            if (plain.numbersLevels(feature)) {
                OrderedStatistics statistics = OrderedStatistics.of(plain, feature, order, answer, rules.smoothing());
                boolean few = plain.codes(feature) - 1 <= rules.fewLevels()
                        && fitted.length >= ROWS_OF_A_LEVEL * (plain.codes(feature) - 1);
                columns.put(feature, (few ? statistics.settled(plain, feature) : statistics).column());
                numbers.put(feature, statistics.ofCode());
            }
        }
        return new StatisticsView(plain, columns.isEmpty() ? plain : plain.with(columns, rules.bins()), numbers);
    }

    /// A question of this view.
    record Asked(int feature, int code, boolean missingLeft) { }

    /// Writes a question of this view as one of the plain matrix.
    void ask(BinnedTree tree, int node, Asked asked, int left, int right) {
        int feature = asked.feature();
        int code = asked.code();
        double[] ofCode = numbers.get(feature);
        tree.split(node, feature, ofCode == null ? code : 0, asked.missingLeft(), left, right);
        if (ofCode != null) {
            double threshold = matrix.threshold(feature, code);
            int[] goLeft = IntStream.range(1, ofCode.length).filter(each -> ofCode[each] <= threshold).toArray();
            tree.levels(node, CodeSet.of(goLeft, goLeft.length));
        }
    }
}
