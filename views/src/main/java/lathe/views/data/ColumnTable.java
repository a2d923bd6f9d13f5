package lathe.views.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TableColumn;
import lathe.views.text.Texts;

/// The columns of the file with what is known of them.
final class ColumnTable extends ColumnList {

    private static final double WIDE = 640;
    private static final double MIDDLE = 540;
    private static final double LEAST_FINDINGS = 128;

    private final List<TableColumn<ColumnItem, ColumnRow>> onlyWide = new ArrayList<>();
    private final List<TableColumn<ColumnItem, ColumnRow>> onlyMiddle = new ArrayList<>();

    ColumnTable(Texts texts, DataViewModel model) {
        super(texts, model, "columns");
        addColumns();
        fill();
    }

    private void addColumns() {
        getColumns().add(column("name", 128, Comparator.comparing(ColumnRow::name), () -> new ColumnCells.Name()));
        getColumns().add(column("type", 90, Comparator.comparing(ColumnRow::type), () -> new ColumnCells.Type(texts, model)));
        getColumns().add(column("role", 86, Comparator.comparing(ColumnRow::role), () -> new ColumnCells.RoleOf(texts, model)));
        TableColumn<ColumnItem, ColumnRow> bars = column("values", 92, null, ColumnCells.Values::new);
        TableColumn<ColumnItem, ColumnRow> missing = number("missing", 64, Comparator.comparingDouble(ColumnRow::missing),
                row -> Double.isNaN(row.missing()) ? "" : texts.numbers().percent(row.missing(), 1));
        TableColumn<ColumnItem, ColumnRow> distinct = number("distinct", 64, Comparator.comparingInt(ColumnRow::distinct),
                row -> row.distinct() < 0 ? "" : texts.numbers().whole(row.distinct()));
        onlyWide.addAll(List.of(bars, missing, distinct));
        getColumns().addAll(onlyWide);
        onlyMiddle.add(column("signal", 78, Comparator.comparingDouble(ColumnTable::strength), () -> new ColumnCells.Signal(texts)));
        getColumns().addAll(onlyMiddle);
        TableColumn<ColumnItem, ColumnRow> findings = column("findings", LEAST_FINDINGS,
                Comparator.comparingInt(row -> -row.findings().size()), () -> new ColumnCells.Pills(texts));
        getColumns().add(findings);
        widthProperty().subscribe(width -> fit(findings, width.doubleValue()));
    }

    // What the card says too goes where there is little room; the last column takes what is left.
    private void fit(TableColumn<ColumnItem, ColumnRow> last, double width) {
        onlyWide.forEach(column -> column.setVisible(width >= WIDE));
        onlyMiddle.forEach(column -> column.setVisible(width >= MIDDLE));
        stretch(last, LEAST_FINDINGS, width);
    }

    private static double strength(ColumnRow row) {
        return Double.isNaN(row.strength()) ? -1 : row.strength();
    }

    private TableColumn<ColumnItem, ColumnRow> number(String key, double width, Comparator<ColumnRow> order,
            Function<ColumnRow, String> text) {
        TableColumn<ColumnItem, ColumnRow> column = column(key, width, order, () -> new ColumnCells.Figure(text));
        column.getStyleClass().add("right");
        return column;
    }
}
