package lathe.views.understand;

import java.util.List;
import java.util.stream.IntStream;
import lathe.engine.evaluate.Score;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Signature;
import lathe.scoring.Table;
import lathe.views.chart.Unit;
import lathe.views.run.ScoreWords;
import lathe.views.text.Numbers;
import lathe.views.text.Terms;
import lathe.views.text.Texts;

/// How the answers and inputs of one model are written for people.
final class Speech {

    static final int MOST_OF_A_TEXT = 28;

    private final Texts texts;
    private final Terms terms;
    private final ScoreWords scores;
    private final Signature signature;

    Speech(Texts texts, Signature signature) {
        this.texts = texts;
        this.terms = Terms.of(texts.locale());
        this.scores = new ScoreWords(texts.locale());
        this.signature = signature;
    }

    Texts texts() {
        return texts;
    }

    String get(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    Numbers numbers() {
        return texts.numbers();
    }

    Signature signature() {
        return signature;
    }

    boolean isShare() {
        return signature.task().isClassification();
    }

    Unit unit() {
        return isShare() ? Unit.PERCENT : Unit.NUMBER;
    }

    /// Probability in per cent, or the number predicted.
    String answer(double value) {
        return isShare() ? share(value) : value(value);
    }

    String share(double value) {
        return numbers().percent(value, 1);
    }

    String value(double value) {
        return numbers().significant(value, 4);
    }

    /// With its sign always.
    String change(double value) {
        return (value < 0 ? "\u2212" : "+") + answer(Math.abs(value));
    }

    String count(long rows) {
        return numbers().whole(rows);
    }

    /// What the answer is about: `churned = yes`, or `price`.
    String outcome(int output) {
        return isShare() ? get("outcome", signature.target(), signature.classes().get(output)) : signature.target();
    }

    List<String> outcomes() {
        return IntStream.range(0, signature.outputs()).mapToObj(this::outcome).toList();
    }

    /// The true answer or the class of a row, as a text of the source.
    String truth(String text) {
        return isShare() ? text : value(Double.parseDouble(text));
    }

    String cell(Table rows, int row, String column) {
        return cell(rows.schema().field(column), Cells.text(rows, row, column));
    }

    /// A cell for the eye: numbers in the user's locale, long texts cut.
    String cell(Field field, String text) {
        if (text.isEmpty()) {
            return get("missing");
        }
        return switch (field.type()) {
            case NUMBER -> numbers().significant(Double.parseDouble(text), 6);
            case LIST -> cut(text.replace(Table.LIST_SEPARATOR, ", "));
            case TEXT -> "\u201c" + cut(text) + "\u201d";
            case CATEGORY, BOOLEAN, DATE -> cut(text);
        };
    }

    /// `contract = month-to-month`.
    String equation(Field field, String text) {
        return field.type() == FieldType.TEXT && !text.isEmpty() ? field.name() + " " + cell(field, text)
                : field.name() + " = " + cell(field, text);
    }

    private static String cut(String text) {
        return text.length() <= MOST_OF_A_TEXT ? text : text.substring(0, MOST_OF_A_TEXT - 1).stripTrailing() + "\u2026";
    }

    String metric(String id) {
        return terms.metric(id);
    }

    /// Name of a row of the leaderboard.
    String model(String rowName) {
        return terms.model(rowName);
    }

    String figure(double value) {
        return numbers().significant(value, Math.abs(value) < 10 ? 3 : 4);
    }

    /// `ROC AUC 0.8462 ± 0.009`.
    String score(Score score) {
        return terms.metric(score.metric()) + " " + scores.score(score.metric(), score.value(), score.lower(), score.upper());
    }

    String scoreValue(Score score) {
        return scores.value(score.metric(), score.value());
    }

    String scoreSpread(Score score) {
        return scores.spread(score.metric(), score.lower(), score.upper());
    }
}
