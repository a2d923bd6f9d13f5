package lathe.engine.learn.tree;

import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import lathe.engine.provenance.Seed;

/// One [SymmetricGrower] for each raw sum and each order of the rows; every tree is grown by one of them, drawn by lot.
final class SymmetricGrowers implements TreeGrower {

    private static final long MOST_CELLS = 400_000_000;

    private final SymmetricGrower[][] growers;

    /// @param sums   raw sums of the loss
    /// @param fitted rows that are learnt from
    SymmetricGrowers(BinnedMatrix matrix, Loss loss, int sums, int[] fitted, SymmetricRules rules, Seed seed,
            BooleanSupplier mustStop) {
        long cells = (long) matrix.rows() * (matrix.width() + 16) * sums;
        int orders = Math.clamp(MOST_CELLS / Math.max(1, cells), 1, rules.orders());
        growers = new SymmetricGrower[sums][orders];
        Histograms.Pool pool = new Histograms.Pool();
        for (int sum = 0; sum < sums; sum++) {
            int own = sum;
            for (int order = 0; order < orders; order++) {
                StatisticsView view = StatisticsView.of(matrix, fitted, row -> loss.answer(own, row), rules,
                        seed.child("order", order).random());
                growers[sum][order] = new SymmetricGrower(view, rules, pool, mustStop);
            }
        }
    }

    @Override
    public Grown grow(int sum, int[] rows, float[] gradients, RandomGenerator random) {
        SymmetricGrower[] own = growers[sum];
        return own[random.nextInt(own.length)].grow(sum, rows, gradients, random);
    }
}
