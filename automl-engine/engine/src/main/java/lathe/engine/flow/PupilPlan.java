package lathe.engine.flow;

import java.time.Duration;
import lathe.engine.evaluate.FoldPlan;
import lathe.engine.flow.pupil.Lessons;
import lathe.engine.flow.pupil.Teaching;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;

/// How much a pupil is taught with.
///
/// @param rounds    of boosting
/// @param rows      that it is taught on
/// @param answered  first ones of them that need no answer any more
/// @param answering seconds for the others at most
record PupilPlan(int rounds, int rows, int answered, double answering) {

    /// Rows and share of the time of the first small pupil.
    static final int FIRST_ROWS = 4_000;
    static final double FIRST_SHARE = 0.25;
    /// A fit with fewer of its trees is not what was planned; with more, its score tells.
    static final double LEAST_DONE = 0.3;

    private static final double FIRST_FIT_SHARE = 0.25;
    private static final double USED = 0.85;   // of the time; the rest is for what was estimated wrongly
    private static final double CROWD = 1.2;   // fits side by side hinder each other
    private static final double WARMING = 0.75;   // of longer fits: the code of the first ones is still being compiled
    private static final double GROWTH = 0.6;   // of the seconds of a round with the number of rows; searching for cuts takes as long for few
    private static final double[] SHARES = {1, 0.7, 0.5, 0.35, 0.25, 0.18};   // of the rounds
    private static final double SHARE_FOR_MIXED = 0.5;   // fewer rounds make way for real rows alone
    private static final int MOST_ROUNDS = 1_200;
    private static final int ENOUGH_ROUNDS = 500;   // where nothing limits how long they answer
    private static final int LEAST_ROUNDS = 15;
    private static final int ENOUGH_ROWS = 15_000;
    private static final int ENOUGH_MIXED = 60_000;   // where a mixed row counts as much as a real one
    /// Fewer are no lesson, unless there are no more.
    static final int LEAST_ROWS = 1_000;

    /// @param known rows that need no answer
    static PupilPlan counted(int rows, int known, int rounds) {
        return new PupilPlan(Math.clamp(rounds, Teaching.LEAST_ROUNDS, MOST_ROUNDS), rows, known, Double.POSITIVE_INFINITY);
    }

    Deadline forAnswers(Deadline end) {
        return Double.isInfinite(answering) ? end : Deadline.in(Duration.ofMillis((long) (1000 * answering))).earlier(end);
    }

    /// As many rounds as answer within the limit, by what those of a pupil take; there may be more than it has.
    static int roundsInTime(PreparedRun run, Teaching.Taught pupil, PackageLimits limits) {
        int rounds = pupil.form().trees();
        if (!limits.isQuick()) {
            return ENOUGH_ROUNDS;
        }
        if (rounds <= 1) {
            return rounds;
        }
        TreesSpeed speed = TreesSpeed.of(pupil.recipe(), pupil.form(), run.search().table());
        return (int) Math.min(MOST_ROUNDS, speed.within(limits.plannedMicros()));
    }

    /// What a pupil takes, by what a small one took.
    ///
    /// @param rows      of the small one
    /// @param width     of prepared rows
    /// @param preparing seconds of it, in code that has just been loaded
    /// @param round     seconds of one
    /// @param waves     of fits that follow each other, each as much longer as it is hindered
    private record Pace(int rows, int width, double preparing, double round, double waves) {

        double seconds(int rounds, int some) {
            return waves * (preparing(some) + round * rounds * Math.pow((double) some / rows, GROWTH));
        }

        // Once its code is loaded it takes half as long; half of that goes to a sample, whatever the number of rows.
        private double preparing(int some) {
            return 0.25 * preparing * (1 + (double) some / FIRST_ROWS);
        }
    }

    /// A first small pupil, to learn what the others take.
    ///
    /// @param answered     first rows that need no answer any more
    /// @param most         rows that there may be
    /// @param secondsOfRow of the teacher's answer, all threads at work
    /// @param limits       of the pupil
    record Trial(PreparedRun run, Teaching teaching, Lessons lessons, int answered, int most, double secondsOfRow, PackageLimits limits) {

