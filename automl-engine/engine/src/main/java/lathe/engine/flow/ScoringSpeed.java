package lathe.engine.flow;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import lathe.scoring.NumberColumn;
import lathe.scoring.Pipeline;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;
import lathe.scoring.pack.MemberFile;
import lathe.scoring.step.FittedRecipe;

/// Processor time of answers, measured here and now on one core, preparing included.
///
/// @param rowMicros    microseconds for one row among many
/// @param singleMillis milliseconds for one row alone
record ScoringSpeed(double rowMicros, double singleMillis) {

    private static final int MANY = 2_000;
    private static final int FEW = 250;   // of whoever takes longer than the least seconds for them
    private static final int SINGLES = 100;
    private static final double LEAST_SECONDS = 0.02;
    private static final double WARM_SECONDS = 0.3;   // of a whole package, on which the limit is decided
    private static final int MOST_REPETITIONS = 30;

    /// @param rows at least one, with the inputs; further columns are ignored
    static ScoringSpeed of(Pipeline pipeline, Table rows) {
        return new ScoringSpeed(rowMicros(pipeline, rows), singleMillis(pipeline, rows));
    }

    /// The quicker of two measurements in each: other programs only ever disturb.
    ScoringSpeed orQuicker(ScoringSpeed other) {
        return new ScoringSpeed(Math.min(rowMicros, other.rowMicros), Math.min(singleMillis, other.singleMillis));
    }

    /// Microseconds for one row among many.
    static double rowMicros(Pipeline pipeline, Table rows) {
        return rowMicros(rows.project(pipeline.signature().inputs()), WARM_SECONDS, table -> pipeline.predict(table).rows());
    }

    /// @param cold whether its code has not run yet, so that it takes a while until it is as quick as it will be
    static double rowMicros(MemberFile member, Table rows, boolean cold) {
        return rowMicros(rows, cold ? WARM_SECONDS : LEAST_SECONDS, table -> member.form().predict(Features.of(member.recipe().apply(table))).rows());
    }

    /// @param warm whether it runs until it is as quick as it will be
    static double rowMicros(FittedRecipe recipe, Form form, Table rows, boolean warm) {
        return rowMicros(rows, warm ? WARM_SECONDS : LEAST_SECONDS, table -> form.predict(Features.of(recipe.apply(table))).rows());
    }

    private static double rowMicros(Table rows, double leastSeconds, ToIntFunction<Table> answer) {
        Table few = repeated(rows, FEW);
        Work ofFew = () -> answer.applyAsInt(few);
        Table many = Math.min(seconds(ofFew), seconds(ofFew)) > LEAST_SECONDS ? few : repeated(rows, MANY);
        return 1e6 * fastest(leastSeconds, () -> answer.applyAsInt(many)) / many.rows();
    }

    private static double singleMillis(Pipeline pipeline, Table rows) {
        Table one = single(rows.project(pipeline.signature().inputs()));
        return 1e3 / SINGLES * fastest(WARM_SECONDS, () -> {
            int answered = 0;
            for (int i = 0; i < SINGLES; i++) {
                answered += pipeline.predict(one).rows();
            }
            return answered;
        });
    }

    private static Table repeated(Table rows, int count) {
        return rows.select(IntStream.range(0, count).map(row -> row % rows.rows()).toArray());
    }

    // As it would come from outside, with no levels but its own.
    private static Table single(Table rows) {
        Table row = rows.select(new int[] {0});
        return new Table(row.schema(), row.columns().stream().map(column -> switch (column) {
            case NumberColumn numbers -> numbers;
            case StringColumn texts -> StringColumn.of(List.of(texts.text(0)));
        }).toList());
    }

    /// Answers something and says how many rows.
    private interface Work {
        int run();
    }

    // The first times teach the virtual machine, and other programs disturb; the fastest is the nearest to what it takes.
    private static double fastest(double leastSeconds, Work work) {
        double best = Double.POSITIVE_INFINITY;
        double all = 0;
        for (int i = 0; i < MOST_REPETITIONS && (i < 3 || all < leastSeconds); i++) {
            double seconds = seconds(work);
            best = Math.min(best, seconds);
            all += seconds;
        }
        return best;
    }

    private static double seconds(Work work) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int answered = work.run();
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e9;
        return answered > 0 ? seconds : Double.POSITIVE_INFINITY;
    }
}
