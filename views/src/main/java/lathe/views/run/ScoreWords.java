package lathe.views.run;

import java.util.Locale;
import lathe.engine.evaluate.Pinball;
import lathe.views.text.Numbers;
import lathe.views.text.Texts;

/// Scores and what they mean, in plain words of the user's language.
public final class ScoreWords {

    private static final int DIGITS = 4;

    private final Texts texts;

    public ScoreWords(Locale locale) {
        this.texts = Texts.of(ScoreWords.class, locale);
    }

    public String family(Family family) {
        return texts.get("family." + family.key());
    }

    /// A value of a metric, in four digits.
    public String value(String metric, double value) {
        return isShare(metric) ? numbers().fixed(value, DIGITS) : numbers().significant(value, DIGITS);
    }

    /// A value with half the width of its 95 % interval: "0.8462 ± 0.009". Without interval the value alone.
    public String score(String metric, double value, double lower, double upper) {
        String half = spread(metric, lower, upper);
        return half.isEmpty() ? value(metric, value) : value(metric, value) + " " + half;
    }

    /// "± 0.0093"; empty without interval.
    public String spread(String metric, double lower, double upper) {
        double half = (upper - lower) / 2;
        if (Double.isNaN(half)) {
            return "";
        }
        return "± " + (isShare(metric) ? numbers().fixed(half, DIGITS - 1) : numbers().significant(half, 2));
    }

    /// What a value means, in one sentence; empty for metrics without one.
    ///
    /// @param positive the class a yes-or-no model looks for; empty otherwise
    public String meaning(String metric, double value, String positive) {
        String key = !Double.isNaN(Pinball.level(metric)) ? "meaning.pinball" : "meaning." + metric + (metric.equals("r2") && value < 0 ? ".negative" : "");
        String number = switch (metric) {
            case "log_loss" -> numbers().percent(Math.exp(-value), 0);
            case "rmse", "mae" -> numbers().significant(value, DIGITS);
            default -> isShare(metric) ? numbers().percent(value, 1) : numbers().significant(value, DIGITS);
        };
        return texts.has(key) ? texts.get(key, number, positive) : "";
    }

    private static boolean isShare(String metric) {
        return !metric.equals("rmse") && !metric.equals("mae") && Double.isNaN(Pinball.level(metric));
    }

    private Numbers numbers() {
        return texts.numbers();
    }
}
