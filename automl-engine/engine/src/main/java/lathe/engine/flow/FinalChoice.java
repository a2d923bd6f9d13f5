package lathe.engine.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lathe.engine.ensemble.Candidate;
import lathe.engine.ensemble.EnsembleMethod;
import lathe.engine.ensemble.SelectionBias;
import lathe.engine.ensemble.Temperature;
import lathe.engine.ensemble.Weights;
import lathe.engine.evaluate.Bootstrap;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.Score;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.engine.search.Trial;
import lathe.engine.search.TrialEnd;
import lathe.engine.search.TrialOutcome;
import lathe.engine.track.EnsembleRecord;
import lathe.engine.track.Leaderboard;
import lathe.engine.track.TrialMeasure;
import lathe.engine.track.TrialRecord;
import lathe.scoring.Predictions;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.form.Blend;

/// Decides from out-of-fold predictions what is handed over: the best blend of trials, or a single one.
final class FinalChoice {

    private static final int MOST_TIMED = 12;
    private static final double ALLOWED = 2 / 3.92;   // of the width of a 95 % interval: two standard errors

    private final PreparedRun run;
    private final EnsembleMethod method;
    private final Goal goal;
    private final Metric metric;
    private final Seed seed;
    private final Target truth;
    private final Map<Trial, Path> taught;

    /// What may be handed over.
    ///
    /// @param single whether each member comes with one model instead of those of all folds
    record Goal(PackageLimits limits, boolean single) {
        static final Goal BEST = new Goal(PackageLimits.USUAL, false);
        static final Goal FAST = new Goal(PackageLimits.FAST, true);
    }

    /// @param taught models of all rows of pupils among the trials, which come without those of the folds; there may be more later
    FinalChoice(PreparedRun run, EnsembleMethod method, Goal goal, Metric metric, Seed seed, Map<Trial, Path> taught) {
        this.run = run;
        this.taught = taught;
        this.goal = goal;
        this.method = method;
        this.metric = metric;
        this.seed = seed;
        this.truth = run.search().target().select(run.search().folds().validated());
    }

    Target truth() {
        return truth;
    }

    /// What is handed over.
    ///
    /// @param contender what the package is made of
    /// @param ensemble  as written to the run
    /// @param truth     answers of the out-of-fold rows
    /// @param outOfFold its predictions for them
    /// @param fast      what answering quickly costs, where that was asked for
    record Chosen(Contender contender, EnsembleRecord ensemble, Target truth, Predictions outOfFold, Optional<FastScoring> fast) {
        String name() {
            return contender.name();
        }

        Chosen with(Contender learnt) {
            return new Chosen(learnt, ensemble, truth, outOfFold, fast);
        }

        Chosen saying(String how) {
            return new Chosen(contender, ensemble, truth, outOfFold, fast.map(each -> each.with(how)));
        }

        boolean isPupil() {
            return ensemble.pupil();
        }

        /// The blend that taught it; empty if it is no pupil.
        String taughtBy() {
            return isPupil() ? fast.map(each -> each.without().parts()).orElse("") : "";
        }
    }

    /// @param earlier what was handed over by the run that this one goes on with; it is kept where nothing better is found
    /// @throws ProblemException if no trial has a score
    Chosen choose(List<TrialEnd> ends, EnsembleRecord earlier, Deadline deadline) {
        List<TrialEnd> scored = ends.stream().filter(end -> end.outcome() instanceof TrialOutcome.Scored).toList();
        if (scored.isEmpty()) {
            throw new ProblemException(Problem.of("nothing-scored",
                    "No trial ended within the budget, so only the baseline is saved.", "Give the run more time with --budget."));
        }
        Picked picked = picked(scored, deadline);
        Weights weights = picked.fast().isPresent() ? picked.weights() : better(picked.weights(), earlier, scored);
        return chosen(scored, weights, picked.fast(), deadline);
    }

