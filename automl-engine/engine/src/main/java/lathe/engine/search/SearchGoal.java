package lathe.engine.search;

import lathe.engine.evaluate.Metric;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;

/// What a search strives for and what it may spend.
///
/// @param metric   ranks trials
/// @param positive index of the positive class for binary tasks, otherwise −1
/// @param deadline when the search must hand over; work under way is then dropped
/// @param trials   most trials, 0 for as many as time allows
/// @param seed     with a trial's number it decides that trial's configuration
/// @param finish   ends the search early, keeping what there is
public record SearchGoal(Metric metric, int positive, Deadline deadline, int trials, Seed seed, CancelToken finish) { }
