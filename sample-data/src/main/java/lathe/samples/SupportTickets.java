package lathe.samples;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Messages to the support of an invented maker of meeting-room software, and the queue each was worked in.
///
/// A row is drawn in this order: customer, queue given the customer, channel and text given the queue; then nine in a
/// hundred rows get another queue, as people misroute. `solved_by` names a member of the queue's team and is known for a
/// quarter of the rows, after the work: it must not be offered to a learner.
public final class SupportTickets implements SampleTable {

    private static final long SEED = 20_250_704L;
    private static final int ROWS = 5_000;
    private static final double MISROUTED = 0.09;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final LocalDateTime START = LocalDateTime.of(2024, 9, 1, 7, 0);
    private static final List<String> PLANS = List.of("free", "team", "business", "enterprise");
    private static final List<String> REGIONS = List.of("DACH", "France", "Ibérica", "Nordics", "Polska", "UK");
    private static final List<String> CHANNELS = List.of("email", "chat", "phone", "web form");

    private record Customer(String plan, String region, int seats) {
    }

    @Override
    public CatalogueEntry entry() {
        return new CatalogueEntry("support-tickets.jsonl", "Which team gets this message",
                "A maker of meeting-room software sorts messages to its support by hand and wants them routed at once. Each"
                + " row is a message with its tags and what is known about the customer; queue is the team that solved it.",
                "multiclass", "queue", List.of("ticket", "solved_by"),
                "solved_by names a member of the team that did the work, so it gives the answer away",
                ROWS, 12, CatalogueEntry.LICENCE, CatalogueEntry.ORIGIN);
    }

    @Override
    public void write(Path file) throws IOException {
        TicketText text = TicketText.load();
        Dice dice = new Dice(SEED);
        Dice messDice = dice.split();
        LocalDateTime opened = START;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (int i = 0; i < ROWS; i++) {
                opened = opened.plusSeconds(1 + (long) dice.skewed(2_400, 1.0));
                ObjectNode row = row("T-" + (50_000 + i), opened, text, dice, messDice);
                out.write(JSON.writeValueAsString(row) + "\n");
            }
        }
    }

    private static ObjectNode row(String id, LocalDateTime opened, TicketText text, Dice dice, Dice messDice) {
        Mess mess = new Mess(messDice);
        Customer customer = customer(dice);
        Queue written = Queue.draw(customer.plan, customer.seats, dice);
        String channel = dice.pick(CHANNELS, written == Queue.FEATURE ? 2 : 4, 2, written == Queue.ACCESS ? 3 : 1, 2);
        String message = text.message(written, customer.region, dice);
        List<String> tags = text.tags(written, dice);
        int attachments = dice.count(written == Queue.BUG ? 1.2 : written == Queue.BILLING ? 0.5 : 0.15);
        Queue worked = dice.chance(MISROUTED) ? dice.pick(List.of(Queue.values())) : written;

        ObjectNode row = JSON.createObjectNode();
        row.put("ticket", id);
        row.put("opened", opened.withNano(0) + (opened.getSecond() == 0 ? ":00Z" : "Z"));
        if (!messDice.chance(0.02)) {
            row.put("channel", mess.spelling(channel, 0.08));
        }
        row.put("message", messDice.chance(0.005) ? "" : mess.typos(message, 0.03));
        addTags(row, tags, messDice);
        if (!messDice.chance(0.03)) {
            row.set("customer", customerNode(customer, mess, messDice));
        }
        row.put("attachments", attachments);
        row.put("product", "Raumwerk");
        if (messDice.chance(0.25)) {
            row.put("solved_by", worked.text() + "-" + dice.pick(List.of("zoë", "łukasz", "inés", "jürgen")));
        }
        row.put("queue", worked.text());
        return row;
    }

    private static Customer customer(Dice dice) {
        String plan = dice.pick(PLANS, 0.24, 0.36, 0.26, 0.14);
        double usual = switch (plan) {
            case "free" -> 3;
            case "team" -> 12;
            case "business" -> 60;
            default -> 450;
        };
        return new Customer(plan, dice.pick(REGIONS, 0.34, 0.15, 0.13, 0.12, 0.12, 0.14),
                Math.max(1, (int) dice.skewed(usual, 0.7)));
    }

    private static ObjectNode customerNode(Customer customer, Mess mess, Dice dice) {
        ObjectNode node = JSON.createObjectNode();
        node.put("plan", mess.spelling(customer.plan, 0.06));
        if (!dice.chance(0.04)) {
            node.put("region", mess.hole(customer.region, 0.03, List.of("n/a", "-")));
        }
        if (dice.chance(0.05)) {
            node.putNull("seats");
        } else if (!dice.chance(0.05)) {
            node.put("seats", customer.seats);
        }
        return node;
    }

    /// Tags are missing, `null` or empty for some rows: three ways to say nothing.
    private static void addTags(ObjectNode row, List<String> tags, Dice dice) {
        if (dice.chance(0.06)) {
            return;
        }
        if (dice.chance(0.03)) {
            row.putNull("tags");
            return;
        }
        ArrayNode node = row.putArray("tags");
        for (String tag : tags) {
            node.add(tag);
        }
    }
}
