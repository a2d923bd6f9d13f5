package lathe.views.chart;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import lathe.views.chart.FigureTable.Cell;
import org.jspecify.annotations.Nullable;

/// A figure's numbers as a table on the screen.
final class FigureGrid extends TableView<List<Cell>> {

    private final Locale locale;
    private List<String> heads = List.of();

    FigureGrid(Locale locale) {
        this.locale = locale;
        getStyleClass().addAll(Styles.DENSE, Styles.STRIPED, "figure-grid");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    /// Columns stay while their heads stay, so that a live table keeps its widths.
    void show(FigureTable table) {
        if (!heads.equals(table.columns())) {
            heads = table.columns();
            getColumns().clear();
            for (int c = 0; c < heads.size(); c++) {
                getColumns().add(column(heads.get(c), c, numeric(table, c)));
            }
        }
        getItems().setAll(table.rows());
    }

    private static boolean numeric(FigureTable table, int place) {
        return table.rows().stream().anyMatch(row -> row.get(place) instanceof Cell.Numeric);
    }

    private TableColumn<List<Cell>, Cell> column(String head, int place, boolean numeric) {
        TableColumn<List<Cell>, Cell> column = new TableColumn<>(head);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().get(place)));
        column.setCellFactory(made -> new WrittenCell());
        if (numeric) {
            column.getStyleClass().add("figure-number");
        }
        column.setComparator(FigureGrid::compare);
        return column;
    }

    private static int compare(Cell one, Cell other) {
        return one instanceof Cell.Numeric first && other instanceof Cell.Numeric second
                ? Double.compare(first.value(), second.value()) : one.neutral().compareTo(other.neutral());
    }

    /// Written for the user.
    private final class WrittenCell extends TableCell<List<Cell>, Cell> {

        @Override
        protected void updateItem(@Nullable Cell cell, boolean blank) {
            super.updateItem(cell, blank);
            setText(blank || cell == null ? "" : cell.shown(locale));
        }
    }
}