    /// Members as they are handed over.
    ///
    /// @param usable what they were chosen from
    /// @param fast   what answering quickly costs, where that is asked for
    Chosen chosen(List<TrialEnd> usable, Weights weights, Optional<FastScoring> fast, Deadline deadline) {
        List<TrialEnd> scored = usable.stream().filter(end -> end.outcome() instanceof TrialOutcome.Scored).toList();
        List<Contender.Share> shares = new ArrayList<>();
        List<EnsembleRecord.Member> members = new ArrayList<>();
        double[] blended = new double[scored(scored.getFirst()).outOfFold().values().length];
        for (TrialEnd end : scored) {
            double weight = weights.of(end.trial().name());
            if (weight > 0) {
                shares.add(new Contender.Share(weight, end.trial(), scored(end)));
                members.add(new EnsembleRecord.Member(end.trial().number(), weight));
                add(blended, weight, scored(end).outOfFold().values());
            }
        }
        Predictions mean = new Predictions(run.signature().outputs(), blended);
        double power = truth.task().isClassification() ? Temperature.power(truth, mean) : 1;
        Predictions outOfFold = Blend.raised(mean, power);
        double value = metric.compute(truth, outOfFold, run.signature().positive());
        String name = shares.size() == 1 ? shares.getFirst().trial().name() : Leaderboard.ENSEMBLE;
        Score score = Bootstrap.score(metric, truth, outOfFold, run.signature().positive(), run.drawnOutOfFold(), seed,
                deadline);
        return new Chosen(new Contender(name, value, shares, power), new EnsembleRecord(value, score.lower(), score.upper(), members),
                truth, outOfFold, fast);
    }

    /// Few members with a part of a pupil beside them, chosen as few members are.
    ///
    /// @param usable trials that few members were chosen from
    /// @param part   of the pupil
    /// @param costs  of all of them
    /// @return weights of candidates that keep the limits together, and what they are worth
    Mixed mixed(List<TrialEnd> usable, Candidate part, MemberCosts costs, Deadline deadline) {
        List<TrialEnd> scored = usable.stream().filter(end -> end.outcome() instanceof TrialOutcome.Scored).toList();
        List<Candidate> all = new ArrayList<>(candidates(scored).stream().filter(each -> costs.knows(each.id())).toList());
        all.add(part);
        Weights weights = costs.within(goal.limits(), true, all, able -> best(able, deadline));
        return new Mixed(weights, value(weights, all));
    }

    /// @param value of the weighted mean, out of fold
    record Mixed(Weights weights, double value) { }

    /// Of a weighted mean, before probabilities are raised to a power.
    double outOfFold(Chosen few) {
        List<Candidate> members = few.contender().shares().stream().map(share -> new Candidate(share.trial().name(), share.scored().outOfFold())).toList();
        return value(weights(few.contender()), members);
    }

    private static Weights weights(Contender contender) {
        return new Weights(contender.shares().stream().map(share -> new Weights.Share(share.trial().name(), share.weight())).toList());
    }

    boolean isBetter(double value, double than) {
        return metric.better(value, than);
    }

    /// The pupil in place of few members, where it is about as good out of fold or they cannot keep the limits; a sentence says which.
    ///
    /// Out of fold each pupil has the models of one fold for a teacher; the one handed over has the mean of all, which is better
    /// and cannot be seen there. Two standard errors of the score are allowed for that where members come with one model each, and the less
    /// the more models of theirs there is room for, and the more a part of the pupil weighs that is one of them.
    ///
    /// @param few  chosen for quick answers, a part of the pupil among them or not
    /// @param made the pupil
    /// @param file of it
    Chosen better(Chosen few, PupilMaking.Made made, Path file, Deadline deadline) {
        FastScoring fast = few.fast().orElseThrow();
        int positive = run.signature().positive();
        double power = truth.task().isClassification() ? Temperature.power(truth, made.outOfFold()) : 1;
        Predictions outOfFold = Blend.raised(made.outOfFold(), power);
        double value = metric.compute(truth, outOfFold, positive);
        double bytes = few.contender().shares().stream().mapToDouble(share -> fast.costs().single(share.trial().name()).bytes()).sum();
        PackageLimits.Cost cost = new PackageLimits.Cost(bytes, ScoringSpeed.rowMicros(PipelineAssembly.ofFold(few.contender(), 0, run), run.raw()));
        double allowed = ALLOWED * (1 - steadied(few, cost)) * ofTrials(few) * (few.ensemble().upper() - few.ensemble().lower());
        double needed = few.ensemble().value() + (metric.direction() == Metric.Direction.HIGHER_IS_BETTER ? -1 : 1) * (allowed > 0 ? allowed : 0);
        if (goal.limits().fits(cost) && !metric.better(value, needed)) {
            return few.saying(String.format(Locale.ROOT, "Few members are handed over%s: a pupil taught by the blend of %s has a %s of %s out of fold,"
                    + " they have %s.", part(few), fast.without().parts(), metric.id(), Sentences.score(value), Sentences.score(few.ensemble().value())));
        }
        Score score = Bootstrap.score(metric, truth, outOfFold, positive, run.drawnOutOfFold(), seed, deadline);
        Trial trial = new Trial(Contender.PUPIL_NUMBER, PupilMaking.LEARNER, made.settings(), made.recipe(), seed);
        TrialOutcome.Scored scored = new TrialOutcome.Scored(value, List.of(), made.pupil().seconds(), outOfFold, List.of(file), Double.NaN, 0);
        List<EnsembleRecord.Member> members = fast.without().shares().stream()
                .map(share -> new EnsembleRecord.Member(share.trial().number(), share.weight())).toList();
        return new Chosen(new Contender(Leaderboard.PUPIL, value, List.of(new Contender.Share(1, trial, scored)), power),
                new EnsembleRecord(value, score.lower(), score.upper(), members, true), truth, outOfFold, few.fast()).saying(
                String.format(Locale.ROOT, "It is a pupil: one boosted model of %d trees, taught by the blend of %s on %s.",
                        made.pupil().form().trees(), fast.without().parts(), made.lessons()));
    }

