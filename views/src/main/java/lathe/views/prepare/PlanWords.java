package lathe.views.prepare;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lathe.engine.prepare.Spread;
import lathe.engine.prepare.StepChoice;
import lathe.engine.prepare.StepParameter;
import lathe.engine.prepare.StepWish;
import lathe.engine.profile.Finding;
import lathe.engine.profile.Severity;
import lathe.scoring.FieldType;
import lathe.views.parts.Tone;
import lathe.views.text.Terms;
import lathe.views.text.Texts;

/// Says in words what is planned for columns.
final class PlanWords {

    final Texts texts;
    final Terms terms;

    PlanWords(Locale locale) {
        texts = Texts.of(PlanWords.class, locale);
        terms = Terms.of(locale);
    }

    String moreWays() {
        return texts.get("choice.more");
    }

    /// What happens to the column, in a few words: `automatic: one-hot, 4 values`.
    String plan(ColumnPlan plan) {
        return switch (plan.use()) {
            case LEFT_OUT -> texts.get("plan.left-out");
            case LEFT_OUT_BY_LATHE -> texts.get("plan.left-out-by-lathe");
            case OTHER_ROLE -> texts.get("plan.other-role", terms.role(plan.role()));
            case USED -> plan.step().isEmpty() ? automatic(plan) : terms.step(plan.step());
        };
    }

    private String automatic(ColumnPlan plan) {
        AutomaticChoice choice = plan.automatic();
        if (choice == null) {
            return texts.get("plan.automatic");
        }
        String step = terms.step(choice.linear().step());
        // Where one value is written in several ways, the count of texts would contradict the reason.
        boolean counted = plan.distinct() > 0 && !plan.has("mixed-spelling") && plan.type() != FieldType.NUMBER && plan.type() != FieldType.DATE
                && plan.type() != FieldType.TEXT;
        return counted ? texts.get("plan.automatic.values", step, plan.distinct()) : texts.get("plan.automatic.step", step);
    }

    /// Why, in a sentence or two.
    List<String> reasons(ColumnPlan plan) {
        return switch (plan.use()) {
            case LEFT_OUT -> List.of(texts.get("reason.left-out"));
            case LEFT_OUT_BY_LATHE -> List.of(texts.get("reason.left-out-by-lathe"));
            case OTHER_ROLE -> List.of(texts.get("reason.other-role", terms.role(plan.role())));
            case USED -> plan.step().isEmpty() ? automaticReasons(plan) : List.of(terms.aboutStep(plan.step()));
        };
    }

    private List<String> automaticReasons(ColumnPlan plan) {
        AutomaticChoice choice = plan.automatic();
        if (choice == null) {
            return List.of(texts.get("reason.busy"));
        }
        if (choice.isOne()) {
            return List.of(why(choice.linear(), plan));
        }
        return List.of(texts.get("reason.linear", terms.step(choice.linear().step()), why(choice.linear(), plan)),
                texts.get("reason.trees", terms.step(choice.trees().step()), why(choice.trees(), plan)));
    }

    // The engine speaks English only; what it says of a step it does not know how to say in other words stays.
    private String why(StepChoice choice, ColumnPlan plan) {
        String key = "why." + choice.step() + (plan.type() == FieldType.BOOLEAN ? ".boolean" : "");
        return texts.locale().getLanguage().equals("en") || !texts.has(key) ? choice.reason() : texts.get(key, plan.distinct());
    }

    /// Name of a choice in menus.
    String choice(String choice) {
        return switch (choice) {
            case ColumnPlan.AUTOMATIC -> texts.get("choice.automatic");
            case ColumnPlan.LEAVE_OUT -> texts.get("choice.leave-out");
            default -> terms.step(choice);
        };
    }

    /// One sentence what a choice does and when it helps.
    String about(String choice) {
        return choice.equals(ColumnPlan.AUTOMATIC) ? texts.get("choice.automatic.about") : terms.aboutStep(choice);
    }

    /// For the undo button.
    String change(List<ColumnPlan> plans, String choice) {
        String first = plans.getFirst().name();
        return switch (choice) {
            case ColumnPlan.AUTOMATIC -> texts.get("change.automatic", plans.size(), first);
            case ColumnPlan.LEAVE_OUT -> texts.get("change.leave-out", plans.size(), first);
            default -> texts.get("change.step", plans.size(), first, terms.step(choice));
        };
    }

    /// For the undo button.
    String changeSet(ColumnPlan plan, StepWish wish) {
        return texts.get("change.set", plan.name(), terms.step(wish.text()));
    }

    /// What holds where nothing is set.
    String usual(StepParameter parameter) {
        return texts.get("set.usual", parameter.usual());
    }

    /// What may be set, in a sentence.
    String rule(StepParameter parameter) {
        return switch (parameter.kind()) {
            case WHOLE -> texts.get("set.whole", parameter.least(), parameter.most());
            case NUMBER -> texts.get("set.number", number(parameter.least()), number(parameter.most()));
            case DATE -> texts.get("set.date");
            case COUNTRY, WORD, VALUES -> parameter.description();
        };
    }

    /// Name of a country in the user's language.
    String country(String code) {
        return Locale.of("", code).getDisplayCountry(texts.locale());
    }

    /// By name, as the user's language sorts.
    Comparator<String> byCountry() {
        return Comparator.comparing(this::country, Collator.getInstance(texts.locale()));
    }

    /// @param direction as the project file has it; empty for both ways
    String direction(String direction) {
        return texts.get("direction." + (direction.isEmpty() ? "none" : direction));
    }

    /// What a direction does, in a sentence.
    String aboutDirection(String direction) {
        return texts.get("direction." + (direction.isEmpty() ? "none" : direction) + ".about");
    }

    String changeDirection(ColumnPlan plan, String direction) {
        return texts.get("change.direction", plan.name(), direction(direction));
    }

    String keep(ColumnPlan plan) {
        return texts.get("change.keep", plan.name());
    }

    /// A finding in two or three words.
    String finding(String code) {
        String key = "finding." + code;
        return texts.has(key) ? texts.get(key) : code.replace('-', ' ');
    }

    static Tone tone(Finding finding) {
        return finding.severity() == Severity.SERIOUS ? Tone.BAD : finding.severity() == Severity.WARNING ? Tone.CAUTION : Tone.NEUTRAL;
    }

    /// The answer above the table.
    String summary(PrepareState state) {
        return texts.get("summary", state.columns().size(), state.used(), state.changed());
    }

    /// How values lie, in a sentence.
    String spread(Spread spread) {
        int rows = spread.counts().stream().mapToInt(Integer::intValue).sum() + spread.others();
        Optional<String> missing = spread.missing() == 0 ? Optional.empty() : Optional.of(texts.get("spread.missing", spread.missing()));
        String said;
        if (rows == 0) {
            said = texts.get("spread.nothing");
        } else if (spread.labels().isEmpty()) {
            double low = spread.edges().getFirst();
            double high = spread.edges().getLast();
            said = low == high ? texts.get("spread.constant", number(low)) : texts.get("spread.numbers", number(low), number(high));
        } else {
            said = texts.get("spread.texts", spread.labels().getFirst(), texts.numbers().percent(spread.counts().getFirst() / (double) rows, 0));
        }
        return missing.map(each -> said + " " + each).orElse(said);
    }

    String number(double value) {
        return Double.isNaN(value) ? texts.get("missing") : texts.numbers().significant(value, 4);
    }
}
