package lathe.scoring.form;

/// How a feature enters a network.
public sealed interface NetworkInput {

    /// Where a number stops pulling: the smooth clip tends to ±3.
    double CLIP = 3;
    /// Numbers beyond are taken for it, so that no square overflows.
    double FARTHEST = 1e9;

    /// Its place in the matrix.
    int feature();

    /// How many numbers it puts.
    int width();

    /// Puts the numbers of one row.
    ///
    /// @param x   the feature's value
    /// @param out receives them from `at` on
    void put(double x, double[] out, int at);

    /// The number, centred, scaled and smoothly clipped: z / √(1 + (z/3)²) with z = (x − centre) / scale.
    ///
    /// Source: D. Holzmüller et al., "Better by Default" (RealMLP), arXiv 2407.04491.
    ///
    /// @param scale not 0
    record Plain(int feature, double center, double scale) implements NetworkInput {
        public Plain {
            check(feature);
            if (!(scale > 0) || !Double.isFinite(scale) || !Double.isFinite(center)) {
                throw new IllegalArgumentException("an input needs a finite centre and a positive scale, had %s and %s"
                        .formatted(center, scale));
            }
        }

        @Override
        public int width() {
            return 1;
        }

        /// The number that enters.
        public double value(double x) {
            double z = Math.max(-FARTHEST, Math.min((x - center) / scale, FARTHEST));
            double third = z / CLIP;
            return z / Math.sqrt(1 + third * third);
        }

        @Override
        public void put(double x, double[] out, int at) {
            out[at] = value(x);
        }
    }

    /// The number as [Plain] gives it, and weighted sums of cosines of it: cos(2π f z + phase).
    ///
    /// Source: Y. Gorishniy et al., arXiv 2203.05556, in the form of RealMLP ("PBLD").
    ///
    /// @param frequencies shape f
    /// @param phases      shape f
    /// @param weights     shape f × e
    /// @param biases      shape e
    record Periodic(Plain number, Floats frequencies, Floats phases, Floats weights, Floats biases) implements NetworkInput {
        public Periodic {
            if (phases.size() != frequencies.size()
                    || weights.size() != (long) frequencies.size() * biases.size()) {
                throw new IllegalArgumentException("%d frequencies and %d sums need as many phases and their product of weights, had %d and %d"
                        .formatted(frequencies.size(), biases.size(), phases.size(), weights.size()));
            }
        }

        @Override
        public int feature() {
            return number.feature;
        }

        @Override
        public int width() {
            return 1 + biases.size();
        }

        @Override
        public void put(double x, double[] out, int at) {
            double z = number.value(x);
            out[at] = z;
            int sums = biases.size();
            for (int i = 0; i < sums; i++) {
                out[at + 1 + i] = biases.get(i);
            }
            for (int f = 0; f < frequencies.size(); f++) {
                double wave = Math.cos(2 * Math.PI * frequencies.get(f) * z + phases.get(f));
                for (int i = 0; i < sums; i++) {
                    out[at + 1 + i] += wave * weights.get(f * sums + i);
                }
            }
        }
    }

    /// A row of a table for each level number; the last row is for whatever is no known level.
    ///
    /// @param width numbers in a row
    /// @param rows  shape (levels + 1) × width
    record Levels(int feature, int width, Floats rows) implements NetworkInput {
        public Levels {
            check(feature);
            if (width < 1 || rows.size() < width || rows.size() % width != 0) {
                throw new IllegalArgumentException("a table of levels needs full rows of width %d, had %d numbers"
                        .formatted(width, rows.size()));
            }
        }

        /// Number of known levels: 0 to this, exclusive.
        public int levels() {
            return rows.size() / width - 1;
        }

        @Override
        public void put(double x, double[] out, int at) {
            int row = x >= 0 && x < levels() ? (int) x : levels();
            for (int i = 0; i < width; i++) {
                out[at + i] = rows.get(row * width + i);
            }
        }
    }

    private static void check(int feature) {
        if (feature < 0) {
            throw new IllegalArgumentException("a feature's place must be at least 0, was " + feature);
        }
    }
}