        /// @param memory bytes for what is prepared
        PupilPlan plan(Seed seed, PupilMaking.Time time, int threads, double memory) {
            Teaching.Taught first = first(seed, time);
            int wanted = rounds(first);
            int fits = run.search().folds().count() + 1;
            int beside = Math.min(threads, fits);
            Pace pace = pace(first, Math.ceilDiv(fits, beside) * (threads > 1 ? CROWD : 1));
            int able = (int) Math.min(most, memory / (bytesOfRow(pace.width()) * beside));
            int enough = Math.min(able, Math.max(ENOUGH_ROWS, (int) (ENOUGH_MIXED * lessons.trust().mixed())));
            PupilPlan best = new PupilPlan(0, 0, answered, 0);
            int real = Math.min(able, lessons.rows().real());
            for (double share : SHARES) {
                int rounds = Math.max(LEAST_ROUNDS, (int) (share * wanted));
                int affordable = affordable(able, rounds, pace, time.deadline().secondsLeft());
                if (affordable > best.rows()) {
                    best = new PupilPlan(wanted, affordable, Math.min(answered, affordable), 1.5 * secondsOfRow * Math.max(0, affordable - answered));
                }
                if (best.rows() >= (share > SHARE_FOR_MIXED ? enough : real)) {
                    return best;
                }
            }
            if (best.rows() < Math.min(LEAST_ROWS, able)) {
                throw new PupilCrew.GaveUp("there was no time for its fits");
            }
            return best;
        }

        // The first fit of a process takes up to twice as long as those that follow.
        private Teaching.Taught first(Seed seed, PupilMaking.Time time) {
            Deadline end = Deadline.in(Duration.ofMillis((long) (1000 * FIRST_FIT_SHARE * time.deadline().secondsLeft())));
            FitContext context = new FitContext(seed, end, time.finish(), teaching.recipe().directions());
            Teaching.Prepared prepared = teaching.prepare(lessons.of(FoldPlan.EVERY_ROW, Math.min(FIRST_ROWS, answered)), end);
            Teaching.Taught cold = teaching.grow(prepared, settings(Teaching.LEAST_ROUNDS, most), context);
            Teaching.Taught warm = end.passed() ? cold : teaching.grow(prepared, settings(Teaching.LEAST_ROUNDS, most), context);
            if (cold.form().trees() < 2) {
                throw new PupilCrew.GaveUp("there was no time for its fits");
            }
            boolean quicker = warm.form().trees() == cold.form().trees() && warm.growing() < cold.growing();
            return quicker ? warm : cold;
        }

        private Pace pace(Teaching.Taught first, double waves) {
            double round = (limits.isQuick() ? 1 : WARMING) * first.growing() / first.form().trees();
            return new Pace(Math.min(FIRST_ROWS, answered), Math.max(1, first.recipe().features().size()), first.preparing(), round, waves);
        }

        private int affordable(int able, int rounds, Pace pace, double left) {
            int some = able;
            while (some > 0) {
                double seconds = secondsOfRow * Math.max(0, some - answered) + pace.seconds(rounds, some);
                if (seconds <= USED * left) {
                    return some;
                }
                some = (int) (0.9 * some);
            }
            return 0;
        }

        private Hyperparameters settings(int rounds, int rows) {
            return teaching.settings(run.shape(), rounds, lessons.counts(rows));
        }

        private int rounds(Teaching.Taught taught) {
            int rounds = roundsInTime(run, taught, limits);
            if (rounds < LEAST_ROUNDS) {
                throw new PupilCrew.GaveUp("it would answer too slowly");
            }
            return rounds;
        }

        // Prepared numbers twice, their bins, and what boosting keeps of each row.
        private double bytesOfRow(int width) {
            return 20.0 * width + 40.0 * Math.max(1, run.shape().classes());
        }
    }
}
