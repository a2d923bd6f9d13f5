package lathe.samples;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A shop in the card table.
///
/// @param name     invented, unique
/// @param category what it sells
/// @param effect   its own part of the log odds of fraud
/// @param from     first moment of its breach; equal to `until` when it was never breached
/// @param until    end of its breach, not part of it
record Merchant(String name, Category category, double effect, LocalDateTime from, LocalDateTime until) {

    private static final int MERCHANTS = 2_500;
    private static final int BREACHED_EVERY = 62;
    private static final List<String> FIRST = List.of("Al", "Bri", "Cor", "Del", "Eno", "Fal", "Gri", "Hol", "Ila", "Jun",
            "Kav", "Lor", "Mir", "Nov", "Ori", "Pel", "Qui", "Ros", "Sol", "Tam", "Ul", "Ver", "Wil", "Yor", "Zen");
    private static final List<String> MIDDLE = List.of("a", "e", "i", "o", "ba", "do", "ki", "la", "ma", "ne", "ra", "vi");
    private static final List<String> LAST = List.of("nda", "rix", "ston", "via", "lo", "ck", "mar", "tas", "ello", "no");

    /// What a shop sells; `effect` is its part of the log odds, `online` the share of payments over the internet, `size`
    /// how its payments compare with a card's usual ones.
    enum Category {
        GROCERIES("groceries", -0.9, 0.05, 0.8, 26), FUEL("fuel", -0.3, 0.01, 1.3, 12),
        RESTAURANT("restaurant", -0.6, 0.06, 0.8, 17), CLOTHES("clothes", 0.1, 0.45, 1.5, 12),
        ELECTRONICS("electronics", 0.8, 0.6, 3.2, 8), TRAVEL("travel", 0.5, 0.75, 5.0, 6),
        GIFT_CARDS("gift cards", 1.5, 0.85, 1.4, 3), PHARMACY("pharmacy", -0.5, 0.1, 0.6, 7),
        GAMES("games", 0.7, 0.95, 0.6, 5), FURNITURE("furniture", 0.0, 0.3, 4.0, 4);

        private final String text;
        private final double effect;
        private final double online;
        private final double size;
        private final double share;

        Category(String text, double effect, double online, double size, double share) {
            this.text = text;
            this.effect = effect;
            this.online = online;
            this.size = size;
            this.share = share;
        }

        String text() {
            return text;
        }

        double effect() {
            return effect;
        }

        double online() {
            return online;
        }

        double size() {
            return size;
        }
    }

    boolean breachedAt(LocalDateTime moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }

    /// All shops, the most visited first; every 62nd is breached for 30 to 60 days.
    static List<Merchant> draw(Dice dice, int days, LocalDateTime start) {
        Category[] categories = Category.values();
        double[] shares = new double[categories.length];
        for (Category category : categories) {
            shares[category.ordinal()] = category.share;
        }
        List<Merchant> merchants = new ArrayList<>(MERCHANTS);
        for (String name : names(dice)) {
            LocalDateTime from = start.plusDays(dice.below(days - 60));
            boolean breached = merchants.size() % BREACHED_EVERY == BREACHED_EVERY / 2;
            LocalDateTime until = breached ? from.plusDays(dice.between(30, 60)) : from;
            merchants.add(new Merchant(name, dice.pick(List.of(categories), shares), dice.normal(0, 0.6), from, until));
        }
        return merchants;
    }

    /// A shop, early ones in the list far more often than late ones (density falling with the square root of the rank).
    static Merchant pick(List<Merchant> merchants, Dice dice) {
        double place = dice.uniform();
        return merchants.get((int) (place * place * merchants.size()));
    }

    private static Set<String> names(Dice dice) {
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < MERCHANTS) {
            names.add(dice.pick(FIRST) + dice.pick(MIDDLE) + dice.pick(LAST));
        }
        return names;
    }
}
