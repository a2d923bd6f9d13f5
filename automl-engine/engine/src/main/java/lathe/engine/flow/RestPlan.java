package lathe.engine.flow;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lathe.engine.builtin.Generators;
import lathe.engine.builtin.Learners;
import lathe.engine.builtin.Steps;
import lathe.engine.data.TableImport;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.ManyRowsLearner;
import lathe.engine.learn.Target;
import lathe.engine.prepare.RecipeFitter;
import lathe.engine.provenance.Seed;
import lathe.engine.search.TrialEnd;
import lathe.engine.search.TrialOutcome;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.Predictions;
import lathe.scoring.Table;
import lathe.scoring.form.Form;
import lathe.scoring.pack.MemberFile;
import lathe.scoring.step.FittedRecipe;

/// Which trials are to be learnt once more from rows of a file outside of the sample, from how many, and how long reading may take.
///
/// @param parts   the best trial first
/// @param others  share of the rows outside of the sample
/// @param rows    about how many that are
/// @param reading seconds for reading them
record RestPlan(List<Part> parts, double others, int rows, double reading) {

    private static final double LOOKED_AT = 0.06;       // of reading all rows: what rows cost that are not drawn
    private static final double TRYING = 0.03;
    private static final double READ_MARGIN = 1.3;
    private static final double MEMORY_SHARE = 0.6;
    private static final int MOST_ROWS = 1 << 30;
    private static final int MOST_CELLS = Integer.MAX_VALUE - 16;
    private static final int TRIED_ROWS = 1 << 14;
    private static final double MORE = 1.1;
    private static final int ROOM_BESIDES = 1 << 14;
    private static final double[] WEIGHTS = {0.1, 0.2, 0.35, 0.5};

    RestPlan {
        parts = List.copyOf(parts);
    }

    /// Rows there must be room for: blocks differ in length, so that a few more may come than were planned.
    int room() {
        return (int) Math.min(MOST_CELLS, MORE * rows + ROOM_BESIDES);
    }

    /// @param best     trial whose settings are taken
    /// @param prepared recipe and rows of the single split
    record Part(TrialEnd best, ManyRowsLearner learner, RecipeFitter.Prepared prepared) {

        TrialOutcome.Scored scored() {
            return FinalChoice.scored(best);
        }

        private double secondsARow() {
            Form form = MemberFile.read(scored().members().getFirst()).form();
            return learner.secondsARow(best.trial().hyperparameters(), form, scored().seconds(), prepared.training().rows());
        }
    }

    /// What a plan is made of.
    ///
    /// @param seed     recipes are fitted with it
    record Ground(Path source, ProjectSettings asked, PreparedRun run, Metric metric, Seed seed, RestOfFile.Time time) {

        /// What can be done in the time; none if it is too little to pay, or if no trial can learn so.
        ///
        /// @param ends trials of the search
        Optional<RestPlan> plan(List<TrialEnd> ends) {
            List<TrialEnd> wanted = wanted(ends);
            if (wanted.isEmpty() || !new TableImport().draws(source, ProjectReading.of(asked))) {
                return Optional.empty();
            }
            List<Part> parts = wanted.stream().map(this::part).toList();
            double seconds = RestOfFile.USED * time.deadline().secondsLeft();
            double whole = new TableImport().seconds(source, ProjectReading.of(asked), TRYING * seconds, time.cancel());
            return IntStream.iterate(parts.size(), count -> count > 0, count -> count - 1)
                    .mapToObj(count -> plan(parts.subList(0, count), seconds, whole)).flatMap(Optional::stream).findFirst();
        }

