package lathe.engine.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Schema;
import lathe.scoring.Table;

/// Reads rows by types that were found on other rows. Among categories the usual words for "no value" are missing even where those
/// other rows had none, as they would be had all rows been looked at.
final class CheckedReading {

    private static final Set<String> WORDS = MissingWords.wordsOfAnyColumn();

    private final Schema types;
    private final List<Field> fields = new ArrayList<>();
    private final int[] places;

    CheckedReading(List<String> names, Schema types) {
        this.types = types;
        this.places = types.names().stream().mapToInt(names::indexOf).toArray();
        types.fields().forEach(field -> fields.add(withWords(field)));
    }

    private static Field withWords(Field field) {
        return switch (field.type()) {
            case CATEGORY, TEXT, LIST -> {
                Set<String> tokens = new TreeSet<>(WORDS);
                tokens.addAll(field.missingTokens());
                yield new Field(field.name(), field.type(), field.role(), field.format(), List.copyOf(tokens));
            }
            case NUMBER, DATE, BOOLEAN -> field;
        };
    }

    CheckedRows read(RawTable raw) {
        List<Column> columns = new ArrayList<>();
        Map<String, CheckedRows.Misfits> misfits = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            Misfitting found = new Misfitting(fields.get(i), raw);
            RawColumn cells = raw.column(places[i]);
            columns.add(new CellReading(fields.get(i), found::unread).read(cells));
            if (fields.get(i).type() == FieldType.NUMBER && cells instanceof TextCells texts) {
                found.lookForCodes(texts);
            }
            if (found.unread + found.codes > 0) {
                misfits.put(fields.get(i).name(), new CheckedRows.Misfits(found.unread, found.codes, found.examples));
            }
        }
        return new CheckedRows(new Table(types, columns), misfits);
    }

    /// What is found in one column.
    private static final class Misfitting {

        private final Field field;
        private final RawTable raw;
        private final List<BadCell> examples = new ArrayList<>();
        private long unread;
        private long codes;

        Misfitting(Field field, RawTable raw) {
            this.field = field;
            this.raw = raw;
        }

        void unread(int row, String text) {
            unread++;
            example(row, text);
        }

        private void example(int row, String text) {
            if (examples.size() < CheckedRows.Misfits.MOST_EXAMPLES) {
                examples.add(new BadCell(field.name(), raw.place(row), text));
            }
        }

        void lookForCodes(TextCells cells) {
            boolean[] isCode = new boolean[cells.levels()];
            boolean any = false;
            for (int level = 0; level < isCode.length; level++) {
                isCode[level] = cells.isNumberOfDigits(level) && !field.missingTokens().contains(cells.text(level));
                any |= isCode[level];
            }
            for (int row = 0; any && row < cells.rows(); row++) {
                if (cells.code(row) >= 0 && isCode[cells.code(row)]) {
                    codes++;
                    example(row, cells.text(cells.code(row)));
                }
            }
        }
    }
}
