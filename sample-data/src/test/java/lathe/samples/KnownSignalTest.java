package lathe.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `sample-data/README.md` says of the tables: shares of classes, the mess, and how good the best model can be.
class KnownSignalTest {

    @Test
    void churnHasItsShareAndBestPossibleScore() {
        List<Outcome> outcomes = new TelecomChurn().outcomes();

        assertEquals(0.27, share(outcomes), 0.01);
        assertEquals(0.89, rocAuc(outcomes), 0.01);
    }

    @Test
    void fraudHasItsShareAndBestPossibleScore() {
        List<Outcome> outcomes = new CardFraud().outcomes();

        assertEquals(0.02, share(outcomes), 0.001);
        assertEquals(0.96, rocAuc(outcomes), 0.01);
    }

    @Test
    void housePricesFollowTheFairPrice() {
        List<HousePrices.Sale> sales = HousePrices.sales();
        double mean = sales.stream().mapToDouble(HousePrices.Sale::paid).average().orElseThrow();
        double around = sales.stream().mapToDouble(sale -> square(sale.paid() - mean)).sum();
        double left = sales.stream().mapToDouble(sale -> square(sale.paid() - sale.fair())).sum();

        assertEquals(0.93, 1 - left / around, 0.01);
    }

    @Test
    void leaksAreKnownForSomeRowsOnly(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("churn.csv");
        new TelecomChurn().write(file);
        List<String> rows = Files.readAllLines(file);
        List<String> known = rows.stream().skip(1).filter(row -> !row.split(",")[18].isEmpty()).toList();

        assertTrue(known.stream().allMatch(row -> row.endsWith(",yes")), "a fee is only booked after leaving");
        assertEquals(0.15, known.size() / 7_000.0, 0.01);
        assertTrue(rows.stream().anyMatch(row -> row.contains(",FIBER,")), "spellings are mixed");
        assertTrue(rows.stream().anyMatch(row -> row.contains(",fiber ,")), "some have a blank behind them");
    }

    @Test
    void ticketsHaveTheirQueuesAndHoles(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("tickets.jsonl");
        new SupportTickets().write(file);
        List<JsonNode> rows = new ArrayList<>();
        Map<String, Integer> queues = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode row = JsonMapper.shared().readTree(line);
            rows.add(row);
            queues.merge(row.get("queue").asString(), 1, Integer::sum);
        }

        assertEquals(5_000, rows.size());
        assertEquals(List.of("access", "billing", "bug", "cancellation", "devices", "feature"), List.copyOf(queues.keySet()));
        assertTrue(queues.values().stream().allMatch(count -> count > 400), "no queue is rare: " + queues);
        assertTrue(rows.stream().anyMatch(row -> !row.has("tags")), "some rows have no tags");
        assertTrue(rows.stream().anyMatch(row -> row.path("customer").path("seats").isNull()), "some seats are null");
        assertTrue(rows.stream().anyMatch(row -> row.get("message").asString().contains("ł")), "text is not only ASCII");
        assertTrue(rows.stream().noneMatch(row -> row.get("message").asString().contains("{")), "every slot is filled");
    }

    private static double share(List<Outcome> outcomes) {
        return outcomes.stream().filter(Outcome::happened).count() / (double) outcomes.size();
    }

    /// Area under the ROC curve from ranks (Hanley and McNeil 1982); chances are continuous, so ties do not matter.
    private static double rocAuc(List<Outcome> outcomes) {
        List<Outcome> sorted = outcomes.stream().sorted(Comparator.comparingDouble(Outcome::chance)).toList();
        double ranks = 0;
        for (int i = 0; i < sorted.size(); i++) {
            ranks += sorted.get(i).happened() ? i + 1 : 0;
        }
        double positive = outcomes.stream().filter(Outcome::happened).count();
        return (ranks - positive * (positive + 1) / 2) / (positive * (outcomes.size() - positive));
    }

    private static double square(double value) {
        return value * value;
    }
}
