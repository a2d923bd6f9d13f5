package lathe.engine.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import lathe.engine.learn.Learner.Preparation;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Matrix;
import lathe.scoring.StringColumn;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;

class CategoryStepsTest {

    private static final Field X = Field.of("x", FieldType.CATEGORY);

    private static RecipeFitter.Prepared fit(String step, List<String> texts) {
        return Columns.FITTER.fit(new Recipe(Preparation.LINEAR, Map.of("x", step)), Columns.table(X, StringColumn.of(texts)),
                Columns.target(Task.BINARY, texts.size(), 1), Columns.SEED);
    }

    private static List<String> counted(Map<String, Integer> counts) {
        List<String> texts = new ArrayList<>();
        counts.forEach((text, count) -> texts.addAll(Collections.nCopies(count, text)));
        return texts;
    }

    private static double[][] rows(RecipeFitter.Prepared prepared, String... texts) {
        return prepared.recipe().apply(Columns.table(X, StringColumn.of(List.of(texts)))).toRows();
    }

    /// Reference: scikit-learn 1.9.1, OneHotEncoder(min_frequency=0.01, handle_unknown="infrequent_if_exist") calls "e" and "f" infrequent.
    @Test
    void levelsUnderOnePercentAreOneAndSoAreNewOnes() {
        RecipeFitter.Prepared prepared = fit("group_rare", counted(Map.of("a", 200, "b", 85, "c", 4, "d", 3, "e", 2, "f", 1, "", 5)));
        assertEquals(List.of("x=a", "x=b", "x=c", "x=d", "x=(rare)", "x=(missing)"), prepared.recipe().features());
        assertArrayEquals(new double[][] {{0, 0, 0, 1, 0, 0}, {0, 0, 0, 0, 1, 0}, {0, 0, 0, 0, 1, 0}, {0, 0, 0, 0, 0, 1}},
                rows(prepared, "d", "e", "never", ""));
    }

    @Test
    void whereNothingIsRareNewLevelsAreInNoGroup() {
        RecipeFitter.Prepared prepared = fit("group_rare", counted(Map.of("a", 20, "b", 10, "c", 5)));
        assertEquals(List.of("x=a", "x=b", "x=c"), prepared.recipe().features());
        assertArrayEquals(new double[][] {{1, 0, 0}, {0, 0, 0}, {0, 0, 0}}, rows(prepared, "a", "never", ""));
    }

    @Test
    void spellingsBecomeOneValueNamedByTheCommonest() {
        RecipeFitter.Prepared prepared = fit("merge_spellings", counted(Map.of("bank-transfer", 3, "Bank transfer", 20, "BANK TRANSFER ", 2,
                "Café", 9, "cafe!", 7, "1-2", 6, "12", 8, "?", 5, "", 4)));
        assertEquals(List.of("x=Bank transfer", "x=Café", "x=12", "x=1-2", "x=?", "x=(missing)"), prepared.recipe().features());
        double[][] rows = rows(prepared, "bank-transfer", "Bank transfer", "cafe!", "12", "never");
        assertArrayEquals(rows[1], rows[0]);
        assertArrayEquals(new double[] {0, 1, 0, 0, 0, 0}, rows[2]);
        assertArrayEquals(new double[] {0, 0, 1, 0, 0, 0}, rows[3]);
        assertArrayEquals(new double[6], rows[4]);
    }

    @Test
    void newValuesAreHashedToo() {
        RecipeFitter.Prepared prepared = fit("hash", counted(Map.of("a", 3, "b", 2, "", 1)));
        assertEquals(2, prepared.training().width());
        Matrix all = prepared.recipe().apply(Columns.table(X, StringColumn.of(List.of("a", "b", ""))));
        assertArrayEquals(new double[] {1, 1, 0}, new double[] {size(all, 0), size(all, 1), size(all, 2)});
    }

    private static double size(Matrix matrix, int row) {
        return Math.abs(matrix.at(row, 0)) + Math.abs(matrix.at(row, 1));
    }
}
