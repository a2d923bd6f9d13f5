package lathe.views.prepare;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import lathe.views.parts.Parts;
import org.jspecify.annotations.Nullable;

/// One row per column. Rows have one height, so that hundreds of them scroll smoothly.
final class PlanTable {

    private static final PseudoClass UNUSED = PseudoClass.getPseudoClass("unused");
    private static final double ROW = 36;

    private final PlanWords words;
    private final PrepareViewModel model;
    private final TableView<PlanItem> table = Parts.named("prepare-table", new TableView<>());
    private final ObservableList<PlanItem> items = FXCollections.observableArrayList();
    private final FilteredList<PlanItem> wanted = new FilteredList<>(items);
    private PlanFilter filter = PlanFilter.NONE;
    private boolean refreshing;

    PlanTable(PlanWords words, PrepareViewModel model) {
        this.words = words;
        this.model = model;
        SortedList<PlanItem> sorted = new SortedList<>(wanted);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setFixedCellSize(ROW);
        table.setAccessibleText(words.texts.get("table"));
        table.setPlaceholder(Parts.muted(words.texts.get("table.none")));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setRowFactory(view -> new Row());
        table.getColumns().setAll(List.of(
                column("name", 156, Comparator.comparing(ColumnPlan::name, String.CASE_INSENSITIVE_ORDER), () -> new PlanCells.TextCell(ColumnPlan::name)),
                column("type", 88, Comparator.comparing(ColumnPlan::type), () -> new PlanCells.TypeCell(words)),
                column("plan", 272, Comparator.comparing(words::plan),
                        () -> new PlanCells.ChoiceCell(words, (plan, choice) -> model.choose(List.of(plan), choice))),
                column("findings", 164, Comparator.comparingInt(plan -> -plan.findings().size()), () -> new PlanCells.FindingsCell(words))));
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<PlanItem>) change -> selected());
        table.getSelectionModel().selectedItemProperty().subscribe(item -> selected());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
                model.choose(model.state().selectedPlans(), ColumnPlan.LEAVE_OUT);
                event.consume();
            }
        });
    }

    Node node() {
        return table;
    }

    int shownRows() {
        return wanted.size();
    }

    private void selected() {
        PlanItem focused = table.getSelectionModel().getSelectedItem();
        if (!refreshing && focused != null) {
            model.select(table.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull)
                    .map(item -> item.plan().name()).toList(), focused.plan().name());
        }
    }

    void selectAll() {
        table.getSelectionModel().selectAll();
        table.requestFocus();
    }

    void show(PrepareState state) {
        refreshing = true;
        List<ColumnPlan> plans = state.columns();
        boolean same = items.size() == plans.size();
        for (int i = 0; same && i < plans.size(); i++) {
            same = items.get(i).plan().name().equals(plans.get(i).name());
        }
        if (same) {
            for (int i = 0; i < plans.size(); i++) {
                items.get(i).show(plans.get(i));
            }
        } else {
            items.setAll(plans.stream().map(PlanItem::new).toList());
        }
        if (!state.filter().equals(filter)) {
            filter = state.filter();
            wanted.setPredicate(item -> filter.holds(item.plan()));
        }
        PlanItem chosen = table.getSelectionModel().getSelectedItem();
        boolean elsewhere = chosen != null && state.selected().equals(List.of(state.focus())) && !chosen.plan().name().equals(state.focus());
        if (elsewhere) {
            table.getSelectionModel().clearSelection();
        }
        if (chosen == null || elsewhere) {
            table.getItems().stream().filter(item -> item.plan().name().equals(state.focus())).findFirst()
                    .ifPresent(item -> {
                        table.getSelectionModel().select(item);
                        if (elsewhere) {
                            table.scrollTo(item);
                        }
                    });
        }
        refreshing = false;
    }

    private TableColumn<PlanItem, ColumnPlan> column(String key, double width, Comparator<ColumnPlan> order,
            Supplier<TableCell<PlanItem, ColumnPlan>> cell) {
        TableColumn<PlanItem, ColumnPlan> column = new TableColumn<>(words.texts.get("column." + key));
        column.setId("column-" + key);
        column.setPrefWidth(width);
        column.setMinWidth(60);
        column.setComparator(order);
        column.setCellValueFactory(data -> data.getValue().planProperty());
        column.setCellFactory(made -> cell.get());
        return column;
    }

    /// Quieter where models do not see the column.
    private static final class Row extends TableRow<PlanItem> {
        @Override
        protected void updateItem(@Nullable PlanItem item, boolean empty) {
            super.updateItem(item, empty);
            mark();
        }

        // The plan of a row changes without the row being another.
        @Override
        protected void layoutChildren() {
            mark();
            super.layoutChildren();
        }

        private void mark() {
            PlanItem item = getItem();
            pseudoClassStateChanged(UNUSED, item != null && !isEmpty() && item.plan().use() != ColumnPlan.Use.USED);
        }
    }
}
