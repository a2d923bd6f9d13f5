package lathe.engine.profile;

import java.util.List;
import lathe.scoring.FieldType;

/// What a picture of one column shows.
///
/// @param column   its name
/// @param type     of its values
/// @param measured what the bars stand for
/// @param bins     bars in order: of numbers and dates ascending, of levels and items the commonest first
/// @param others   rows of levels that have no bar of their own; of list items none
/// @param missing  rows without value
/// @param strength how well the column alone foretells the target, judged on rows it was not learnt from: 0 like guessing, 1
///                 perfectly (2 AUC − 1, or R2); `NaN` if there is no target or too few rows to tell
public record ColumnChart(String column, FieldType type, Measured measured, List<ChartBin> bins, ChartBin others,
                          ChartBin missing, double strength) {

    /// What the bars of a chart stand for.
    public enum Measured {
        /// Ranges of the column's numbers.
        NUMBERS,
        /// The column's texts.
        LEVELS,
        /// Decades, years, months, days or hours.
        DATES,
        /// Items of lists; a row counts in several bars.
        ITEMS,
        /// Numbers of words of free text.
        WORDS
    }

    public ColumnChart {
        bins = List.copyOf(bins);
    }
}
