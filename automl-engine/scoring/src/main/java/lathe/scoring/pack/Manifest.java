package lathe.scoring.pack;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lathe.scoring.Uncertainty;

/// What a package says about itself besides its signature: where it comes from and how good it is.
///
/// @param created      when it was written
/// @param latheVersion version of Lathe that wrote it
/// @param scores       reported scores, the main one first
/// @param provenance   facts by name: data fingerprint, seed, versions of Java, Smile and the operating system
/// @param members      the members of the blend in words, by falling weight
/// @param inputs       what the training rows showed of each input
/// @param uncertainty  how far the truth may lie from an answer
public record Manifest(Instant created, String latheVersion, List<ReportedScore> scores, Map<String, String> provenance,
        List<MemberNote> members, List<InputFacts> inputs, Uncertainty uncertainty) {

    public Manifest {
        scores = List.copyOf(scores);
        provenance = Collections.unmodifiableMap(new TreeMap<>(provenance));
        members = List.copyOf(members);
        inputs = List.copyOf(inputs);
    }

    /// With nothing known about the uncertainty of answers.
    public Manifest(Instant created, String latheVersion, List<ReportedScore> scores, Map<String, String> provenance,
            List<MemberNote> members, List<InputFacts> inputs) {
        this(created, latheVersion, scores, provenance, members, inputs, new Uncertainty.None());
    }

    /// One metric's value with its interval.
    ///
    /// @param metric id of the metric, for example `roc_auc`
    /// @param value  point estimate in the metric's unit
    /// @param lower  lower end of the interval; `NaN` if none was computed
    /// @param upper  upper end of the interval; `NaN` if none was computed
    /// @param level  confidence level as a share in (0, 1); `NaN` without interval
    /// @param rows   number of rows judged
    /// @param kind   the rows it was computed on: `holdout` or `out-of-fold`
    public record ReportedScore(String metric, double value, double lower, double upper, double level, int rows, String kind) { }

    /// One member as the leaderboard knows it.
    ///
    /// @param name            for people
    /// @param weight          share in the blend, in (0, 1]
    /// @param learner         id of the learner
    /// @param hyperparameters by name: `Double` or `String`; sorted
    public record MemberNote(String name, double weight, String learner, Map<String, Object> hyperparameters) {

        /// @throws IllegalArgumentException if a hyperparameter is neither a finite number nor a text
        public MemberNote {
            Map<String, Object> sorted = new TreeMap<>();
            hyperparameters.forEach((key, value) -> sorted.put(key, checked(key, value)));
            hyperparameters = Collections.unmodifiableMap(sorted);
        }

        private static Object checked(String key, Object value) {
            return switch (value) {
                case Number number when Double.isFinite(number.doubleValue()) -> number.doubleValue();
                case String text -> text;
                default -> throw new IllegalArgumentException(
                        "hyperparameter '%s' must be a finite number or a text, was %s".formatted(key, value));
            };
        }
    }

    /// What training rows showed of one input.
    ///
    /// @param name   the input
    /// @param levels known texts, the most frequent first; empty for numbers and free text
    /// @param low    smallest number; `NaN` if it is no number
    /// @param high   largest number; `NaN` if it is no number
    /// @param unit   unit of the numbers; empty if unknown
    public record InputFacts(String name, List<String> levels, double low, double high, String unit) {

        public InputFacts {
            levels = List.copyOf(levels);
        }
    }
}
