package lathe.views.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
import javafx.util.Subscription;
import lathe.scoring.Role;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;
import org.jspecify.annotations.Nullable;

/// The columns of the file as lines, hundreds of them scroll smoothly; what is selected here is selected on the whole screen.
class ColumnList extends TableView<ColumnItem> {

    private static final double ROW_HEIGHT = 36;
    private static final double SCROLL_BAR = 11;
    private static final PseudoClass LEFT_OUT = PseudoClass.getPseudoClass("left-out");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    final Texts texts;
    final DataViewModel model;
    private final Map<String, ColumnItem> items = new HashMap<>();
    private final ObservableList<ColumnItem> all = FXCollections.observableArrayList();
    private final FilteredList<ColumnItem> listed = new FilteredList<>(all);
    private boolean restoring;

    ColumnList(Texts texts, DataViewModel model, String id) {
        this.texts = texts;
        this.model = model;
        Parts.named(id, this);
        setAccessibleText(texts.get("columns"));
        setFixedCellSize(ROW_HEIGHT);
        setMinHeight(3 * ROW_HEIGHT);   // what stands below it must stay in view in a low window
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setRowFactory(_ -> new Line());
        setPlaceholder(Parts.muted(texts.get("nothing-found")));
    }

    /// Fills the lines, once the columns of the table are there: the other way round each of them would be laid out anew.
    final void fill() {
        SortedList<ColumnItem> sorted = new SortedList<>(listed);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<ColumnItem>) change -> selected());
        model.stateProperty().subscribe(this::show);
    }

    final TableColumn<ColumnItem, ColumnRow> column(String key, double width, @Nullable Comparator<ColumnRow> order,
            Supplier<TableCell<ColumnItem, ColumnRow>> cell) {
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

    /// Gives a column the width the others leave.
    final void stretch(TableColumn<ColumnItem, ?> last, double least, double width) {
        double others = getColumns().stream().filter(each -> each.isVisible() && !each.equals(last))
                .mapToDouble(TableColumn::getPrefWidth).sum();
        last.setPrefWidth(Math.max(least, width - others - SCROLL_BAR));
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
                .filter(Objects::nonNull).map(item -> item.row().name()).toList());
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

    /// Greys what takes no part.
    private static final class Line extends TableRow<ColumnItem> {

        private Subscription subscription = Subscription.EMPTY;

        @Override
        protected void updateItem(ColumnItem item, boolean empty) {
            super.updateItem(item, empty);
            subscription.unsubscribe();
            subscription = empty || item == null ? Subscription.EMPTY : item.rowProperty().subscribe(this::paint);
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
