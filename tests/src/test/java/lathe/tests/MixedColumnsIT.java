package lathe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import lathe.engine.adapter.onnx.OnnxCheck;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.engine.profile.Finding;
import lathe.engine.profile.Profiler;
import lathe.engine.profile.Treatment;
import lathe.scoring.Scorer;
import lathe.scoring.pack.ModelPackage;
import lathe.scoring.pack.PackageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Columns of mixed units, date orders and types, from the finding to the answers.
class MixedColumnsIT {

    private static final int ROWS = 300;

    @TempDir
    Path folder;

    // The same rows as people write them and brought to one form.
    private record Written(Path raw, Path converted) { }

    // What is asked for follows the weight, the day and the amount.
    private Written data() throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        StringBuilder raw = new StringBuilder("weight,day,amount,late\n");
        StringBuilder converted = new StringBuilder(raw);
        for (int row = 0; row < ROWS; row++) {
            int kilos = random.nextInt(2, 90);
            LocalDate day = LocalDate.of(2021, random.nextInt(1, 13), random.nextInt(1, 29));
            int amount = random.nextInt(1, 50) * 100;
            String late = kilos / 90.0 + day.getDayOfYear() / 365.0 + amount / 5000.0 > 1.5 ? "yes" : "no";
            raw.append("%s,%s,%s,%s\n".formatted(row % 10 == 3 ? "feather" : row % 3 == 0 ? kilos * 1000 + " g" : kilos + " kg",
                    row % 3 == 0 ? written(day, "%1$d-%2$d-%3$d") : row % 3 == 1 || day.getDayOfMonth() <= 12 ? written(day, "%3$02d/%2$02d/%1$d")
                            : written(day, "%2$02d-%3$02d-%1$d"),
                    row % 20 == 7 ? "see note" : row % 17 == 0 ? "about " + amount : row % 11 == 0 ? amount / 1000.0 + "k" : String.valueOf(amount), late));
            converted.append("%s,%s,%s,%s\n".formatted(row % 10 == 3 ? "" : kilos, day, row % 20 == 7 ? "" : amount, late));
        }
        return new Written(Files.writeString(folder.resolve("raw.csv"), raw), Files.writeString(folder.resolve("converted.csv"), converted));
    }

    private static String written(LocalDate day, String order) {
        return String.format(Locale.ROOT, order, day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private static Treatment treatment(List<Finding> findings, String code) {
        Finding finding = findings.stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow();
        return finding.alternatives().stream().filter(each -> each.action() == Treatment.Action.READ_AS).findFirst().orElseThrow();
    }

    @Test
    void readsWhatTheFindingsOfferInTrainingAndAtScoring() throws IOException {
        Written data = data();
        List<Finding> findings = Profiler.profile(new TableImport().read(data.raw(), ImportOptions.defaults()).table(), "late").findings();
        assertEquals(List.of("number", ". in kg", "", ""), treatment(findings, "mixed-units").values());
        assertEquals("mixed day-first", treatment(findings, "mixed-dates").values().get(1));
        assertEquals(List.of("number", ". among texts", "", ""), treatment(findings, "mixed-types").values());
        Finding units = findings.stream().filter(each -> each.code().equals("mixed-units")).findFirst().orElseThrow();
        assertEquals("Column 'weight' holds measures in different units: g, kg. Read as numbers in kg (1 g = 0.001 kg), "
                + "30 of 300 would be missing ('feather').", units.sentence());

        Path project = folder.resolve("project");
        Cli.Ended trained = Cli.run("train", data.raw(), "--target", "late", "--number-format", "weight=. in kg", "--number-format",
                "amount=. among texts", "--date-format", "day=mixed day-first", "--trials", 3, "--learners", "logistic,tree", "--threads", 1,
                "--out", project);
        assertEquals(0, trained.exit(), trained.err());
        assertTrue((trained.out() + trained.err()).contains("Column 'weight' has 30 cells that are no number and count as missing (line 5: 'feather'"),
                trained.out() + trained.err());
        String settings = Files.readString(project.resolve("project.yaml"));
        assertTrue(settings.contains(". in kg") && settings.contains("mixed day-first") && settings.contains(". among texts"), settings);

        Path model = project.resolve("model.lathe");
        assertEquals(0, Cli.run("verify", model).exit());
        assertEquals(predicted(model, data.converted()), predicted(model, data.raw()));
        Scorer scorer = Scorer.open(model);
        assertEquals(scorer.score(Map.of("weight", "12", "day", "2021-04-03", "amount", "1200")),
                scorer.score(Map.of("weight", "12000 g", "day", "03/04/2021", "amount", "1.2k")));
        assertEquals(scorer.score(Map.of("weight", "", "day", "", "amount", "")), scorer.score(Map.of("weight", "light", "day", "then", "amount", "few")));

        ModelPackage opened = PackageReader.open(model);
        Path onnx = folder.resolve("model.onnx");
        assertEquals(0, Cli.run("export", model, "--format", "onnx", "--out", onnx).exit());
        assertTrue(OnnxCheck.compare(onnx, opened.pipeline(), opened.golden().rows()).holds());
    }

    private List<String> predicted(Path model, Path data) throws IOException {
        Path out = folder.resolve("scored-" + data.getFileName());
        Cli.Ended ended = Cli.run("predict", model, data, "--out", out);
        assertEquals(0, ended.exit(), ended.err());
        List<String> lines = Files.readAllLines(out);
        assertFalse(lines.isEmpty());
        int inputs = lines.getFirst().startsWith("weight") ? 4 : 0;
        return lines.stream().map(line -> String.join(",", List.of(line.split(",", -1)).subList(inputs, line.split(",", -1).length))).toList();
    }

    @Test
    void saysWhatIsNoFormat() throws IOException {
        Cli.Ended ended = Cli.run("train", data().raw(), "--target", "late", "--number-format", "weight=. in euro", "--out", folder.resolve("p"));

        assertEquals(2, ended.exit());
        assertTrue(ended.err().contains("'. in euro' is no number format; such as '. in kg', ', in cm' or '. among texts' are."), ended.err());
    }
}
