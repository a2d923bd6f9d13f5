package lathe.engine.adapter.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;

/// Gives every cell of a merged region the value of its first cell, while rows pass by in order.
final class MergedCells {

    private final List<CellRangeAddress> waiting;
    private final List<CellRangeAddress> open = new ArrayList<>();
    private final Map<CellRangeAddress, SheetCell> values = new HashMap<>();
    private int next;

    MergedCells(List<CellRangeAddress> regions, int fromRow) {
        this.waiting = regions.stream().filter(region -> region.getFirstRow() >= fromRow)
                .sorted((a, b) -> Integer.compare(a.getFirstRow(), b.getFirstRow())).toList();
    }

    /// Puts what the sheet shows in place of what may be hidden under a merged cell.
    void fill(int row, Map<Integer, SheetCell> cells) {
        while (next < waiting.size() && waiting.get(next).getFirstRow() <= row) {
            open.add(waiting.get(next++));
        }
        open.removeIf(region -> region.getLastRow() < row);
        for (CellRangeAddress region : open) {
            if (region.getFirstRow() == row) {
                values.put(region, cells.getOrDefault(region.getFirstColumn(), SheetCell.EMPTY));
            }
            SheetCell value = values.getOrDefault(region, SheetCell.EMPTY);
            int lastColumn = Math.min(region.getLastColumn(), region.getFirstColumn() + 1000);
            for (int column = region.getFirstColumn(); value.isFilled() && column <= lastColumn; column++) {
                cells.put(column, value);
            }
        }
    }
}
