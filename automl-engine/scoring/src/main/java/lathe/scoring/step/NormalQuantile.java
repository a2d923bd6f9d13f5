package lathe.scoring.step;

/// The number below which a standard normal one stays with a given probability.
///
/// Source: M. J. Wichura, "The Percentage Points of the Normal Distribution", Applied Statistics 37 (1988), algorithm AS 241,
/// PPND16: a ratio of polynomials in the middle, another in the tails, exact to about 1e-16 of the result. The third ratio, for
/// probabilities under 1.4e-11, is left out. The numbers are open to whoever writes the same elsewhere.
public final class NormalQuantile {

    /// Probability nearest to 0 or 1 that is asked for.
    public static final double LEAST = 1e-7;
    /// Half the width of the middle.
    public static final double MIDDLE = 0.425;
    /// Taken from in the middle: this less the square of the distance from a half.
    public static final double MIDDLE_START = 0.180625;
    /// Taken off the root of the logarithm in the tails.
    public static final double TAIL_START = 1.6;

    /// Factors of the powers, the lowest first.
    public static final Numbers MIDDLE_ABOVE = Numbers.of(3.3871328727963665, 133.14166789178438, 1971.5909503065513,
            13731.69376550946, 45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227);
    public static final Numbers MIDDLE_BELOW = Numbers.of(1, 42.31333070160091, 687.1870074920579, 5394.196021424751,
            21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854);
    public static final Numbers TAIL_ABOVE = Numbers.of(1.4234371107496835, 4.630337846156546, 5.769497221460691,
            3.6478483247632045, 1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414);
    public static final Numbers TAIL_BELOW = Numbers.of(1, 2.053191626637759, 1.6763848301838038, 0.6897673349851,
            0.14810397642748008, 0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9);

    private NormalQuantile() { }

    /// @param probability in \[0, 1\], taken as [#LEAST] away from its ends; NaN gives NaN
    public static double of(double probability) {
        double p = Math.min(Math.max(probability, LEAST), 1 - LEAST);
        double distance = p - 0.5;
        if (Math.abs(distance) <= MIDDLE) {
            double r = MIDDLE_START - distance * distance;
            return distance * (polynomial(MIDDLE_ABOVE, r) / polynomial(MIDDLE_BELOW, r));
        }
        double r = Math.sqrt(-Math.log(Math.min(p, 1 - p))) - TAIL_START;
        return Math.signum(distance) * (polynomial(TAIL_ABOVE, r) / polynomial(TAIL_BELOW, r));
    }

    private static double polynomial(Numbers factors, double x) {
        double sum = factors.get(factors.size() - 1);
        for (int i = factors.size() - 2; i >= 0; i--) {
            sum = sum * x + factors.get(i);
        }
        return sum;
    }
}
