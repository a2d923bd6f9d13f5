package lathe.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Customers of a telephone and internet company, and who left within the next quarter.
///
/// The true log odds are [Customer#logOdds]; about 27 % of the rows are positive. `cancellation_fee` is written into the
/// books after a customer has left, for about 15 % of all rows: it must not be offered to a learner.
public final class TelecomChurn implements SampleTable {

    private static final long SEED = 20_250_701L;
    private static final int ROWS = 7_000;
    private static final LocalDate TODAY = LocalDate.of(2025, 7, 1);
    private static final List<String> HEADER = List.of("customer_id", "signup_date", "region", "age", "household_size",
            "contract", "internet", "tv_package", "payment_method", "paperless", "tenure_months", "monthly_charge",
            "total_paid", "data_gb", "support_calls", "outages", "days_since_contact", "currency", "cancellation_fee",
            "churned");
    private static final List<String> UNKNOWN = List.of("", "", "NA", "n/a");

    private enum Contract {
        MONTHLY("month-to-month", 1.4), ONE_YEAR("one year", -0.4), TWO_YEARS("two years", -1.9);

        private final String text;
        private final double effect;

        Contract(String text, double effect) {
            this.text = text;
            this.effect = effect;
        }
    }

    private record Customer(String region, int age, int household, Contract contract, String internet, String tv,
                            String payment, boolean paperless, int tenure, double charge, double dataGb, int calls,
                            int outages) {

        /// The formula of `sample-data/README.md`.
        double logOdds() {
            double logOdds = -2.16 + contract.effect - 0.045 * Math.min(tenure, 48);
            logOdds += 0.8 * StrictMath.pow((age - 45) / 20.0, 2) - 0.12 * (household - 1);
            logOdds += 0.2 * calls + 0.5 * calls * Math.min(outages, 4);
            if (internet.equals("fiber") && charge > 80) {
                logOdds += 1.6;
            }
            if (internet.equals("dsl") && region.equals("south")) {
                logOdds += 1.6;
            }
            if (!internet.equals("none")) {
                logOdds -= 0.6 * StrictMath.log(Math.max(dataGb, 1) / 60);
            }
            if (payment.equals("electronic check")) {
                logOdds += paperless ? 1.2 : 0.2;
            }
            return logOdds - (tv.equals("premium") ? 0.6 : 0);
        }
    }

    private record Row(Outcome outcome, List<String> cells) {
    }

    @Override
    public CatalogueEntry entry() {
        return new CatalogueEntry("telecom-churn.csv", "Telephone customers who leave",
                "A telephone and internet company wants to call customers before they cancel. Each row is a customer as"
                + " known on 1 July 2025; churned says whether the contract was ended in the three months after.",
                "binary", "churned", List.of("customer_id", "cancellation_fee"),
                "cancellation_fee is booked only after a customer has left, so it gives the answer away",
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
        List<Row> rows = new ArrayList<>(ROWS);
        for (int i = 0; i < ROWS; i++) {
            Customer customer = customer(dice);
            double chance = Dice.logistic(customer.logOdds());
            boolean churned = dice.chance(chance);
            String fee = churned && messDice.chance(0.55)
                    ? CsvLines.decimal(Math.round(customer.charge * messDice.uniform(0.5, 3)), 2) : "";
            // 7919 is prime to the modulus: unique numbers in no telling order.
            String id = "C-" + (100_000 + (i * 7_919L) % 90_001);
            List<String> cells = new ArrayList<>(List.of(id));
            cells.addAll(who(customer, mess, messDice));
            cells.addAll(use(customer, mess, messDice));
            cells.addAll(List.of("EUR", fee, churned ? "yes" : "no"));
            rows.add(new Row(new Outcome(chance, churned), cells));
        }
        return rows;
    }

    private static Customer customer(Dice dice) {
        Contract contract = dice.pick(List.of(Contract.values()), 0.52, 0.25, 0.23);
        String internet = dice.pick(List.of("fiber", "dsl", "none"), 0.46, 0.36, 0.18);
        String tv = dice.pick(List.of("none", "basic", "premium"), 0.45, 0.33, 0.22);
        int usual = contract == Contract.MONTHLY ? 14 : contract == Contract.ONE_YEAR ? 30 : 44;
        int tenure = (int) Math.clamp(dice.skewed(usual, 0.8), 1, 96);
        int household = Math.min(1 + dice.count(1.3), 7);
        double base = switch (internet) {
            case "fiber" -> 58;
            case "dsl" -> 38;
            default -> 19;
        };
        double extra = switch (tv) {
            case "premium" -> 24;
            case "basic" -> 11;
            default -> 0;
        };
        double dataGb = internet.equals("none") ? 0 : dice.skewed(internet.equals("fiber") ? 110 : 55, 0.75);
        return new Customer(
                dice.pick(List.of("north", "south", "east", "west", "centre"), 0.2, 0.24, 0.16, 0.18, 0.22),
                (int) Math.clamp(dice.normal(46, 16), 18, 90), household, contract, internet, tv,
                dice.pick(List.of("bank transfer", "credit card", "electronic check", "invoice"), 0.3, 0.24, 0.31, 0.15),
                dice.chance(0.6), tenure, Math.max(9.9, base + extra + dice.normal(0, 9)), dataGb,
                dice.chance(0.2) ? 1 + dice.count(2.6) : dice.count(0.5), dice.count(internet.equals("dsl") ? 1.1 : 0.7));
    }

    private static List<String> who(Customer customer, Mess mess, Dice dice) {
        LocalDate signup = TODAY.minusMonths(customer.tenure).minusDays(dice.below(30));
        return List.of(
                mess.hole(signup.toString(), 0.02, List.of("")),
                mess.spelling(customer.region, 0.04),
                mess.hole(Integer.toString(customer.age), 0.05, UNKNOWN),
                mess.hole(Integer.toString(customer.household), 0.03, List.of("", "?")),
                mess.spelling(customer.contract.text, 0.05),
                mess.spelling(customer.internet, 0.12),
                customer.tv,
                mess.hole(mess.spelling(customer.payment, 0.05), 0.02, UNKNOWN),
                customer.paperless ? "yes" : "no");
    }

    private static List<String> use(Customer customer, Mess mess, Dice dice) {
        double paid = customer.tenure * customer.charge * dice.uniform(0.85, 1.02);
        // The call centre's program writes -999 for customers it has never spoken to.
        String lastContact = customer.calls == 0 && dice.chance(0.6) ? "-999" : Integer.toString((int) dice.skewed(40, 0.9));
        return List.of(
                Integer.toString(customer.tenure),
                CsvLines.decimal(customer.charge, 2),
                mess.hole(CsvLines.decimal(paid, 2), 0.03, UNKNOWN),
                mess.hole(CsvLines.decimal(customer.dataGb, 1), 0.06, UNKNOWN),
                Integer.toString(customer.calls),
                mess.hole(Integer.toString(customer.outages), 0.04, UNKNOWN),
                lastContact);
    }
}
