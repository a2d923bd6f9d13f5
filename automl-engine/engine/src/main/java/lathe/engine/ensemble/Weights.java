package lathe.engine.ensemble;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.scoring.Predictions;

/// Members of an ensemble, the heaviest first.
///
/// @param shares at least one; their weights sum to 1
public record Weights(List<Share> shares) {

    /// One member.
    ///
    /// @param id     of the candidate
    /// @param weight in (0, 1]
    public record Share(String id, double weight) { }

    /// @throws IllegalArgumentException if a weight is not positive or the sum is not 1
    public Weights {
        shares = List.copyOf(shares);
        double sum = shares.stream().mapToDouble(Share::weight).sum();
        if (!(Math.abs(sum - 1) < 1e-9) || shares.stream().anyMatch(share -> !(share.weight() > 0))) {
            throw new IllegalArgumentException("weights must be positive and sum to 1, was " + shares);
        }
    }

    /// One member alone.
    public static Weights single(String id) {
        return new Weights(List.of(new Share(id, 1)));
    }

    /// Weight of a candidate; 0 if it is no member.
    public double of(String id) {
        return shares.stream().filter(share -> share.id().equals(id)).mapToDouble(Share::weight).sum();
    }

    /// Weighted mean of the members' predictions.
    ///
    /// @throws IllegalArgumentException if a member is not among the candidates
    public Predictions blend(List<Candidate> candidates) {
        Map<String, Predictions> byId = new HashMap<>();
        candidates.forEach(candidate -> byId.put(candidate.id(), candidate.outOfFold()));
        double[] sum = new double[0];
        int width = 1;
        for (Share share : shares) {
            Predictions member = byId.get(share.id());
            if (member == null) {
                throw new IllegalArgumentException("member '%s' is not among the candidates".formatted(share.id()));
            }
            double[] values = member.values();
            width = member.width();
            sum = sum.length == 0 ? new double[values.length] : sum;
            for (int i = 0; i < values.length; i++) {
                sum[i] += share.weight() * values[i];
            }
        }
        return new Predictions(width, sum);
    }
}
