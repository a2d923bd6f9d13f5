package lathe.views.chart;

/// The ends of an axis as they grow with the data.
final class Extent {

    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    void add(double value) {
        if (Double.isFinite(value)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    /// The data's ends with air around them, unless the axis names its own; never empty.
    ///
    /// @param air share of the width added at both ends; never beyond 0 and 1 for shares, nor below 0 for counts
    Extent settled(Axis axis, double air) {
        Extent settled = new Extent();
        boolean found = low <= high;
        double from = found ? low : 0;
        double to = found ? high : 1;
        if (axis.log()) {
            from = from > 0 ? from : Math.min(1, to / 10);
            settled.low = from / (1 + air);
            settled.high = to > from ? to * (1 + air) : from * 10;
        } else {
            double width = to - from;
            double pad = width > 0 ? width * air : Math.max(Math.abs(to) * 0.05, 1e-3);
            settled.low = kept(axis.unit(), from, from - pad);
            settled.high = axis.unit() == Unit.PERCENT && to <= 1 ? Math.min(1, to + pad) : to + pad;
        }
        if (Double.isFinite(axis.low())) {
            settled.low = axis.low();
        }
        if (Double.isFinite(axis.high())) {
            settled.high = axis.high();
        }
        if (settled.low >= settled.high) {
            settled.high = settled.low + Math.max(Math.abs(settled.low) * 0.05, 1e-3);
        }
        return settled;
    }

    private static double kept(Unit unit, double data, double padded) {
        boolean floored = unit == Unit.PERCENT || unit == Unit.COUNT || unit == Unit.SECONDS;
        return floored && data >= 0 ? Math.max(0, padded) : padded;
    }
}
