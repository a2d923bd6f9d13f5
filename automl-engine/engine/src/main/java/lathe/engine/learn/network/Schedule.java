package lathe.engine.learn.network;

/// How the learning rate changes from the start of training (0) to its end (1).
enum Schedule {
    /// Four hills, each twice as wide as the one before. Source: RealMLP, arXiv 2407.04491.
    COSLOG4,
    /// Up for a fifth of the time, then down. Source: L. N. Smith, N. Topin, arXiv 1708.07120.
    ONE_CYCLE,
    /// Even for half of the time, then down.
    FLAT_COSINE,
    /// Always the same.
    CONSTANT;

    private static final double WARM_UP = 0.2;

    /// @param t in [0, 1]
    /// @return  what the learning rate is multiplied by
    double at(double t) {
        return switch (this) {
            case COSLOG4 -> 0.5 * (1 - Math.cos(2 * Math.PI * Math.log(1 + 15 * t) / Math.log(2)));
            case ONE_CYCLE -> t < WARM_UP ? 0.5 * (1 - Math.cos(Math.PI * t / WARM_UP))
                    : 0.5 * (1 + Math.cos(Math.PI * (t - WARM_UP) / (1 - WARM_UP)));
            case FLAT_COSINE -> flatThenDown(t);
            case CONSTANT -> 1;
        };
    }

    static double flatThenDown(double t) {
        return t < 0.5 ? 1 : 0.5 * (1 + Math.cos(2 * Math.PI * (t - 0.5)));
    }
}
