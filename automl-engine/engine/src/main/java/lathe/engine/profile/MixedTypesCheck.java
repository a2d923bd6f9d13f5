package lathe.engine.profile;

import java.util.ArrayList;
import java.util.List;
import lathe.engine.data.NumberStyle;
import lathe.scoring.FieldType;
import lathe.scoring.StringColumn;

/// Text columns that are numbers but for a few texts among them.
final class MixedTypesCheck implements ProfileCheck {

    private static final int FEWEST_ROWS = 20;

    @Override
    public String id() {
        return "mixed-types";
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        List<Finding> findings = new ArrayList<>();
        for (FieldProfile field : input.features()) {
            boolean text = field.type() == FieldType.CATEGORY || field.type() == FieldType.TEXT;
            if (!text || field.count() < FEWEST_ROWS || !(input.sample().column(field.name()) instanceof StringColumn texts)) {
                continue;
            }
            int[] counts = FieldProfile.counts(texts);
            int numbers = 0;
            int rows = 0;
            List<String> foreign = new ArrayList<>();
            for (int level = 0; level < counts.length; level++) {
                rows += counts[level];
                boolean number = counts[level] > 0 && isNumber(texts.levels().get(level));
                numbers += number ? counts[level] : 0;
                if (!number && counts[level] > 0 && foreign.size() < Finding.MOST_EXAMPLES) {
                    foreign.add(texts.levels().get(level));
                }
            }
            if (!foreign.isEmpty() && numbers >= input.limit(Limit.MOSTLY_NUMBERS) * rows) {
                findings.add(finding(field, texts, 1 - numbers / (double) rows, foreign));
            }
        }
        return findings;
    }

    private static Finding finding(FieldProfile field, StringColumn texts, double share, List<String> foreign) {
        List<Rereading> readings = Rereading.ofNumbers(texts, " among texts");
        Rereading reading = readings.getFirst();
        List<String> loose = foreign.stream().filter(text -> !reading.value(text).isEmpty()).map(text -> "'%s' as %s".formatted(Shown.of(text), reading.value(text))).toList();
        List<Treatment> treatments = new ArrayList<>(List.of(Rereading.offered(readings)));
        treatments.add(Treatment.of(Treatment.Action.READ_AS_MISSING, foreign));
        return new Finding("mixed-types", Severity.WARNING, field.name(),
                "Column '%s' is read as text because %s of its values are no numbers: %s. Read as numbers%s, %s.".formatted(field.name(), Percent.of(share),
                        String.join(", ", foreign.stream().map(each -> "'" + Shown.of(each) + "'").toList()),
                        loose.isEmpty() ? "" : " (" + String.join(", ", loose) + ")", reading.cost()))
                .figure("share", share).figure("missing", reading.missing()).withValues(foreign).kept(treatments.toArray(Treatment[]::new));
    }

    private static boolean isNumber(String text) {
        return !Double.isNaN(NumberStyle.POINT.parse(text)) || !Double.isNaN(NumberStyle.COMMA.parse(text));
    }
}
