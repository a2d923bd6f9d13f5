package lathe.engine.flow;

import java.util.List;
import lathe.engine.learn.Target;
import lathe.scoring.Task;

/// The target column as a learner sees it.
///
/// @param task     kind of answer
/// @param classes  texts of the classes, in order; empty for regression
/// @param positive index of the positive class of a binary task, otherwise −1
/// @param target   answers of the rows kept
/// @param rows     the rows kept: those whose target is not missing
public record TargetCoding(Task task, List<String> classes, int positive, Target target, int[] rows) { }
