package lathe.engine.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import org.jspecify.annotations.Nullable;

/// Tables of noise with one problem planted in a share of the rows.
final class Planted {

    private static final int DAYS = 500;

    private final int rows;
    private final SplittableRandom random;
    private final List<Field> fields = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    Planted(int rows, long seed) {
        this.rows = rows;
        this.random = new SplittableRandom(seed);
    }

    /// A problem that can be planted.
    enum Kind {
        OUTLIERS("outliers"), OUTLYING_ROWS("outlying-rows"), INLIERS("inliers"), EXCESS_ZEROS("excess-zeros"),
        SENTINEL("sentinel"), UNIT_HEAPS("mixed-units"), UNIT_TEXTS("mixed-units"), DATE_ORDERS("mixed-dates"),
        TEXTS_IN_NUMBERS("mixed-types"), SPELLING("mixed-spelling"), TYPOS("mixed-spelling"), DUPLICATE_ROWS("duplicate-rows"),
        CONTRADICTIONS("contradicting-targets"), JUMP("changed-over-time"), GAPS_TELL("missing-tells-target"),
        GAPS_TOGETHER("missing-together"), PRESENCE("leakage-by-presence");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /// Whether the problem is found when that share of the rows has it.
    static boolean isFound(Kind kind, int rows, double share, long seed) {
        Table table = new Planted(rows, seed).plant(kind, share);
        String target = table.schema().find("y").isPresent() ? "y" : null;
        return Profiler.profile(table, target).findings().stream()
                .anyMatch(finding -> finding.code().equals(kind.code()) && (finding.field().isEmpty() || finding.field().equals("x")));
    }

    private Table plant(Kind kind, double share) {
        // Exactly that share, so that the figure is one of the check and not of the draw.
        boolean[] hit = hits(share);
        switch (kind) {
            case OUTLIERS -> numbers("x", row -> hit[row] ? 50 + (random.nextBoolean() ? 1 : -1) * (80 + 40 * random.nextDouble()) : 50 + 8 * random.nextGaussian());
            case OUTLYING_ROWS -> IntStream.range(0, 5).forEach(i -> numbers("x" + i, row ->
                    (hit[row] ? (random.nextBoolean() ? 1 : -1) * (4 + random.nextDouble()) : 0) + random.nextGaussian()));
            case INLIERS -> numbers("x", row -> hit[row] ? 37.5 : 30 + 10 * random.nextGaussian());
            case EXCESS_ZEROS -> numbers("x", row -> hit[row] ? 0 : Math.exp(3 + random.nextGaussian()));
            case SENTINEL -> numbers("x", row -> hit[row] ? -999 : Math.rint(20 + 50 * random.nextDouble()));
            case UNIT_HEAPS -> numbers("x", row -> Math.exp(4.3 + 0.25 * random.nextGaussian()) * (hit[row] ? 1000 : 1));
            case UNIT_TEXTS -> texts("x", row -> "%d %s".formatted(random.nextInt(5, 90), hit[row] ? "lb" : "kg"));
            case DATE_ORDERS -> texts("x", row -> date(random.nextInt(1, 29), random.nextInt(1, 13), hit[row]));
            case TEXTS_IN_NUMBERS -> texts("x", row -> hit[row] ? "see note" : Double.toString(random.nextInt(1000) / 10.0));
            case SPELLING -> texts("x", row -> hit[row] ? "bank-Transfer" : List.of("bank transfer", "card", "cash").get(random.nextInt(3)));
            case TYPOS -> texts("x", row -> hit[row] ? "transfre" : List.of("transfer", "card", "cash").get(random.nextInt(3)));
            case DUPLICATE_ROWS -> again(hit, false);
            case CONTRADICTIONS -> again(hit, true);
            case JUMP -> jump(share);
            case GAPS_TELL -> {
                numbers("x", row -> hit[row] ? Double.NaN : random.nextGaussian());
                texts("y", row -> random.nextDouble() < (hit[row] ? 0.8 : 0.3) ? "yes" : "no");
            }
            case GAPS_TOGETHER -> List.of("x", "z").forEach(name -> numbers(name, row -> hit[row] ? Double.NaN : random.nextGaussian()));
            case PRESENCE -> {
                numbers("x", row -> hit[row] ? random.nextDouble() : Double.NaN);
                texts("y", row -> hit[row] || random.nextDouble() < 0.1 ? "yes" : "no");
            }
        }
        return table();
    }

    private boolean[] hits(double share) {
        boolean[] hit = new boolean[rows];
        for (int left = (int) Math.round(share * rows); left > 0;) {
            int row = random.nextInt(rows);
            left -= hit[row] ? 0 : 1;
            hit[row] = true;
        }
        return hit;
    }

