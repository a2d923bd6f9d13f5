package lathe.views.data;

import java.util.Locale;
import lathe.engine.profile.Finding;
import lathe.views.parts.Tone;

/// Findings as the lights name them: several codes of the profile may be one thing to a reader.
enum FindingKind {
    KNOWS_ANSWER(Tone.BAD),
    OF_ITS_TIME(Tone.CAUTION),
    CONTRADICTIONS(Tone.CAUTION),
    TARGET_MISSING(Tone.CAUTION),
    UNITS(Tone.CAUTION),
    DATE_ORDERS(Tone.CAUTION),
    TYPES(Tone.CAUTION),
    CHANGED(Tone.CAUTION),
    SHIFTED(Tone.CAUTION),
    DISGUISED_MISSING(Tone.CAUTION),
    FEW_ROWS(Tone.CAUTION),
    IMBALANCE(Tone.CAUTION),
    SPELLING(Tone.CAUTION),
    MANY_VALUES(Tone.CAUTION),
    MISSING(Tone.CAUTION),
    SAME_COLUMN(Tone.CAUTION),
    GAPS_TELL(Tone.NEUTRAL),
    GAPS_TOGETHER(Tone.NEUTRAL),
    OUTLIERS(Tone.NEUTRAL),
    OUTLYING_ROWS(Tone.NEUTRAL),
    INLIERS(Tone.NEUTRAL),
    ZEROS(Tone.NEUTRAL),
    CORRELATED(Tone.NEUTRAL),
    SKEWED(Tone.NEUTRAL),
    NEARLY_CONSTANT(Tone.NEUTRAL),
    DUPLICATES(Tone.NEUTRAL),
    TEXT_KIND(Tone.NEUTRAL),
    PERSONAL_DATA(Tone.NEUTRAL),
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
            case "vanishing-strength" -> OF_ITS_TIME;
            case "contradicting-targets" -> CONTRADICTIONS;
            case "mixed-units" -> UNITS;
            case "mixed-dates" -> DATE_ORDERS;
            case "mixed-types" -> TYPES;
            case "changed-over-time" -> CHANGED;
            case "shift", "other-type", "column-gone", "column-new", "definition-type", "definition-scale", "definition-levels", "definition-dates",
                 "definition-unit", "definition-meaning", "definition-personal", "definition-missing", "definition-name" -> SHIFTED;
            case "duplicate-columns" -> SAME_COLUMN;
            case "missing-tells-target" -> GAPS_TELL;
            case "missing-together" -> GAPS_TOGETHER;
            case "outliers" -> OUTLIERS;
            case "outlying-rows" -> OUTLYING_ROWS;
            case "inliers" -> INLIERS;
            case "excess-zeros" -> ZEROS;
            case "highly-correlated" -> CORRELATED;
            case "skew" -> SKEWED;
            case "text-kind" -> TEXT_KIND;
            case "personal-data" -> PERSONAL_DATA;
            default -> OTHER;
        };
    }
}
