package lathe.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.engine.profile.Profiler;
import lathe.engine.profile.TableProfile;
import lathe.scoring.FieldType;
import lathe.scoring.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tables that ship with Lathe read as their catalogue says, and the profile finds what was hidden in them.
class SampleTablesTest {

    private static Path sample(String name) {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve("sample-data").resolve(name))) {
            at = at.getParent();
        }
        assertTrue(at != null, "sample-data/" + name + " must be in the repository");
        return at.resolve("sample-data").resolve(name);
    }

    @ParameterizedTest
    @CsvSource({
        "telecom-churn.csv, 7000, 20, churned, customer_id, cancellation_fee",
        "house-prices.xlsx, 3000, 25, price, listing_id, transfer_tax",
        "support-tickets.jsonl, 5000, 12, queue, ticket, solved_by",
        "card-fraud.csv, 40000, 15, fraud, payment_id, chargeback_code",
    })
    void sampleReadsAndShowsItsTraps(String name, int rows, int columns, String target, String id, String leak) {
        Imported imported = new TableImport().read(sample(name), ImportOptions.defaults());
        Schema schema = imported.table().schema();
        assertEquals(rows, imported.table().rows());
        assertEquals(columns, schema.size(), () -> schema.names().toString());
        TableProfile profile = Profiler.profile(imported.table(), target);
        List<String> found = profile.findings().stream().map(finding -> finding.code() + " " + finding.field()).toList();
        assertTrue(found.contains("identifier " + id), found::toString);
        assertTrue(found.contains("leakage " + leak) || found.contains("leakage-by-presence " + leak), found::toString);
        assertTrue(schema.fields().stream().anyMatch(field -> field.type() == FieldType.DATE), () -> schema.fields().toString());
    }
}
