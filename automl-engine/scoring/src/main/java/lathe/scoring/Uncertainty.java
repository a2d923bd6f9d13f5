package lathe.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How far the truth may lie from an answer, learnt from rows that the answering models had not seen.
///
/// Of new rows like those of training, a share of at least about the level has its truth in the range, or in the set.
public sealed interface Uncertainty {

    /// Nothing is known: too few rows, or a package of the first versions.
    record None() implements Uncertainty { }

    /// Around a number, an interval whose width follows the size of the number: plus and minus `factor` times the scale,
    /// linear between the places given and level outside of them.
    ///
    /// Source of the method: J. Lei, M. G'Sell, A. Rinaldo, R. Tibshirani, L. Wasserman, "Distribution-Free Predictive
    /// Inference for Regression", JASA 2018, section 5.2.
    ///
    /// @param level  share of rows covered, in (0, 1)
    /// @param at     places on the scale of predictions, rising, at least one
    /// @param scale  usual size of an error at each place, above 0
    /// @param factor at least 0
    record Range(double level, List<Double> at, List<Double> scale, double factor) implements Uncertainty {

        /// @throws IllegalArgumentException if lengths, order or ranges do not fit
        public Range {
            at = List.copyOf(at);
            scale = List.copyOf(scale);
            requireLevel(level);
            List<Double> places = at;
            if (places.isEmpty() || places.size() != scale.size()
                    || IntStream.range(1, places.size()).anyMatch(i -> !(places.get(i - 1) < places.get(i)))) {
                throw new IllegalArgumentException("a range needs rising places with a scale each, had %d and %d"
                        .formatted(places.size(), scale.size()));
            }
            if (!(factor >= 0) || scale.stream().anyMatch(each -> !(each > 0))) {
                throw new IllegalArgumentException("scales must be above 0 and the factor at least 0, was " + factor);
            }
        }

        public double low(double prediction) {
            return prediction - factor * scaleAt(prediction);
        }

        public double high(double prediction) {
            return prediction + factor * scaleAt(prediction);
        }

        private double scaleAt(double prediction) {
            int above = 0;
            while (above < at.size() && at.get(above) < prediction) {
                above++;
            }
            if (above == 0 || above == at.size()) {
                return scale.get(Math.min(above, at.size() - 1));
            }
            double share = (prediction - at.get(above - 1)) / (at.get(above) - at.get(above - 1));
            return (1 - share) * scale.get(above - 1) + share * scale.get(above);
        }
    }

    /// Classes that cannot be ruled out: those whose probability reaches a least value of their own, so that the level
    /// holds within each class. The most probable class always belongs.
    ///
    /// Source of the method: M. Sadinle, J. Lei, L. Wasserman, "Least Ambiguous Set-Valued Classifiers with Bounded Error
    /// Levels", JASA 2019.
    ///
    /// @param level share of rows covered, in (0, 1)
    /// @param least for each class, in the signature's order, in [0, 1]
    record Sets(double level, List<Double> least) implements Uncertainty {

        /// @throws IllegalArgumentException if a value is outside its range
        public Sets {
            least = List.copyOf(least);
            requireLevel(level);
            if (least.isEmpty() || least.stream().anyMatch(each -> !(each >= 0 && each <= 1))) {
                throw new IllegalArgumentException("a set needs least probabilities in [0, 1], had " + least);
            }
        }

        /// Indices of the classes of a row's set, the most probable first.
        public List<Integer> of(Predictions predictions, int row) {
            List<Integer> set = IntStream.range(0, least.size()).filter(c -> predictions.at(row, c) >= least.get(c)).boxed()
                    .sorted(Comparator.comparingDouble((Integer c) -> predictions.at(row, c)).reversed()).toList();
            return set.isEmpty() ? List.of(predictions.best(row)) : set;
        }
    }

    /// Whether it can stand beside the answers of such a model.
    default boolean fits(Signature signature) {
        return switch (this) {
            case None _ -> true;
            case Range _ -> !signature.task().isClassification();
            case Sets sets -> signature.task().isClassification() && sets.least().size() == signature.classes().size();
        };
    }

    private static void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("the level must lie in (0, 1), was " + level);
        }
    }
}
