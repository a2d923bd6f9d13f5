package lathe.engine.adapter.excel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.engine.adapter.excel.SheetCell.State;
import lathe.engine.data.ImportNote;
import lathe.engine.data.RawTable;
import lathe.engine.data.ReadWatch;
import lathe.engine.data.TextCells;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/// Second pass: the rows between header and foot.
///
/// @param table the cells
/// @param notes formulas and errors met
record SheetRows(RawTable table, List<ImportNote> notes) {

    static SheetRows of(Sheet sheet, CellReading reading, SheetLayout layout, MergedCells merged, ReadWatch watch) {
        Collector collector = new Collector(layout);
        for (Row row : sheet) {
            if (!layout.holds(row.getRowNum())) {
                continue;
            }
            // One more than wanted, so that it shows whether there are more.
            if (watch.isHead() && collector.rows > watch.wantedRows()) {
                break;
            }
            watch.row();
            Map<Integer, SheetCell> cells = new HashMap<>();
            for (Cell cell : row) {
                SheetCell read = reading.read(cell);
                if (read.isFilled()) {
                    cells.put(cell.getColumnIndex(), read);
                }
            }
            merged.fill(row.getRowNum(), cells);
            collector.add(row.getRowNum() + 1, cells);
        }
        return collector.rows();
    }

    /// Takes rows in order.
    static final class Collector {

        private final List<Integer> indices;
        private final List<String> names;
        private final List<TextCells.Builder> columns = new ArrayList<>();
        private final List<Map<State, Integer>> states = new ArrayList<>();
        private int[] places = new int[64];
        private int rows;

        Collector(SheetLayout layout) {
            indices = List.copyOf(layout.columns().keySet());
            names = List.copyOf(layout.columns().values());
            for (int i = 0; i < names.size(); i++) {
                columns.add(new TextCells.Builder());
                states.add(new EnumMap<>(State.class));
            }
        }

        /// @param place of the row, from 1
        void add(int place, Map<Integer, SheetCell> cells) {
            if (indices.stream().noneMatch(cells::containsKey)) {
                return;
            }
            for (int i = 0; i < indices.size(); i++) {
                SheetCell cell = cells.getOrDefault(indices.get(i), SheetCell.EMPTY);
                columns.get(i).add(cell.kind(), cell.text());
                if (cell.state() != State.PLAIN) {
                    states.get(i).merge(cell.state(), 1, Integer::sum);
                }
            }
            if (rows == places.length) {
                places = Arrays.copyOf(places, rows * 2);
            }
            places[rows++] = place;
        }

        SheetRows rows() {
            List<ImportNote> notes = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                states.get(i).forEach((state, count) -> notes.add(note(state, name, count)));
            }
            List<TextCells> cells = columns.stream().map(TextCells.Builder::build).toList();
            return new SheetRows(new RawTable(names, cells, "row", Arrays.copyOf(places, rows)), notes);
        }

        private static ImportNote note(State state, String name, int count) {
            return switch (state) {
                case FORMULA_WITHOUT_VALUE -> new ImportNote("formula-without-value", name,
                        "Column '%s' has %d formulas without a stored value; they count as missing. Open and save the workbook in Excel to store them."
                                .formatted(name, count));
                case EVALUATED -> new ImportNote("formula-evaluated", name,
                        "Column '%s' has %d formulas without a stored value; they were evaluated.".formatted(name, count));
                case ERROR -> new ImportNote("error-cells", name,
                        "Column '%s' has %d cells with an error such as #DIV/0!; they count as missing.".formatted(name, count));
                case PLAIN -> throw new IllegalArgumentException("plain cells need no note");
            };
        }
    }
}
