package lathe.engine.flow;

import lathe.engine.data.BadCells;
import lathe.engine.data.ImportOptions;

/// How a file is to be scored.
///
/// @param keepColumns whether all columns of the file stand before the predictions
/// @param reasons     main reasons given for each row, 0 to 5
/// @param ranges      whether the range, or the set of classes, that holds the truth stands beside the prediction
/// @param badCells    what to do with a cell that is not of its column's type
/// @param reading     how the file is read; types and formats are those of the model
public record ScoringOptions(boolean keepColumns, int reasons, boolean ranges, BadCells badCells, ImportOptions reading) {

    public static final int MOST_REASONS = 5;

    public static final ScoringOptions DEFAULTS = new ScoringOptions(false, 0, false, BadCells.ERROR, ImportOptions.defaults());

    /// @throws IllegalArgumentException if there are too few or too many reasons
    public ScoringOptions {
        if (reasons < 0 || reasons > MOST_REASONS) {
            throw new IllegalArgumentException("reasons must lie in [0, %d], was %d".formatted(MOST_REASONS, reasons));
        }
    }
}
