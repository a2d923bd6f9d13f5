package lathe.views.data;

import java.util.Locale;
import lathe.engine.profile.Finding;
import lathe.views.parts.Tone;

/// Findings as the lights name them: several codes of the profile may be one thing to a reader.
enum FindingKind {
    KNOWS_ANSWER(Tone.BAD),
    TARGET_MISSING(Tone.CAUTION),
    DISGUISED_MISSING(Tone.CAUTION),
    FEW_ROWS(Tone.CAUTION),
    IMBALANCE(Tone.CAUTION),
    SPELLING(Tone.CAUTION),
    MANY_VALUES(Tone.CAUTION),
    MISSING(Tone.CAUTION),
    NEARLY_CONSTANT(Tone.NEUTRAL),
    DUPLICATES(Tone.NEUTRAL),
    OTHER(Tone.NEUTRAL),
    IDENTIFIER(Tone.ACCENT),
    CONSTANT(Tone.ACCENT),
    FINE(Tone.GOOD);

    private final Tone tone;

    FindingKind(Tone tone) {
        this.tone = tone;
    }

    Tone tone() {
        return tone;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static FindingKind of(Finding finding) {
        return switch (finding.code()) {
            case "leakage", "leakage-by-presence" -> KNOWS_ANSWER;
            case "target-has-missing" -> TARGET_MISSING;
            case "sentinel" -> DISGUISED_MISSING;
            case "class-with-few-rows" -> FEW_ROWS;
            case "imbalance" -> IMBALANCE;
            case "mixed-spelling" -> SPELLING;
            case "high-cardinality" -> MANY_VALUES;
            case "missing" -> MISSING;
            case "nearly-constant" -> NEARLY_CONSTANT;
            case "duplicate-rows" -> DUPLICATES;
            case "identifier" -> IDENTIFIER;
            case "constant" -> CONSTANT;
            default -> OTHER;
        };
    }
}
