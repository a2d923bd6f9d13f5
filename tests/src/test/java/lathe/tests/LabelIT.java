package lathe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import lathe.engine.flow.Examination;
import lathe.engine.progress.CancelToken;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Targets that are missing are typed elsewhere and taken back; runs learn from them and can be repeated.
class LabelIT {

    private static final int ROWS = 600;

    @TempDir
    Path folder;

    private Path table;
    private Path project;

    @BeforeEach
    void train() throws IOException {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder("a,b,note,y\n");
        for (int row = 0; row < ROWS; row++) {
            double a = random.nextGaussian();
            text.append("%.3f,%.3f,=n%d,%s%n".formatted(a, random.nextGaussian(), row % 9, row % 3 == 0 ? a > 0 ? "yes" : "no" : ""));
        }
        table = Files.writeString(folder.resolve("table.csv"), text);
        project = folder.resolve("project");
        assertEquals(0, Cli.run("train", table, "--target", "y", "--trials", 1, "--threads", 1, "--learners", "logistic", "--holdout", "none",
                "--out", project).exit());
    }

    private List<String> shown(int count) throws IOException {
        Path list = folder.resolve("list.csv");
        Cli.Ended ended = Cli.run("label", project, "--show", count, "--out", list);
        assertEquals(0, ended.exit(), ended.err());
        return Files.readAllLines(list);
    }

    private Cli.Ended take(List<String> lines, Object... more) throws IOException {
        List<Object> words = new ArrayList<>(List.of("label", project, "--from", Files.write(folder.resolve("typed.csv"), lines)));
        words.addAll(List.of(more));
        return Cli.run(words.toArray());
    }

    // The second column is the target.
    private static List<String> filled(List<String> lines, String value) {
        List<String> filled = new ArrayList<>(List.of(lines.getFirst()));
        lines.stream().skip(1).map(line -> line.replaceFirst(",", "," + value)).forEach(filled::add);
        return filled;
    }

    @Test
    void whatIsTypedIsLearntFromAndRunsStayWhatTheyWere() throws IOException {
        List<String> lines = shown(30);
        assertEquals("row_key,y,row_number,why,a,b,note", lines.getFirst());
        assertEquals(31, lines.size());
        assertTrue(lines.get(1).matches("r[0-9a-f]{16},,\\d+,\"(no|yes) 5\\d %, (no|yes) [45]\\d %\",.*"), lines.get(1));
        assertTrue(lines.get(1).contains(",'=n"), "no spreadsheet takes a text for a formula: " + lines.get(1));

        Cli.Ended taken = take(filled(lines, "no"));
        assertEquals(0, taken.exit(), taken.err());
        assertTrue(taken.err().startsWith("30 targets were taken."), taken.err());
        assertTrue(Cli.run("label", project).err().startsWith("30 of 400 rows without a target are labelled."));

        Cli.Ended again = Cli.run("run", project);
        assertEquals(0, again.exit(), again.err());
        assertTrue((again.out() + again.err()).contains("30 rows without a target have a typed one."), again.err());
        assertTrue(Files.readString(project.resolve("report.html")).contains("30 rows without a target have a typed one."));
        assertEquals(0, take(filled(shown(10), "yes")).exit());
        try (ProjectFolder opened = ProjectFolder.open(project)) {
            RunStore runs = opened.runs();
            RunRecord first = runs.run(runs.ids().getFirst());
            RunRecord second = runs.run(runs.ids().getLast());
            assertTrue(!first.spec().fingerprint().equals(second.spec().fingerprint()), "typed targets are part of the data");
            assertEquals(30, runs.typedTargets(second.spec().id()).of("y").size());
            assertEquals(200, Examination.open(opened, first, new CancelToken()).rows().rows());
            assertEquals(230, Examination.open(opened, second, new CancelToken()).rows().rows());
        }
        assertEquals(0, Cli.run("resume", project, "--trials", 1, "--quiet").exit(), "with the 30, not the 40");
    }

    @Test
    void whatCannotBeTakenIsRefusedAsAWhole() throws IOException {
        List<String> lines = shown(3);
        List<String> typed = filled(lines, "no");
        typed.set(2, typed.get(2).replaceFirst(",no", ",maybe"));
        Cli.Ended refused = take(typed);
        assertEquals(1, refused.exit());
        assertTrue(refused.err().contains("typed.csv, row 2: 'maybe' is no class of 'y'; the classes are no, yes."), refused.err());
        assertTrue(ProjectFolder.readTypedTargets(project).holdsNothing());

        typed.add("r0000000000000000,no,9,,1,1,x");
        Cli.Ended taken = take(typed, "--new-classes");
        assertTrue(taken.err().startsWith("3 targets were taken, 1 belong to no row without a target."), taken.err());
        assertEquals(1, take(List.of("a,b", "1,2")).exit());
    }

    @Test
    void typedTargetsOutliveOtherData() throws IOException {
        assertEquals(0, take(filled(shown(20), "no")).exit());
        List<String> rows = new ArrayList<>(Files.readAllLines(table));
        String names = rows.removeFirst();
        Collections.reverse(rows);
        rows.addFirst(names);
        Files.write(table, rows);
        assertTrue(Cli.run("label", project).err().startsWith("20 of 400"), "the same rows in another order");

        Files.write(table, rows.subList(0, 301));
        Cli.Ended run = Cli.run("run", project);
        assertEquals(0, run.exit(), run.err());
        assertTrue((run.out() + run.err()).contains("more typed values belong to rows that are not in this data"), run.err());
        assertEquals(20, ProjectFolder.readTypedTargets(project).of("y").size(), "they are kept");
    }
}
