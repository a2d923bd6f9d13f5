package lathe.engine.track;

/// What an answer of a yes-or-no model brings or costs, in money per row: gains are positive, costs negative, `NaN` is not
/// said.
///
/// @param hit              a yes that was foretold
/// @param miss             a yes that was not
/// @param falseAlarm       a no that was taken for a yes
/// @param correctRejection a no that was foretold
public record PayOff(double hit, double miss, double falseAlarm, double correctRejection) {

    /// Nothing said.
    public static final PayOff NONE = new PayOff(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /// @throws IllegalArgumentException if a value is infinite
    public PayOff {
        if (Double.isInfinite(hit) || Double.isInfinite(miss) || Double.isInfinite(falseAlarm)
                || Double.isInfinite(correctRejection)) {
            throw new IllegalArgumentException("values of a pay-off must be finite, were %s, %s, %s, %s"
                    .formatted(hit, miss, falseAlarm, correctRejection));
        }
    }

    /// Whether all four are said.
    public boolean complete() {
        return !Double.isNaN(hit + miss + falseAlarm + correctRejection);
    }

    /// Whether none is said.
    public boolean saysNothing() {
        return Double.isNaN(hit) && Double.isNaN(miss) && Double.isNaN(falseAlarm) && Double.isNaN(correctRejection);
    }

    public PayOff withHit(double value) {
        return new PayOff(value, miss, falseAlarm, correctRejection);
    }

    public PayOff withMiss(double value) {
        return new PayOff(hit, value, falseAlarm, correctRejection);
    }

    public PayOff withFalseAlarm(double value) {
        return new PayOff(hit, miss, value, correctRejection);
    }

    public PayOff withCorrectRejection(double value) {
        return new PayOff(hit, miss, falseAlarm, value);
    }
}
