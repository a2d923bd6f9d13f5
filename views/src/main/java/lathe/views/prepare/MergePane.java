package lathe.views.prepare;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lathe.engine.prepare.StepWish;
import lathe.views.parts.Parts;
import lathe.views.prepare.MergeViewModel.Line;
import org.jspecify.annotations.Nullable;

/// The values of a column in a small table: how many rows hold each, and what it is read as.
final class MergePane extends VBox {

    private static final double HEIGHT = 236;

    private final PlanWords words;
    private final MergeViewModel model;
    private final StepSetting setting;
    private final TableView<Line> table = Parts.named("merge-table", new TableView<>());
    private final Button suggestions;
    private final Button none;
    private final Label said = Parts.named("merge-said", Parts.text(""));
    private @Nullable ColumnPlan shown;

    MergePane(PlanWords words, MergeViewModel model, StepSetting setting) {
        super(6);
        this.words = words;
        this.model = model;
        this.setting = setting;
        suggestions = Parts.named("merge-suggestions", Parts.button("", () -> change(wish -> MergeViewModel.suggested(wish, lines()))));
        none = Parts.named("merge-none", Parts.button(words.texts.get("merge.none"), () -> change(wish -> StepWish.of(MergeViewModel.STEP))));
        table.setPrefHeight(HEIGHT);
        table.setMinHeight(HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setAccessibleText(words.texts.get("merge.table"));
        table.getColumns().setAll(List.of(column("merge.value", 124, () -> new ValueCell(words)), column("merge.rows", 54, () -> new RowsCell(words)),
                column("merge.target", 110, TargetCell::new)));
        model.valuesProperty().subscribe(values -> refresh());
        getChildren().addAll(Parts.styled(Parts.text(words.texts.get("merge.title")), "strong"), table, said, new FlowPane(Parts.GAP, Parts.GAP, suggestions, none));
    }

    private TableColumn<Line, Line> column(String title, double width, Supplier<TableCell<Line, Line>> cell) {
        TableColumn<Line, Line> column = new TableColumn<>(words.texts.get(title));
        column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
        column.setCellFactory(owner -> cell.get());
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    void show(ColumnPlan plan) {
        shown = plan;
        boolean there = plan.use() == ColumnPlan.Use.USED && StepWish.parse(plan.step()).step().equals(MergeViewModel.STEP);
        setVisible(there);
        setManaged(there);
        model.look(plan);
        refresh();
    }

    private List<Line> lines() {
        ColumnPlan plan = shown;
        return plan == null ? List.of() : model.lines(plan);
    }

    private void refresh() {
        List<Line> lines = lines();
        if (!table.getItems().equals(lines)) {
            table.getItems().setAll(lines);
        }
        int open = MergeViewModel.open(lines).size();
        suggestions.setText(words.texts.get("merge.suggestions", open));
        suggestions.setDisable(open == 0);
        none.setDisable(lines.stream().allMatch(line -> line.target().isEmpty()));
        say("");
    }

    private void change(UnaryOperator<StepWish> edit) {
        ColumnPlan plan = shown;
        if (plan != null) {
            setting.set(plan, edit.apply(StepWish.parse(plan.step())), this::say);
        }
    }

    private void say(String problem) {
        said.setText(problem.isEmpty() ? words.texts.get("merge.about") : problem);
        said.getStyleClass().removeAll("muted", "small", "wrong");
        said.getStyleClass().addAll(problem.isEmpty() ? List.of("muted", "small") : List.of("wrong"));
    }

    private static final class ValueCell extends TableCell<Line, Line> {
        private final PlanWords words;
        private final Tooltip whole = new Tooltip();

        ValueCell(PlanWords words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(line == null || empty ? null : PreviewPane.cut(line.value()));
            setTooltip(line == null || empty ? null : whole);
            whole.setText(line == null ? "" : line.value());
            setAccessibleText(line == null || empty ? null : words.texts.get("merge.line", line.value(), line.rows()));
        }
    }

    private static final class RowsCell extends TableCell<Line, Line> {
        private final PlanWords words;

        RowsCell(PlanWords words) {
            this.words = words;
            setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(line == null || empty ? null : words.texts.numbers().whole(line.rows()));
        }
    }

    /// A field for what the value is read as; what it may be meant to be stands in it greyed.
    private final class TargetCell extends TableCell<Line, Line> {
        private final TextField field = Parts.styled(new TextField(), "small");

        TargetCell() {
            field.setOnAction(event -> commit());
            field.focusedProperty().addListener((property, was, now) -> {
                if (was) {
                    commit();
                }
            });
        }

        private void commit() {
            Line line = getItem();
            String target = field.getText().strip();
            if (line != null && !target.equals(line.target())) {
                change(wish -> wish.reading(line.value(), target));
            }
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(line == null || empty ? null : field);
            if (line != null && !empty) {
                field.setId("merge-" + line.value());
                field.setText(line.target());
                field.setPromptText(line.likely().isEmpty() ? "" : words.texts.get("merge.likely", line.likely()));
                field.setAccessibleText(words.texts.get("merge.read", line.value()));
            }
        }
    }
}
