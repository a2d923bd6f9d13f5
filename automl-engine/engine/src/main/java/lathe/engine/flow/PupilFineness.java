package lathe.engine.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import lathe.engine.flow.pupil.Lessons;
import lathe.engine.flow.pupil.MixedRows;
import lathe.engine.flow.pupil.Teaching;
import lathe.engine.flow.pupil.TruthShare;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.engine.search.RunData;
import lathe.scoring.Predictions;

/// Whether a pupil that learns the truth itself cuts rows finely, as one does that learns a teacher's answers, or as a plain boosted
/// model: what either foretells out of fold, learnt from some of the rows with some of the rounds. The teacher is not needed for it.
final class PupilFineness {

    private static final int MOST_ROWS = 10_000;
    private static final int MOST_JUDGED = 20_000;
    private static final int ROUNDS = 300;
    private static final double SHARE = 0.2;   // of the time

    private PupilFineness() { }

    /// @param fine how a teacher's answers would be learnt
    /// @return fine or plain; fine if there is no time to tell
    static Teaching chosen(PreparedRun run, Teaching fine, PupilCrew crew, Seed seed, PupilMaking.Time time) {
        RunData data = run.search();
        MixedRows rows = MixedRows.draw(run.raw(), MOST_ROWS, 0, seed.child("rows", 0));
        Lessons lessons = new Lessons(rows, data.target(), data.folds(), Lessons.Trust.truthAlone(1));
        Deadline end = time.counted() ? time.deadline() : Deadline.in(Duration.ofMillis((long) (1000 * SHARE * time.deadline().secondsLeft())));
        List<Callable<Both>> fits = new ArrayList<>();
        for (int fold = 0; fold < data.folds().count(); fold++) {
            Lessons.Lesson lesson = lessons.of(fold, rows.rows());
            FitContext context = new FitContext(seed.child("fit", fold), end, time.finish(), fine.recipe().directions());
            fits.add(() -> both(run, fine, lesson, context, rows.rows()));
        }
        List<Both> taught = crew.all(fits);
        if (taught.stream().anyMatch(both -> both.fine().form().trees() < ROUNDS || both.plain().form().trees() < ROUNDS)) {
            return fine;
        }
        return explained(run, taught.stream().map(Both::plain).toList()) > explained(run, taught.stream().map(Both::fine).toList()) ? fine.plain() : fine;
    }

    private record Both(Teaching.Taught fine, Teaching.Taught plain) { }

    private static Both both(PreparedRun run, Teaching fine, Lessons.Lesson lesson, FitContext context, int all) {
        Teaching.Prepared prepared = fine.prepare(lesson, context.deadline());
        return new Both(fine.grow(prepared, settings(run, fine, lesson.counts(), all), context),
                fine.plain().grow(prepared, settings(run, fine.plain(), lesson.counts(), all), context));
    }

    // Of some validation rows of each fold.
    private static double explained(PreparedRun run, List<Teaching.Taught> ofFolds) {
        RunData data = run.search();
        int step = Math.ceilDiv(data.folds().validated().length, MOST_JUDGED);
        int[][] rows = new int[ofFolds.size()][];
        double[][] answers = new double[ofFolds.size()][];
        for (int fold = 0; fold < rows.length; fold++) {
            int[] validation = data.folds().validation(fold);
            rows[fold] = IntStream.range(0, validation.length).filter(i -> i % step == 0).map(i -> validation[i]).toArray();
            answers[fold] = ofFolds.get(fold).predict(data.table().select(rows[fold])).values();
        }
        Target truth = data.target().select(Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray());
        return TruthShare.of(truth, new Predictions(run.signature().outputs(), Arrays.stream(answers).flatMapToDouble(Arrays::stream).toArray()));
    }

    // The pupil itself has all rows: leaves of a plain one that has as many here would be smaller ones than it will have.
    private static Hyperparameters settings(PreparedRun run, Teaching manner, double rows, int all) {
        Hyperparameters settings = manner.settings(run.shape(), ROUNDS, rows);
        return manner.fine() ? settings : settings.with("leaves", Math.max(2, (int) (settings.whole("leaves") * rows / all)));
    }
}
