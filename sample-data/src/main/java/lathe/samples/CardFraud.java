package lathe.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A sample of card payments in half a year, ordered by time, and which of them were fraud.
///
/// The true log odds are [Payment#logOdds]; 2 % of the rows are positive. Merchants are many and unequal: most of the
/// 2,500 have a handful of rows, and forty were breached for some weeks. `chargeback_code` is known weeks after the
/// payment only: it must not be offered to a learner.
public final class CardFraud implements SampleTable {

    private static final long SEED = 20_250_702L;
    private static final int ROWS = 40_000;
    private static final int CARDS = 6_000;
    private static final LocalDateTime START = LocalDateTime.of(2025, 1, 1, 0, 0);
    private static final int DAYS = 181;
    private static final List<String> HEADER = List.of("payment_id", "at", "card", "merchant", "category", "country",
            "entry", "amount", "usual_amount", "distance_km", "payments_24h", "card_age_days", "new_device",
            "chargeback_code", "fraud");
    private static final List<String> COUNTRIES = List.of("DE", "AT", "FR", "NL", "PL", "US", "BR");
    private static final List<String> ENTRIES = List.of("chip", "contactless", "online", "magstripe");

    private record Card(String name, String country, double usualAmount, int ageDays) {
    }

    private record Payment(LocalDateTime at, Card card, Merchant merchant, String country, String entry, double amount,
                           double distanceKm, int payments24h, boolean newDevice) {

        /// The formula of `sample-data/README.md`.
        double logOdds() {
            boolean online = entry.equals("online");
            double ratio = StrictMath.log(Math.max(amount / card.usualAmount, 0.2));
            double logOdds = -8.05 + merchant.category().effect() + merchant.effect();
            logOdds += switch (entry) {
                case "online" -> 1.4 + 1.5 * ratio;
                case "magstripe" -> 1.6 + 0.8 * ratio;
                case "contactless" -> 0.7 * ratio;
                default -> -0.9 + 0.7 * ratio;
            };
            logOdds += online ? 0 : 0.6 * StrictMath.log(1 + distanceKm / 20);
            if (newDevice) {
                logOdds += amount > 2 * card.usualAmount ? 3.6 : 1.6;
            }
            if (online && at.getHour() < 5) {
                logOdds += 2.2;
            }
            logOdds += 0.5 * Math.min(payments24h, 8) - 0.5 * StrictMath.log((card.ageDays + 30) / 365.0);
            logOdds += country.equals(card.country) ? 0 : 1.0;
            return logOdds + (merchant.breachedAt(at) ? 4 : 0);
        }
    }

    private record Row(Outcome outcome, List<String> cells) {
    }

    @Override
    public CatalogueEntry entry() {
        return new CatalogueEntry("card-fraud.csv", "Fraudulent card payments",
                "A card issuer wants to stop fraudulent payments while they happen; two in a hundred of this sample are."
                + " Each row is a payment with what is known at that moment, in order of time.",
                "binary", "fraud", List.of("payment_id", "chargeback_code"),
                "chargeback_code arrives weeks after a payment that was disputed, so it gives the answer away",
                ROWS, HEADER.size(), CatalogueEntry.LICENCE, CatalogueEntry.ORIGIN);
    }

    @Override
    public void write(Path file) throws IOException {
        CsvLines.write(file, HEADER, rows().stream().map(Row::cells).toList());
    }

    List<Outcome> outcomes() {
        return rows().stream().map(Row::outcome).toList();
    }

    private static List<Row> rows() {
        Dice dice = new Dice(SEED);
        Dice messDice = dice.split();
        Mess mess = new Mess(messDice);
        List<Merchant> merchants = Merchant.draw(dice.split(), DAYS, START);
        List<Card> cards = cards(dice.split());
        List<Row> rows = new ArrayList<>(ROWS);
        for (LocalDateTime at : times(dice.split())) {
            Payment payment = payment(at, dice.pick(cards), Merchant.pick(merchants, dice), dice);
            double chance = Dice.logistic(payment.logOdds());
            boolean fraud = dice.chance(chance);
            rows.add(new Row(new Outcome(chance, fraud), cells(payment, fraud, rows.size(), mess, messDice)));
        }
        return rows;
    }

    private static List<Card> cards(Dice dice) {
        List<Card> cards = new ArrayList<>(CARDS);
        for (int i = 0; i < CARDS; i++) {
            cards.add(new Card("k" + (10_000 + i), dice.pick(COUNTRIES.subList(0, 5), 0.6, 0.14, 0.1, 0.08, 0.08),
                    dice.skewed(38, 0.5), (int) Math.clamp(dice.skewed(600, 0.9), 3, 4_000)));
        }
        return cards;
    }

    /// Sorted moments with the hours people shop at: few at night, most in the late afternoon.
    private static List<LocalDateTime> times(Dice dice) {
        double[] hours = {2, 1.5, 1, 0.8, 0.8, 1, 2, 4, 6, 7, 8, 9, 10, 9, 8, 8, 9, 11, 11, 9, 7, 6, 4, 3};
        long[] seconds = new long[ROWS];
        for (int i = 0; i < ROWS; i++) {
            seconds[i] = dice.below(DAYS) * 86_400L + dice.index(hours) * 3_600L + dice.below(3_600);
        }
        Arrays.sort(seconds);
        return Arrays.stream(seconds).mapToObj(START::plusSeconds).toList();
    }

    private static Payment payment(LocalDateTime at, Card card, Merchant merchant, Dice dice) {
        double online = merchant.category().online();
        String entry = dice.pick(ENTRIES, (1 - online) * 0.42, (1 - online) * 0.5, online, (1 - online) * 0.08);
        boolean away = dice.chance(0.07);
        String country = away ? dice.pick(COUNTRIES) : card.country;
        double amount = Math.max(0.5, dice.skewed(card.usualAmount * merchant.category().size(), 0.75));
        double distance = entry.equals("online") ? 0 : dice.skewed(country.equals(card.country) ? 8 : 900, 1.1);
        return new Payment(at, card, merchant, country, entry, amount, distance,
                dice.chance(0.1) ? 1 + dice.count(4) : dice.count(0.9),
                entry.equals("online") && dice.chance(0.15));
    }

    private static List<String> cells(Payment payment, boolean fraud, int row, Mess mess, Dice dice) {
        String chargeback = fraud && dice.chance(0.4) ? dice.pick(List.of("4837", "4853", "4863")) : "";
        String distance = payment.entry.equals("online") ? "" : CsvLines.decimal(payment.distanceKm, 1);
        String second = payment.at.getSecond() == 0 ? ":00" : "";   // LocalDateTime leaves zero seconds out
        return List.of("P" + (1_000_000 + row), payment.at + second, payment.card.name, payment.merchant.name(),
                mess.hole(payment.merchant.category().text(), 0.02, List.of("", "unknown")),
                dice.chance(0.03) ? payment.country.toLowerCase(Locale.ROOT) : payment.country,
                mess.spelling(payment.entry, 0.05),
                CsvLines.decimal(payment.amount, 2),
                mess.hole(CsvLines.decimal(payment.card.usualAmount, 2), 0.03, List.of("", "n/a")),
                mess.hole(distance, 0.03, List.of("n/a", "-")),
                Integer.toString(payment.payments24h),
                mess.hole(Integer.toString(payment.card.ageDays), 0.02, List.of("", "NULL")),
                mess.hole(payment.newDevice ? "yes" : "no", 0.01, List.of("")),
                chargeback, fraud ? "yes" : "no");
    }
}
