package lathe.engine.track;

import java.util.List;

/// The weighted blend of trials that a run ended with. A single member of weight 1 is a blend too.
///
/// @param value   the run's metric on blended out-of-fold predictions; `NaN` if there is no ensemble
/// @param lower   lower end of its 95 % interval; `NaN` if not computed
/// @param upper   upper end; `NaN` if not computed
/// @param members trials with their weights; empty if there is no ensemble
/// @param pupil   whether a model taught by this blend was handed over in its place; value and interval are the pupil's
public record EnsembleRecord(double value, double lower, double upper, List<Member> members, boolean pupil) {

    public static final EnsembleRecord NONE = new EnsembleRecord(Double.NaN, Double.NaN, Double.NaN, List.of());

    /// One trial of the blend.
    ///
    /// @param trial  its number
    /// @param weight its share, above 0; all shares sum to 1
    public record Member(int trial, double weight) {
    }

    /// A blend that is handed over itself.
    public EnsembleRecord(double value, double lower, double upper, List<Member> members) {
        this(value, lower, upper, members, false);
    }

    public EnsembleRecord {
        members = List.copyOf(members);
    }

    /// Whether it has a row of its own in the leaderboard: what is more than a single trial.
    public boolean hasRow() {
        return pupil || members.size() >= 2;
    }

    /// The share of a trial; 0 if it is no member.
    public double weightOf(int trial) {
        return members.stream().filter(member -> member.trial() == trial).mapToDouble(Member::weight).sum();
    }
}