    private static String part(Chosen few) {
        return few.contender().shares().stream().map(Contender.Share::trial).filter(trial -> trial.recipe().isDistilled()).findFirst()
                .map(trial -> ", one of them the first %d trees of a pupil".formatted(trial.hyperparameters().whole("rounds"))).orElse("");
    }

    private static double ofTrials(Chosen few) {
        return few.contender().shares().stream().filter(share -> !share.trial().recipe().isDistilled()).mapToDouble(Contender.Share::weight).sum();
    }

    // Of what a mean of all fold models and one of all rows takes off the variance of single models, the share for which there is room. That
    // cannot be seen out of fold either. Of a pupil there is one model.
    private double steadied(Chosen few, PackageLimits.Cost cost) {
        double pupil = few.contender().shares().stream().filter(share -> share.trial().recipe().isDistilled())
                .mapToDouble(share -> few.fast().orElseThrow().costs().single(share.trial().name()).rowMicros()).sum();
        double models = Math.max(1, (goal.limits().rowMicros() - pupil) / Math.max(1e-9, cost.rowMicros() - pupil));
        return Math.min(1, (1 - 1 / models) / (1 - 1.0 / (run.search().folds().count() + 1)));
    }

    // Choosing may be cut short by the time.
    private Weights better(Weights found, EnsembleRecord earlier, List<TrialEnd> scored) {
        Map<Integer, String> names = new HashMap<>();
        scored.forEach(end -> names.put(end.trial().number(), end.trial().name()));
        boolean there = !earlier.members().isEmpty()
                && earlier.members().stream().allMatch(member -> member.weight() > 0 && names.containsKey(member.trial()));
        if (!there) {
            return found;
        }
        double sum = earlier.members().stream().mapToDouble(EnsembleRecord.Member::weight).sum();
        Weights before = new Weights(earlier.members().stream()
                .map(member -> new Weights.Share(names.getOrDefault(member.trial(), ""), member.weight() / sum)).toList());
        List<Candidate> all = scored.stream().map(end -> new Candidate(end.trial().name(), scored(end).outOfFold())).toList();
        return metric.better(value(before, all), value(found, all)) ? before : found;
    }

    private double value(Weights weights, List<Candidate> candidates) {
        return metric.compute(truth, weights.blend(candidates), run.signature().positive());
    }

    /// How much the choice itself makes the out-of-fold score look too good, in the unit of the metric.
    double bias(List<TrialEnd> ends, Chosen chosen, Deadline deadline) {
        List<TrialEnd> scored = ends.stream().filter(end -> end.outcome() instanceof TrialOutcome.Scored).toList();
        Weights weights = weights(chosen.fast().filter(_ -> chosen.isPupil()).map(FastScoring::without).orElse(chosen.contender()));
        return new SelectionBias(method, metric, run.signature().positive(), seed.child("bias", 0))
                .of(candidates(scored), weights, truth, run.drawnOutOfFold(), deadline);
    }

    private Weights best(List<Candidate> candidates, Deadline deadline) {
        return method.select(candidates, truth, metric, run.signature().positive(), seed, deadline);
    }

    // Times are measured for the best only: the others would hardly be chosen.
    private Picked picked(List<TrialEnd> scored, Deadline deadline) {
        List<Candidate> candidates = candidates(scored);
        if (!goal.single()) {
            Weights weights = MemberCosts.stored(scored, taught.keySet()).within(goal.limits(), false, candidates, able -> best(able, deadline));
            return new Picked(weights, Optional.empty());
        }
        MemberCosts stored = MemberCosts.stored(scored, taught.keySet());
        Weights without = stored.within(PackageLimits.USUAL, false, candidates(withoutTaught(scored)), able -> best(able, deadline));
        Set<String> asked = new HashSet<>(without.shares().stream().map(Weights.Share::id).toList());
        bestFirst(scored, metric).stream().map(end -> end.trial().name()).filter(id -> candidates.stream().anyMatch(each -> each.id().equals(id)))
                .limit(MOST_TIMED).forEach(asked::add);
        MemberCosts costs = MemberCosts.measured(bestFirst(scored, metric).stream().filter(end -> asked.contains(end.trial().name())).toList(),
                run.search().table(), deadline);
        Weights weights = costs.within(goal.limits(), true, candidates.stream().filter(each -> asked.contains(each.id())).toList(),
                able -> best(able, deadline));
        return new Picked(weights, Optional.of(new FastScoring(new Contender(Leaderboard.ENSEMBLE, Double.NaN, shares(without, scored), 1),
                without.blend(candidates), costs, "")));
    }

