package lathe.scoring.step;

import java.util.List;

/// A step that changes columns in place: what it reads is what it puts.
public sealed interface InPlaceStep extends FittedStep permits Clip, Impute, MissingTokens, NormalRank, Scale, SignedLog, YeoJohnson {

    /// Names of the columns changed.
    List<String> columns();

    @Override
    default List<String> reads() {
        return columns();
    }

    @Override
    default List<String> writes() {
        return columns();
    }
}
