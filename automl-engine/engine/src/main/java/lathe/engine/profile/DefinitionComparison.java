package lathe.engine.profile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lathe.engine.data.NumberStyle;
import lathe.scoring.MeasureUnit;

/// Holds the columns of two sources or projects against each other: those of equal or nearly equal name whose meaning, unit, type,
/// scale, levels, dates or marks for "no value" differ. How far equal things have moved is [TableShift]'s matter.
public final class DefinitionComparison {

    private static final int MOST_PAIRS = 3;
    private static final double[] PLACES = {0.2, 0.5, 0.8};
    // So much may the quantiles disagree on the factor between two scales.
    private static final double SAME_FORM = Math.log(1.6);
    private static final double OTHER_SCALE = Math.log(8);
    private static final double NEAR = Math.log(1.08);
    // Between units people mix up that are less than eight times apart.
    private static final double[] SMALL_FACTORS = {2.2046, 2.54, 3.2808, 3.6, 3.7854, 7};

    private final List<Finding> findings = new ArrayList<>();

    private DefinitionComparison() { }

    /// What differs, in the order of the first list; `field` is the name here, the first of `others` the name there.
    public static List<Finding> compare(List<ColumnDefinition> here, List<ColumnDefinition> there) {
        DefinitionComparison comparison = new DefinitionComparison();
        Map<String, ColumnDefinition> one = byName(here);
        Map<String, ColumnDefinition> other = byName(there);
        same(here, there).forEach((name, its) -> {
            ColumnDefinition mine = one.get(name);
            ColumnDefinition theirs = other.get(its);
            if (mine != null && theirs != null) {
                comparison.pair(mine, theirs);
            }
        });
        return List.copyOf(comparison.findings);
    }

    /// Names there by the names here that seem to mean the same column.
    public static Map<String, String> same(List<ColumnDefinition> here, List<ColumnDefinition> there) {
        return NamesAlike.pairs(here.stream().map(ColumnDefinition::name).toList(), there.stream().map(ColumnDefinition::name).toList());
    }

    private static Map<String, ColumnDefinition> byName(List<ColumnDefinition> columns) {
        Map<String, ColumnDefinition> byName = new HashMap<>();
        columns.forEach(each -> byName.put(each.name(), each));
        return byName;
    }

    private void pair(ColumnDefinition here, ColumnDefinition there) {
        if (!here.name().equals(there.name())) {
            add("definition-name", Severity.INFO, here, there, "Column '%s' is called '%s' there; they are taken to be the same."
                    .formatted(here.name(), there.name()));
        }
        if (differ(here.meaning(), there.meaning())) {
            add("definition-meaning", Severity.WARNING, here, there, "The meaning of column '%s' is '%s' here and '%s' there."
                    .formatted(here.name(), Shown.of(here.meaning()), Shown.of(there.meaning())));
        }
        units(here, there);
        if (differ(here.personal(), there.personal())) {
            add("definition-personal", Severity.WARNING, here, there, "Whether column '%s' holds data about persons: %s here, %s there."
                    .formatted(here.name(), here.personal(), there.personal()));
        }
        if (here.sketch().type() != there.sketch().type()) {
            add("definition-type", Severity.WARNING, here, there, "Column '%s' holds %s values here and %s values there."
                    .formatted(here.name(), word(here), word(there)));
        } else {
            switch (here.sketch().type()) {
                case NUMBER -> scale(here, there);
                case DATE -> dates(here, there);
                case CATEGORY, BOOLEAN -> levels(here, there);
                case TEXT, LIST -> { }
            }
        }
        marks(here, there, true);
        marks(here, there, false);
    }

    private void add(String code, Severity severity, ColumnDefinition here, ColumnDefinition there, String sentence) {
        findings.add(new Finding(code, severity, here.name(), sentence).withOthers(List.of(there.name())));
    }

    private static String word(ColumnDefinition column) {
        return column.sketch().type().name().toLowerCase(Locale.ROOT);
    }

    private static boolean differ(String here, String there) {
        return !here.isBlank() && !there.isBlank() && !Spellings.plain(here.strip()).equals(Spellings.plain(there.strip()));
    }

    private void units(ColumnDefinition here, ColumnDefinition there) {
        Optional<MeasureUnit> mine = MeasureUnit.find(here.unit());
        Optional<MeasureUnit> theirs = MeasureUnit.find(there.unit());
        if (!differ(here.unit(), there.unit()) || mine.isPresent() && mine.equals(theirs)) {
            return;
        }
        boolean convertible = mine.isPresent() && theirs.isPresent() && mine.get().kind() == theirs.get().kind();
        String factor = convertible ? " (1 %s = %s %s)".formatted(there.unit(), NumberStyle.write(theirs.get().in(mine.get(), 1)), here.unit()) : "";
        add("definition-unit", Severity.WARNING, here, there, "Column '%s' is in %s here and in %s there%s."
                .formatted(here.name(), here.unit(), there.unit(), factor));
    }

