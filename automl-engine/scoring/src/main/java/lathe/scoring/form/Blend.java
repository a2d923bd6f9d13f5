package lathe.scoring.form;

import java.util.List;
import lathe.scoring.Predictions;

/// Weighted mean of members' answers, each on the features of its own recipe. A leaderboard row is the equal blend of
/// its fold models; an ensemble is the blend of rows.
///
/// @param members at least one, all with the same number of outputs; weights sum to 1
public record Blend(List<Member> members) implements Form {

    /// One form with its share.
    ///
    /// @param weight share in (0, 1]
    /// @param recipe id of the fitted recipe whose features the form reads
    /// @param form   the model
    public record Member(double weight, String recipe, Form form) {

        public Member {
            if (!(weight > 0 && weight <= 1 + 1e-9)) {
                throw new IllegalArgumentException("a member's weight must lie in (0, 1], was " + weight);
            }
        }
    }

    public Blend {
        members = List.copyOf(members);
        double sum = members.stream().mapToDouble(Member::weight).sum();
        if (members.isEmpty() || Math.abs(sum - 1) > 1e-9) {
            throw new IllegalArgumentException("weights of a blend must sum to 1, %d members had %s"
                    .formatted(members.size(), sum));
        }
        int outputs = members.getFirst().form().outputs();
        if (members.stream().anyMatch(member -> member.form().outputs() != outputs)) {
            throw new IllegalArgumentException("members of a blend must have the same number of outputs");
        }
    }

    @Override
    public int outputs() {
        return members.getFirst().form().outputs();
    }

    @Override
    public Predictions predict(Features features) {
        double[] sum = new double[0];
        for (Member member : members) {
            double[] values = member.form().predict(features.in(member.recipe())).values();
            if (sum.length == 0) {
                sum = new double[values.length];
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] += member.weight() * values[i];
            }
        }
        return new Predictions(outputs(), sum);
    }
}
