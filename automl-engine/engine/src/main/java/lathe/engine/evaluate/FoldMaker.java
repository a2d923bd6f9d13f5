package lathe.engine.evaluate;

import java.util.Arrays;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// Makes fold plans: every fold has its share of each class, or of each tenth of a number's range, and rows of one
/// group share a fold. Equal input and seed give an equal plan.
public final class FoldMaker {

    private static final double TIES_ONLY = 1e-6;
    private static final int NOT_SEEN = -2;
    private static final int SEVERAL = -3;

    private FoldMaker() {
    }

    /// Folds for cross-validation. A class all of whose rows would fall into one fold is always trained on instead, so
    /// every training part knows every class; rarer classes than there are folds are spread as far as they reach.
    ///
    /// @param count  folds wanted, at least 2; there are fewer if there are fewer groups
    /// @param groups key of each row, rows with equal keys stay together; [RowGroups#each] for none
    /// @throws ProblemException if there are not two groups to tell apart
    public static FoldPlan folds(Target target, int count, long[] groups, Seed seed) {
        if (count < 2) {
            throw new IllegalArgumentException("cross-validation needs at least 2 folds, was " + count);
        }
        requireKeys(target, groups);
        Groups members = Groups.of(groups);
        int parts = Math.min(count, members.count());
        if (parts < 2) {
            throw tooFewGroups(target.rows());
        }
        double[] shares = new double[parts];
        Arrays.fill(shares, 1.0 / parts);
        int[] part = new Spread(Strata.of(target), members, shares, TIES_ONLY).deal(seed);
        int[] folds = new int[target.rows()];
        for (int group = 0; group < members.count(); group++) {
            assign(members, group, part[group], folds);
        }
        if (target.task().isClassification()) {
            keepEveryClassTrained(target, members, folds);
        }
        int used = closeGaps(folds, parts);
        if (used == 0) {
            throw tooFewGroups(target.rows());
        }
        return new FoldPlan(folds, used);
    }

    /// One split in place of folds: a plan of one fold, in which only the validation rows are predicted.
    ///
    /// @param share share of rows to validate on, in (0, 1)
    public static FoldPlan single(Target target, double share, long[] groups, Seed seed) {
        int[] folds = new int[target.rows()];
        Arrays.fill(folds, FoldPlan.ALWAYS_TRAINED);
        for (int row : Holdout.split(target, share, groups, seed).holdout()) {
            folds[row] = 0;
        }
        return new FoldPlan(folds, 1);
    }

    static void requireKeys(Target target, long[] groups) {
        if (groups.length != target.rows()) {
            throw new IllegalArgumentException("each row needs a group key, had %d keys for %d rows"
                    .formatted(groups.length, target.rows()));
        }
    }

    static ProblemException tooFewGroups(int rows) {
        return new ProblemException(Problem.of("too-few-rows",
                "The %d rows cannot be divided into rows to learn from and rows to judge by.".formatted(rows),
                "Add rows that differ from each other, at least two of each class."));
    }

    private static void keepEveryClassTrained(Target target, Groups groups, int[] folds) {
        int[] only = new int[target.classCount()];
        Arrays.fill(only, NOT_SEEN);
        for (int row = 0; row < folds.length; row++) {
            int c = target.classIndex(row);
            if (only[c] == NOT_SEEN) {
                only[c] = folds[row];
            } else if (only[c] != folds[row]) {
                only[c] = SEVERAL;
            }
        }
        for (int group = 0; group < groups.count(); group++) {
            for (int i = 0; i < groups.size(group); i++) {
                if (only[target.classIndex(groups.row(group, i))] >= 0) {
                    assign(groups, group, FoldPlan.ALWAYS_TRAINED, folds);
                    break;
                }
            }
        }
    }

    private static void assign(Groups groups, int group, int fold, int[] folds) {
        for (int i = 0; i < groups.size(group); i++) {
            folds[groups.row(group, i)] = fold;
        }
    }

    // Folds that lost all their rows disappear. The number of folds left, 0 if there is nothing to validate on.
    private static int closeGaps(int[] folds, int parts) {
        int[] renamed = new int[parts];
        for (int fold : folds) {
            if (fold >= 0) {
                renamed[fold] = 1;
            }
        }
        int used = 0;
        for (int fold = 0; fold < parts; fold++) {
            renamed[fold] = renamed[fold] == 1 ? used++ : FoldPlan.ALWAYS_TRAINED;
        }
        boolean someAlwaysTrained = false;
        for (int row = 0; row < folds.length; row++) {
            someAlwaysTrained |= folds[row] < 0;
            folds[row] = folds[row] < 0 ? folds[row] : renamed[folds[row]];
        }
        return used == 1 && !someAlwaysTrained ? 0 : used;
    }
}
