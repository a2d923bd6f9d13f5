package lathe.engine.learn.tree;

import lathe.engine.progress.Deadline;

/// The learning rate of a fit whose number of rounds is told: the same for all of them where time allows. Where it will not do, those
/// that are left take larger steps, so that the fit comes as far (rounds times rate) in fewer rounds instead of ending half-way.
///
/// Without a deadline nothing depends on time.
final class RateSchedule {

    private static final double FASTEST = 0.3;
    private static final double SPARED = 0.1;   // of the time, for rounds that take longer than those before
    private static final int ROUNDS_TO_TELL = 4;
    private static final double NEWS = 0.1;   // what the last round says about the next ones, beside those before it

    private final int rounds;
    private final double usual;
    private final Deadline deadline;
    private final double spared;
    private double toGo;
    private double secondsOfRound;
    private long began;
    private boolean hurried;

    RateSchedule(int rounds, double usual, Deadline deadline) {
        this.rounds = rounds;
        this.usual = usual;
        this.deadline = deadline;
        this.spared = SPARED * deadline.secondsLeft();
        this.toGo = rounds * usual;
    }

    /// Of the round that begins now.
    ///
    /// @param round from 0
    double next(int round) {
        long now = System.nanoTime();
        if (round > 0) {
            double seconds = (now - began) / 1e9;
            secondsOfRound = round <= ROUNDS_TO_TELL ? secondsOfRound + (seconds - secondsOfRound) / round : secondsOfRound + NEWS * (seconds - secondsOfRound);
        }
        began = now;
        double rate = round < ROUNDS_TO_TELL ? usual : rate(rounds - round, (deadline.secondsLeft() - spared) / secondsOfRound);
        toGo -= rate;
        return rate;
    }

    /// Whether it has come as far as it was to, in fewer rounds.
    boolean hasArrived() {
        return hurried && toGo <= 0;
    }

    private double rate(int left, double affordable) {
        hurried |= affordable < left;
        return hurried ? Math.min(FASTEST, toGo / Math.clamp(affordable, 1, left)) : usual;
    }
}
