package lathe.scoring;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The answer for one row.
///
/// @param label         the class decided for; empty for regression
/// @param value         the number predicted; for a class, its probability
/// @param probabilities probability of each class, in the signature's order; empty for regression
public record Prediction(String label, double value, Map<String, Double> probabilities) {

    public Prediction {
        probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
    }

    /// What one row of predictions says under a signature.
    public static Prediction of(Signature signature, Predictions predictions, int row) {
        if (!signature.task().isClassification()) {
            return new Prediction("", predictions.at(row, 0), Map.of());
        }
        Map<String, Double> probabilities = new LinkedHashMap<>();
        for (int output = 0; output < signature.classes().size(); output++) {
            probabilities.put(signature.classes().get(output), predictions.at(row, output));
        }
        int decided = signature.decide(predictions, row);
        return new Prediction(signature.classes().get(decided), predictions.at(row, decided), probabilities);
    }
}