    private static List<Contender.Share> shares(Weights weights, List<TrialEnd> scored) {
        return scored.stream().filter(end -> weights.of(end.trial().name()) > 0)
                .map(end -> new Contender.Share(weights.of(end.trial().name()), end.trial(), scored(end))).toList();
    }

    /// @param fast what the limit of time costs, where there is one
    private record Picked(Weights weights, Optional<FastScoring> fast) { }

    // What an earlier run has taught is made for a limit.
    private static List<TrialEnd> withoutTaught(List<TrialEnd> scored) {
        List<TrialEnd> able = scored.stream().filter(end -> !end.trial().recipe().isDistilled()).toList();
        return able.isEmpty() ? scored : able;
    }

    // A constant changes no ranking, so a ranking metric would let it in for nothing, and it draws all probabilities to
    // the middle. Nor would anybody miss it.
    private static List<Candidate> candidates(List<TrialEnd> scored) {
        List<TrialEnd> able = scored.stream().filter(end -> !end.trial().isFeatureless()).toList();
        return (able.isEmpty() ? scored : able).stream()
                .map(end -> new Candidate(end.trial().name(), scored(end).outOfFold())).toList();
    }

    static TrialOutcome.Scored scored(TrialEnd end) {
        if (end.outcome() instanceof TrialOutcome.Scored scored) {
            return scored;
        }
        throw new IllegalArgumentException(end.trial().name() + " has no score");
    }

    private static void add(double[] sum, double weight, double[] values) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * values[i];
        }
    }

    /// What is to be written about the scores of all trials and of the ensemble: intervals, ties, other metrics.
    List<TrialMeasure> measures(List<TrialEnd> ends, Chosen chosen, TrialIntervals intervals, Deadline deadline) {
        boolean blended = chosen.ensemble().hasRow();
        Predictions leader = chosen.outOfFold();
        int leaderTrial = blended ? 0 : chosen.ensemble().members().getFirst().trial();
        double best = chosen.ensemble().value();
        for (TrialEnd end : ends) {
            if (end.outcome() instanceof TrialOutcome.Scored scored && metric.better(scored.value(), best)) {
                best = scored.value();
                leader = scored.outOfFold();
                leaderTrial = end.trial().number();
            }
        }
        TrialIntervals.Ties ties = intervals.ties(leader, deadline);
        List<TrialMeasure> measures = new ArrayList<>();
        if (blended) {
            EnsembleRecord ensemble = chosen.ensemble();
            boolean tied = leaderTrial != 0 && ties.tied(chosen.outOfFold(), ensemble.lower(), ensemble.upper());
            measures.add(new TrialMeasure(0, ensemble.lower(), ensemble.upper(), tied, intervals.metrics(chosen.outOfFold())));
        }
        for (TrialEnd end : bestFirst(ends, metric)) {
            int number = end.trial().number();
            TrialIntervals.Measured measured = intervals.of(number, scored(end).outOfFold());
            measures.add(measured.record(number != leaderTrial
                    && ties.tied(scored(end).outOfFold(), measured.score().lower(), measured.score().upper())));
        }
        return measures;
    }

    /// Those that have a score: what is measured and compared while there is time for it goes to the best.
    static List<TrialEnd> bestFirst(List<TrialEnd> ends, Metric metric) {
        Comparator<TrialEnd> ascending = Comparator.comparingDouble(end -> scored(end).value());
        return ends.stream().filter(end -> end.outcome() instanceof TrialOutcome.Scored)
                .sorted(metric.direction() == Metric.Direction.HIGHER_IS_BETTER ? ascending.reversed() : ascending).toList();
    }

    /// All trials and the ensemble.
    Leaderboard leaderboard(List<TrialRecord> trials, Chosen chosen, List<TrialMeasure> measures) {
        Map<Integer, TrialMeasure> byTrial = new HashMap<>();
        measures.forEach(measure -> byTrial.put(measure.trial(), measure));
        return Leaderboard.of(metric.id(), metric.direction(), trials, chosen.ensemble(), byTrial);
    }
}
