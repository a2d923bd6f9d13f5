package lathe.engine.progress;

import java.time.Duration;

/// The moment by which work must be done, on the monotonic clock.
///
/// @param nanoTime the moment as [System#nanoTime()] counts
public record Deadline(long nanoTime) {

    public static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /// A deadline so far away that nothing will meet it.
    public static Deadline never() {
        return in(Duration.ofDays(3650));
    }

    /// Time left; negative once passed.
    public Duration remaining() {
        return Duration.ofNanos(nanoTime - System.nanoTime());
    }

    public double secondsLeft() {
        return (nanoTime - System.nanoTime()) / 1e9;
    }

    public boolean passed() {
        return nanoTime - System.nanoTime() <= 0;
    }

    public Deadline minus(Duration reserve) {
        return new Deadline(nanoTime - reserve.toNanos());
    }

    public Deadline earlier(Deadline other) {
        return nanoTime - other.nanoTime <= 0 ? this : other;
    }
}
