package lathe.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.pack.GoldenRows;
import lathe.scoring.pack.Manifest;
import lathe.scoring.pack.ModelPackage;
import lathe.scoring.pack.PackageWriter;
import lathe.scoring.step.DateParts;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.Impute;
import lathe.scoring.step.Numbers;
import lathe.scoring.step.OneHot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorerTest {

    private static final Schema SCHEMA = new Schema(List.of(
            new Field("price", FieldType.NUMBER, Role.FEATURE, ",", List.of("-")),
            new Field("built", FieldType.DATE, Role.FEATURE, "dd.MM.yyyy", List.of()),
            new Field("garden", FieldType.BOOLEAN, Role.FEATURE, "ja|nein", List.of())));

    @TempDir
    Path folder;

    // answer = 2 * price + (year - 2000) + 10 * garden, each 0 when missing
    private static ModelPackage regression() {
        FittedRecipe recipe = new FittedRecipe(List.of(
                new DateParts("built", List.of(DateParts.Part.YEAR), List.of("year")),
                new Impute(List.of("price", "year"), Numbers.of(0, 2000)),
                new OneHot("garden", List.of("true"), List.of(0), List.of("has garden"))), List.of("price", "year", "has garden"));
        Linear linear = new Linear(Numbers.of(2, 1, 10), Numbers.of(-2000), Link.IDENTITY);
        Pipeline pipeline = new Pipeline(new Signature(SCHEMA, Task.REGRESSION, "rent", List.of(), -1, 0.5),
                Map.of("r", recipe), new Blend(List.of(new Blend.Member(1, "r", linear))));
        Table data = new Table(SCHEMA, List.of(new NumberColumn(new double[] {1, 2}),
                StringColumn.of(List.of("2001-01-01", "1990-05-05")), StringColumn.of(List.of("true", "false"))));
        return ModelPackage.of(pipeline, new Manifest(Instant.EPOCH, "0", List.of(), Map.of(), List.of(), List.of()),
                GoldenRows.make(pipeline, data, new SplittableRandom(1)), "{}", "");
    }

    private Scorer scorer() {
        Path file = folder.resolve("model.lathe");
        PackageWriter.write(file, regression(), true);
        return Scorer.open(file);
    }

    @Test
    void readsARowOfTextsByTheSignature() {
        Map<String, String> row = Map.of("price", "1.000,5", "built", "01.03.2020", "garden", "Ja", "other", "ignored");
        assertEquals(new Prediction("", 2001 + 20 + 10, Map.of()), scorer().score(row));
    }

    @Test
    void takesEmptyCellsAndTokensAsMissing() {
        assertEquals(0, scorer().score(Map.of("price", "-", "built", "", "garden", "")).value());
    }

    @Test
    void givesTheSameForTextsAndForATypedTable() {
        Scorer scorer = scorer();
        Table typed = new Table(SCHEMA, List.of(new NumberColumn(new double[] {7.25}),
                StringColumn.of(List.of("2024-02-29")), StringColumn.of(List.of("false"))));
        double raw = scorer.score(Map.of("price", "7,25", "built", "29.02.2024", "garden", "nein")).value();
        assertEquals(scorer.score(typed).at(0, 0), raw);
        assertEquals(2 * 7.25 + 24, raw);
    }

    @Test
    void namesAMissingColumn() {
        ProblemException problem = assertThrows(ProblemException.class, () -> scorer().score(Map.of("price", "1", "built", "")));
        assertEquals("column-missing", problem.problem().code());
        assertEquals("column garden", problem.problem().where());
    }

    @Test
    void namesACellItCannotRead() {
        Map<String, String> row = new HashMap<>(Map.of("price", "1", "built", "31.02.2024", "garden", ""));
        ProblemException problem = assertThrows(ProblemException.class, () -> scorer().score(row));
        assertEquals("cell-unreadable", problem.problem().code());
        assertEquals("row 1, column built", problem.problem().where());
        row.putAll(Map.of("built", "", "price", "12 euros"));
        assertEquals("row 1, column price", assertThrows(ProblemException.class, () -> scorer().score(row)).problem().where());
    }

    @Test
    void decidesByTheThreshold() {
        Signature signature = new Signature(SCHEMA, Task.BINARY, "left", List.of("no", "yes"), 1, 0.3);
        Prediction answer = Prediction.of(signature, new Predictions(2, new double[] {0.65, 0.35}), 0);
        assertEquals(new Prediction("yes", 0.35, Map.of("no", 0.65, "yes", 0.35)), answer);
    }
}
