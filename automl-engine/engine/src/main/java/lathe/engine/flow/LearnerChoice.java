package lathe.engine.flow;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lathe.engine.builtin.Learners;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.learn.Monotone;
import lathe.engine.learn.RefusedLearner;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.RunSpec;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// Which learners a run may try.
final class LearnerChoice {

    private LearnerChoice() { }

    /// @param ids empty for all usual ones
    /// @throws ProblemException if one is unknown, or none learns anything
    static List<Learner> of(List<String> ids) {
        List<String> known = Learners.ALL.stream().map(Learner::id).toList();
        for (String id : ids) {
            if (!known.contains(id)) {
                throw new ProblemException(Problem.of("learner-unknown", "There is no learner '%s'.".formatted(id),
                        "Choose among %s; if a plug-in brings it, put that into the plug-in folder.".formatted(Sentences.list(known, 20))));
            }
        }
        List<Learner> chosen = Learners.ALL.stream().filter(each -> ids.isEmpty() ? Learners.isUsual(each.id()) : ids.contains(each.id()))
                .toList();
        if (chosen.stream().allMatch(each -> each.preparation() == Preparation.NONE)) {
            throw new ProblemException(Problem.of("learners-learn-nothing",
                    "The baseline alone learns nothing from the columns.", "Choose at least one more learner."));
        }
        return chosen;
    }

    /// As [#of], held to what is asked of columns and of the loss.
    static List<Learner> of(ProjectSettings settings) {
        return LossWish.held(directed(of(settings.search().learners()), RunSpec.directions(settings.columns())), settings.search().loss());
    }

    /// Those that cannot keep to what is asked of columns get a reason.
    static List<Learner> directed(List<Learner> learners, Map<String, Monotone> directions) {
        if (directions.isEmpty()) {
            return learners;
        }
        String columns = directions.keySet().stream().sorted().map("'%s'"::formatted).collect(Collectors.joining(", "));
        String reason = "It cannot keep to the direction asked for %s.".formatted(columns);
        return learners.stream().map(each -> each.keepsDirections() ? each : new RefusedLearner(each, reason)).toList();
    }

    /// @throws ProblemException if none of them can work on such data
    static void requireOneThatFits(List<Learner> learners, DataShape shape) {
        List<String> refusals = learners.stream().filter(each -> each.preparation() != Preparation.NONE)
                .map(each -> each.refusal(shape).map(reason -> "%s: %s".formatted(each.id(), reason)).orElse(""))
                .toList();
        if (refusals.stream().noneMatch(String::isEmpty)) {
            throw new ProblemException(Problem.of("learners-do-not-fit",
                    "None of the chosen learners can work on this data (%s).".formatted(String.join("; ", refusals)),
                    "Choose further learners."));
        }
    }
}
