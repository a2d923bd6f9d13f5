package lathe.engine.explain;

/// How much worse the metric gets when one column is shuffled, so that it tells nothing any more.
///
/// @param column an input of the model
/// @param loss   mean over the shuffles, in the metric's unit; positive if the column helps, whatever the metric's
///               direction; 0 for a column that the model does not read
/// @param lower  lower end of the 95 % interval over resampled rows and shuffles; at most `loss`
/// @param upper  upper end; at least `loss`
public record ColumnImportance(String column, double loss, double lower, double upper) { }
