package lathe.engine.flow;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lathe.engine.ensemble.Candidate;
import lathe.engine.ensemble.EnsembleMethod;
import lathe.engine.ensemble.Weights;
import lathe.engine.progress.Deadline;
import lathe.engine.search.Trial;
import lathe.engine.search.TrialEnd;
import lathe.scoring.Table;
import lathe.scoring.pack.MemberFile;

/// What each trial adds to a package, and the choice of members that keeps the package within its limits.
final class MemberCosts {

    // Several models get in each other's way, and joining their answers takes time too.
    private static final double CROWD = 1.25;
    private static final double DOUBTFUL = 2;
    private static final double HOPE = 0.8;   // what is taken of a time, where it is measured afterwards

    private final Map<String, PackageLimits.Cost> ofOne = new HashMap<>();
    private final Map<String, Integer> folds = new HashMap<>();

    private MemberCosts() { }

    /// Chooses among candidates as an [EnsembleMethod] does.
    interface Choice {
        Weights among(List<Candidate> candidates);
    }

    /// By size alone.
    ///
    /// @param scored trials that have a score
    /// @param taught those of them that are handed over as one model alone, which the models of all folds have taught
    static MemberCosts stored(List<TrialEnd> scored, Set<Trial> taught) {
        MemberCosts costs = new MemberCosts();
        for (TrialEnd end : scored) {
            costs.put(end, 0);
            if (taught.contains(end.trial())) {
                costs.folds.put(end.trial().name(), 0);
            }
        }
        return costs;
    }

    /// By size and by time, which is measured on the first fold's model. Trials for which no time is left count as too slow.
    ///
    /// @param scored those that matter most first
    /// @param rows   some to answer
    static MemberCosts measured(List<TrialEnd> scored, Table rows, Deadline deadline) {
        MemberCosts costs = new MemberCosts();
        Set<String> warm = new HashSet<>();
        for (TrialEnd end : scored) {
            boolean late = deadline.passed() && !costs.ofOne.isEmpty();
            costs.put(end, late ? Double.POSITIVE_INFINITY
                    : rowMicros(MemberFile.read(FinalChoice.scored(end).members().getFirst()), rows, warm.add(end.trial().learner())));
        }
        return costs;
    }

    // Who seems to be a little too slow may only have been disturbed.
    private static double rowMicros(MemberFile member, Table rows, boolean cold) {
        double micros = ScoringSpeed.rowMicros(member, rows, cold);
        PackageLimits limits = PackageLimits.FAST;
        return micros > limits.plannedMicros() && micros < DOUBTFUL * limits.rowMicros() ? Math.min(micros, ScoringSpeed.rowMicros(member, rows, true)) : micros;
    }

    /// These and those of a model that is handed over alone, without any of the folds.
    MemberCosts with(String id, PackageLimits.Cost ofTaught) {
        MemberCosts more = new MemberCosts();
        more.ofOne.putAll(ofOne);
        more.folds.putAll(folds);
        more.ofOne.put(id, ofTaught);
        more.folds.put(id, 0);
        return more;
    }

    boolean knows(String id) {
        return ofOne.containsKey(id);
    }

    private void put(TrialEnd end, double rowMicros) {
        int models = FinalChoice.scored(end).members().size();
        folds.put(end.trial().name(), models);
        ofOne.put(end.trial().name(), new PackageLimits.Cost((double) TrialRecords.bytes(FinalChoice.scored(end)) / models, rowMicros));
    }

    /// Of a trial with one model instead of those of all folds.
    PackageLimits.Cost single(String id) {
        return ofOne.getOrDefault(id, new PackageLimits.Cost(0, 0));
    }

    /// Of a trial with all its fold models, where they are handed over, and one of all rows.
    PackageLimits.Cost whole(String id) {
        return single(id).times(folds.getOrDefault(id, 0) + 1.0);
    }

    /// Members and weights within the limits. Who does not fit alone is no candidate; as long as those chosen do not fit together,
    /// the one that takes most for its weight makes way. Where nobody fits, the smallest or quickest one is taken.
    ///
    /// @param single whether each trial comes with one model only
    Weights within(PackageLimits limits, boolean single, List<Candidate> candidates, Choice choice) {
        List<Candidate> able = new ArrayList<>(candidates.stream()
                .filter(candidate -> limits.fits(of(candidate.id(), single))).toList());
        if (able.isEmpty()) {
            return Weights.single(candidates.stream().map(Candidate::id)
                    .min(Comparator.comparingDouble(id -> limits.share(of(id, single)))).orElseThrow());
        }
        while (true) {
            Weights weights = choice.among(able);
            if (limits.fits(all(weights.shares().stream().map(Weights.Share::id).toList(), single)) || weights.shares().size() == 1) {
                return weights;
            }
            String largest = weights.shares().stream()
                    .max(Comparator.comparingDouble(share -> limits.share(of(share.id(), single)) / share.weight()))
                    .map(Weights.Share::id).orElseThrow();
            able.removeIf(candidate -> candidate.id().equals(largest));
        }
    }

