package lathe.views.run;

/// From this moment on, this was the best score.
///
/// @param at    seconds since the run began
/// @param trial number of the trial
/// @param lower lower end of its 95 % interval; `NaN` until it is worked out
/// @param upper upper end
public record BestPoint(double at, int trial, double value, double lower, double upper) { }