    private void scale(ColumnDefinition here, ColumnDefinition there) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double place : PLACES) {
            double ratio = Math.log(there.sketch().quantile(place) / here.sketch().quantile(place));
            low = Math.min(low, ratio);   // not a number for signs that differ, zeros and empty columns
            high = Math.max(high, ratio);
        }
        double factor = (low + high) / 2;
        if (Double.isFinite(factor) && high - low <= SAME_FORM && (Math.abs(factor) >= OTHER_SCALE || isNearSmallFactor(Math.abs(factor)))) {
            add("definition-scale", Severity.WARNING, here, there, "The numbers of column '%s' are about %s times as %s there as here%s."
                    .formatted(here.name(), twoDigits(Math.exp(Math.abs(factor))), factor > 0 ? "large" : "small",
                            here.unit().isBlank() || differ(here.unit(), there.unit()) ? "; probably another unit" : ", though both should be " + here.unit()));
        }
    }

    private static String twoDigits(double factor) {
        return NumberStyle.write(new BigDecimal(factor).round(new MathContext(2)).doubleValue());
    }

    private static boolean isNearSmallFactor(double factor) {
        for (double each : SMALL_FACTORS) {
            if (Math.abs(factor - Math.log(each)) <= NEAR) {
                return true;
            }
        }
        return false;
    }

    private void dates(ColumnDefinition here, ColumnDefinition there) {
        String mine = resolution(here.sketch());
        String theirs = resolution(there.sketch());
        if (!mine.isEmpty() && !theirs.isEmpty() && !mine.equals(theirs)) {
            add("definition-dates", Severity.INFO, here, there, "The dates of column '%s' are %s here and %s there.".formatted(here.name(), mine, theirs));
        }
    }

    private static String resolution(ColumnSketch dates) {
        List<String> levels = dates.levels();
        if (levels.size() < 2) {
            return "";
        }
        return levels.stream().anyMatch(each -> each.contains("T")) ? "moments of the day"
                : levels.stream().allMatch(each -> each.endsWith("-01-01")) ? "years" : levels.stream().allMatch(each -> each.endsWith("-01")) ? "months" : "days";
    }

    private void levels(ColumnDefinition here, ColumnDefinition there) {
        List<String> mine = here.sketch().levels();
        List<String> theirs = there.sketch().levels();
        Map<String, String> plain = theirs.stream().filter(each -> !mine.contains(each)).collect(Collectors.toMap(Spellings::plain, each -> each, (a, _) -> a));
        List<String> otherwise = mine.stream().filter(each -> !theirs.contains(each) && plain.containsKey(Spellings.plain(each)))
                .map(each -> "'%s' is '%s'".formatted(Shown.of(each), Shown.of(plain.getOrDefault(Spellings.plain(each), "")))).toList();
        boolean apart = !mine.isEmpty() && !theirs.isEmpty() && here.sketch().isWhole() && there.sketch().isWhole()
                && mine.stream().noneMatch(theirs::contains);
        if (!otherwise.isEmpty()) {
            add("definition-levels", Severity.WARNING, here, there, "Column '%s' spells values otherwise there: %s%s.".formatted(here.name(),
                    String.join(", ", otherwise.stream().limit(MOST_PAIRS).toList()), otherwise.size() > MOST_PAIRS ? ", and " + (otherwise.size() - MOST_PAIRS) + " more" : ""));
        } else if (apart) {
            add("definition-levels", Severity.WARNING, here, there, "Column '%s' has no value in common: %s here, %s there.".formatted(here.name(), first(mine), first(theirs)));
        }
    }

    private static String first(List<String> levels) {
        return levels.stream().limit(MOST_PAIRS).map(each -> "'" + Shown.of(each) + "'").collect(Collectors.joining(", ")) + (levels.size() > MOST_PAIRS ? ", ..." : "");
    }

    // What one of them says is no value, and the other holds.
    private void marks(ColumnDefinition here, ColumnDefinition there, boolean saidHere) {
        ColumnDefinition saying = saidHere ? here : there;
        ColumnDefinition holding = saidHere ? there : here;
        List<String> values = saying.marks().stream().filter(mark -> !holding.marks().contains(mark) && holding.sketch().holds(mark)).toList();
        if (!values.isEmpty()) {
            add("definition-missing", Severity.WARNING, here, there, "In column '%s' %s means \"no value\" %s and stands among the values %s."
                    .formatted(here.name(), first(values), saidHere ? "here" : "there", saidHere ? "there" : "here"));
        }
    }
}
