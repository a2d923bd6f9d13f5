package lathe.scoring.form;

import java.util.List;

/// A layer of a network, as it stands after training.
public sealed interface NetworkLayer {

    /// Numbers it reads; −1 if any.
    int inputs();

    /// Numbers it puts; −1 if as many as it reads.
    int outputs();

    /// Weighted sums, bent: activation(x · weights + biases).
    ///
    /// @param weights input by input, shape inputs × outputs
    /// @param biases  shape outputs
    record Dense(Floats weights, Floats biases, Activation activation) implements NetworkLayer {
        public Dense {
            if (biases.size() == 0 || weights.size() % biases.size() != 0) {
                throw new IllegalArgumentException("weights must fill rows for %d biases, had %d"
                        .formatted(biases.size(), weights.size()));
            }
        }

        @Override
        public int inputs() {
            return weights.size() / biases.size();
        }

        @Override
        public int outputs() {
            return biases.size();
        }
    }

    /// Bends each number by a share of its own: x + share · (activation(x) − x).
    ///
    /// Source: the parametric activation of RealMLP, arXiv 2407.04491.
    record Mix(Activation activation, Floats shares) implements NetworkLayer {
        public Mix {
            if (shares.size() == 0) {
                throw new IllegalArgumentException("a mix needs a share for each number, had none");
            }
        }

        @Override
        public int inputs() {
            return shares.size();
        }

        @Override
        public int outputs() {
            return shares.size();
        }
    }

    /// Layer normalisation: each row to mean 0 and variance 1, then times `scales`, plus `shifts`.
    ///
    /// Source: J. L. Ba et al., arXiv 1607.06450.
    record Normalise(Floats scales, Floats shifts) implements NetworkLayer {
        /// Added to the variance.
        public static final double EPSILON = 1e-5;

        public Normalise {
            if (scales.size() == 0 || scales.size() != shifts.size()) {
                throw new IllegalArgumentException("a normalisation needs as many shifts as scales, had %d and %d"
                        .formatted(shifts.size(), scales.size()));
            }
        }

        @Override
        public int inputs() {
            return scales.size();
        }

        @Override
        public int outputs() {
            return scales.size();
        }
    }

    /// What it reads, plus what the layers inside make of it. Source: K. He et al., arXiv 1512.03385.
    ///
    /// @param inside at least one, none residual; the last puts as many numbers as the first reads
    record Residual(List<NetworkLayer> inside) implements NetworkLayer {
        public Residual {
            inside = List.copyOf(inside);
            if (inside.isEmpty() || inside.stream().anyMatch(layer -> layer instanceof Residual)) {
                throw new IllegalArgumentException("a residual block needs layers inside, none of them residual");
            }
            int width = inside.getFirst().inputs();
            if (width < 0 || through(width, inside) != width) {
                throw new IllegalArgumentException("a residual block must put as many numbers as it reads, " + width);
            }
        }

        @Override
        public int inputs() {
            return inside.getFirst().inputs();
        }

        @Override
        public int outputs() {
            return inputs();
        }
    }

    /// Keeps every number within bounds: no answer beyond what training has seen.
    record Between(double low, double high) implements NetworkLayer {
        public Between {
            if (!(low <= high)) {
                throw new IllegalArgumentException("the lower bound must not exceed the upper one, were %s and %s".formatted(low, high));
            }
        }

        @Override
        public int inputs() {
            return -1;
        }

        @Override
        public int outputs() {
            return -1;
        }
    }

    /// Every number times `scale`, plus `shift`, with 64 bits: back to the scale of a target.
    record Affine(double scale, double shift) implements NetworkLayer {
        public Affine {
            if (!Double.isFinite(scale) || !Double.isFinite(shift)) {
                throw new IllegalArgumentException("scale and shift must be finite, were %s and %s".formatted(scale, shift));
            }
        }

        @Override
        public int inputs() {
            return -1;
        }

        @Override
        public int outputs() {
            return -1;
        }
    }

    /// How many numbers come out of layers, one after another.
    ///
    /// @throws IllegalArgumentException if a layer does not read as many as the one before puts
    static int through(int width, List<NetworkLayer> layers) {
        int now = width;
        for (NetworkLayer layer : layers) {
            if (layer.inputs() >= 0 && layer.inputs() != now) {
                throw new IllegalArgumentException("a layer of %d inputs got %d".formatted(layer.inputs(), now));
            }
            now = layer.outputs() < 0 ? now : layer.outputs();
        }
        return now;
    }
}
