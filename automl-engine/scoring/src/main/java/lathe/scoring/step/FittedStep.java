package lathe.scoring.step;

import java.util.List;

/// A preprocessing step with what it has learnt. Immutable, safe for many threads.
///
/// A number step works in place: it reads and puts the same names. Unseen and missing are told apart in every step.
public sealed interface FittedStep
        permits InPlaceStep, OneColumnStep, MissingFlag, NumberLevels, Lookup, Arithmetic, Cross {

    /// Names of the columns read.
    List<String> reads();

    /// Names of the columns put, in order.
    List<String> writes();

    void apply(Frame frame);
}
