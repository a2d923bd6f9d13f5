package lathe.scoring.form;

import java.util.List;
import lathe.scoring.Predictions;

/// Weighted mean of members' answers, each on the features of its own recipe. A leaderboard row is the equal blend of
/// its fold models; an ensemble is the blend of rows.
///
/// @param members at least one, all with the same number of outputs; weights sum to 1
/// @param power   the mean probabilities are raised to it and made to sum to 1 again: above 1 they get surer of themselves;
///                1 leaves them alone, and so must a blend of numbers or one within another blend
public record Blend(List<Member> members, double power) implements Form {

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

    /// With the mean as it is.
    public Blend(List<Member> members) {
        this(members, 1);
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
        if (!(power >= 0.1 && power <= 10) || power != 1 && outputs == 1) {
            throw new IllegalArgumentException("the power of %d outputs must be 1, or for classes lie in [0.1, 10], was %s"
                    .formatted(outputs, power));
        }
        if (members.stream().anyMatch(member -> member.form() instanceof Blend inner && inner.power() != 1)) {
            throw new IllegalArgumentException("a blend within a blend must have the power 1");
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
        return raised(new Predictions(outputs(), sum), power);
    }

    /// Probabilities raised to a power and made to sum to 1 again; the same object for the power 1.
    public static Predictions raised(Predictions predictions, double power) {
        if (power == 1) {
            return predictions;
        }
        int width = predictions.width();
        double[] values = new double[predictions.values().length];
        for (int row = 0; row < predictions.rows(); row++) {
            double sum = 0;
            for (int output = 0; output < width; output++) {
                values[row * width + output] = Math.pow(predictions.at(row, output), power);
                sum += values[row * width + output];
            }
            for (int output = 0; output < width; output++) {
                values[row * width + output] /= sum;
            }
        }
        return new Predictions(width, values);
    }
}