    private static String date(int day, int month, boolean monthFirst) {
        return monthFirst ? "%02d/%02d/2024".formatted(month, day) : "%02d/%02d/2024".formatted(day, month);
    }

    /// Rows that repeat the one before, with the same target or another.
    private void again(boolean[] hit, boolean otherTarget) {
        double[] values = IntStream.range(0, rows).mapToDouble(row -> random.nextGaussian()).toArray();
        boolean[] yes = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            boolean repeats = hit[row] && row > 0;
            values[row] = repeats ? values[row - 1] : values[row];
            yes[row] = repeats ? yes[row - 1] != otherTarget : random.nextBoolean();
        }
        numbers("x", row -> values[row]);
        texts("y", row -> yes[row] ? "yes" : "no");
    }

    /// The last rows of the time hold other values.
    private void jump(double share) {
        dates("day", row -> "%d-%02d-%02d".formatted(2020 + row * DAYS / rows / 365, row * DAYS / rows % 365 / 31 + 1, row * DAYS / rows % 365 % 31 % 28 + 1));
        numbers("x", row -> (row >= rows * (1 - share) ? 3 : 0) + random.nextGaussian());
    }

    /// A column of noise of a distribution.
    static Table noise(String distribution, int rows, long seed) {
        Planted planted = new Planted(rows, seed);
        SplittableRandom random = planted.random;
        switch (distribution) {
            case "normal" -> planted.numbers("x", row -> 100 + 15 * random.nextGaussian());
            case "rounded normal" -> planted.numbers("x", row -> Math.rint(100 + 15 * random.nextGaussian()));
            case "lognormal" -> planted.numbers("x", row -> Math.exp(2 + random.nextGaussian()));
            case "narrow lognormal" -> planted.numbers("x", row -> Math.exp(2 + 0.3 * random.nextGaussian()));
            case "uniform" -> planted.numbers("x", row -> random.nextDouble());
            case "whole uniform" -> planted.numbers("x", row -> random.nextInt(10));
            case "exponential" -> planted.numbers("x", row -> -Math.log(1 - random.nextDouble()));
            case "poisson" -> planted.numbers("x", row -> poisson(random, 5));
            case "rare poisson" -> planted.numbers("x", row -> poisson(random, 0.7));
            case "categories" -> planted.texts("x", row -> "level " + random.nextInt(12));
            case "zipf" -> planted.texts("x", row -> "v" + (int) Math.min(40, 1 / (1 - random.nextDouble())));
            case "dates" -> planted.dates("x", row -> "%d-%02d-%02d".formatted(2015 + random.nextInt(9), 1 + random.nextInt(12), 1 + random.nextInt(28)));
            case "gaps" -> planted.numbers("x", row -> random.nextDouble() < 0.02 ? Double.NaN : random.nextGaussian());
            default -> throw new IllegalArgumentException("no distribution named '%s'".formatted(distribution));
        }
        // A target and a date that have nothing to do with it, so that checks that need them look too.
        planted.texts("y", row -> random.nextBoolean() ? "yes" : "no");
        planted.dates("day", row -> "%d-%02d-%02d".formatted(2015 + random.nextInt(9), 1 + random.nextInt(12), 1 + random.nextInt(28)));
        return planted.table();
    }

    static final List<String> NOISE = List.of("normal", "rounded normal", "lognormal", "narrow lognormal", "uniform", "whole uniform",
            "exponential", "poisson", "rare poisson", "categories", "zipf", "dates", "gaps");

    // Knuth's way, for small means.
    private static int poisson(SplittableRandom random, double mean) {
        int count = -1;
        for (double product = 1; product > Math.exp(-mean); product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    private void numbers(String name, IntToDoubleFunction value) {
        fields.add(Field.of(name, FieldType.NUMBER));
        columns.add(new NumberColumn(IntStream.range(0, rows).mapToDouble(value).toArray()));
    }

    private void texts(String name, IntFunction<@Nullable String> value) {
        texts(name, FieldType.CATEGORY, value);
    }

    private void dates(String name, IntFunction<@Nullable String> value) {
        texts(name, FieldType.DATE, value);
    }

    private void texts(String name, FieldType type, IntFunction<@Nullable String> value) {
        List<@Nullable String> texts = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            texts.add(value.apply(row));
        }
        fields.add(Field.of(name, type));
        columns.add(StringColumn.of(texts));
    }

    private Table table() {
        return new Table(new Schema(fields), columns);
    }
}
