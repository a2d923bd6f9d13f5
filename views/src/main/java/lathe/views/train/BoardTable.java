package lathe.views.train;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import lathe.views.parts.Parts;
import lathe.views.parts.Tone;
import lathe.views.run.BoardRow;
import lathe.views.run.LiveTrial;
import lathe.views.run.RunState;
import lathe.views.text.Texts;
import org.jspecify.annotations.Nullable;

/// The leaderboard as it grows: ties are shown as ties, what has no score says why when it is pointed at.
final class BoardTable extends TableView<BoardRow> {

    private final Texts texts;
    private final LiveWords words;
    private final TableColumn<BoardRow, BoardRow> score;
    private String metric = "";

    BoardTable(Texts texts, LiveWords words) {
        this.texts = texts;
        this.words = words;
        Parts.named("train-board", Parts.styled(this, "board-table"));
        setAccessibleText(texts.get("board"));
        TableColumn<BoardRow, BoardRow> rank = column("#", 44, row -> new Label(row.rank() > 0 ? Integer.toString(row.rank()) : "–"));
        TableColumn<BoardRow, BoardRow> model = column(texts.get("board.model"), 170, this::model);
        score = column("", 130, this::score);
        TableColumn<BoardRow, BoardRow> mark = column("", 84, this::mark);
        score.getStyleClass().add("number-column");
        getColumns().setAll(List.of(rank, model, score, mark));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        rank.setMaxWidth(44);
        rank.setMinWidth(44);
        mark.setMinWidth(84);
        mark.setMaxWidth(100);
        score.setMinWidth(126);
        setPlaceholder(Parts.muted(texts.get("board.empty")));
        setRowFactory(table -> new TableRow<>() {
            @Override
            protected void updateItem(@Nullable BoardRow row, boolean empty) {
                super.updateItem(row, empty);
                String why = row == null || empty ? "" : (row.reason() + " " + row.remedy()).strip();
                setTooltip(why.isEmpty() ? null : new Tooltip(why));
            }
        });
    }

    private static TableColumn<BoardRow, BoardRow> column(String name, double width, Function<BoardRow, Node> node) {
        TableColumn<BoardRow, BoardRow> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(each -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable BoardRow row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(row == null || empty ? null : node.apply(row));
            }
        });
        return column;
    }

    private Node model(BoardRow row) {
        Label name = new Label(words.terms().model(row.name()));
        name.setTooltip(new Tooltip(name.getText()));
        return name;
    }

    private Node score(BoardRow row) {
        if (row.rank() == 0) {
            return new Label("");
        }
        HBox text = new HBox(4, new Label(words.scores().value(metric, row.value())),
                Parts.styled(new Label(words.scores().spread(metric, row.lower(), row.upper())), "muted"));
        text.setAlignment(Pos.CENTER_RIGHT);
        return text;
    }

    private Node mark(BoardRow row) {
        if (row.status() == LiveTrial.Status.SCORED) {
            return row.tied() ? Parts.pill(texts.get("board.tie"), Tone.ACCENT) : new Label("");
        }
        String key = "board." + row.status().name().toLowerCase(Locale.ROOT);
        return row.status() == LiveTrial.Status.FAILED ? Parts.pill(texts.get(key), Tone.BAD) : Parts.styled(new Label(texts.get(key)), "muted");
    }

    void show(RunState state) {
        metric = state.metric();
        score.setText(metric.isEmpty() ? "" : words.terms().metric(metric));
        List<BoardRow> rows = state.board();
        if (!rows.equals(getItems())) {
            getItems().setAll(rows);
        }
    }
}
