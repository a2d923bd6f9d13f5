package lathe.engine.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.ProblemException;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// The rows of a second table by their key, at most one for each.
final class SecondRows {

    private final List<String> names;
    private final List<Column> columns;
    private final Map<String, Integer> rows;
    private final boolean counted;   // whether the first column counts rows, none being 0

    private SecondRows(List<String> names, List<Column> columns, Map<String, Integer> rows, boolean counted) {
        this.names = names;
        this.columns = columns;
        this.rows = rows;
        this.counted = counted;
    }

    /// @param file  for names and messages
    /// @throws ProblemException if the key is no column of the table, or comes several times and nothing is summed up
    static SecondRows of(Path file, Table table, SecondTable asked) {
        if (table.schema().find(asked.key()).isEmpty()) {
            throw FileChecks.problem(file, "join-key-unknown", "The second table has no column '%s' to join on.".formatted(asked.key()),
                    "Its columns are: %s.".formatted(String.join(", ", table.schema().names().stream().limit(30).toList())));
        }
        List<String> keys = keys(table.column(asked.key()));
        Map<String, Integer> groups = new HashMap<>();
        int[] group = new int[keys.size()];
        int[] sizes = new int[keys.size()];
        for (int row = 0; row < group.length; row++) {
            String key = keys.get(row);
            group[row] = key.isEmpty() ? -1 : groups.computeIfAbsent(key, each -> groups.size());
            if (group[row] >= 0) {
                sizes[group[row]]++;
            }
        }
        if (asked.summarised()) {
            return summarised(FileChecks.stem(file), table, asked.key(), group, groups);
        }
        requireUnique(file, asked.key(), groups, sizes);
        return alone(table, asked.key(), group, groups);
    }

    private static void requireUnique(Path file, String column, Map<String, Integer> groups, int[] sizes) {
        long several = Arrays.stream(sizes).filter(size -> size > 1).count();
        if (several > 0) {
            String first = groups.entrySet().stream().filter(each -> sizes[each.getValue()] > 1).map(Map.Entry::getKey).sorted().findFirst().orElse("");
            throw FileChecks.problem(file, "join-key-repeated", "%d %s of column '%s' %s in more than one row of the second table, '%s' in %d."
                    .formatted(several, several == 1 ? "value" : "values", column, several == 1 ? "comes" : "come", first, sizes[groups.getOrDefault(first, 0)]),
                    "Join how many rows there are for each, and sum, mean and largest of their numbers: --join-many summary; or keep one row for each.");
        }
    }

    private static SecondRows alone(Table table, String key, int[] group, Map<String, Integer> groups) {
        int[] rowOf = new int[groups.size()];
        for (int row = 0; row < group.length; row++) {
            if (group[row] >= 0) {
                rowOf[group[row]] = row;
            }
        }
        Map<String, Integer> rows = new HashMap<>();
        groups.forEach((text, number) -> rows.put(text, rowOf[number]));
        List<String> names = new ArrayList<>(table.schema().names());
        List<Column> columns = new ArrayList<>(table.columns());
        int at = names.indexOf(key);
        names.remove(at);
        columns.remove(at);
        return new SecondRows(names, columns, rows, false);
    }

    private static SecondRows summarised(String stem, Table table, String key, int[] group, Map<String, Integer> groups) {
        List<String> names = new ArrayList<>(List.of(stem + "_count"));
        double[] counts = new double[groups.size()];
        Arrays.stream(group).filter(each -> each >= 0).forEach(each -> counts[each]++);
        List<Column> columns = new ArrayList<>(List.of(new NumberColumn(counts)));
        for (int i = 0; i < table.columns().size(); i++) {
            String name = table.schema().field(i).name();
            if (!name.equals(key) && table.columns().get(i) instanceof NumberColumn numbers) {
                KeySums sums = KeySums.of(numbers, group, groups.size());
                names.addAll(List.of(name + "_sum", name + "_mean", name + "_max"));
                columns.addAll(List.of(new NumberColumn(sums.sums()), new NumberColumn(sums.means()), new NumberColumn(sums.largest())));
            }
        }
        return new SecondRows(names, columns, groups, true);
    }

    List<String> names() {
        return names;
    }

    /// How many keys there are.
    int size() {
        return rows.size();
    }

    /// The row of a key, -1 if there is none.
    int row(String key) {
        return key.isEmpty() ? -1 : rows.getOrDefault(key, -1);
    }

    /// A column in the order of the first table's rows.
    ///
    /// @param places row of this table for each, -1 for none
    RawColumn column(int index, int[] places) {
        return switch (columns.get(index)) {
            case NumberColumn numbers -> {
                double[] values = new double[places.length];
                for (int row = 0; row < values.length; row++) {
                    values[row] = places[row] >= 0 ? numbers.value(places[row]) : counted && index == 0 ? 0 : Double.NaN;
                }
                yield new NumberCells(values);
            }
            case StringColumn texts -> {
                TextCells.Builder builder = new TextCells.Builder();
                for (int place : places) {
                    builder.add(CellKind.TEXT, place < 0 ? "" : texts.text(place));
                }
                yield builder.build();
            }
        };
    }

    private static List<String> keys(Column column) {
        List<String> keys = new ArrayList<>();
        for (int row = 0; row < column.rows(); row++) {
            keys.add(switch (column) {
                case NumberColumn numbers -> numbers.isMissing(row) ? "" : NumberStyle.write(numbers.value(row));
                case StringColumn texts -> texts.text(row).strip();
            });
        }
        return keys;
    }
}
