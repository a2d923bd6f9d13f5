package lathe.engine.learn;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which way an answer may go while one number grows and everything else stays.
///
/// For numbers the answer is the value, for two classes the probability of the second one.
public enum Monotone {
    INCREASING, DECREASING;

    /// @return nothing for another word
    public static Optional<Monotone> of(String word) {
        for (Monotone each : values()) {
            if (each.word().equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /// As it is written in files and on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Monotone opposite() {
        return this == INCREASING ? DECREASING : INCREASING;
    }

    /// +1, −1 or, where nothing is asked, 0 for each feature; empty where nothing is asked of any.
    public static int[] signs(List<String> features, Map<String, Monotone> asked) {
        if (features.stream().noneMatch(asked::containsKey)) {
            return new int[0];
        }
        return features.stream().mapToInt(name -> asked.get(name) == INCREASING ? 1 : asked.get(name) == DECREASING ? -1 : 0).toArray();
    }
}