        private Optional<RestPlan> plan(List<Part> parts, double seconds, double whole) {
            double sample = asked.reading().sample();
            double all = run.imported().table().rows() / sample;
            double curves = parts.stream().mapToDouble(part -> Math.min(RestOfFile.CURVE_SHARE * seconds / parts.size(), part.scored().seconds())).sum();
            double reading = READ_MARGIN * readingARow(whole / all, parts);
            double perRow = reading + parts.stream().mapToDouble(Part::secondsARow).sum();
            double inTime = (seconds - curves - LOOKED_AT * whole) / perRow;
            int rows = (int) Math.min(MOST_ROWS, Math.min(inTime, Math.min(inMemory(parts), (1 - sample) * all)));
            if (rows < parts.getFirst().prepared().training().rows()) {
                return Optional.empty();
            }
            double others = Math.min(1, rows / ((1 - sample) * all));
            return Optional.of(new RestPlan(parts, others, rows, READ_MARGIN * LOOKED_AT * whole + rows * reading));
        }

        // The best of each kind of learner; besides the best of all only those that help it out of fold.
        private List<TrialEnd> wanted(List<TrialEnd> ends) {
            Map<Class<?>, TrialEnd> best = new HashMap<>();
            for (TrialEnd end : ends) {
                if (Learners.byId(end.trial().learner()) instanceof ManyRowsLearner learner && FinalChoice.scored(end).members().size() == 1) {
                    best.merge(learner.getClass(), end, (one, other) -> metric.better(value(other), value(one)) ? other : one);
                }
            }
            List<TrialEnd> ordered = best.values().stream().sorted(this::byValue).toList();
            return IntStream.range(0, ordered.size()).filter(i -> i == 0 || helps(ordered.get(i), ordered.getFirst())).mapToObj(ordered::get).toList();
        }

        private int byValue(TrialEnd one, TrialEnd other) {
            return metric.better(value(one), value(other)) ? -1 : metric.better(value(other), value(one)) ? 1
                    : Integer.compare(one.trial().number(), other.trial().number());
        }

        private boolean helps(TrialEnd end, TrialEnd best) {
            double[] own = FinalChoice.scored(end).outOfFold().values();
            double[] others = FinalChoice.scored(best).outOfFold().values();
            for (double weight : WEIGHTS) {
                double[] mixed = IntStream.range(0, own.length).mapToDouble(i -> weight * own[i] + (1 - weight) * others[i]).toArray();
                if (metric.better(value(new Predictions(FinalChoice.scored(end).outOfFold().width(), mixed)), value(best))) {
                    return true;
                }
            }
            return false;
        }

        private Part part(TrialEnd end) {
            int[] training = run.search().folds().train(0);
            RecipeFitter.Prepared prepared = new RecipeFitter(Steps.ALL, Generators.ALL).fit(end.trial().recipe(),
                    run.search().table().select(training), run.search().target().select(training), seed.child("recipe", 0), time.deadline());
            return new Part(end, (ManyRowsLearner) Learners.byId(end.trial().learner()), prepared);
        }

        /// Of answers for the out-of-fold rows.
        double value(Predictions outOfFold) {
            Target truth = run.search().target().select(run.search().folds().validated());
            return metric.compute(truth, outOfFold, run.signature().positive());
        }

        private static double value(TrialEnd end) {
            return FinalChoice.scored(end).value();
        }

        // One thread reads, the others prepare and write down.
        private double readingARow(double reading, List<Part> parts) {
            Table table = run.search().table();
            Table some = table.select(IntStream.range(0, Math.min(TRIED_ROWS, table.rows())).toArray());
            double preparing = 0;
            for (Part part : parts) {
                FittedRecipe recipe = part.prepared().recipe();
                recipe.apply(some);
                long begin = System.nanoTime();
                recipe.apply(some);
                preparing += (System.nanoTime() - begin) / 1e9 / some.rows();
            }
            return Math.max(reading, (reading + preparing) / Runtime.getRuntime().availableProcessors());
        }

        private static double inMemory(List<Part> parts) {
            Runtime java = Runtime.getRuntime();
            double free = java.maxMemory() - (double) (java.totalMemory() - java.freeMemory());
            double bytes = parts.stream().mapToDouble(part -> part.learner().bytesARow(part.prepared().training())).sum();
            int widest = parts.stream().mapToInt(part -> part.prepared().training().width()).max().orElse(1);
            return Math.min(MEMORY_SHARE * free / bytes, ((double) MOST_CELLS / Math.max(1, widest) - ROOM_BESIDES) / MORE);
        }
    }
}
