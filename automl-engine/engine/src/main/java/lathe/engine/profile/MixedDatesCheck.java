package lathe.engine.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lathe.scoring.FieldType;
import lathe.scoring.StringColumn;

/// Dates as text that are written in more than one order: `25.12.2024` and `12/25/2024`, or beside `2024-12-25`.
final class MixedDatesCheck implements ProfileCheck {

    private static final int FEWEST_ROWS = 10;
    private static final int MONTHS = 12;
    private static final Pattern PARTS = Pattern.compile("(\\d{1,4})[./-](\\d{1,2})[./-](\\d{1,4})(?:[ T]\\d{1,2}:.*)?");

    @Override
    public String id() {
        return "mixed-dates";
    }

    /// Rows by the order of day, month and year; most dates could be both day first and month first.
    private static final class Orders {
        private int rows;
        private int yearFirst;
        private int dayFirst;
        private int monthFirst;
        private int either;
        private final List<String> examples = new ArrayList<>();

        void add(String text, int count) {
            rows += count;
            Matcher matcher = PARTS.matcher(text);
            if (!matcher.matches()) {
                return;
            }
            int before = kinds();
            int first = Integer.parseInt(matcher.group(1));
            int second = Integer.parseInt(matcher.group(2));
            if (matcher.group(1).length() == 4) {
                yearFirst += count;
            } else if (first > MONTHS && second <= MONTHS && first <= 31) {
                dayFirst += count;
            } else if (second > MONTHS && first <= MONTHS && second <= 31) {
                monthFirst += count;
            } else if (first <= MONTHS && second <= MONTHS) {
                either += count;
            }
            if (kinds() > before) {
                examples.add(text);
            }
        }

        private int kinds() {
            return (yearFirst > 0 ? 1 : 0) + (dayFirst > 0 ? 1 : 0) + (monthFirst > 0 ? 1 : 0);
        }

        int dates() {
            return yearFirst + dayFirst + monthFirst + either;
        }

        boolean areMixed() {
            return kinds() > 1 || yearFirst > 0 && either > 0;
        }
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        List<Finding> findings = new ArrayList<>();
        for (FieldProfile field : input.fields()) {
            boolean text = field.type() == FieldType.CATEGORY || field.type() == FieldType.TEXT;
            if (!text || field.count() < FEWEST_ROWS || !(input.sample().column(field.name()) instanceof StringColumn texts)) {
                continue;
            }
            Orders orders = new Orders();
            int[] counts = FieldProfile.counts(texts);
            for (int level = 0; level < counts.length; level++) {
                if (counts[level] > 0) {
                    orders.add(texts.levels().get(level).strip(), counts[level]);
                }
            }
            if (orders.areMixed() && orders.dates() >= input.limit(Limit.TEXT_KIND_SHARE) * orders.rows) {
                findings.add(finding(field, orders, texts, input.limit(Limit.TEXT_KIND_SHARE)));
            }
        }
        return findings;
    }

    private static Finding finding(FieldProfile field, Orders orders, StringColumn texts, double least) {
        Finding finding = new Finding("mixed-dates", Severity.WARNING, field.name(),
                "Column '%s' writes dates in different orders: %s; %d could be read either way.".formatted(field.name(),
                        String.join(", ", orders.examples), orders.either))
                .figure("day-first", orders.dayFirst).figure("month-first", orders.monthFirst).figure("year-first", orders.yearFirst)
                .figure("either", orders.either).withValues(orders.examples);
        Rereading day = Rereading.of(texts, FieldType.DATE, "mixed day-first");
        Rereading month = Rereading.of(texts, FieldType.DATE, "mixed month-first");
        if (day.understood() < least) {
            return finding;
        }
        String open = day.openText(month);
        return finding.withSentence("%s Read as dates%s, %s.".formatted(finding.sentence(), open.isEmpty() ? ""
                : " ('%s' is %s with the day first, %s with the month first)".formatted(Shown.of(open), day.value(open), month.value(open)), day.cost()))
                .figure("missing", day.missing()).kept(Rereading.offered(List.of(day, month)));
    }
}
