package lathe.scoring.step;

import java.util.List;

/// A step that reads one column and puts others beside it.
public sealed interface OneColumnStep extends FittedStep
        permits Bins, CodeTable, DateParts, HashedText, ListNumbers, ListVector, OneHot, TextStatistics, TextSvd, TextVector {

    /// Name of the column read.
    String column();

    /// Names of the columns put.
    List<String> outputs();

    @Override
    default List<String> reads() {
        return List.of(column());
    }

    @Override
    default List<String> writes() {
        return outputs();
    }
}