    /// As many models of each member as the limits leave room for: first the one learnt from all rows, or the first fold's where there is
    /// none; then fold models as well, for whoever has the most weight for its models. A mean of some is steadier than one. Several models
    /// get in each other's way, so what was taken last is given back as long as all together are measured to be too slow.
    ///
    /// @param rowMicros measures what is filled; not asked where the limits do not look at time
    Contender filled(Contender contender, PackageLimits limits, ToDoubleFunction<Contender> rowMicros) {
        List<Contender.Share> shares = contender.shares();
        List<Deque<Path>> waiting = new ArrayList<>();
        List<List<Path>> taken = new ArrayList<>();
        PackageLimits.Cost all = new PackageLimits.Cost(0, 0);
        for (Contender.Share share : shares) {
            Deque<Path> models = new ArrayDeque<>(models(share));
            taken.add(new ArrayList<>(List.of(models.removeFirst())));
            waiting.add(models);
            all = all.plus(single(share.trial().name()));
        }
        Deque<List<Path>> order = new ArrayDeque<>();
        int next = 0;
        while (next >= 0) {
            next = -1;
            for (int i = 0; i < shares.size(); i++) {
                boolean fits = !waiting.get(i).isEmpty() && limits.fits(hoped(all.plus(single(shares.get(i).trial().name()))));
                if (fits && (next < 0 || shares.get(i).weight() / taken.get(i).size() > shares.get(next).weight() / taken.get(next).size())) {
                    next = i;
                }
            }
            if (next >= 0) {
                taken.get(next).add(waiting.get(next).removeFirst());
                all = all.plus(single(shares.get(next).trial().name()));
                order.push(taken.get(next));
            }
        }
        return limits.isQuick() ? quick(contender, taken, order, limits, rowMicros) : with(contender, taken);
    }

    // The best first. One that the models of all folds have taught is better alone than beside those that one fold's have.
    private static List<Path> models(Contender.Share share) {
        return share.whole().map(whole -> share.trial().recipe().isDistilled() ? List.of(whole)
                : Stream.concat(Stream.of(whole), share.scored().members().stream()).toList()).orElse(share.scored().members());
    }

    // What turns out to be too slow is given back; what was not tried is lost.
    private static PackageLimits.Cost hoped(PackageLimits.Cost cost) {
        return new PackageLimits.Cost(cost.bytes(), HOPE * cost.rowMicros());
    }

    private static Contender quick(Contender contender, List<List<Path>> taken, Deque<List<Path>> order, PackageLimits limits,
            ToDoubleFunction<Contender> rowMicros) {
        Contender filled = with(contender, taken);
        while (isTooSlow(filled, limits, rowMicros)) {
            if (order.isEmpty()) {
                return ofFirstFold(contender, filled, limits, rowMicros);
            }
            order.pop().removeLast();
            filled = with(contender, taken);
        }
        return filled;
    }

    // A model of all rows may have many more trees than those of the folds, which were measured before.
    private static Contender ofFirstFold(Contender contender, Contender otherwise, PackageLimits limits, ToDoubleFunction<Contender> rowMicros) {
        Contender ofFold = with(contender, contender.shares().stream().map(share -> List.of(share.trial().recipe().isDistilled()
                ? models(share).getFirst() : share.scored().members().getFirst())).toList());
        return isTooSlow(ofFold, limits, rowMicros) ? otherwise : ofFold;
    }

    // The first time, its code may not be warm yet; the next time, the machine may be slower.
    private static boolean isTooSlow(Contender contender, PackageLimits limits, ToDoubleFunction<Contender> rowMicros) {
        double most = limits.plannedMicros();
        double first = rowMicros.applyAsDouble(contender);
        return first > most && rowMicros.applyAsDouble(contender) > most;
    }

    private static Contender with(Contender contender, List<List<Path>> models) {
        List<Contender.Share> kept = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            Contender.Share share = contender.shares().get(i);
            kept.add(new Contender.Share(share.weight(), share.trial(), share.scored().withMembers(models.get(i))));
        }
        return new Contender(contender.name(), contender.value(), kept, contender.power());
    }

    private PackageLimits.Cost of(String id, boolean single) {
        return single ? single(id) : whole(id);
    }

    /// Of all members together, which take longer than each by itself.
    PackageLimits.Cost all(List<String> ids, boolean single) {
        PackageLimits.Cost sum = ids.stream().map(id -> of(id, single)).reduce(new PackageLimits.Cost(0, 0), PackageLimits.Cost::plus);
        return single && ids.size() == 1 ? sum : new PackageLimits.Cost(sum.bytes(), CROWD * sum.rowMicros());
    }
}
