package lathe.engine.track;

/// What the model is for, in the user's words. Every part may be left out.
///
/// @param context      the problem
/// @param value        what a model would add
/// @param requirements what it must keep to
/// @param stakeholders who is concerned
/// @param signOff      who says that it may be used
/// @param leastScore   least value of the metric that makes it worthwhile; `NaN` if not said
/// @param payOff       what right and wrong answers bring and cost
public record Brief(String context, String value, String requirements, String stakeholders, String signOff,
                    double leastScore, PayOff payOff) {

    /// Nothing said.
    public static final Brief EMPTY = ofContext("");

    /// @throws IllegalArgumentException if the least score is infinite
    public Brief {
        if (Double.isInfinite(leastScore)) {
            throw new IllegalArgumentException("leastScore must be finite, was " + leastScore);
        }
    }

    /// The problem only.
    public static Brief ofContext(String context) {
        return new Brief(context, "", "", "", "", Double.NaN, PayOff.NONE);
    }

    public boolean saysNothing() {
        return (context + value + requirements + stakeholders + signOff).isBlank() && Double.isNaN(leastScore)
                && payOff.saysNothing();
    }

    public Brief withContext(String text) {
        return new Brief(text, value, requirements, stakeholders, signOff, leastScore, payOff);
    }

    public Brief withValue(String text) {
        return new Brief(context, text, requirements, stakeholders, signOff, leastScore, payOff);
    }

    public Brief withRequirements(String text) {
        return new Brief(context, value, text, stakeholders, signOff, leastScore, payOff);
    }

    public Brief withStakeholders(String text) {
        return new Brief(context, value, requirements, text, signOff, leastScore, payOff);
    }

    public Brief withSignOff(String text) {
        return new Brief(context, value, requirements, stakeholders, text, leastScore, payOff);
    }

    public Brief withLeastScore(double score) {
        return new Brief(context, value, requirements, stakeholders, signOff, score, payOff);
    }

    public Brief withPayOff(PayOff newPayOff) {
        return new Brief(context, value, requirements, stakeholders, signOff, leastScore, newPayOff);
    }
}
