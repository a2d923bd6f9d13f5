package lathe.engine.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lathe.scoring.FieldType;
import lathe.scoring.MeasureUnit;
import lathe.scoring.StringColumn;

/// Text columns of a well-known form: web addresses, e-mail addresses, telephone numbers, amounts of money, per cent.
final class TextKindCheck implements ProfileCheck {

    static final Pattern EMAIL = Pattern.compile("[\\w.+%-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+");
    static final Pattern PHONE = Pattern.compile("(?=(?:\\D*\\d){7,15}\\D*$)(?=.*[ ()/+-])(?!\\d{1,2}[/.-]\\d{1,2}[/.-]\\d)(?:\\+|00|\\(|0)[\\d ()/-]+\\d|\\d{3}-\\d{3}-\\d{4}");

    private static final int FEWEST_LEVELS = 5;
    private static final int MOST_LEVELS = 2000;
    private static final int LONGEST = 500;
    private static final Map<String, Pattern> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("web addresses", Pattern.compile("(?:https?|ftp)://\\S+|www\\.[\\w-]+\\.\\S+"));
        KINDS.put("e-mail addresses", EMAIL);
        KINDS.put("per cent", Pattern.compile("[+-]?\\d[\\d.,]*\\s?%"));
        KINDS.put("amounts of money", Pattern.compile("(?:[$\\u20AC\\u00A3\\u00A5]|EUR|USD|GBP|CHF)\\s?-?\\d[\\d.,' ]*|-?\\d[\\d.,' ]*\\s?(?:[$\\u20AC\\u00A3\\u00A5]|EUR|USD|GBP|CHF)"));
        KINDS.put("telephone numbers", PHONE);
    }

    @Override
    public String id() {
        return "text-kind";
    }

    @Override
    public List<Finding> check(ProfileInput input) {
        List<Finding> findings = new ArrayList<>();
        for (FieldProfile field : input.features()) {
            boolean text = field.type() == FieldType.CATEGORY || field.type() == FieldType.TEXT;
            if (text && field.distinct() >= FEWEST_LEVELS && input.table().column(field.name()) instanceof StringColumn texts) {
                kind(findings, field, texts, input.limit(Limit.TEXT_KIND_SHARE));
            }
        }
        return findings;
    }

    private static void kind(List<Finding> findings, FieldProfile field, StringColumn texts, double least) {
        List<String> levels = texts.levels().subList(0, Math.min(MOST_LEVELS, texts.levels().size()));
        for (Map.Entry<String, Pattern> kind : KINDS.entrySet()) {
            // The commonest values tell columns of another kind at once.
            if (field.top().stream().noneMatch(level -> matches(kind.getValue(), level.text()))) {
                continue;
            }
            double share = levels.stream().filter(text -> matches(kind.getValue(), text)).count() / (double) levels.size();
            if (share >= least) {
                findings.add(new Finding("text-kind", Severity.INFO, field.name(), "Column '%s' holds %s.".formatted(field.name(), kind.getKey()))
                        .figure("share", share).withValues(field.top().stream().map(LevelCount::text).toList()).kept(treatments(kind.getKey(), texts)));
                return;
            }
        }
    }

    private static Treatment[] treatments(String kind, StringColumn texts) {
        return switch (kind) {
            case "per cent" -> Rereading.offered(Rereading.ofNumbers(texts, MeasureUnit.PER_CENT.formatEnd()));
            case "amounts of money" -> new Treatment[0];   // what a currency is worth changes
            case "web addresses" -> new Treatment[] {Treatment.step("words"), Treatment.of(Treatment.Action.LEAVE_OUT)};
            default -> new Treatment[] {Treatment.of(Treatment.Action.LEAVE_OUT)};
        };
    }

    private static boolean matches(Pattern kind, String text) {
        return text.length() <= LONGEST && kind.matcher(text.strip()).matches();
    }
}
