package lathe.samples;

/// What a two-class row was drawn from and what came of it: the yardstick for the best possible model.
///
/// @param chance   true probability of the positive class, in (0, 1)
/// @param happened whether the row became positive
record Outcome(double chance, boolean happened) {
}
