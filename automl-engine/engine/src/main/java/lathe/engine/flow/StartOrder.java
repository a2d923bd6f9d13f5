package lathe.engine.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lathe.engine.builtin.Learners;
import lathe.engine.builtin.Portfolio;
import lathe.engine.evaluate.Mae;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Learner;
import lathe.engine.learn.SearchSpace;
import lathe.engine.prepare.Smote;
import lathe.engine.search.TrialPlan.Start;

/// The portfolio, with a place for learners that only a person can have asked for (plug-ins).
final class StartOrder {

    private static final int BEHIND_THE_FIRST = 5;
    private static final double ASKED_FOR_SHARE = 0.1;
    private static final String LOSS = "loss";
    private static final Map<String, Object> LARGER_STEPS = Map.of("learning_rate", 0.1, "rounds", 750);   // both twice or half of the usual

    private StartOrder() { }

    /// The start order with each of them once as it is, after the first useful models.
    static List<Start> starts(List<Learner> learners) {
        List<Start> all = new ArrayList<>(Portfolio.STARTS);
        all.addAll(BEHIND_THE_FIRST, learners.stream().filter(StartOrder::isAskedFor).map(each -> new Start(each.id(), Map.of())).toList());
        return List.copyOf(all);
    }

    /// As [#starts] for a metric: it decides which loss is descended where a learner has several; a start that names one keeps it.
    ///
    /// @param quick whether answers must be quick: then plain boosted models take larger steps and fewer of them, so that they answer in time
    static List<Start> starts(List<Learner> learners, Metric metric, DataShape shape, boolean quick) {
        List<Start> all = new ArrayList<>(starts(learners));
        if (quick) {
            all.replaceAll(start -> start.learner().equals(PupilMaking.LEARNER) && start.changes().isEmpty()
                    ? new Start(start.learner(), LARGER_STEPS, start.generators()) : start);
        }
        if (metric instanceof Mae) {
            all.replaceAll(start -> learners.stream().filter(each -> each.id().equals(start.learner())).findFirst()
                    .map(each -> withLoss(start, each.space(shape), "absolute")).orElse(start));
        }
        return List.copyOf(all);
    }

    /// Each start, and behind it the same with rows made up, where it reads columns.
    static List<Start> compared(List<Start> starts, List<Learner> learners) {
        Set<String> blind = learners.stream().filter(each -> each.preparation() == Learner.Preparation.NONE).map(Learner::id).collect(Collectors.toSet());
        return starts.stream().flatMap(start -> blind.contains(start.learner()) ? Stream.of(start) : Stream.of(start, withSmote(start))).toList();
    }

    private static Start withSmote(Start start) {
        Set<String> generators = new HashSet<>(start.generators());
        generators.add(Smote.ID);
        return new Start(start.learner(), start.changes(), generators);
    }

    private static Start withLoss(Start start, SearchSpace space, String loss) {
        boolean has = space.parameters().stream().anyMatch(each -> each.name().equals(LOSS) && each.allows(loss));
        if (!has || start.changes().containsKey(LOSS)) {
            return start;
        }
        Map<String, Object> changes = new HashMap<>(start.changes());
        changes.put(LOSS, loss);
        return new Start(start.learner(), changes, start.generators());
    }

    /// How often each learner is drawn, with a share for each of them.
    static Map<String, Double> shares(List<Learner> learners) {
        Map<String, Double> all = new HashMap<>(Portfolio.SHARES);
        learners.stream().filter(StartOrder::isAskedFor).forEach(each -> all.put(each.id(), ASKED_FOR_SHARE));
        return Map.copyOf(all);
    }

    private static boolean isAskedFor(Learner learner) {
        return !Learners.isUsual(learner.id());
    }
}
