package lathe.views.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Where the ticks of an axis lie: at round values, far enough apart to be read.
final class Ticks {

    private static final double DAY = 86_400;
    private static final List<Double> CLOCK = List.of(1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0,
            1800.0, 3600.0, 7200.0, 10_800.0, 21_600.0, 43_200.0, DAY, 2 * DAY, 7 * DAY);
    private static final List<Integer> MONTHS = List.of(1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200);
    private static final double MONTH = 30.44 * DAY;

    private Ticks() {}

    /// The least round step that leaves at most `most` steps between the ends.
    static double step(Unit unit, double low, double high, double most) {
        double wanted = (high - low) / Math.max(1, most);
        return switch (unit) {
            case NUMBER, PERCENT -> round(wanted);
            case COUNT -> Math.max(1, round(wanted));
            case SECONDS, DATE -> CLOCK.stream().filter(step -> step >= wanted && wanted > 0.5).findFirst()
                    .orElseGet(() -> round(wanted));
        };
    }

    private static double round(double wanted) {
        double ten = Math.pow(10, Math.floor(Math.log10(wanted)));
        double share = wanted / ten;
        return ten * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    }

    /// The values from low to high.
    static List<Double> between(Unit unit, double low, double high, double most) {
        if (unit == Unit.DATE && (high - low) / Math.max(1, most) > 7 * DAY) {
            return months(low, high, most);
        }
        double step = step(unit, low, high, most);
        List<Double> values = new ArrayList<>();
        for (double k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k++) {
            values.add(k * step + 0.0);
        }
        return values;
    }

    private static List<Double> months(double low, double high, double most) {
        double wanted = (high - low) / Math.max(1, most) / MONTH;
        int step = MONTHS.stream().filter(months -> months >= wanted).findFirst().orElse(MONTHS.getLast());
        LocalDate day = Instant.ofEpochSecond((long) low).atZone(ZoneOffset.UTC).toLocalDate().withDayOfYear(1);
        List<Double> values = new ArrayList<>();
        for (double at = seconds(day); at <= high; at = seconds(day)) {
            if (at >= low) {
                values.add(at);
            }
            day = day.plusMonths(step);
        }
        return values;
    }

    private static double seconds(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }
}
