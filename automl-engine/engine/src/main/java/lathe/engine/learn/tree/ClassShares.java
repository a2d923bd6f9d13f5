package lathe.engine.learn.tree;

import java.util.Arrays;
import lathe.engine.learn.Target;

/// Share of each class, none of them 0: a class may be absent from a fold.
final class ClassShares {

    private ClassShares() { }

    static double[] of(Target target) {
        double[] shares = new double[target.classCount()];
        Arrays.fill(shares, 0.5);
        for (int row = 0; row < target.rows(); row++) {
            shares[target.classIndex(row)] += target.weight(row);
        }
        double total = target.totalWeight() + 0.5 * shares.length;
        return Arrays.stream(shares).map(share -> share / total).toArray();
    }
}
