package lathe.engine.report;

import java.util.ArrayList;
import java.util.List;
import lathe.engine.evaluate.Score;
import lathe.engine.evaluate.Validation;
import lathe.engine.track.ReportedScore;
import lathe.engine.track.ScoreKind;
import lathe.scoring.Signature;

/// The scores reported: the main one large, with what it means; the others small beside it.
final class ScoreSection {

    private ScoreSection() {
    }

    static Html of(List<ReportedScore> scores, Signature signature, Validation validation) {
        if (scores.isEmpty()) {
            return Html.of("<p class=\"aside\">The model was not scored.</p>");
        }
        ReportedScore main = scores.getFirst();
        Html hero = Html.of("""
                <div class="hero">
                <div>
                <p class="label">{}</p>
                <p class="figure">{}</p>
                <p class="interval">{}</p>
                </div>
                <div>
                <p class="meaning">{}</p>
                <p class="aside">Measured on {}.{} {}</p>
                </div>
                </div>""", Words.metric(main.score().metric()), Figures.number(main.score().value()), interval(main.score()),
                Words.meaning(main.score().metric(), main.score().value(), signature),
                rowsInWords(main.score().rows(), main.kind() == ScoreKind.HOLDOUT), caution(main),
                ValidationWords.sentence(validation));
        List<Html> tiles = new ArrayList<>();
        for (ReportedScore other : scores.subList(1, scores.size())) {
            tiles.add(Html.of("""
                    <div class="tile"><p class="label">{}</p><p class="figure">{}</p><p class="aside">{}</p></div>""",
                    Words.metric(other.score().metric()), Figures.number(other.score().value()),
                    Figures.range(other.score().lower(), other.score().upper())));
        }
        return tiles.isEmpty() ? hero : Html.join(hero, Html.of("<div class=\"tiles\">\n{}</div>", Html.join(tiles)));
    }

    private static String interval(Score score) {
        return "%s interval %s".formatted(Figures.percent(score.level()), Figures.range(score.lower(), score.upper()));
    }

    private static String caution(ReportedScore main) {
        return switch (main.kind()) {
            case HOLDOUT -> "";
            case OUT_OF_FOLD -> " These rows also steered the choice of the model; how much that flatters was estimated and"
                    + " taken off.";
        };
    }

    static String rowsInWords(int rows, boolean holdout) {
        return Figures.count(rows, "row", "rows") + (holdout ? " kept apart from everything before"
                : " of the training data, each predicted by models that had not seen it");
    }
}
