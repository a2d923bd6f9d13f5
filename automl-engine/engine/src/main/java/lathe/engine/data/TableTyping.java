package lathe.engine.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.Table;

/// Types a whole raw table. The decimal mark is settled over all columns first, because `1,234` alone says nothing.
final class TableTyping {

    private final RawTable raw;
    private final ImportOptions options;
    private final Set<String> extraTokens;
    private final List<ImportNote> notes = new ArrayList<>();
    private final List<ImportQuestion> questions = new ArrayList<>();
    private final List<BadCell> badCells = new ArrayList<>();
    private final ReadWatch watch;

    TableTyping(RawTable raw, ImportOptions options, ReadWatch watch) {
        this.watch = watch;
        this.raw = raw;
        this.options = options;
        this.extraTokens = new HashSet<>(options.missingTokens());
    }

    Imported typed(ImportReport report) {
        List<Optional<NumberEvidence>> evidence = new ArrayList<>();
        for (RawColumn column : raw.columns()) {
            watch.requireWanted();
            evidence.add(column instanceof TextCells cells
                    ? Optional.of(NumberEvidence.of(cells, extraTokens)) : Optional.empty());
        }
        String mark = options.decimalMark().isEmpty() ? shownMark(evidence) : options.decimalMark();
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < raw.columns().size(); i++) {
            watch.requireWanted();
            String name = raw.names().get(i);
            Field field = switch (raw.column(i)) {
                case NumberCells cells -> numberField(name, cells);
                case TextCells cells -> textField(name,
                        new ColumnTyping(name, cells, extraTokens, evidence.get(i).orElseThrow()), mark, report.separator());
            };
            fields.add(field);
            columns.add(read(field, raw.column(i)));
        }
        Table table = new Table(new Schema(fields), columns);
        return new Imported(table, report.withDecimalMark(mark).plus(notes).withBadCells(badCells).withQuestions(questions));
    }

    private static String shownMark(List<Optional<NumberEvidence>> evidence) {
        int points = 0;
        int commas = 0;
        for (Optional<NumberEvidence> column : evidence) {
            String mark = column.map(NumberEvidence::mark).orElse("");
            points += mark.equals(".") ? 1 : 0;
            commas += mark.equals(",") ? 1 : 0;
        }
        if (points == commas) {
            return "";
        }
        return points > commas ? "." : ",";
    }

    private Field numberField(String name, NumberCells cells) {
        FieldType type = options.types().getOrDefault(name, FieldType.NUMBER);
        Set<String> tokens = new HashSet<>();
        for (int row = 0; row < cells.rows(); row++) {
            String text = extraTokens.isEmpty() ? "" : NumberStyle.write(cells.value(row));
            if (extraTokens.contains(text)) {
                tokens.add(text);
            }
        }
        return new Field(name, type, Role.FEATURE, "", tokens.stream().sorted().toList());
    }

    private Field textField(String name, ColumnTyping typing, String mark, String separator) {
        FieldType forced = options.types().get(name);
        String format = options.formats().getOrDefault(name, "");
        ColumnDecision decision = forced == null ? typing.decide(mark, separator)
                : typing.forced(forced, format, mark, separator);
        notes.addAll(decision.notes());
        questions.addAll(decision.questions());
        String usedFormat = forced == null && !format.isEmpty() ? format : decision.format();
        return new Field(name, decision.type(), Role.FEATURE, usedFormat, decision.missingTokens());
    }

    private Column read(Field field, RawColumn column) {
        List<String> unread = new ArrayList<>();
        Column read = new CellReading(field, (row, text) -> {
            unread.add(raw.place(row) + ": '" + text + "'");
            if (badCells.size() < ImportReport.MOST_BAD_CELLS) {
                badCells.add(new BadCell(field.name(), raw.place(row), text));
            }
        }).read(column);
        if (!unread.isEmpty()) {
            notes.add(new ImportNote("cells-unread", field.name(),
                    "Column '%s' has %d cells that are no %s and count as missing (%s).".formatted(field.name(), unread.size(),
                            field.type().name().toLowerCase(Locale.ROOT), String.join(", ", unread.subList(0, Math.min(5, unread.size()))))));
        }
        return read;
    }
}
