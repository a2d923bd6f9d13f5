package lathe.views.run;

/// What a worker does now.
///
/// @param worker  from 0
/// @param busy    whether it fits something; otherwise the rest is what it did last
/// @param trial   number of the trial
/// @param learner id of the learner
/// @param fold    from 1
/// @param folds   in all
/// @param since   seconds since the run began at which it took up the fold
public record LiveWorker(int worker, boolean busy, int trial, String learner, int fold, int folds, double since) {

    LiveWorker idle() {
        return new LiveWorker(worker, false, trial, learner, fold, folds, since);
    }
}
