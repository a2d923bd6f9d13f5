package lathe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.engine.flow.DataChange;
import lathe.engine.track.ColumnDictionary;
import lathe.engine.track.ColumnMeaning;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two versions of a table, and a table against a contract, as a pipeline meets them.
class VersionsOfDataIT {

    @TempDir
    Path folder;

    private Path before;

    @BeforeEach
    void setUp() throws IOException {
        before = orders("before.csv", 1, 100, "price,plan");
    }

    private Path orders(String name, long seed, double center, String header) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(header).append('\n');
        for (int row = 0; row < 400; row++) {
            text.append(Math.round(center + 10 * random.nextGaussian())).append(',').append(random.nextBoolean() ? "basic" : "plus").append('\n');
        }
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void comparedWithItselfATableIsTheSame() {
        Cli.Ended ended = Cli.run("compare", before, before);
        assertEquals(0, ended.exit(), ended.err());
        assertTrue(ended.out().contains("Both hold the same cells."), ended.out());
    }

    @Test
    void newRowsOfTheSameKindAreNoShift() throws IOException {
        String out = Cli.run("compare", before, orders("after.csv", 2, 100, "price,plan")).out();
        assertTrue(out.contains("no column's values have moved"), out);
    }

    @Test
    void movedValuesAndOtherColumnsAreNamed() throws IOException {
        String out = Cli.run("compare", before, orders("after.csv", 2, 130, "price,tariff")).out();
        assertTrue(out.contains("values of column 'price' differ"), out);
        assertTrue(out.contains("'plan' is not in the second") && out.contains("'tariff' is only in the second"), out);
    }

    @Test
    void limitsOfFindingsAreTakenFromTheCommandLine() throws IOException {
        Path after = orders("after.csv", 2, 130, "price,plan");
        String out = Cli.run("compare", before, after, "--limit", "shift=50").out();
        assertTrue(out.contains("no column's values have moved"), out);

        Cli.Ended refused = Cli.run("compare", before, after, "--limit", "shift=-1");
        assertEquals(2, refused.exit());
        assertTrue(refused.err().contains("shift must be a positive number"), refused.err());
    }

    @Test
    void aProjectRemembersWhatItsDataWas() throws IOException {
        Path project = folder.resolve("project");
        Cli.Ended trained = Cli.run("train", before, "--target", "plan", "--learners", "tree", "--trials", "1", "--budget", "20s", "--out", project);
        assertEquals(0, trained.exit(), trained.err());
        Path after = orders("after.csv", 2, 130, "price,plan");
        String out = Cli.run("compare", project, after).out();
        assertTrue(out.contains("values of column 'price' differ"), out);

        Files.copy(after, before, StandardCopyOption.REPLACE_EXISTING);
        Cli.Ended again = Cli.run("run", project);
        String said = again.out() + again.err();
        assertTrue(said.contains("The data is another than when it was read last") && said.contains("values of column 'price' differ"), said);

        Files.writeString(project.resolve("data-versions.json"), "broken");
        Cli.Ended without = Cli.run("run", project);
        assertEquals(0, without.exit(), without.err());
        assertTrue((without.out() + without.err()).contains("Delete the file"), without.out() + without.err());
    }

    @Test
    void aTableIsCheckedAgainstAHandWrittenContract() throws IOException {
        Path contract = Files.writeString(folder.resolve("project.yaml"), """
                format: 1
                contract:
                  price: {type: number, min: 40, max: 160, required: true}
                  plan: {levels: [basic, plus]}
                """);
        assertEquals(0, Cli.run("check", before, "--schema", contract).exit());
        Path broken = Files.writeString(folder.resolve("broken.csv"), Files.readString(before).replaceFirst("basic", "gold") + "9000,plus\n");
        Cli.Ended ended = Cli.run("check", broken, "--schema", contract);
        assertEquals(1, ended.exit(), ended.err());
        assertTrue(ended.out().contains("gold") && ended.out().contains("9000") && ended.out().contains("line 402"), ended.out());
        assertFalse(ended.err().contains("\tat "), ended.err());
    }

    @Test
    void aProposedContractIsKeptByItsTableAndNeverReplacedUnasked() throws IOException {
        Path contract = folder.resolve("contract.yaml");
        Cli.Ended proposed = Cli.run("check", before, "--schema", contract, "--propose");
        assertEquals(0, proposed.exit(), proposed.err());
        assertTrue(Files.readString(contract).contains("plan:") && Files.readString(contract).contains("- basic"), Files.readString(contract));
        assertEquals(0, Cli.run("check", before, "--schema", contract).exit());
        Path broken = Files.writeString(folder.resolve("broken.csv"), Files.readString(before).replaceFirst("basic", "gold") + "9000,plus\n");
        assertEquals(1, Cli.run("check", broken, "--schema", contract).exit());

        Cli.Ended again = Cli.run("check", broken, "--schema", contract, "--propose");
        assertEquals(1, again.exit());
        assertTrue(again.err().contains("replace it with --force"), again.err());
        assertEquals(0, Cli.run("check", broken, "--schema", contract, "--propose", "--force").exit());
        assertEquals(0, Cli.run("check", broken, "--schema", contract).exit());
    }

    @Test
    void twoProjectsAreComparedByWhatTheyMean() throws IOException {
        Path here = project("here", orders("here.csv", 1, 100, "price,plan"), "EUR");
        Path there = project("there", orders("there.csv", 2, 100_000, "Price,Tariff"), "USD");

        Cli.Ended ended = Cli.run("compare", here, there);

        assertEquals(0, ended.exit(), ended.err());
        assertTrue(ended.out().contains("1 column is in both; only here: 'plan'; only there: 'Tariff'."), ended.out());
        assertTrue(ended.out().contains("info     Column 'price' is called 'Price' there; they are taken to be the same."), ended.out());
        assertTrue(ended.out().contains("warning  Column 'price' is in EUR here and in USD there."), ended.out());
        assertTrue(ended.out().contains("warning  The numbers of column 'price' are about 1000 times as large there as here; probably another unit."), ended.out());
        assertEquals(1, Cli.run("compare", here, Files.createDirectories(folder.resolve("empty"))).exit());
    }

    private Path project(String name, Path data, String unit) {
        Table table = new TableImport().read(data, ImportOptions.defaults()).table();
        ProjectSettings settings = ProjectSettings.EMPTY.withSource("../" + data.getFileName())
                .withDictionary(ColumnDictionary.EMPTY.withColumn(table.schema().names().getFirst(), ColumnMeaning.NONE.withUnit(unit)));
        try (ProjectFolder project = ProjectFolder.create(folder.resolve(name + ".lathe-project"), settings)) {
            DataChange.noted(project, settings, table);
            return project.root();
        }
    }
}
