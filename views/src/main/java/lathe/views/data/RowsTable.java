package lathe.views.data;

import java.util.AbstractList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.scoring.Column;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The rows of a table. Nothing is copied: a line is its number, and a cell looks its value up when it comes into view.
/// Of very wide tables a group of columns is shown at a time.
final class RowsTable extends VBox {

    private static final int AT_A_TIME = 40;
    private static final int LONGEST = 120;
    private static final double ROW_HEIGHT = 30;
    private static final int PROBES = 40;
    private static final int ROWS_ABOVE = 2;
    private static final double LETTER = 7.4;

    private final Texts texts;
    private final String counted;
    private final TableView<Integer> view = Parts.named("rows", new TableView<>());
    private final Label span = Parts.styled(new Label(), "muted");
    private final Button back;
    private final Button on;
    private final HBox foot;
    private @Nullable Table table;
    private List<String> names = List.of();
    private UnaryOperator<String> heading = UnaryOperator.identity();
    private int first;

    RowsTable(Texts texts) {
        this(texts, "rows");
    }

    /// @param counted key of the words that count the rows
    RowsTable(Texts texts, String counted) {
        this.texts = texts;
        this.counted = counted;
        view.setFixedCellSize(ROW_HEIGHT);
        view.setAccessibleText(texts.get("tab.rows"));
        view.setPlaceholder(Parts.muted(texts.get("nothing-found")));
        back = Parts.named("columns-back", Parts.iconButton(MaterialDesignC.CHEVRON_LEFT, texts.get("columns-back"), () -> move(-AT_A_TIME)));
        on = Parts.named("columns-on", Parts.iconButton(MaterialDesignC.CHEVRON_RIGHT, texts.get("columns-on"), () -> move(AT_A_TIME)));
        foot = Parts.styled(new HBox(Parts.GAP, span, Parts.spacer(), back, on), "bulk-bar");
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(Parts.grow(view), foot);
    }

    /// @param wanted names of the columns to show, in that order
    void show(Table newTable, List<String> wanted) {
        show(newTable, wanted, name -> name);
    }

    /// @param headings the heading of each column, by its name
    @SuppressWarnings("ReferenceEquality")   // comparing all cells would take long
    void show(Table newTable, List<String> wanted, UnaryOperator<String> headings) {
        boolean sameTable = newTable == table;
        if (sameTable && names.equals(wanted)) {
            return;
        }
        table = newTable;
        names = List.copyOf(wanted);
        heading = headings;
        first = 0;
        columns(newTable);
        if (!sameTable) {
            view.setItems(new Numbers(newTable.rows()));
            view.scrollTo(0);
        }
    }

    /// Brings a row into view.
    ///
    /// @param row from 0
    void go(int row) {
        view.scrollTo(Math.max(0, row - ROWS_ABOVE));
        view.getSelectionModel().clearAndSelect(row);
    }

    private void move(int by) {
        if (table != null) {
            first = Math.clamp(first + by, 0, Math.max(0, (names.size() - 1) / AT_A_TIME * AT_A_TIME));
            columns(table);
        }
    }

    private void columns(Table of) {
        List<String> shown = names.subList(first, Math.min(names.size(), first + AT_A_TIME));
        List<TableColumn<Integer, Integer>> made = new java.util.ArrayList<>();
        made.add(column("", 64, row -> texts.numbers().whole(row + 1L), "row-number"));
        for (String name : shown) {
            int index = of.schema().indexOf(name);
            FieldType type = of.schema().field(index).type();
            String title = heading.apply(name);
            IntFunction<String> text = text(of.columns().get(index), type);
            made.add(column(title, width(title, text, of.rows()), text, type.isNumber() ? "right" : "left"));
        }
        view.getColumns().setAll(made);
        boolean several = names.size() > AT_A_TIME;
        back.setDisable(first == 0);
        on.setDisable(first + AT_A_TIME >= names.size());
        back.setVisible(several);
        on.setVisible(several);
        span.setText(texts.get(counted + (several ? "-span" : "-all"), of.rows(), first + 1, first + shown.size(), names.size()));
    }

    // As wide as the first values and the name ask for, within reason.
    private static double width(String name, IntFunction<String> text, int rows) {
        int longest = name.lines().mapToInt(String::length).max().orElse(0) + 1;
        for (int row = 0; row < Math.min(rows, PROBES); row++) {
            longest = Math.max(longest, text.apply(row).length());
        }
        return Math.clamp(longest * LETTER + 22, 72, 300);
    }

    private IntFunction<String> text(Column column, FieldType type) {
        return switch (column) {
            case NumberColumn numbers -> row -> numbers.isMissing(row) ? "" : texts.numbers().significant(numbers.value(row), 12);
            case StringColumn strings -> row -> cut(strings.text(row), type);
        };
    }

    private static String cut(String text, FieldType type) {
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        String line = head.replace('\n', ' ').replace('\r', ' ');
        return type == FieldType.LIST ? line.replace(Table.LIST_SEPARATOR, ", ") : line;
    }

    private static TableColumn<Integer, Integer> column(String name, double width, IntFunction<String> text, String style) {
        TableColumn<Integer, Integer> column = new TableColumn<>(name);
        column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
        column.setCellFactory(_ -> new ValueCell(text));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add(style);
        return column;
    }

    private static final class ValueCell extends TableCell<Integer, Integer> {

        private static final String NOTHING = "–";

        private final IntFunction<String> text;

        ValueCell(IntFunction<String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(@Nullable Integer row, boolean empty) {
            super.updateItem(row, empty);
            String now = empty || row == null ? null : text.apply(row);
            boolean missing = now != null && now.isEmpty();
            setText(missing ? NOTHING : now);
            pseudoClassStateChanged(MISSING, missing);
        }

        private static final javafx.css.PseudoClass MISSING = javafx.css.PseudoClass.getPseudoClass("missing");
    }

    /// The numbers from 0, of which none is kept.
    private static final class Numbers extends ObservableListBase<Integer> implements ObservableList<Integer> {

        private final List<Integer> numbers;

        Numbers(int count) {
            numbers = new AbstractList<>() {
                @Override
                public Integer get(int index) {
                    return index;
                }

                @Override
                public int size() {
                    return count;
                }
            };
        }

        @Override
        public Integer get(int index) {
            return numbers.get(index);
        }

        @Override
        public int size() {
            return numbers.size();
        }
    }
}
