package lathe.views.leaderboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import lathe.views.parts.Parts;
import org.jspecify.annotations.Nullable;

/// The rows of a run; what has no score stays below what has one, however it is sorted.
final class BoardTable {

    private static final PseudoClass UNSCORED = PseudoClass.getPseudoClass("unscored");
    private static final double METRIC_WIDTH = 112;

    private final BoardWords words;
    private final TableView<BoardRow> table = Parts.named("leaderboard-table", new TableView<>());
    private final ObservableList<BoardRow> rows = FXCollections.observableArrayList();
    private final FilteredList<BoardRow> wanted = new FilteredList<>(rows);
    private final ObjectProperty<RunBoard.Range> range = new SimpleObjectProperty<>(new RunBoard.Range(0, 1));
    private final Label none;
    private boolean refreshing;

    BoardTable(BoardWords words, Consumer<String> selected, Runnable copy) {
        this.words = words;
        SortedList<BoardRow> sorted = new SortedList<>(wanted);
        sorted.comparatorProperty().bind(Bindings.createObjectBinding(() -> order(table.getComparator()), table.comparatorProperty()));
        table.setItems(sorted);
        table.setAccessibleText(words.texts.get("table"));
        none = Parts.muted(words.texts.get("table.none"));
        table.setPlaceholder(none);
        table.setRowFactory(view -> new Row());
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !refreshing) {
                selected.accept(row.name());
            }
        });
        KeyCombination keys = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
        table.setOnKeyPressed(event -> {
            if (keys.match(event)) {
                copy.run();
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

    private static Comparator<BoardRow> order(@Nullable Comparator<BoardRow> chosen) {
        Comparator<BoardRow> scoredFirst = Comparator.comparing((BoardRow row) -> !row.isScored());
        return chosen == null ? scoredFirst : scoredFirst.thenComparing(chosen);
    }

    /// Shows a board; keeps order, selection and place where it can.
    void show(RunBoard board, LeaderboardState state, Set<String> columns) {
        refreshing = true;
        range.set(board.range());
        if (!rows.equals(board.rows())) {
            rows.setAll(board.rows());
        }
        wanted.setPredicate(row -> state.filter().holds(row, words::title));
        none.setText(words.texts.get("table.none"));
        setColumns(board, columns);
        BoardRow now = table.getSelectionModel().getSelectedItem();
        if (now == null || !now.name().equals(state.selected())) {
            table.getItems().stream().filter(row -> row.name().equals(state.selected())).findFirst()
                    .ifPresentOrElse(table.getSelectionModel()::select, table.getSelectionModel()::clearSelection);
        }
        refreshing = false;
    }

    private void setColumns(RunBoard board, Set<String> shown) {
        List<String> keys = new ArrayList<>();
        for (BoardColumn each : BoardColumn.values()) {
            if (!each.isOptional() || shown.contains(each.key())) {
                keys.add(each.key());
            }
        }
        board.otherMetrics().stream().filter(metric -> shown.contains(metricKey(metric))).forEach(metric -> keys.add(metricKey(metric)));
        List<String> now = table.getColumns().stream().map(TableColumn::getId).toList();
        boolean same = new TreeSet<>(now).equals(new TreeSet<>(keys.stream().map(BoardTable::id).toList()))
                && title(BoardColumn.SCORE, board).equals(scoreTitle());
        if (!same) {
            table.getColumns().setAll(keys.stream().<TableColumn<BoardRow, ?>>map(key -> column(key, board)).toList());
        }
    }

    private String scoreTitle() {
        return table.getColumns().stream().filter(column -> id(BoardColumn.SCORE.key()).equals(column.getId()))
                .map(TableColumn::getText).findFirst().orElse("");
    }

    static String metricKey(String metric) {
        return "metric." + metric;
    }

    private static String id(String key) {
        return "column-" + key.replace('.', '-');
    }

    private String title(BoardColumn column, RunBoard board) {
        return words.texts.get("column." + column.key(), words.terms.metric(board.metric()));
    }

    private TableColumn<BoardRow, BoardRow> column(String key, RunBoard board) {
        for (BoardColumn each : BoardColumn.values()) {
            if (each.key().equals(key)) {
                return column(key, title(each, board), each.width(), each.order(), () -> cell(each));
            }
        }
        String metric = key.substring(metricKey("").length());
        Function<BoardRow, Double> value = row -> row.row().metrics().getOrDefault(metric, Double.NaN);
        return column(key, words.terms.metric(metric), METRIC_WIDTH, Comparator.comparingDouble(value::apply),
                () -> new BoardCells.TextCell(row -> row.isScored() ? words.scores.value(metric, value.apply(row)) : "", true));
    }

    private TableColumn<BoardRow, BoardRow> column(String key, String title, double width, Comparator<BoardRow> order,
            java.util.function.Supplier<TableCell<BoardRow, BoardRow>> cell) {
        TableColumn<BoardRow, BoardRow> column = new TableColumn<>(title);
        column.setId(id(key));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 40));
        column.setComparator(order);
        column.setReorderable(true);
        column.setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(data.getValue()));
        column.setCellFactory(made -> cell.get());
        return column;
    }

    private TableCell<BoardRow, BoardRow> cell(BoardColumn column) {
        CostWords costs = words.costs;
        return switch (column) {
            case RANK -> new BoardCells.TextCell(row -> row.row().rank() == 0 ? "–" : words.texts.numbers().whole(row.row().rank()), true);
            case MODEL -> new BoardCells.ModelCell(words::title);
            case SCORE -> new BoardCells.ScoreCell(words);
            case INTERVAL -> new BoardCells.IntervalCell(words, range);
            case STANDING -> new BoardCells.StandingCell(words);
            case FOLDS -> new BoardCells.FoldsCell(words);
            case FIT -> new BoardCells.TextCell(row -> row.row().fitSeconds() > 0 ? costs.seconds(row.row().fitSeconds()) : "–", true);
            case PREDICT -> new BoardCells.TextCell(row -> costs.micros(row.row().cost().predictMicros()), true);
            case SIZE -> new BoardCells.TextCell(row -> costs.bytes(row.row().cost().bytes()), true);
            case FEATURES -> new BoardCells.TextCell(row -> row.row().cost().features() == 0 ? "–"
                    : words.texts.numbers().whole(row.row().cost().features()), true);
            case WEIGHT -> new BoardCells.TextCell(row -> row.row().weight() == 0 ? ""
                    : words.texts.numbers().percent(row.row().weight(), 0), true);
        };
    }

    /// Greyed where there is no score.
    private static final class Row extends TableRow<BoardRow> {
        @Override
        protected void updateItem(@Nullable BoardRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(UNSCORED, row != null && !empty && !row.isScored());
        }
    }
}
