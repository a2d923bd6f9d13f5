package lathe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.engine.flow.Examination;
import lathe.engine.progress.CancelToken;
import lathe.engine.track.ProjectFolder;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.pack.PackageReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rows divided by a column, from the command line to the model file.
class ValidationIT {

    private static final int ROWS = 600;

    @TempDir
    Path folder;

    private Path data;

    // Each customer has an offset of its own, and the days are not in the order of the file.
    @BeforeEach
    void write() throws IOException {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder("customer,day,part,a,b,same,amount\n");
        for (int row = 0; row < ROWS; row++) {
            int customer = random.nextInt(40);
            double a = random.nextGaussian();
            String part = row % 6 == 0 ? "Test" : "part" + row % 3;
            text.append("c%d,%s,%s,%.4f,%.4f,x,%.4f\n".formatted(customer, LocalDate.of(2024, 1, 1).plusDays(random.nextInt(200)),
                    part, a, random.nextGaussian(), 3 * a + customer % 7 + random.nextGaussian()));
        }
        data = Files.writeString(folder.resolve("data.csv"), text);
    }

    private ProjectFolder trained(String validation, Object... more) {
        Path project = folder.resolve("project");
        Object[] arguments = {"train", data, "--target", "amount", "--trials", 2, "--learners", "baseline,ridge", "--threads", 2,
            "--validation", validation, "--quiet", "--out", project};
        Object[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        Cli.Ended ended = Cli.run(all);
        assertEquals(0, ended.exit(), ended.err());
        return ProjectFolder.open(project);
    }

    private static Examination opened(ProjectFolder project) {
        return Examination.open(project, project.runs().ids().getFirst(), new CancelToken());
    }

    private StringColumn inFile(String column) {
        return new TableImport().read(data, ImportOptions.defaults()).table().strings(column);
    }

    private static int[] places(Examination opened) {
        return IntStream.range(0, opened.rows().rows()).map(row -> opened.fileRow(row) - 1).toArray();
    }

    @Test
    void aGroupIsEitherLearntFromOrJudgedAndIsNoFeature() {
        try (ProjectFolder project = trained("group:customer")) {
            Examination opened = opened(project);
            StringColumn customers = inFile("customer");
            List<String> judged = Arrays.stream(places(opened)).mapToObj(customers::text).distinct().toList();
            long rowsOfJudged = IntStream.range(0, ROWS).filter(row -> judged.contains(customers.text(row))).count();

            assertEquals(opened.rows().rows(), rowsOfJudged);
            assertEquals(0.2, (double) rowsOfJudged / ROWS, 0.05);
            assertFalse(opened.model().signature().inputs().names().contains("customer"));
            assertTrue(opened.model().signature().inputs().names().contains("day"));
            assertEquals("group:customer", opened.model().manifest().provenance().get("validation"));
            assertTrue(opened.model().card().contains("Rows with the same “customer” always stayed together"));
        }
    }

    @Test
    void theHoldoutIsTheLastPartInTimeAndTimeStaysAFeature() throws IOException {
        try (ProjectFolder project = trained("time:day")) {
            Examination opened = opened(project);
            StringColumn days = inFile("day");
            boolean[] held = new boolean[ROWS];
            Arrays.stream(places(opened)).forEach(row -> held[row] = true);
            String earliestHeld = IntStream.range(0, ROWS).filter(row -> held[row]).mapToObj(days::text).min(String::compareTo).orElseThrow();
            String latestKept = IntStream.range(0, ROWS).filter(row -> !held[row]).mapToObj(days::text).max(String::compareTo).orElseThrow();

            assertTrue(latestKept.compareTo(earliestHeld) < 0, latestKept + " before " + earliestHeld);
            assertTrue(opened.model().signature().inputs().names().contains("day"));
            assertTrue(Files.readString(project.root().resolve("report.html")).contains("predicting the future from the past"));
            assertTrue(Files.readString(project.root().resolve("project.yaml")).contains("validation: time:day"));
        }
    }

    @Test
    void aTimeLeftOutStillOrdersTheRows() {
        try (ProjectFolder project = trained("time:day", "--drop", "day")) {
            assertFalse(opened(project).model().signature().inputs().names().contains("day"));
        }
    }

    @Test
    void partsAreExactlyThoseTheColumnNames() {
        try (ProjectFolder project = trained("folds:part")) {
            Examination opened = opened(project);

            assertHeld(inFile("part"), places(opened));
            assertEquals(3, project.runs().trials(project.runs().ids().getFirst()).trials().getFirst().foldValues().size());
            assertFalse(opened.model().signature().inputs().names().contains("part"));
        }
    }

    private static void assertHeld(StringColumn parts, int[] held) {
        assertEquals(IntStream.range(0, ROWS).filter(row -> parts.text(row).equals("Test")).boxed().toList(),
                Arrays.stream(held).boxed().toList());
    }

    @Test
    void theModelNeedsNoGroupToPredict() throws IOException {
        try (ProjectFolder project = trained("group:customer")) {
            Path rows = Files.writeString(folder.resolve("new.csv"), "day,part,a,b\n2024-03-01,part1,0.5,1\n");
            Path out = folder.resolve("out.csv");
            Cli.Ended ended = Cli.run("predict", project.root().resolve("model.lathe"), rows, "--out", out);

            assertEquals(0, ended.exit(), ended.err());
            assertEquals(2, Files.readAllLines(out).size());
            Table known = PackageReader.open(project.root().resolve("model.lathe")).golden().rows();
            assertFalse(known.schema().names().contains("customer"));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            group:gone,   'There is no column ''gone'' to divide the rows by'
            group:,       which column divides the rows
            group:amount, it is the target
            group:same,   has the same value in every row
            time:same,    neither dates nor numbers
            time:part,    neither dates nor numbers
            folds:same,   names no parts""")
    void saysInOneSentenceWhyNot(String validation, String sentence) {
        Path project = folder.resolve("refused");
        Cli.Ended ended = Cli.run("train", data, "--target", "amount", "--trials", 2, "--validation", validation, "--out", project);

        assertEquals(1, ended.exit(), ended.err());
        List<String> lines = ended.err().lines().filter(line -> line.startsWith("lathe: ")).toList();
        assertEquals(1, lines.size(), ended.err());
        assertTrue(lines.getFirst().contains(sentence), lines.getFirst());
        assertFalse(Files.exists(project));
    }

    @Test
    void anUnknownWayIsWrongUsage() {
        Cli.Ended ended = Cli.run("train", data, "--target", "amount", "--validation", "kfold");

        assertEquals(2, ended.exit());
        assertTrue(ended.err().contains("random, group:COLUMN, time:COLUMN or folds:COLUMN"), ended.err());
    }
}
