package lathe.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Raw tables one below the other, columns by name.
final class JoinedTables {

    private final List<String> names;
    private final List<RawTable> parts;
    private final List<String> files;

    /// @param names of all columns; one that no part has holds the name of the file
    /// @param parts any number of tables with some of these columns
    /// @param files name of the file of each part
    JoinedTables(List<String> names, List<RawTable> parts, List<String> files) {
        this.names = names;
        this.parts = List.copyOf(parts);
        this.files = List.copyOf(files);
    }

    List<String> names() {
        return names;
    }

    List<String> files() {
        return files;
    }

    /// A column as each part has it; null where a part has none.
    List<@Nullable RawColumn> column(String name) {
        List<@Nullable RawColumn> columns = new ArrayList<>();
        for (RawTable part : parts) {
            int index = part.names().indexOf(name);
            columns.add(index < 0 ? null : part.column(index));
        }
        return columns;
    }

    RawTable table() {
        List<RawColumn> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(joined(column(name)));
        }
        int[] starts = new int[parts.size()];
        int[] places = new int[0];
        for (int i = 0; i < parts.size(); i++) {
            starts[i] = places.length;
            int[] more = parts.get(i).places();
            places = Arrays.copyOf(places, places.length + more.length);
            System.arraycopy(more, 0, places, starts[i], more.length);
        }
        String word = parts.isEmpty() ? "row" : parts.getFirst().placeWord();
        return new RawTable(names, columns, word, places).from(files, starts);
    }

    private RawColumn joined(List<@Nullable RawColumn> columns) {
        boolean numbers = columns.stream().anyMatch(NumberCells.class::isInstance)
                && columns.stream().noneMatch(TextCells.class::isInstance);
        if (numbers) {
            return numbers(columns);
        }
        boolean nowhere = !columns.isEmpty() && columns.stream().allMatch(column -> column == null);
        TextCells.Builder all = new TextCells.Builder();
        for (int i = 0; i < columns.size(); i++) {
            switch (columns.get(i)) {
                case TextCells cells -> all.addAll(cells);
                case NumberCells cells -> all.addAll(cells.asText());
                case null -> {
                    for (int row = 0; row < parts.get(i).rows(); row++) {
                        all.add(CellKind.TEXT, nowhere ? files.get(i) : "");
                    }
                }
            }
        }
        return all.build();
    }

    private RawColumn numbers(List<@Nullable RawColumn> columns) {
        double[] all = new double[parts.stream().mapToInt(RawTable::rows).sum()];
        Arrays.fill(all, Double.NaN);
        int at = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) instanceof NumberCells cells) {
                for (int row = 0; row < cells.rows(); row++) {
                    all[at + row] = cells.value(row);
                }
            }
            at += parts.get(i).rows();
        }
        return new NumberCells(all);
    }
}
