package lathe.views.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import lathe.engine.evaluate.Validation;
import lathe.engine.flow.ColumnPreparation;
import lathe.engine.prepare.StepWish;
import lathe.engine.profile.Finding;
import lathe.engine.profile.Treatment;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.TableChoice;
import lathe.scoring.FieldType;
import lathe.scoring.MeasureUnit;
import lathe.scoring.Role;
import lathe.views.text.Terms;
import lathe.views.text.Texts;

/// What can be done about a finding by one click: those of its alternatives that the settings of a project can hold. Pure.
final class Treating {

    private static final int LONGEST = 24;
    private static final int SHORT = 12;   // two of them beside each other
    private static final int MOST_MERGES = 3;
    private static final String MERGE = "merge";
    private static final String ROWS = "rows";

    private final Texts texts;
    private final Terms terms;

    Treating(Texts texts) {
        this.texts = texts;
        this.terms = Terms.of(texts.locale());
    }

    /// One thing to do.
    ///
    /// @param key   short name for tests: `leave_out`, `prepare-clip`
    /// @param words on the button
    /// @param on    whether the settings say so already
    /// @param edit  makes them say so, or takes it back if they do
    record Offer(String key, String words, boolean on, UnaryOperator<ProjectSettings> edit) { }

    /// @param row the column of the finding; none if it concerns the whole table
    List<Offer> of(Finding finding, Optional<ColumnRow> row, ProjectSettings settings) {
        List<Offer> offers = new ArrayList<>();
        for (Treatment each : finding.alternatives()) {
            Optional<Offer> offer = switch (each.action()) {
                case LEAVE_OUT -> row.flatMap(column -> role(column, Role.IGNORED, "leave_out", settings));
                case KEEP -> row.flatMap(column -> role(column, Role.FEATURE, "keep", settings));
                case PREPARE -> row.flatMap(column -> step(column, each.step(), settings));
                case READ_AS_MISSING -> missing(each.values(), settings);
                case DIVIDE_BY -> divide(each.values(), settings);
                case CONVERT -> each.step().isEmpty() ? Optional.empty() : row.flatMap(column -> step(column, each.step(), settings));
                case READ_AS -> row.flatMap(column -> reading(column, each.values(), settings));
                case MERGE -> row.flatMap(column -> merge(column, each.values(), settings));
                case REMOVE_ROWS -> rows(finding, each.values(), settings);
            };
            boolean enough = each.action() == Treatment.Action.MERGE && offers.stream().filter(made -> made.key().startsWith(MERGE)).count() >= MOST_MERGES;
            offer.filter(made -> !enough).ifPresent(offers::add);
        }
        return offers;
    }

    private Optional<Offer> role(ColumnRow row, Role role, String key, ProjectSettings settings) {
        if (row.role() == Role.TARGET) {
            return Optional.empty();
        }
        boolean on = settings.column(row.name()).chosenRole().equals(Optional.of(role));
        return Optional.of(new Offer(key, texts.get("treat." + key), on, now -> on ? changed(now, row, Treating::automatic)
                : changed(now, row, choice -> automatic(choice).withRole(role))));
    }

    // What is used in spite of the answer "after" must not say "after" any more.
    private static ColumnChoice automatic(ColumnChoice choice) {
        return (choice.known().equals(ColumnChoice.KNOWN_AFTER) ? choice.withKnown("") : choice).withoutRole();
    }

    private Optional<Offer> step(ColumnRow row, String step, ProjectSettings settings) {
        if (row.role() == Role.TARGET || !fits(row.type(), step)) {
            return Optional.empty();
        }
        StepWish now = StepWish.parse(settings.column(row.name()).step());
        String id = StepWish.parse(step).step();
        boolean on = now.text().equals(step) || now.step().equals(step);
        return Optional.of(new Offer("prepare-" + id, texts.get("treat.prepare", terms.step(id)), on, edited -> changed(edited, row, choice -> {
            boolean out = choice.chosenRole().equals(Optional.of(Role.IGNORED));
            return on ? choice.withStep("") : (out ? automatic(choice) : choice).withStep(step);
        })));
    }

    private static boolean fits(FieldType type, String step) {
        return ColumnPreparation.options(type).stream().anyMatch(option -> option.id().equals(StepWish.parse(step).step()));
    }

    /// @param values type, format, a text that another reading takes otherwise, and what this one makes of it
    private Optional<Offer> reading(ColumnRow row, List<String> values, ProjectSettings settings) {
        if (row.role() == Role.TARGET) {
            return Optional.empty();
        }
        FieldType type = FieldType.valueOf(values.getFirst().toUpperCase(Locale.ROOT));
        String format = values.get(1);
        ColumnChoice now = settings.column(row.name());
        boolean on = now.chosenType().equals(Optional.of(type)) && now.format().equals(format);
        Optional<MeasureUnit> unit = type == FieldType.NUMBER ? MeasureUnit.ofFormat(format) : Optional.empty();
        String kind = type == FieldType.DATE ? format.substring(format.indexOf(' ') + 1) : unit.isEmpty() ? "numbers" : "unit";
        String open = values.get(2);   // there are two readings, this one says so
        String words = open.isEmpty() ? texts.get("treat.read." + kind, unit.map(MeasureUnit::symbol).orElse(""))
                : texts.get("treat.read.example", cut(open, SHORT), cut(values.get(3), SHORT));
        String key = "read-" + kind + (format.startsWith(",") ? "-comma" : "");
        return Optional.of(new Offer(key, words, on, edited -> changed(edited, row,
                choice -> on ? choice.withoutType() : choice.withType(type).withFormat(format).withStep(""))));
    }

