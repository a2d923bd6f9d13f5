package lathe.engine.flow;

import java.util.Arrays;
import java.util.stream.IntStream;
import lathe.engine.evaluate.DuplicateGroups;
import lathe.engine.evaluate.FoldMaker;
import lathe.engine.evaluate.FoldPlan;
import lathe.engine.evaluate.Holdout;
import lathe.engine.evaluate.NamedFolds;
import lathe.engine.evaluate.RowGroups;
import lathe.engine.evaluate.TimeOrder;
import lathe.engine.evaluate.Validation;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.engine.track.SearchSettings;
import lathe.scoring.Column;
import lathe.scoring.Schema;
import lathe.scoring.Table;

/// Which rows of a run the search may see, which are kept for the final score, and which fold judges each row. Equal rows,
/// target and settings give the same split, so it can be found again long after the run.
final class RowsApart {

    // Of a single split, what is judged on; of folds in time, what comes before the first.
    private static final double SINGLE_SHARE = 0.2;
    private static final double FIRST_WINDOW = 0.5;

    private final int[] kept;
    private final int[] held;
    private final long[] drawn;
    private final Folds folds;

    /// Makes the folds of the rows kept.
    private interface Folds {
        FoldPlan plan(Target searched, int wanted);
    }

    private RowsApart(int[] kept, int[] held, long[] drawn, Folds folds) {
        this.kept = kept;
        this.held = held;
        this.drawn = drawn;
        this.folds = folds;
    }

    /// @param rows   with a target, in the order of the source, all columns
    /// @param inputs columns the model reads
    /// @param target of these rows
    /// @throws lathe.scoring.ProblemException if the rows cannot be divided as asked
    static RowsApart of(Table rows, Schema inputs, Target target, SearchSettings settings) {
        return switch (settings.validation()) {
            case Validation.Random _ -> atRandom(DuplicateGroups.of(rows.project(inputs)), target, settings);
            case Validation.Group group -> byGroup(ValidationColumn.groups(rows, group, settings.holdout() > 0), target, settings);
            case Validation.Time time -> inTime(ValidationColumn.times(rows, time, settings.holdout() > 0), settings);
            case Validation.OwnFolds own -> asNamed(ValidationColumn.folds(rows, own), rows.project(inputs), settings);
        };
    }

    private static RowsApart atRandom(long[] together, Target target, SearchSettings settings) {
        return divided(together, RowGroups.each(target.rows()), target, settings);
    }

    private static RowsApart byGroup(Column column, Target target, SearchSettings settings) {
        long[] groups = RowGroups.of(column);
        return divided(groups, groups, target, settings);
    }

    private static RowsApart divided(long[] together, long[] drawn, Target target, SearchSettings settings) {
        Seed seed = settings.seed();
        if (settings.holdout() == 0) {
            int[] all = IntStream.range(0, target.rows()).toArray();
            return new RowsApart(all, new int[0], drawn, random(together, seed));
        }
        Holdout split = Holdout.split(target, settings.holdout(), together, seed.child("holdout", 0));
        return new RowsApart(split.train(), split.holdout(), drawn, random(pick(together, split.train()), seed));
    }

    private static Folds random(long[] together, Seed seed) {
        return (searched, wanted) -> wanted == 1
                ? FoldMaker.single(searched, SINGLE_SHARE, together, seed.child("folds", 0))
                : FoldMaker.folds(searched, wanted, together, seed.child("folds", 0));
    }

    private static RowsApart inTime(Column column, SearchSettings settings) {
        int[] held = settings.holdout() == 0 ? new int[0] : TimeOrder.of(column).last(settings.holdout());
        boolean[] late = new boolean[column.rows()];
        Arrays.stream(held).forEach(row -> late[row] = true);
        int[] kept = IntStream.range(0, late.length).filter(row -> !late[row]).toArray();
        TimeOrder order = TimeOrder.of(column.select(kept));
        return new RowsApart(kept, held, RowGroups.each(late.length), (searched, wanted) ->
                wanted == 1 ? order.expanding(1, 1 - SINGLE_SHARE) : order.expanding(wanted, FIRST_WINDOW));
    }

    // A column that only tells training from test rows leaves the folds to chance.
    private static RowsApart asNamed(NamedFolds named, Table features, SearchSettings settings) {
        int[] kept = named.kept();
        Folds folds = named.isPlan() ? (searched, wanted) -> named.plan()
                : random(DuplicateGroups.of(features.select(kept)), settings.seed());
        return new RowsApart(kept, named.held(), RowGroups.each(features.rows()), folds);
    }

    int[] kept() {
        return kept;
    }

    int[] held() {
        return held;
    }

    /// @param searched answers of the rows kept
    /// @param wanted   number of folds, 1 for a single split; own folds have their own number, and there may be fewer
    FoldPlan folds(Target searched, int wanted) {
        return folds.plan(searched, wanted);
    }

    /// Keys of the rows a plan of the rows kept validates, for intervals: rows of a declared group are drawn together.
    long[] drawnValidated(FoldPlan plan) {
        return pick(pick(drawn, kept), plan.validated());
    }

    /// Keys of the rows held out, likewise.
    long[] drawnHeld() {
        return pick(drawn, held);
    }

    private static long[] pick(long[] keys, int[] rows) {
        return Arrays.stream(rows).mapToLong(row -> keys[row]).toArray();
    }
}
