package lathe.tests.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.engine.profile.Finding;
import lathe.engine.profile.ProfileCheck;
import lathe.engine.profile.Profiler;
import lathe.engine.profile.Severity;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The columns that are known to give the answer away are told of as serious, and no others.
class LeakageOfDevelopmentTablesTest {

    private static final Path FOLDER = Path.of("shared", "data");

    private static Path data() {
        Path at = Path.of("").toAbsolutePath();
        while (at.getParent() != null && !Files.exists(at.resolve(FOLDER))) {
            at = at.getParent();
        }
        return at.resolve(FOLDER);
    }

    @Test
    void leaksAreFoundAndNothingElseIsCalledOne() throws IOException {
        Path data = data();
        DevelopmentTables tables = new DevelopmentTables(data);
        assumeTrue(tables.areThere(), "SKIPPED: no folder shared/data with the development tables beside the checkout");
        List<ProfileCheck> leakage = Profiler.CHECKS.stream().filter(check -> check.id().equals("leakage")).toList();
        List<String> known = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (JsonNode entry : tables.entries()) {
            String name = entry.path("name").asString();
            entry.path("leak_columns").forEach(column -> known.add(name + " " + column.asString()));
            Table table = new TableImport().read(data.resolve(entry.path("file").asString()), ImportOptions.defaults()).table();
            Profiler.profile(table, entry.path("target").asString(), leakage).findings().stream()
                    .filter(finding -> finding.severity() == Severity.SERIOUS).map(Finding::field)
                    .forEach(column -> found.add(name + " " + column));
        }
        assertEquals(known, found);
    }
}
