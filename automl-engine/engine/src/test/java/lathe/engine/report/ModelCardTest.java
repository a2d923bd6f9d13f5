package lathe.engine.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lathe.engine.learn.Monotone;
import lathe.engine.track.Brief;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ColumnDictionary;
import lathe.engine.track.ColumnMeaning;
import lathe.engine.track.PayOff;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Schema;
import lathe.scoring.Signature;
import lathe.scoring.Task;
import lathe.scoring.pack.Manifest;
import org.junit.jupiter.api.Test;

class ModelCardTest {

    private static final String HOSTILE = "<script>alert(1)</script>\"'";

    @Test
    void escapesEverythingThatComesFromData() {
        Signature signature = new Signature(new Schema(List.of(Field.of(HOSTILE, FieldType.CATEGORY))), Task.BINARY, HOSTILE + "t",
                List.of(HOSTILE + "a", HOSTILE + "b"), 1, 0.5);
        Manifest manifest = new Manifest(Instant.EPOCH, HOSTILE,
                List.of(new Manifest.ReportedScore(HOSTILE, 0.5, Double.NaN, Double.NaN, Double.NaN, 10, HOSTILE)),
                Map.of(HOSTILE, HOSTILE), List.of(new Manifest.MemberNote(HOSTILE, 1, HOSTILE, Map.of(HOSTILE, HOSTILE))),
                List.of(new Manifest.InputFacts(HOSTILE, List.of(HOSTILE), Double.NaN, Double.NaN, HOSTILE)));

        String page = ModelCard.html(signature, manifest);

        assertFalse(page.contains("<script"), page);
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;"));
    }

    @Test
    void saysWhatTheModelNeedsAndHowGoodItIs() {
        Signature signature = new Signature(new Schema(List.of(Field.of("area", FieldType.NUMBER))), Task.REGRESSION, "price",
                List.of(), -1, 0.5);
        Manifest manifest = new Manifest(Instant.EPOCH, "0.1.0",
                List.of(new Manifest.ReportedScore("rmse", 48310.4, 45120, 51000, 0.95, 600, "holdout")), Map.of(),
                List.of(), List.of(new Manifest.InputFacts("area", List.of(), 18, 420.5, "m²")));

        String page = ModelCard.html(signature, manifest);

        assertTrue(page.contains("Predicts <b>price</b>: a number for each row."), page);
        assertTrue(page.contains("48,310"), page);
        assertTrue(page.contains("45,120 – 51,000"), page);
        assertTrue(page.contains("18 – 420.5 m²"), page);
        assertTrue(page.contains("600 rows kept apart"), page);
    }

    @Test
    void tellsTheBriefAndTheAnswersAboutColumns() {
        Signature signature = new Signature(new Schema(List.of(Field.of("area", FieldType.NUMBER))), Task.REGRESSION, "price",
                List.of(), -1, 0.5);
        Manifest manifest = new Manifest(Instant.EPOCH, "0.1.0",
                List.of(new Manifest.ReportedScore("rmse", 48310.4, 45120, 51000, 0.95, 600, "holdout")), Map.of(),
                List.of(), List.of());
        Brief brief = Brief.ofContext("Offers <fast>").withLeastScore(50_000).withPayOff(PayOff.NONE.withMiss(-20));

        String page = ModelCard.html(signature, manifest, brief,
                Map.of("sold_on", ColumnChoice.NONE.withKnown(ColumnChoice.KNOWN_AFTER),
                        "area", ColumnChoice.NONE.withDirection(Monotone.INCREASING)), ColumnDictionary.EMPTY);

        assertTrue(page.contains("Offers &lt;fast&gt;"), page);
        assertTrue(page.contains("<dt>worthwhile from</dt><dd>50,000 RMSE</dd>"), page);
        assertTrue(page.contains("<dt>a miss brings</dt>"), page);
        assertFalse(page.contains("<dt>a hit brings</dt>"), page);
        assertTrue(page.contains("sold_on</th><td>no, only afterwards; it was left out"), page);
        assertTrue(page.contains("area</th><td>only increasing"), page);
        assertFalse(ModelCard.html(signature, manifest).contains("Directions"));
        assertFalse(ModelCard.html(signature, manifest).contains("What it is for"));
    }

    @Test
    void tellsWhatTheColumnsMeanWhoSignedItAndWhatIsPersonal() {
        Signature signature = new Signature(new Schema(List.of(Field.of("age", FieldType.NUMBER))), Task.REGRESSION, "price",
                List.of(), -1, 0.5);
        Manifest manifest = new Manifest(Instant.EPOCH, "0.1.0", List.of(), Map.of(), List.of(), List.of());
        ColumnDictionary signed = ColumnDictionary.EMPTY.withColumn("age", new ColumnMeaning("<b>Age</b>", "years", "Registry", "yes"))
                .withColumn("name", ColumnMeaning.NONE.withPersonal("yes")).signedBy("Dr. Stein", LocalDate.of(2024, 2, 29));

        String page = ModelCard.html(signature, manifest, Brief.EMPTY, Map.of(), signed);
        String changed = ModelCard.html(signature, manifest, Brief.EMPTY, Map.of(), signed.withColumn("age", ColumnMeaning.NONE));

        assertTrue(page.contains("Signed by Dr. Stein on 2024-02-29. Contains personal data: age, name. The model reads age."), page);
        assertTrue(page.contains("<td>&lt;b&gt;Age&lt;/b&gt;</td><td>years</td><td>Registry</td><td>yes</td>"), page);
        assertTrue(changed.contains("on 2024-02-29; changed since it was signed. Contains personal data: name. The model reads none of these."), changed);
        assertFalse(ModelCard.html(signature, manifest).contains("What the columns mean"));
    }
}
