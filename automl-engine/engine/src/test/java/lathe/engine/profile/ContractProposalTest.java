package lathe.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lathe.engine.data.ColumnRule;
import lathe.engine.data.Contract;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractProposalTest {

    private static final String HEADER = "id,age,plan,day,note";

    @TempDir
    private Path folder;

    private static String table() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (int row = 0; row < 200; row++) {
            text.append("K-%03d,%d,%s,%s,%s\n".formatted(row, 18 + row * 5 % 77, row % 3 == 0 ? "plus" : "basic",
                    LocalDate.of(2024, 1, 1).plusDays(row), row % 5 == 0 ? "" : "n" + row % 90));
        }
        return text.toString();
    }

    private Path file(String text) {
        try {
            return Files.writeString(folder.resolve("t.csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, ColumnRule> propose(Path file) {
        return ContractProposal.of(Profiler.profile(new TableImport().read(file, ImportOptions.defaults()).table(), null, List.of()), Set.of());
    }

    private static Contract.Outcome check(Map<String, ColumnRule> rules, Path file) {
        return new Contract(rules).check(file, ImportOptions.defaults());
    }

    @Test
    void saysWhatHoldsOfTheRowsWithRoomForMore() {
        Map<String, ColumnRule> rules = propose(file(table()));

        assertEquals(new ColumnRule("category", "", "", List.of(), true, true), rules.get("id"));
        // 18 to 94; a tenth of 76 on either side, rounded outwards
        assertEquals(new ColumnRule("number", "10", "102", List.of(), true, false), rules.get("age"));
        assertEquals(new ColumnRule("category", "", "", List.of("basic", "plus"), true, false), rules.get("plan"));
        assertEquals(new ColumnRule("date", "", "", List.of(), true, false), rules.get("day"));
        assertEquals(new ColumnRule("category", "", "", List.of(), false, false), rules.get("note"));
    }

    @Test
    void numbersKeepTheirSign() {
        ColumnRule rule = propose(file("a,b\n" + "0.5,-3\n9.5,-1\n".repeat(20))).get("a");

        assertEquals(List.of("0", "10.4"), List.of(rule.min(), rule.max()));
        assertEquals("0", propose(file("a,b\n" + "0.5,-3\n9.5,0\n".repeat(20))).get("b").max());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "K-007,53; K-007,old; age: type",
        "K-007,53; K-007,3; age: min",
        "K-007,53; K-007,140; age: max",
        "K-007,53; K-007,; age: required",
        "K-007,53,basic; K-007,53,gold; plan: levels",
        "K-007; K-008; id: unique",
        "2024-01-08; soon; day: type",
        "id,age,plan; id,age,tariff; plan: column",
    })
    void whatIsPlantedIsFound(String there, String planted, String rule) {
        Map<String, ColumnRule> rules = propose(file(table()));
        String text = table();
        String broken = text.replace(there, planted);
        assertTrue(!broken.equals(text), there);

        assertTrue(check(rules, file(text)).isKept());
        assertEquals(Set.of(rule), check(rules, file(broken)).counts().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"telecom-churn.csv", "support-tickets.jsonl"})
    void theTableItWasProposedFromKeepsIt(String name) {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("sample-data").resolve(name))) {
            at = Objects.requireNonNull(at.getParent());
        }
        Path file = at.resolve("sample-data").resolve(name);

        Contract.Outcome outcome = check(propose(file), file);

        assertTrue(outcome.isKept(), outcome.counts().toString());
    }
}
