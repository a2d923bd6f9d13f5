package lathe.engine.flow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lathe.engine.ensemble.Candidate;
import lathe.engine.progress.Deadline;
import lathe.engine.search.TrialEnd;

/// The first trees of a pupil as one of the few members that answer quickly.
///
/// Models of the search and a pupil err elsewhere. A pupil fills the limit of time; its first trees are a model too, as their learning rate
/// is chosen so that all of them go the way several times over. Out of fold it is judged too badly (see
/// [FinalChoice#better]); what the other members lose by it is room for further models of theirs.
///
/// @param made    with these trees alone
/// @param mixed   weights of it and of the other members
/// @param costs   of all of them
record PupilPart(PupilMaking.Made made, FinalChoice.Mixed mixed, MemberCosts costs) {

    private static final double[] PARTS = {1.0 / 3, 1.0 / 2, 2.0 / 3};
    private static final Duration CHOOSING = Duration.ofSeconds(2);   // for each

    /// The best part beside other members; empty if these are better without one.
    ///
    /// @param few    chosen without one
    /// @param scored trials that those were chosen from
    /// @param whole  the pupil
    /// @param id     name of the part as one of the trials
    static Optional<PupilPart> beside(FinalChoice.Chosen few, List<TrialEnd> scored, PupilMaking.Made whole, String id, PreparedRun run,
            FinalChoice choice, Deadline deadline) {
        Optional<PupilPart> best = Optional.empty();
        int all = whole.pupil().form().trees();
        if (all * PARTS[0] < 1) {
            return best;
        }
        TreesSpeed speed = TreesSpeed.of(whole.pupil().recipe(), whole.pupil().form(), run.search().table());
        double value = choice.outOfFold(few);
        for (double share : PARTS) {
            int trees = (int) (share * all);
            if (!deadline.passed()) {
                PupilMaking.Made made = whole.first(run, trees);
                // Some bytes a node: no limit of size is near.
                MemberCosts costs = few.fast().orElseThrow().costs().with(id, new PackageLimits.Cost(0, speed.ofTrees(trees)));
                FinalChoice.Mixed mixed = choice.mixed(scored, new Candidate(id, made.outOfFold()), costs, Deadline.in(CHOOSING).earlier(deadline));
                double weight = mixed.weights().of(id);
                if (weight > 0 && weight < 1 && choice.isBetter(mixed.value(), value)) {
                    value = mixed.value();
                    best = Optional.of(new PupilPart(made, mixed, costs));
                }
            }
        }
        return best;
    }
}
