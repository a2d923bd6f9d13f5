package lathe.views.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import lathe.scoring.Role;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;

/// The columns of the file, one line each; hundreds of them scroll smoothly.
final class ColumnTable extends TableView<ColumnItem> {

    private static final double ROW_HEIGHT = 36;
    private static final double WIDE = 640;
    private static final double MIDDLE = 540;
    private static final double LEAST_FINDINGS = 128;
    private static final double SCROLL_BAR = 11;
    private static final PseudoClass LEFT_OUT = PseudoClass.getPseudoClass("left-out");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    private final Texts texts;
    private final DataViewModel model;
    private final Map<String, ColumnItem> items = new HashMap<>();
    private final ObservableList<ColumnItem> all = FXCollections.observableArrayList();
    private final FilteredList<ColumnItem> listed = new FilteredList<>(all);
    private final List<TableColumn<ColumnItem, ColumnRow>> onlyWide = new ArrayList<>();
    private final List<TableColumn<ColumnItem, ColumnRow>> onlyMiddle = new ArrayList<>();
    private boolean restoring;

    ColumnTable(Texts texts, DataViewModel model) {
        this.texts = texts;
        this.model = model;
        Parts.named("columns", this);
        setAccessibleText(texts.get("columns"));
        setFixedCellSize(ROW_HEIGHT);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        addColumns();
        SortedList<ColumnItem> sorted = new SortedList<>(listed);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        setRowFactory(_ -> new Line());
        setPlaceholder(Parts.muted(texts.get("nothing-found")));
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<ColumnItem>) change -> selected());
        model.stateProperty().subscribe(this::show);
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
        double others = getColumns().stream().filter(each -> each.isVisible() && !each.equals(last))
                .mapToDouble(TableColumn::getPrefWidth).sum();
        last.setPrefWidth(Math.max(LEAST_FINDINGS, width - others - SCROLL_BAR));
    }

    private static double strength(ColumnRow row) {
        return Double.isNaN(row.strength()) ? -1 : row.strength();
    }

    private TableColumn<ColumnItem, ColumnRow> column(String key, double width, @org.jspecify.annotations.Nullable
            Comparator<ColumnRow> order, java.util.function.Supplier<TableCell<ColumnItem, ColumnRow>> cell) {
        TableColumn<ColumnItem, ColumnRow> column = new TableColumn<>(texts.get("column." + key));
        column.setId("column-" + key);
        column.setCellValueFactory(line -> line.getValue().rowProperty());
        column.setCellFactory(_ -> cell.get());
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setSortable(order != null);
        if (order != null) {
            column.setComparator(order);
        }
        return column;
    }

    private TableColumn<ColumnItem, ColumnRow> number(String key, double width, Comparator<ColumnRow> order,
            Function<ColumnRow, String> text) {
        TableColumn<ColumnItem, ColumnRow> column = column(key, width, order, () -> new ColumnCells.Figure(text));
        column.getStyleClass().add("right");
        return column;
    }

    private void show(DataState now) {
        boolean same = all.size() == now.rows().size();
        for (int i = 0; same && i < all.size(); i++) {
            same = all.get(i).row().name().equals(now.rows().get(i).name());
        }
        restoring = true;
        if (!same) {
            items.clear();
            now.rows().forEach(row -> items.put(row.name(), new ColumnItem(row)));
            all.setAll(now.rows().stream().map(row -> items.get(row.name())).toList());
        }
        now.rows().forEach(row -> Optional.ofNullable(items.get(row.name())).ifPresent(item -> item.become(row)));
        Set<String> visible = new HashSet<>(now.visible().stream().map(ColumnRow::name).toList());
        if (!visible.equals(new HashSet<>(listed.stream().map(item -> item.row().name()).toList()))) {
            listed.setPredicate(item -> visible.contains(item.row().name()));
        }
        restoring = false;
        restore(now.selection());
    }

    private List<String> selectedNames() {
        List<String> names = new ArrayList<>(getSelectionModel().getSelectedItems().stream()
                .filter(java.util.Objects::nonNull).map(item -> item.row().name()).toList());
        ColumnItem last = getSelectionModel().getSelectedItem();
        if (last != null && names.remove(last.row().name())) {
            names.addFirst(last.row().name());
        }
        return names;
    }

    private void restore(List<String> names) {
        List<String> there = names.stream().filter(name -> listed.stream().anyMatch(item -> item.row().name().equals(name))).toList();
        if (new HashSet<>(there).equals(new HashSet<>(selectedNames()))) {
            return;
        }
        restoring = true;
        getSelectionModel().clearSelection();
        List<String> lastOne = new ArrayList<>(there);
        Collections.reverse(lastOne);
        lastOne.forEach(name -> getSelectionModel().select(items.get(name)));
        restoring = false;
    }

    // What a filter hides stays selected for the card; only a person changes the selection.
    private void selected() {
        if (!restoring) {
            List<String> names = selectedNames();
            if (!names.isEmpty()) {
                model.select(names);
            }
        }
    }

    /// Moves to a column and selects it.
    void reveal(String name) {
        ColumnItem item = items.get(name);
        if (item != null) {
            scrollTo(item);
        }
    }

    /// Greys what takes no part.
    private static final class Line extends TableRow<ColumnItem> {

        private javafx.util.Subscription subscription = javafx.util.Subscription.EMPTY;

        @Override
        protected void updateItem(ColumnItem item, boolean empty) {
            super.updateItem(item, empty);
            subscription.unsubscribe();
            subscription = empty || item == null ? javafx.util.Subscription.EMPTY : item.rowProperty().subscribe(this::paint);
            if (empty || item == null) {
                pseudoClassStateChanged(LEFT_OUT, false);
                pseudoClassStateChanged(TARGET, false);
            }
        }

        private void paint(ColumnRow row) {
            pseudoClassStateChanged(LEFT_OUT, row.role() != Role.FEATURE && row.role() != Role.TARGET);
            pseudoClassStateChanged(TARGET, row.role() == Role.TARGET);
        }
    }
}
