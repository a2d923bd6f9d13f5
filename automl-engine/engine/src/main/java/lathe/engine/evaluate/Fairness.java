package lathe.engine.evaluate;

import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Task;

/// Moves single groups of a holdout split so that no class is missing where it must not be.
final class Fairness {

    private static final int HELD = 0;
    private static final int TRAINED = 1;
    private static final int ANY = -1;
    private static final int NONE = -1;

    private final Target target;
    private final Groups groups;
    private final int[] part;
    private final int classes;
    private final int[][] rows;

    /// @param part part of each group: 0 held out, 1 to learn from; changed by the repair
    Fairness(Target target, Groups groups, int[] part) {
        this.target = target;
        this.groups = groups;
        this.part = part;
        this.classes = Math.max(1, target.classCount());
        this.rows = new int[2][classes];
        for (int group = 0; group < part.length; group++) {
            count(group, part[group], 1);
        }
    }

    /// @return whether each row is held out
    /// @throws lathe.scoring.ProblemException if nothing can be held out
    boolean[] repair(Seed seed) {
        int start = part.length == 0 ? 0 : seed.random().nextInt(part.length);
        for (int c = 0; c < classes; c++) {
            if (rows[TRAINED][c] == 0 && rows[HELD][c] > 0) {
                move(smallest(c, HELD, start), TRAINED);
            }
        }
        boolean everyClass = target.task() != Task.MULTICLASS;
        for (int c = 0; everyClass && c < classes; c++) {
            if (rows[HELD][c] == 0) {
                move(smallest(c, TRAINED, start), HELD);
            }
        }
        if (heldRows() == 0) {
            move(smallest(ANY, TRAINED, start), HELD);
        }
        if (heldRows() == 0) {
            throw FoldMaker.tooFewGroups(target.rows());
        }
        boolean[] held = new boolean[target.rows()];
        for (int group = 0; group < part.length; group++) {
            for (int i = 0; i < groups.size(group); i++) {
                held[groups.row(group, i)] = part[group] == HELD;
            }
        }
        return held;
    }

    // Smallest group of a part with a row of the class; from the training part only if every class stays there.
    private int smallest(int wantedClass, int from, int start) {
        int best = NONE;
        for (int i = 0; i < part.length; i++) {
            int group = (start + i) % part.length;
            boolean smaller = best == NONE || groups.size(group) < groups.size(best);
            if (part[group] == from && smaller && holds(group, wantedClass) && (from == HELD || spare(group))) {
                best = group;
            }
        }
        return best;
    }

    private boolean holds(int group, int wantedClass) {
        boolean found = wantedClass == ANY;
        for (int i = 0; i < groups.size(group) && !found; i++) {
            found = classOf(groups.row(group, i)) == wantedClass;
        }
        return found;
    }

    private boolean spare(int group) {
        count(group, TRAINED, -1);
        boolean spare = true;
        for (int i = 0; i < groups.size(group); i++) {
            spare &= rows[TRAINED][classOf(groups.row(group, i))] > 0;
        }
        count(group, TRAINED, 1);
        return spare;
    }

    private void move(int group, int to) {
        if (group != NONE) {
            count(group, part[group], -1);
            count(group, to, 1);
            part[group] = to;
        }
    }

    private void count(int group, int where, int sign) {
        for (int i = 0; i < groups.size(group); i++) {
            rows[where][classOf(groups.row(group, i))] += sign;
        }
    }

    private int heldRows() {
        int sum = 0;
        for (int count : rows[HELD]) {
            sum += count;
        }
        return sum;
    }

    private int classOf(int row) {
        return target.classCount() == 0 ? 0 : target.classIndex(row);
    }
}
