package lathe.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lathe.engine.data.BadCells;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.engine.progress.CancelToken;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Pipeline;
import lathe.scoring.ProblemException;
import lathe.scoring.Schema;
import lathe.scoring.Signature;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.Uncertainty;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.pack.GoldenRows;
import lathe.scoring.pack.Manifest;
import lathe.scoring.pack.ModelPackage;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.Impute;
import lathe.scoring.step.Numbers;
import lathe.scoring.step.OneHot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileScoringTest {

    @TempDir
    Path folder;

    // Regression: price + 10 if the plan is gold. Binary: a logistic of price + 2 if it is gold.
    private static ModelPackage model(Task task) {
        Schema schema = new Schema(List.of(Field.of("price", FieldType.NUMBER), Field.of("plan", FieldType.CATEGORY)));
        boolean binary = task == Task.BINARY;
        Signature signature = new Signature(schema, task, "y", binary ? List.of("no", "yes, quite") : List.of(),
                binary ? 1 : -1, 0.5);
        FittedRecipe recipe = new FittedRecipe(List.of(new Impute(List.of("price"), Numbers.of(0)),
                new OneHot("plan", List.of("gold"), List.of(0), List.of("gold"))), List.of("price", "gold"));
        Linear form = new Linear(binary ? Numbers.of(1, 2) : Numbers.of(1, 10), Numbers.of(0),
                binary ? Link.LOGISTIC : Link.IDENTITY);
        Pipeline pipeline = new Pipeline(signature, Map.of("r", recipe), new Blend(List.of(new Blend.Member(1, "r", form))));
        Table data = new Table(schema, List.of(new NumberColumn(new double[] {0, 0}), StringColumn.of(List.of("tin", "tin"))));
        return ModelPackage.of(pipeline, new Manifest(Instant.EPOCH, "0", List.of(), Map.of(), List.of(), List.of(),
                binary ? new Uncertainty.Sets(0.9, List.of(0.5, 0.4)) : new Uncertainty.Range(0.9, List.of(0.0), List.of(1.0), 2)),
                GoldenRows.make(pipeline, data, new SplittableRandom(1)), "{}", "");
    }

    private Path data(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text);
    }

    private String scored(Task task, Path data, ScoringOptions options) throws IOException {
        Path out = folder.resolve("out.csv");
        ScoredFile scored = new FileScoring(model(task)).score(data, out, options, rows -> { }, new CancelToken());
        assertEquals(out, scored.file());
        return Files.readString(out);
    }

    private static ScoringOptions options(boolean keep, int reasons) {
        return new ScoringOptions(keep, reasons, false, ScoringOptions.DEFAULTS.badCells(), ImportOptions.defaults());
    }

    @Test
    void writesPredictionAndProbabilitiesExactly() throws IOException {
        String text = scored(Task.BINARY, data("plan,price\ntin,0\ngold,-2\ngold,1\n"), ScoringOptions.DEFAULTS);
        double p = 1 / (1 + Math.exp(-3));
        assertEquals("prediction,p_no,\"p_yes, quite\"\n\"yes, quite\",0.5,0.5\n\"yes, quite\",0.5,0.5\n"
                + "\"yes, quite\"," + (1 - p) + "," + p + "\n", text);
    }

    @Test
    void givesTheMainReasonsOfEachRow() throws IOException {
        String text = scored(Task.REGRESSION, data("plan,price\ngold,-2.5\n,4\ntin,0\n"), options(false, 2));
        assertEquals("""
                prediction,reason_1,reason_2
                7.5,plan = gold (+10),price = -2.5 (-2.5)
                4.0,price = 4 (+4),
                0.0,,
                """, text);
        assertEquals("reason_1", scored(Task.BINARY, data("plan,price\ngold,0\n"), options(false, 1))
                .lines().findFirst().orElseThrow().split(",")[4]);
    }

    @Test
    void putsRangesAndSetsBesideThePredictions() throws IOException {
        Path data = data("plan,price\ngold,-2.5\ntin,0\n");
        ScoringOptions wanted = new ScoringOptions(false, 0, true, ScoringOptions.DEFAULTS.badCells(), ImportOptions.defaults());
        assertEquals("prediction,y_low,y_high\n7.5,5.5,9.5\n0.0,-2.0,2.0\n", scored(Task.REGRESSION, data, wanted));
        List<String> sets = scored(Task.BINARY, data, wanted).lines().toList();
        assertEquals("prediction,p_no,\"p_yes, quite\",y_set", sets.getFirst());
        assertEquals(List.of("no", "\"no | yes, quite\""), sets.subList(1, 3).stream()
                .map(line -> line.substring(line.lastIndexOf(line.contains("|") ? ",\"" : ",") + 1)).toList());
    }

    @Test
    void writesParquetWithTypedColumns() throws IOException {
        Path data = data("row,plan,price\n007,gold,-2.5\n008,tin,\n");
        Path out = folder.resolve("out.parquet");
        new FileScoring(model(Task.BINARY)).score(data, out, options(true, 0), rows -> { }, new CancelToken());
        Table table = new TableImport().read(out, ImportOptions.defaults()).table();
        assertEquals(List.of("row", "plan", "price", "prediction", "p_no", "p_yes, quite"), table.schema().names());
        assertEquals("007", table.strings("row").text(0));
        assertEquals(-2.5, table.numbers("price").value(0));
        assertEquals(Double.NaN, table.numbers("price").value(1));
        assertEquals(0.5, table.numbers("p_no").value(1));
    }

    @Test
    void tellsOfCellsThatCountAsMissingBecauseTheyWereNotUnderstood() throws IOException {
        ScoringOptions lenient = new ScoringOptions(false, 0, false, BadCells.MISSING, ImportOptions.defaults());
        Path data = data("plan,price\ngold,cheap\ntin,1\ntin,dear\ntin,\n");
        ScoredFile scored = new FileScoring(model(Task.REGRESSION)).score(data, folder.resolve("out.csv"), lenient, _ -> { }, new CancelToken());
        assertEquals(List.of("2 cells of column 'price' were not understood and count as missing, the first 'cheap' in line 2."), scored.notes());
    }

    @Test
    void tellsOfRowsUnlikeAllThatWasLearntFrom() throws IOException {
        ModelPackage usual = model(Task.REGRESSION);
        ModelPackage knowing = ModelPackage.of(usual.pipeline(), new Manifest(Instant.EPOCH, "0", List.of(), Map.of(), List.of(),
                List.of(new Manifest.InputFacts("price", List.of(), 0, 100, ""), new Manifest.InputFacts("plan", List.of("tin", "gold"), Double.NaN, Double.NaN, ""))),
                usual.golden(), "{}", "");
        StringBuilder rows = new StringBuilder("price,plan\n");
        IntStream.range(0, 10_000).forEach(row -> rows.append(row % 125).append(row % 400 == 7 ? ",lead\n" : row % 3 == 0 ? ",\n" : ",tin\n"));
        rows.append(",gold\n");

        ScoredFile scored = new FileScoring(knowing).score(data(rows.toString()), folder.resolve("out.csv"), ScoringOptions.DEFAULTS, _ -> { }, new CancelToken());
        assertEquals(List.of("19.2 % of the rows have a 'price' outside of 0 to 100, which is all the model has learnt from."), scored.notes());
    }

    @Test
    void predictsManyChunksInTheOrderOfTheFile() throws IOException {
        StringBuilder rows = new StringBuilder("price,plan\n");
        IntStream.range(0, 50_000).forEach(row -> rows.append(row).append(",tin\n"));
        List<String> lines = scored(Task.REGRESSION, data(rows.toString()), ScoringOptions.DEFAULTS).lines().toList();
        assertEquals(50_001, lines.size());
        assertEquals(List.of(), IntStream.range(0, 50_000).filter(row -> Double.parseDouble(lines.get(row + 1)) != row).boxed().toList());
    }

    @Test
    void saysThatAModelKnowsNoRanges() throws IOException {
        ModelPackage sure = model(Task.REGRESSION);
        ModelPackage unsure = ModelPackage.of(sure.pipeline(), new Manifest(Instant.EPOCH, "0", List.of(), Map.of(), List.of(), List.of()),
                sure.golden(), "{}", "");
        ScoringOptions wanted = new ScoringOptions(false, 0, true, ScoringOptions.DEFAULTS.badCells(), ImportOptions.defaults());
        Path data = data("plan,price\ngold,1\n");

        assertEquals("model-without-ranges", assertThrows(ProblemException.class, () -> new FileScoring(unsure)
                .score(data, folder.resolve("out.csv"), wanted, rows -> { }, new CancelToken())).problem().code());
        assertFalse(Files.exists(folder.resolve("out.csv")));
    }

    @Test
    void keepsTheFilesColumnsAndDisarmsFormulasInTextOnly() throws IOException {
        String text = scored(Task.REGRESSION, data("id,plan,price,prediction\n=1+1,@gold,-1,-\n-7,gold,2,\"+49 170\"\n"),
                options(true, 0));
        assertEquals("""
                id,plan,price,prediction (file),prediction
                '=1+1,'@gold,-1,-,-1.0
                -7,gold,2,+49 170,12.0
                """, text);
    }

    @Test
    void writesAWorkbookThatHoldsTheSame() throws IOException {
        Path data = data("id,plan,price\n=1+1,gold,1.5\nb,tin,2\n");
        Path out = folder.resolve("out.XLSX");
        new FileScoring(model(Task.BINARY)).score(data, out, options(true, 1), rows -> { }, new CancelToken());
        Table back = new TableImport().read(out, ImportOptions.defaults()).table();
        assertEquals(List.of("id", "plan", "price", "prediction", "p_no", "p_yes, quite", "reason_1"), back.schema().names());
        assertEquals("=1+1", back.strings("id").text(0));
        assertEquals("yes, quite", back.strings("prediction").text(0));
        assertEquals(1 / (1 + Math.exp(-3.5)), back.numbers("p_yes, quite").value(0), 1e-14);
        assertEquals("price = 2 (+0.381)", back.strings("reason_1").text(1));
    }

    @Test
    void matchesColumnsByName() throws IOException {
        List<ColumnMatch> found = new FileScoring(model(Task.REGRESSION)).match(data("id,price\n1,2\n"), ImportOptions.defaults());
        assertEquals(List.of(new ColumnMatch("price", FieldType.NUMBER, ColumnMatch.State.MATCHED),
                new ColumnMatch("plan", FieldType.CATEGORY, ColumnMatch.State.MISSING),
                new ColumnMatch("id", null, ColumnMatch.State.NOT_USED)), found);
    }

    @Test
    void leavesNothingWhenCancelledOrRefused() throws IOException {
        StringBuilder text = new StringBuilder("plan,price\n");
        text.repeat("gold,1\n", 2000);
        Path data = data(text.toString());
        for (String name : List.of("out.csv", "out.xlsx")) {
            CancelToken cancel = new CancelToken();
            List<Long> heard = new ArrayList<>();
            assertThrows(CancellationException.class, () -> new FileScoring(model(Task.REGRESSION)).score(data,
                    folder.resolve(name), options(true, 1), rows -> {
                        heard.add(rows);
                        cancel.cancel();
                    }, cancel));
            assertEquals(List.of(64L), heard);
        }
        Path bad = Files.writeString(folder.resolve("bad.csv"), "plan,price\ngold,1\ngold,much\n");
        assertEquals("cell-unreadable", problem(bad, folder.resolve("out.csv")));
        assertEquals("output-is-input", problem(bad, bad));
        assertEquals("not-written", problem(data, folder.resolve("no such folder").resolve("out.csv")));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of("bad.csv", "data.csv"), files.map(each -> each.getFileName().toString()).sorted().toList());
        }
        assertFalse(Files.exists(folder.resolve("out.csv")));
    }

    private static String problem(Path data, Path out) {
        return assertThrows(ProblemException.class, () -> new FileScoring(model(Task.REGRESSION)).score(data, out,
                ScoringOptions.DEFAULTS, rows -> { }, new CancelToken())).problem().code();
    }
}
