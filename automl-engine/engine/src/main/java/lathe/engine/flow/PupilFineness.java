package lathe.engine.flow;

import java.time.Duration;
import java.util.ArrayList;
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
import lathe.scoring.Task;

/// Whether a pupil that learns the truth itself cuts rows finely, as one does that learns a teacher's answers, or as a plain boosted
/// model: what either foretells out of fold, learnt from some of the rows with some of the rounds. The teacher is not needed for it.
final class PupilFineness {

    private static final int MOST_ROWS = 10_000;
    private static final int ROUNDS = 300;
    private static final double SHARE = 0.2;   // of the time

    private PupilFineness() { }

    /// @param fine how a teacher's answers would be learnt
    /// @return fine or plain; fine if there is no time to tell
    static Teaching chosen(PreparedRun run, Teaching fine, PupilCrew crew, Seed seed, PupilMaking.Time time) {
        RunData data = run.search();
        MixedRows rows = MixedRows.draw(run.raw(), MOST_ROWS, 0, seed.child("rows", 0));
        Lessons lessons = new Lessons(rows, data.target(), data.folds(), 1);
        Deadline end = time.counted() ? time.deadline() : Deadline.in(Duration.ofMillis((long) (1000 * SHARE * time.deadline().secondsLeft())));
        List<Teaching> manners = List.of(fine, fine.plain());
        List<Callable<Teaching.Taught>> fits = new ArrayList<>();
        for (Teaching manner : manners) {
            for (int fold = 0; fold < data.folds().count(); fold++) {
                Lessons.Lesson lesson = lessons.of(fold, rows.rows());
                FitContext context = new FitContext(seed.child("fit", fold), end, time.finish(), manner.recipe().directions());
                Hyperparameters settings = settings(run, manner, lesson.counts(), rows.rows());
                fits.add(() -> manner.fit(lesson, settings, context));
            }
        }
        List<Teaching.Taught> taught = crew.all(fits);
        int sums = run.signature().task() == Task.MULTICLASS ? run.signature().outputs() : 1;
        if (taught.stream().anyMatch(pupil -> pupil.form().trees() < ROUNDS * sums)) {
            return fine;
        }
        Target truth = data.target().select(data.folds().validated());
        double[] explained = IntStream.range(0, manners.size()).mapToDouble(manner -> TruthShare.of(truth,
                PupilMaking.outOfFold(run, taught.subList(manner * data.folds().count(), (manner + 1) * data.folds().count())))).toArray();
        return explained[1] > explained[0] ? fine.plain() : fine;
    }

    // The pupil itself has all rows: leaves of a plain one that has as many here would be smaller ones than it will have.
    private static Hyperparameters settings(PreparedRun run, Teaching manner, double rows, int all) {
        Hyperparameters settings = manner.settings(run.shape(), ROUNDS, rows);
        return manner.fine() ? settings : settings.with("leaves", Math.max(2, (int) (settings.whole("leaves") * rows / all)));
    }
}
