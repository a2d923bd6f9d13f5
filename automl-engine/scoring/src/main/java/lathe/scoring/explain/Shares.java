package lathe.scoring.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Gathers what the duels of one row gave into amounts with standard errors.
final class Shares {

    private final List<String> columns;
    private final double[] sum;
    private final double[] squares;
    private final double[] within;
    private int duels;

    Shares(List<String> columns) {
        this.columns = columns;
        this.sum = new double[columns.size()];
        this.squares = new double[columns.size()];
        this.within = new double[columns.size()];
    }

    /// Adds a duel with its answers; returns the place after its last answer.
    int add(Duel duel, double[] answers, int from) {
        int samples = duel.samples();
        double[][] shares = new double[samples][columns.size()];
        int next = duel.read(answers, from, shares);
        for (int column = 0; column < sum.length; column++) {
            double mean = 0;
            for (double[] share : shares) {
                mean += share[column] / samples;
            }
            double spread = 0;
            for (double[] share : shares) {
                spread += (share[column] - mean) * (share[column] - mean);
            }
            sum[column] += mean;
            squares[column] += mean * mean;
            within[column] += samples > 1 ? spread / (samples - 1) / samples : 0;
        }
        duels++;
        return next;
    }

    /// @param between whether the spread from duel to duel counts as error: the background rows are a sample, too, or there
    ///                was one sample from each
    Contributions contributions(double base, double prediction, boolean between) {
        double[] amounts = new double[sum.length];
        double[] variances = new double[sum.length];
        double total = 0;
        for (int column = 0; column < amounts.length; column++) {
            amounts[column] = sum[column] / duels;
            total += amounts[column];
            variances[column] = between ? between(column) : within[column] / duels / duels;
        }
        // Where only some background rows took part, their mean answer is not quite the base.
        spread(prediction - base - total, amounts, variances);
        List<Contribution> contributions = new ArrayList<>();
        for (int column = 0; column < amounts.length; column++) {
            contributions.add(new Contribution(columns.get(column), amounts[column], Math.sqrt(variances[column])));
        }
        contributions.sort(Comparator.comparingDouble((Contribution each) -> -Math.abs(each.amount())));
        return new Contributions(base, prediction, contributions);
    }

    // Variance of the mean over duels; with a single duel nothing is known and nothing is said.
    private double between(int column) {
        if (duels < 2) {
            return 0;
        }
        double mean = sum[column] / duels;
        return Math.max(0, squares[column] / duels - mean * mean) / (duels - 1);
    }

    // By variance; without any, by size; and evenly if nothing moved at all.
    private static void spread(double rest, double[] amounts, double[] variances) {
        double[] weights = variances;
        if (Arrays.stream(weights).sum() == 0) {
            weights = Arrays.stream(amounts).map(Math::abs).toArray();
        }
        if (Arrays.stream(weights).sum() == 0) {
            weights = Arrays.stream(amounts).map(amount -> 1).toArray();
        }
        double all = Arrays.stream(weights).sum();
        for (int column = 0; column < amounts.length; column++) {
            amounts[column] += rest * weights[column] / all;
        }
    }
}