    // The first of them is kept.
    private Optional<Offer> merge(ColumnRow row, List<String> values, ProjectSettings settings) {
        if (row.role() == Role.TARGET || values.size() < 2 || !fits(row.type(), MERGE)) {
            return Optional.empty();
        }
        String kept = values.getFirst();
        // What differs by case and outer blanks only is one value everywhere.
        List<String> others = values.stream().skip(1).filter(value -> !value.strip().equalsIgnoreCase(kept.strip())).toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        boolean on = others.stream().allMatch(value -> kept.equals(merging(settings, row).values().get(value)));
        return Optional.of(new Offer(MERGE + "-" + cut(kept), texts.get("treat.merge", others.size(), cut(others.getFirst(), SHORT), cut(kept, SHORT)), on,
                edited -> changed(edited, row, choice -> {
                    StepWish wish = merging(edited, row);
                    for (String value : others) {
                        wish = wish.reading(value, on ? "" : kept);
                    }
                    return choice.withStep(wish.values().isEmpty() ? "" : wish.text());
                })));
    }

    private static StepWish merging(ProjectSettings settings, ColumnRow row) {
        StepWish now = StepWish.parse(settings.column(row.name()).step());
        return now.step().equals(MERGE) ? now : StepWish.of(MERGE);
    }

    /// Leaves the rows of a finding out of learning.
    ///
    /// @param ends smallest and largest number that stays, where the finding is about one column; empty for no limit
    private Optional<Offer> rows(Finding finding, List<String> ends, ProjectSettings settings) {
        TableChoice now = settings.table();
        return switch (finding.code()) {
            case "duplicate-rows" -> Optional.of(rows(now.removesDuplicates(), (table, word) -> table.withDuplicates(word)));
            case "contradicting-targets" -> Optional.of(rows(now.removesContradictions(), (table, word) -> table.withContradictions(word)));
            case "outlying-rows" -> Optional.of(rows(now.removesUnusualRows(), (table, word) -> table.withUnusualRows(word.isEmpty() ? "" : TableChoice.unusualRows(settings.limits()))));
            default -> ends.size() != 2 || finding.field().isEmpty() || String.join("", ends).isEmpty() ? Optional.empty()
                    : Optional.of(within(Clauses.within(finding.field(), ends.getFirst(), ends.getLast()), settings));
        };
    }

    private Offer rows(boolean on, BiFunction<TableChoice, String, TableChoice> set) {
        return new Offer(ROWS, texts.get("treat.rows"), on,
                edited -> edited.withTable(set.apply(edited.table(), on ? "" : TableChoice.REMOVE)));
    }

    private Offer within(String clause, ProjectSettings settings) {
        boolean on = Clauses.of(settings.table().where()).holds(clause);
        return new Offer(ROWS, texts.get("treat.rows"), on, edited -> {
            Clauses now = Clauses.of(edited.table().where());
            return edited.withTable(edited.table().withWhere(on ? now.without(clause) : now.with(clause)));
        });
    }

    private static ProjectSettings changed(ProjectSettings settings, ColumnRow row, UnaryOperator<ColumnChoice> edit) {
        return settings.withColumn(row.name(), edit.apply(settings.column(row.name())));
    }

    private Optional<Offer> missing(List<String> values, ProjectSettings settings) {
        // The words stand between commas where they are shown and typed.
        if (values.isEmpty() || values.stream().anyMatch(value -> value.isBlank() || value.contains(",") || !value.equals(value.strip()))) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        for (String value : values) {
            words.add(value);
            if (value.matches("-?\\d+")) {
                words.add(value + ".0");   // the same number, as some programs write it
            }
        }
        List<String> known = settings.reading().missingTokens();
        boolean on = known.containsAll(values);
        List<String> after = new ArrayList<>(known);
        after.removeAll(words);
        if (!on) {
            after.addAll(words);
        }
        return Optional.of(new Offer("missing", texts.get("treat.missing", values.size(), cut(values.getFirst())), on,
                now -> now.withReading(now.reading().withMissingTokens(after))));
    }

    private Optional<Offer> divide(List<String> columns, ProjectSettings settings) {
        if (columns.size() != 1 || columns.getFirst().equals(settings.target())) {
            return Optional.empty();
        }
        Validation wanted = new Validation.Time(columns.getFirst());
        boolean on = settings.search().validation().equals(wanted);
        return Optional.of(new Offer("divide", texts.get("treat.divide", cut(columns.getFirst())), on,
                now -> now.withSearch(now.search().withValidation(on ? new Validation.Random() : wanted))));
    }

    private static String cut(String text) {
        return cut(text, LONGEST);
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "…" : text;
    }
}
