package lathe.engine.track;

/// Which run a run goes on with.
///
/// @param run     id of that run; empty for a run of its own
/// @param seconds of search before this run began: that run's, and those of the runs it went on with
public record Continued(String run, double seconds) {

    public static final Continued NONE = new Continued("", 0);

    public boolean beganAnew() {
        return run.isEmpty();
    }
}
