package lathe.views.leaderboard;

import lathe.views.text.Numbers;

/// Writes what a model takes: time and room.
final class CostWords {

    private final Numbers numbers;

    CostWords(Numbers numbers) {
        this.numbers = numbers;
    }

    String seconds(double seconds) {
        return Double.isFinite(seconds) ? numbers.fixed(seconds, seconds < 10 ? 1 : 0) + " s" : "–";
    }

    String micros(double micros) {
        if (!Double.isFinite(micros)) {
            return "–";
        }
        return micros < 1000 ? numbers.significant(micros, 2) + " µs" : numbers.significant(micros / 1000, 2) + " ms";
    }

    String bytes(long bytes) {
        if (bytes <= 0) {
            return "–";
        }
        return bytes < 1 << 20 ? numbers.whole(Math.max(1, bytes >> 10)) + " kB" : numbers.fixed(bytes / (double) (1 << 20), 1) + " MB";
    }
}
