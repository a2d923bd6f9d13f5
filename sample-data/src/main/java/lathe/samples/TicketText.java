package lathe.samples;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Puts messages together from the sentences in `ticket-sentences.json`, all written for this table.
///
/// A message has an optional greeting, one opening, up to two details and an optional ending. Openings are clear (they
/// belong to one queue), shared (between the queues that sentence names) or vague (they fit any queue).
final class TicketText {

    private static final double CLEAR = 0.62;
    private static final double SHARED = 0.27;
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, String> LANGUAGES =
            Map.of("DACH", "de", "France", "fr", "Ibérica", "es", "Polska", "pl");

    private final JsonNode sentences;

    private TicketText(JsonNode sentences) {
        this.sentences = sentences;
    }

    /// @throws IOException if the sentences are not beside this class
    static TicketText load() throws IOException {
        try (InputStream in = TicketText.class.getResourceAsStream("ticket-sentences.json")) {
            if (in == null) {
                throw new FileNotFoundException("ticket-sentences.json must lie beside " + TicketText.class.getName());
            }
            return new TicketText(JsonMapper.shared().readTree(in));
        }
    }

    /// A message to a queue; customers of some regions write one sentence in their own language now and then.
    String message(Queue queue, String region, Dice dice) {
        List<String> parts = new ArrayList<>();
        if (dice.chance(0.6)) {
            parts.add(dice.pick(list("greeting")));
        }
        parts.add(opening(queue, region, dice));
        for (int i = dice.below(3); i > 0; i--) {
            parts.add(dice.chance(0.4) ? dice.pick(of(queue, "detail")) : dice.pick(list("neutral")));
        }
        if (dice.chance(0.6)) {
            parts.add(dice.pick(list("ending")));
        }
        return filled(String.join(" ", parts), dice);
    }

    /// Zero to three different tags: some of the queue, some that say nothing.
    List<String> tags(Queue queue, Dice dice) {
        Set<String> tags = new LinkedHashSet<>();
        for (int i = dice.below(4); i > 0; i--) {
            tags.add(dice.chance(0.3) ? dice.pick(of(queue, "tag")) : dice.pick(list("tag")));
        }
        return List.copyOf(tags);
    }

    private String opening(Queue queue, String region, Dice dice) {
        double kind = dice.uniform();
        if (kind < CLEAR) {
            String language = LANGUAGES.getOrDefault(region, "");
            boolean own = !language.isEmpty() && dice.chance(0.25);
            return dice.pick(of(queue, own ? language : "opening"));
        }
        List<String> shared = of(queue, "shared");
        return dice.pick(kind < CLEAR + SHARED ? shared : list("vague"));
    }

    /// Every `{slot}` replaced by one of its values.
    private String filled(String text, Dice dice) {
        Matcher matcher = SLOT.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(out, Matcher.quoteReplacement(dice.pick(list("slot", matcher.group(1)))));
        }
        return matcher.appendTail(out).toString();
    }

    /// Sentences of a queue. Shared ones are listed once, by the names of their queues joined with `+`.
    private List<String> of(Queue queue, String kind) {
        if (!kind.equals("shared")) {
            return list(queue.text(), kind);
        }
        List<String> found = new ArrayList<>();
        sentences.get("shared").properties().stream()
                .filter(entry -> List.of(entry.getKey().split("\\+")).contains(queue.text()))
                .forEach(entry -> entry.getValue().forEach(sentence -> found.add(sentence.asString())));
        return found;
    }

    private List<String> list(String... path) {
        JsonNode node = sentences;
        for (String name : path) {
            node = node.path(name);
        }
        List<String> found = new ArrayList<>();
        node.forEach(sentence -> found.add(sentence.asString()));
        if (found.isEmpty()) {
            throw new IllegalArgumentException("ticket-sentences.json has no list " + String.join(".", path));
        }
        return found;
    }
}
