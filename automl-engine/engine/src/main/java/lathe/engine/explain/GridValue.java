package lathe.engine.explain;

/// What the model answers when every row has this value in the column.
///
/// @param text   the value as a table has it; empty for "missing"
/// @param number the value of a number, seconds since 1970 of a date, otherwise `NaN`
/// @param mean   mean answer over the rows
/// @param lower  a tenth of the rows have a lower answer
/// @param upper  a tenth of the rows have a higher answer
/// @param count  rows handed in that have this value, or for numbers and dates are nearer to it than to its neighbours
public record GridValue(String text, double number, double mean, double lower, double upper, int count) { }
