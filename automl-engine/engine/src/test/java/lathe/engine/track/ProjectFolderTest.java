package lathe.engine.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lathe.engine.provenance.Seed;
import lathe.engine.data.ColumnRule;
import lathe.engine.profile.Limit;
import lathe.engine.profile.Thresholds;
import lathe.scoring.FieldType;
import lathe.scoring.ProblemException;
import lathe.scoring.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectFolderTest {

    private static final ProjectSettings SETTINGS = new ProjectSettings("Churn", Brief.ofContext("Who will leave?\nAsk: \"when\" # soon"),
            "../data/churn.csv", "churned: yes", "binary",
            new SearchSettings("roc_auc", "007", 90.5, 2, new Seed(-7), 12, 0),
            new ReadingChoice("", 3, "windows-1252", ";", ",", List.of("n/a", "-", ""), 0.25),
            Map.of("yes", ColumnChoice.DROPPED, "a.b #1", ColumnChoice.NONE.withType(FieldType.CATEGORY).withStep("ordinal")));

    @TempDir
    Path folder;

    @Test
    void readsBackTheSettingsItWrote() {
        try (ProjectFolder made = ProjectFolder.create(folder.resolve("p"), SETTINGS)) {
            assertEquals(SETTINGS, made.settings());
        }
        try (ProjectFolder opened = ProjectFolder.open(folder.resolve("p"))) {
            assertEquals(SETTINGS, opened.settings());
        }
    }

    @Test
    void keepsDerivedColumnsInTheirOrder() throws IOException {
        TableChoice table = TableChoice.NONE.withDerived("z", "a / 12").withDerived("b", "z = 'x: y'").withWhere("not a > 1").withDuplicates(TableChoice.REMOVE);
        try (ProjectFolder made = ProjectFolder.create(folder.resolve("p"), SETTINGS.withTable(table))) {
            assertEquals(SETTINGS.withTable(table), made.settings());
        }
        try (ProjectFolder opened = ProjectFolder.open(folder.resolve("p"))) {
            assertEquals(table, opened.settings().table());
            assertEquals(List.of("z", "b"), List.copyOf(opened.settings().table().derived().keySet()));
            opened.save(SETTINGS);
        }
        assertFalse(Files.readString(folder.resolve("p").resolve("project.yaml")).contains("table:"));
    }

    @Test
    void takesDefaultsForWhatAPersonLeftOut() throws IOException {
        Path file = write("""
                format: 1
                target: churned
                brief:
                search:
                  positive: no
                  budgetSeconds: 15
                columns:
                  zip: {type: text}
                """);

        ProjectSettings settings = ProjectFile.read(file);

        assertEquals(new SearchSettings("", "no", 15, 0, SearchSettings.DEFAULTS.seed(), 0, 0.2), settings.search());
        assertEquals(Map.of("zip", ColumnChoice.NONE.withType(FieldType.TEXT)), settings.columns());
        assertEquals(Brief.EMPTY, settings.brief());
    }

    @Test
    void keepsLimitsThatAreNotTheUsualOnes() throws IOException {
        Path file = write("format: 1\nlimits: {outlier_distance: 4, skew: 4}\n");

        ProjectSettings settings = ProjectFile.read(file);
        assertEquals(Thresholds.USUAL.with(Limit.OUTLIER_DISTANCE, 4), settings.limits());
        ProjectFile.write(file, settings);
        assertTrue(Files.readString(file).contains("limits:\n  outlier_distance: 4.0\n"), Files.readString(file));
        assertEquals(settings, ProjectFile.read(file));
        ProjectFile.write(file, settings.withLimits(settings.limits().with(Limit.OUTLIER_DISTANCE, 6)));
        assertFalse(Files.readString(file).contains("limits"), Files.readString(file));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            format: 1; targt: a                                    | 'targt'
            format: 1; search: {budget: 5}                         | 'budget'
            format: 1; columns: {a: {kind: text}}                  | 'kind'
            format: 1; columns: {a: {type: txt}}                   | was 'txt'
            format: 1; search: {budgetSeconds: soon}               | 'soon' is not a finite number
            format: 1; search: {budgetSeconds: .inf}               | is not a finite number
            format: 1; search: {holdout: 2}                        | holdout must be a share
            format: 1; search: {threads: many}                     | many
            format: 1; table: {duplicates: some}                   | was 'some'
            format: 1; table: {derived: {a: ' '}}                  | needs a name and an expression
            format: 1; limits: {outlier: 3}                        | there is no limit 'outlier'
            format: 1; limits: {missing_share: 2}                  | missing_share must be more than 0 and at most 1.0, was 2.0
            format: 1; limits: {skew: long}                        | limit skew must be a number, was 'long'
            format: 1; dictionary: {columns: {a: {personal: some}}} | was 'some'
            format: 1; dictionary: {columns: {a: {sense: x}}}      | 'sense'
            format: 1; dictionary: {signed: {by: B}}               | signed needs by, on
            format: 1; task: guess                                 | was 'guess'
            format: 1; columns: [a]                                | LinkedHashMap
            format: 2; target: a                                   | version must be 1
            target: a                                              | version must be 1, was missing
            format: 1; name: &x a; target: *x                      | Anchors
            format: 1; name: !!java.io.File a                      | tags
            format: 1; name: a; name: b                            | name
            - a                                                    | keys and values
            """)
    void refusesWhatItDoesNotUnderstandAndNamesIt(String yaml, String named) throws IOException {
        Path file = write(yaml.replace("; ", "\n"));

        ProblemException refused = assertThrows(ProblemException.class, () -> ProjectFile.read(file));

        assertTrue(refused.getMessage().contains(named), refused.getMessage());
        assertTrue(refused.problem().where().startsWith(file.toString()), refused.problem().where());
    }

    @Test
    void refusesDeepAndHugeFiles() throws IOException {
        Path deep = write("format: 1\nname: " + "[".repeat(500) + "]".repeat(500));
        assertThrows(ProblemException.class, () -> ProjectFile.read(deep));

        Path huge = write("format: 1\nname: " + "x".repeat(1 << 20));
        assertThrows(ProblemException.class, () -> ProjectFile.read(huge));
    }

    @Test
    void refusesToMakeAProjectWhereThereIsOne() {
        ProjectFolder.create(folder, SETTINGS).close();

        ProblemException refused = assertThrows(ProblemException.class, () -> ProjectFolder.create(folder, SETTINGS));

        assertEquals("project-exists", refused.problem().code());
    }

    @Test
    void refusesToOpenWhatIsNoProject() {
        ProblemException refused = assertThrows(ProblemException.class, () -> ProjectFolder.open(folder));

        assertEquals("project-missing", refused.problem().code());
        assertFalse(Files.exists(folder.resolve(".lock")));
    }

    @ParameterizedTest
    @CsvSource({"churn.csv, churn", "Kunden 2024 (neu).xlsx, Kunden-2024-neu", "a.csv.gz, a", "x.JSONL, x", ".csv, data",
        "größe.tar, größe.tar"})
    void namesAProjectAfterItsData(String file, String name) {
        assertEquals(folder.resolve(name + ".lathe-project"), ProjectFolder.freshPath(folder, Path.of(file)));
    }

    @Test
    void countsUpWhenTheNameIsTaken() throws IOException {
        Files.createDirectory(folder.resolve("churn.lathe-project"));
        Files.createDirectory(folder.resolve("churn-2.lathe-project"));

        assertEquals(folder.resolve("churn-3.lathe-project"), ProjectFolder.freshPath(folder, Path.of("churn.csv")));
    }

    @Test
    void namesTheSourceRelativeToTheProjectSoThatBothCanMove() throws IOException {
        Path source = Files.writeString(Files.createDirectory(folder.resolve("data")).resolve("churn.csv"), "a\n1\n");
        Path root = folder.resolve("p");

        String relative = ProjectFolder.relativeSource(root, source);

        assertEquals("../data/churn.csv", relative);
        try (ProjectFolder project = ProjectFolder.create(root, SETTINGS)) {
            assertEquals(source.toAbsolutePath().normalize(), project.source());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "models/../../x", "/etc/passwd", "a\0b"})
    void keepsArtefactsInside(String path) {
        try (ProjectFolder project = ProjectFolder.create(folder.resolve("p"), SETTINGS)) {
            ProblemException refused = assertThrows(ProblemException.class, () -> project.inside(path));
            assertEquals("path-outside-project", refused.problem().code());
        }
    }

    @Test
    void keepsArtefactsInsideAlsoBehindALink() throws IOException {
        try (ProjectFolder project = ProjectFolder.create(folder.resolve("p"), SETTINGS)) {
            Files.createSymbolicLink(project.root().resolve("models"), folder);

            assertThrows(ProblemException.class, () -> project.inside("models/model.lathe"));
        }
    }

    @Test
    void isHeldByOneOpenerAtATime() {
        Path root = folder.resolve("p");
        try (ProjectFolder _ = ProjectFolder.create(root, SETTINGS)) {
            ProblemException refused = assertThrows(ProblemException.class, () -> ProjectFolder.open(root));
            assertEquals("project-in-use", refused.problem().code());
            assertTrue(refused.getMessage().contains("process " + ProcessHandle.current().pid()), refused.getMessage());
        }
        ProjectFolder.open(root).close();
    }

    @Test
    void keepsAProjectThatHasNeitherSourceNorTargetYet() {
        Path root = folder.resolve("p");
        ProjectSettings fresh = ProjectSettings.EMPTY.withName("New");
        ProjectSettings briefed = fresh.withBrief(Brief.EMPTY.withValue("Fewer leave").withLeastScore(0.8)
                .withPayOff(PayOff.NONE.withHit(120).withFalseAlarm(-10)));
        try (ProjectFolder made = ProjectFolder.create(root, fresh)) {
            made.save(briefed);
        }
        assertEquals(briefed, ProjectFolder.readSettings(root));
    }

    @Test
    void writesABriefForPeopleToRead() throws IOException {
        Path file = folder.resolve("project.yaml");

        ProjectFile.write(file, ProjectSettings.EMPTY.withBrief(
                Brief.ofContext("Who leaves?").withPayOff(PayOff.NONE.withMiss(-500))));

        String text = Files.readString(file);
        assertTrue(text.contains("brief:\n  context: Who leaves?\n  payOff:\n    miss: -500.0\n"), text);
    }

    @Test
    void leavesOutWhatIsKnownOnlyAfterwards() {
        ColumnChoice after = ColumnChoice.NONE.withKnown(ColumnChoice.KNOWN_AFTER);

        assertEquals(Optional.of(Role.IGNORED), after.chosenRole());
        assertEquals(Optional.empty(), ColumnChoice.NONE.withKnown(ColumnChoice.KNOWN_UNSURE).chosenRole());
        assertThrows(IllegalArgumentException.class, () -> ColumnChoice.NONE.withKnown("perhaps"));
        ProjectSettings settings = ProjectSettings.EMPTY.withColumn("paid", after);
        assertEquals(after, settings.column("paid"));
        assertEquals(Map.of(), settings.withColumn("paid", ColumnChoice.NONE).columns());
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("project.yaml"), yaml);
    }

    @Test
    void aContractWrittenByHandIsReadAndKept() throws IOException {
        Path file = Files.writeString(folder.resolve("by-hand.yaml"), """
                format: 1
                contract:
                  age: {type: number, min: 0, max: 120, required: true}
                  plan: {levels: [basic, plus]}
                  id: {unique: true}
                """);

        ProjectSettings settings = ProjectFolder.readSettingsFile(file);
        ProjectFile.write(file, settings);

        assertEquals(Map.of("age", new ColumnRule("number", "0", "120", List.of(), true, false),
                "plan", new ColumnRule("", "", "", List.of("basic", "plus"), false, false),
                "id", new ColumnRule("", "", "", List.of(), false, true)), settings.contract());
        assertEquals(settings, ProjectFolder.readSettingsFile(file));
    }
}
