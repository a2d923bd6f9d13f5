package lathe.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractTest {

    private static final Map<String, ColumnRule> RULES = Map.of(
            "id", new ColumnRule("", "", "", List.of(), true, true),
            "age", new ColumnRule("number", "0", "120", List.of(), true, false),
            "plan", new ColumnRule("category", "", "", List.of("basic", "plus"), false, false),
            "day", new ColumnRule("date", "2024-01-01", "2024-12-31", List.of(), false, false));

    @TempDir
    private Path folder;

    private Contract.Outcome check(String text) {
        try {
            return new Contract(RULES).check(Files.writeString(folder.resolve("t.csv"), text), ImportOptions.defaults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> sentences(Contract.Outcome outcome) {
        return outcome.violations().stream().map(Violation::sentence).sorted().toList();
    }

    @Test
    void aTableThatKeepsItHasNoViolations() {
        Contract.Outcome outcome = check("id,age,plan,day,more\na,1,basic,2024-01-01,x\nb,120,,2024-12-31,y\n");

        assertTrue(outcome.isKept(), sentences(outcome).toString());
        assertEquals(2, outcome.rows());
    }

    @Test
    void eachViolationNamesItsLine() {
        Contract.Outcome outcome = check("""
                id,age,plan,day
                a,-1,basic,2023-12-31
                b,121,extra,2025-01-01
                a,old,plus,2024-05-05
                ,NA,plus,2024-05-05
                c,3
                """);

        assertEquals(List.of(
                "column 'age', line 2: -1 is below 0",
                "column 'age', line 3: 121 is above 120",
                "column 'age', line 4: 'old' is no number",
                "column 'age', line 5: the value is missing",
                "column 'day', line 2: 2023-12-31 is below 2024-01-01",
                "column 'day', line 3: 2025-01-01 is above 2024-12-31",
                "column 'id', line 4: 'a' stands in line 2 already",
                "column 'id', line 5: the value is missing",
                "column 'plan', line 3: 'extra' is not among the allowed values",
                "line 6: 2 cells instead of 4"), sentences(outcome));
        assertEquals(10, outcome.total());
    }

    @Test
    void aMissingColumnIsAViolation() {
        assertEquals(List.of("column 'day': it is missing"), sentences(check("id,age,plan\na,1,basic\n")));
    }

    @Test
    void manyViolationsAreCountedAndTheFirstListed() {
        StringBuilder text = new StringBuilder("id,age,plan,day\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(i).append(",200,plus,2024-05-05\n");
        }
        Contract.Outcome outcome = check(text.toString());

        assertEquals(Contract.MOST_EACH, outcome.violations().size());
        assertEquals(Map.of("age: max", 20_000L), outcome.counts());
    }

    @Test
    void rulesMustMakeSense() {
        assertThrows(IllegalArgumentException.class, () -> new ColumnRule("nothing", "", "", List.of(), false, false));
        assertThrows(IllegalArgumentException.class, () -> new ColumnRule("", "low", "", List.of(), false, false));
    }
}
