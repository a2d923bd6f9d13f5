package lathe.engine.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lathe.engine.evaluate.Pinball;
import lathe.scoring.FieldType;
import lathe.scoring.Signature;

/// Ids and results in the words of the reader.
final class Words {

    private static final Map<String, String> METRICS = Map.of("roc_auc", "ROC AUC", "pr_auc", "PR AUC", "log_loss", "Log loss",
            "f1", "F1", "brier", "Brier score", "rmse", "RMSE", "mae", "MAE", "r2", "R²");

    private static final int MOST_NAME = 80;

    private Words() {
    }

    static String metric(String id) {
        double level = Pinball.level(id);
        return Double.isNaN(level) ? METRICS.getOrDefault(id, titled(id)) : "Pinball loss of the %s quantile".formatted(Figures.plain(level));
    }

    /// `gradient_boosting #4` as `Gradient boosting #4`.
    static String titled(String id) {
        String words = id.replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static Html sentence(Signature signature) {
        Html target = Html.of("<b>{}</b>", cut(signature.target(), MOST_NAME));
        return switch (signature.task()) {
            case BINARY -> Html.of("Predicts {}: how likely <b>{}</b> is, rather than {}.", target,
                    cut(signature.classes().get(signature.positive()), MOST_NAME),
                    cut(signature.classes().get(1 - signature.positive()), MOST_NAME));
            case MULTICLASS -> Html.of("Predicts {}: which of {} classes a row belongs to.", target, signature.classes().size());
            case REGRESSION -> Html.of("Predicts {}: a number for each row.", target);
        };
    }

    /// What a value of a metric means, in one sentence; empty for metrics unknown here.
    static String meaning(String metric, double value, Signature signature) {
        return switch (metric) {
            case "roc_auc" -> "Of two rows, one %s and one not, the model gives the right one the higher probability %s of the time (50 %% is guessing)."
                    .formatted(positive(signature), Figures.percent(value));
            case "pr_auc" -> "On average, %s of the rows the model ranks highest are truly %s."
                    .formatted(Figures.percent(value), positive(signature));
            case "log_loss" -> "Typically, the model gives the true class a probability of %s (geometric mean)."
                    .formatted(Figures.percent(Math.exp(-value)));
            case "accuracy" -> "%s of the answers are right.".formatted(Figures.percent(value));
            case "balanced_accuracy" -> "Averaged over the classes, %s of a class's rows are recognised."
                    .formatted(Figures.percent(value));
            case "f1" -> "The harmonic mean of precision and recall is %s.".formatted(Figures.percent(value));
            case "brier" -> "The mean squared error of the probabilities; 0 is perfect.";
            case "rmse" -> "Predictions are typically off by %s, large errors counting more.".formatted(Figures.number(value));
            case "mae" -> "Predictions are off by %s on average.".formatted(Figures.number(value));
            case "r2" -> value < 0 ? "The model does worse than always saying the mean."
                    : "The model explains %s of the variance.".formatted(Figures.percent(value));
            default -> Double.isNaN(Pinball.level(metric)) ? ""
                    : "Predictions are such that %s of the truth should lie below them; missing that costs %s on average."
                            .formatted(Figures.percent(Pinball.level(metric)), Figures.number(value));
        };
    }

    static String positive(Signature signature) {
        return signature.positive() < 0 ? "of the class" : "“%s”".formatted(cut(signature.classes().get(signature.positive()), 40));
    }

    static String type(FieldType type) {
        return switch (type) {
            case NUMBER -> "number";
            case CATEGORY -> "category";
            case BOOLEAN -> "true or false";
            case TEXT -> "text";
            case DATE -> "date";
            case LIST -> "list";
        };
    }

    /// A few of many texts, cut and joined by commas.
    static String some(List<String> texts, int most) {
        String shown = String.join(", ", texts.stream().limit(most).map(text -> cut(text, 40)).toList());
        return texts.size() > most ? shown + ", … (%d)".formatted(texts.size()) : shown;
    }

    static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    static String hyperparameters(Map<String, Object> values) {
        return String.join(", ", new TreeMap<>(values).entrySet().stream()
                .map(entry -> entry.getKey() + " " + (entry.getValue() instanceof Double number ? Figures.plain(number)
                        : String.valueOf(entry.getValue()))).toList());
    }
}
