package lathe.engine.flow;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lathe.engine.evaluate.Metric;
import lathe.engine.progress.Deadline;
import lathe.engine.search.Trial;
import lathe.engine.search.TrialEnd;
import lathe.engine.search.TrialOutcome;
import lathe.scoring.Predictions;
import lathe.scoring.form.Features;
import lathe.scoring.form.Trees;
import lathe.scoring.pack.MemberFile;

/// The best boosted models with their first rounds alone, where all of them answer too slowly.
///
/// Each round corrects those before it, so the first ones are a model too: what the same settings give with fewer rounds. Forests have
/// no such order. It is done only where no boosted model answers in time as it is: out of fold a single model seems as good as one that
/// leaves room for those of all folds, and is not.
final class Shortening {

    private static final int MOST_TRIALS = 2;
    private static final int MOST_MEASURED = 4;   // half a second each
    private static final double LEAST_ROUNDS = 0.1;   // of those that there are
    private static final double MOST_TIME = 0.25;   // of what is left
    private static final String ROUNDS = "rounds";
    private static final Set<String> LEARNERS = Set.of(PupilMaking.LEARNER, "symmetric_boosting");

    private final PreparedRun run;
    private final Metric metric;
    private final PackageLimits limits;
    private final Path folder;
    private final Deadline deadline;

    /// @param folder   for models
    /// @param deadline when the last must have been made
    Shortening(PreparedRun run, Metric metric, PackageLimits limits, Path folder, Deadline deadline) {
        this.run = run;
        this.metric = metric;
        this.limits = limits;
        this.folder = folder;
        this.deadline = deadline;
    }

    /// @param sentence what it is made of and how good it is
    record Cut(TrialEnd end, String sentence) { }

    private record Boosted(TrialEnd end, List<MemberFile> members, List<Trees> trees) {
        int rounds() {
            return trees.stream().mapToInt(each -> each.trees() / width()).max().orElse(0);
        }

        // Trees of a round.
        int width() {
            Trees first = trees.getFirst();
            return first.base().length / first.leafWidth();
        }

        Trees first(int fold, int rounds) {
            return trees.get(fold).first(rounds * width());
        }
    }

    /// Puts those of the best trials among them.
    ///
    /// @return what was made, in a sentence each; none where one of the best boosted models answers in time
    List<String> shorten(Shelf shelf) {
        List<TrialEnd> boosted = FinalChoice.bestFirst(shelf.book().usable(), metric).stream().filter(Shortening::isBoosted).toList();
        List<String> sentences = new ArrayList<>();
        if (boosted.stream().limit(MOST_MEASURED).noneMatch(this::answersInTime)) {
            for (TrialEnd end : boosted.subList(0, Math.min(MOST_TRIALS, boosted.size()))) {
                of(end, shelf.nextNumber()).ifPresent(cut -> {
                    shelf.put(cut.end());
                    sentences.add(cut.sentence());
                });
            }
        }
        return sentences;
    }

    // What a worker has measured is of code that it had just loaded.
    private boolean answersInTime(TrialEnd end) {
        MemberFile member = MemberFile.read(FinalChoice.scored(end).members().getFirst());
        return member.form() instanceof Trees trees
                && TreesSpeed.of(member.recipe(), trees, run.search().table()).ofTrees(trees.trees()) <= limits.rowMicros();
    }

    private static boolean isBoosted(TrialEnd end) {
        return LEARNERS.contains(end.trial().learner()) && !end.trial().recipe().isDistilled();
    }

    /// A trial with as many rounds as answer within the limit; empty if all of them do, or too few.
    ///
    /// @param number of it
    Optional<Cut> of(TrialEnd end, int number) {
        List<MemberFile> members = FinalChoice.scored(end).members().stream().map(MemberFile::read).toList();
        List<Trees> trees = members.stream().map(MemberFile::form).filter(Trees.class::isInstance).map(Trees.class::cast).toList();
        if (trees.size() < members.size() || members.size() < run.search().folds().count() || deadline.passed()) {
            return Optional.empty();
        }
        Boosted boosted = new Boosted(end, members, trees);
        TreesSpeed speed = TreesSpeed.of(members.getFirst().recipe(), trees.getFirst(), run.search().table());
        double micros = limits.plannedMicros();
        int rounds = (int) speed.within(micros) / boosted.width();
        double seconds = micros * run.search().folds().validated().length / 1e6;
        if (rounds >= boosted.rounds() || rounds < Math.max(1, LEAST_ROUNDS * boosted.rounds()) || seconds > MOST_TIME * deadline.secondsLeft()) {
            return Optional.empty();
        }
        TrialEnd few = first(boosted, number, rounds, micros);
        return Optional.of(new Cut(few, String.format(Locale.ROOT, "%s is %s with the first %d of its %d rounds, which answer in time: %s of %s out of fold, with all of them %s.",
                few.trial().name(), end.trial().name(), rounds, boosted.rounds(), metric.id(), Sentences.score(FinalChoice.scored(few).value()),
                Sentences.score(FinalChoice.scored(end).value()))));
    }

    private TrialEnd first(Boosted boosted, int number, int rounds, double micros) {
        Instant started = Instant.now();
        Trial of = boosted.end().trial();
        TrialOutcome.Scored scored = FinalChoice.scored(boosted.end());
        Trial trial = new Trial(number, of.learner(), of.hyperparameters().with(ROUNDS, (double) rounds), of.recipe(), of.seed());
        Predictions outOfFold = OutOfFold.of(run, fold -> rows ->
                boosted.first(fold, rounds).predict(Features.of(boosted.members().get(fold).recipe().apply(rows))));
        List<Path> files = new ArrayList<>();
        for (int fold = 0; fold < boosted.members().size(); fold++) {
            MemberFile member = boosted.members().get(fold);
            Path file = folder.resolve("short-%d-%d.member".formatted(number, fold));
            MemberFile.write(file, member.recipeId(), member.recipe(), boosted.first(fold, rounds));
            files.add(file);
        }
        double value = metric.compute(OutOfFold.truth(run), outOfFold, run.signature().positive());
        return new TrialEnd(trial, started, Instant.now(), new TrialOutcome.Scored(value, OutOfFold.foldValues(run, metric, outOfFold),
                scored.seconds() * rounds / boosted.rounds(), outOfFold, files, micros, scored.features()));
    }
}
