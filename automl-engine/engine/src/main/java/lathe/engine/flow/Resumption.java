package lathe.engine.flow;

import java.util.Locale;
import lathe.engine.flow.resume.ColumnMarks;
import lathe.engine.flow.resume.KeptFolder;
import lathe.engine.flow.resume.KeptPlan;
import lathe.engine.provenance.Environment;
import lathe.engine.track.Continued;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunSpec;
import lathe.engine.track.RunStore;
import lathe.engine.track.SearchSettings;
import lathe.engine.track.TrialRecord;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// A run that is to go on: the same data, settings, seed, folds and holdout, with more time or more trials. It becomes a run
/// of its own that says which one it continues, so that what the earlier one wrote stays as it was.
///
/// @param earlier the run it goes on with
/// @param asked   its settings, with the time and the trials of the continuation
/// @param plan    how it divided its rows
public record Resumption(RunRecord earlier, ProjectSettings asked, KeptPlan plan) {

    /// How much is added.
    ///
    /// @param seconds wall-clock seconds for everything; 0 for as many as the run had
    /// @param trials  configurations beyond those already tried; 0 to leave the number to the time, or to the run's own limit
    ///                if that was not reached
    public record More(double seconds, int trials) {

        /// What the run was given.
        public static final More SAME = new More(0, 0);

        public static More seconds(double seconds) {
            return new More(seconds, 0);
        }
    }

    /// @param id of the run; empty for the newest that can be continued
    /// @throws ProblemException if there is none, or it is not known how to go on
    public static Resumption of(ProjectFolder project, String id, More more) {
        RunStore runs = project.runs();
        String chosen = id.isEmpty() ? KeptFolder.newest(runs).orElseThrow(() -> new ProblemException(new Problem("nothing-to-continue",
                "No run of this project can be continued.", project.root().toString(),
                "Begin a run with: lathe run PROJECT"))) : id;
        if (!runs.has(chosen)) {
            throw new ProblemException(new Problem("run-unknown", "There is no run '%s'; there are %s."
                    .formatted(chosen, Sentences.list(runs.ids(), 12)), project.root().toString(), "Name one of them, or none for the newest."));
        }
        RunRecord earlier = runs.run(chosen);
        KeptPlan plan = KeptFolder.of(runs, chosen).plan().orElseThrow(() -> new ProblemException(new Problem("run-not-kept",
                "Run %s cannot be continued: what that takes is kept for the %d newest runs only, and is gone."
                        .formatted(chosen, KeptFolder.NEWEST), runs.home(chosen).toString(), "Begin a new run.")));
        requireSameVersion(earlier);
        return new Resumption(earlier, asked(project.settings(), earlier, search(runs, earlier, more)), plan);
    }

    /// Whether a run can be continued, as far as its files tell without the data being read.
    public static boolean isPossible(RunStore runs, RunRecord run) {
        return run.environment().lathe().equals(Environment.latheVersion()) && KeptFolder.of(runs, run.spec().id()).isThere();
    }

    private static void requireSameVersion(RunRecord earlier) {
        String made = earlier.environment().lathe();
        if (!made.equals(Environment.latheVersion())) {
            throw new ProblemException(Problem.of("run-of-other-version", "Run %s was begun by Lathe %s, and this is Lathe %s, which may fit otherwise."
                    .formatted(earlier.spec().id(), made, Environment.latheVersion()), "Continue it with Lathe %s, or begin a new run."
                    .formatted(made)));
        }
    }

    private static SearchSettings search(RunStore runs, RunRecord earlier, More more) {
        SearchSettings had = earlier.spec().search();
        int tried = runs.trials(earlier.spec().id()).trials().stream().mapToInt(TrialRecord::trial).max().orElse(0);
        if (more.trials() > 0) {
            return had.withTrialLimit(tried + more.trials())
                    .withBudgetSeconds(more.seconds() > 0 ? more.seconds() : SearchSettings.LONGEST);
        }
        boolean reached = had.trialLimit() > 0 && tried >= had.trialLimit();
        double seconds = more.seconds() > 0 ? more.seconds() : had.budgetSeconds();
        if (reached && seconds >= SearchSettings.LONGEST) {
            throw new ProblemException(Problem.of("more-of-what", "Run %s ended with the %d configurations it was to try."
                    .formatted(earlier.spec().id(), had.trialLimit()), "Say how much is added, with --budget or --trials."));
        }
        return had.withTrialLimit(reached ? 0 : had.trialLimit()).withBudgetSeconds(seconds);
    }

    private static ProjectSettings asked(ProjectSettings now, RunRecord earlier, SearchSettings search) {
        RunSpec spec = earlier.spec();
        String task = spec.task().name().toLowerCase(Locale.ROOT);
        return new ProjectSettings(now.name(), now.brief(), spec.source(), spec.target(), task, search, spec.reading(),
                spec.columns()).withTable(spec.table()).withDictionary(now.dictionary());
    }

    Continued continued() {
        return new Continued(earlier.spec().id(), earlier.secondsInAll());
    }

    /// @throws ProblemException if the table is not the one the run was made of
    void requireSame(PreparedRun run) {
        if (!run.fingerprint().equals(earlier.spec().fingerprint())) {
            String what = plan.columns().differences(ColumnMarks.of(run.imported().table()));
            throw new ProblemException(new Problem("data-differs", "The data is not what run %s was made of%s."
                    .formatted(earlier.spec().id(), what.isEmpty() ? "" : ": " + what), earlier.spec().source(),
                    "Put the data back as it was, or begin a new run: what was learnt from other data cannot be mixed in."));
        }
        KeptPlan now = plan(run);
        if (now.divided() != plan.divided() || now.rows() != plan.rows() || now.width() != plan.width() || now.folds() != plan.folds()) {
            throw new ProblemException(Problem.of("folds-differ", "The rows of run %s were divided otherwise."
                    .formatted(earlier.spec().id()), "Begin a new run."));
        }
    }

    /// What has to be known to go on with a run.
    static KeptPlan plan(PreparedRun run) {
        return KeptPlan.of(Environment.latheVersion(), run.wanted(), run.search().folds(), run.search().target().outputs(),
                ColumnMarks.of(run.imported().table()));
    }
}
