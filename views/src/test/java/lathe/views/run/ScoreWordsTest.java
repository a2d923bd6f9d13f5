package lathe.views.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;
import lathe.engine.builtin.Metrics;
import lathe.engine.evaluate.Metric;
import org.junit.jupiter.api.Test;

class ScoreWordsTest {

    @Test
    void sayWhatEveryMetricMeansInBothLanguages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            ScoreWords words = new ScoreWords(locale);
            for (Metric metric : Metrics.all()) {
                assertFalse(words.meaning(metric.id(), 0.8, "yes").isEmpty(), metric.id());
            }
        }
    }

    @Test
    void writeScoresInTheUsersNumbers() {
        assertEquals("0.8462 ± 0.009", new ScoreWords(Locale.ENGLISH).score("roc_auc", 0.84621, 0.8371, 0.8553));
        assertEquals("0,8462", new ScoreWords(Locale.GERMAN).score("roc_auc", 0.84621, Double.NaN, Double.NaN));
        assertEquals("23,410 ± 910", new ScoreWords(Locale.ENGLISH).score("rmse", 23410.2, 22500, 24320));
    }
}
