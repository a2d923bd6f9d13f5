package lathe.views.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lathe.engine.data.BadCell;
import lathe.engine.data.ImportNote;
import lathe.engine.data.ImportReport;
import lathe.engine.data.Imported;
import lathe.engine.data.RejectedRow;
import lathe.scoring.Problem;
import lathe.views.parts.Parts;
import lathe.views.parts.ProblemCard;
import lathe.views.text.Terms;
import lathe.views.text.Texts;
import org.jspecify.annotations.Nullable;

/// What comes of a way to read the file: the table, what was decided, the rows left out and the cells not understood.
final class ImportOutcome extends VBox {

    /// What is shown of it.
    enum View {
        TABLE, NOTES, REJECTED, CELLS;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    // What has a view of its own, or is asked on Data.
    private static final Set<String> ELSEWHERE = Set.of("rows-rejected", "cells-unread", "date-order-assumed", "decimal-mark-assumed");
    private static final List<String> SHAPES = List.of("left-pill", "center-pill", "right-pill");
    private static final double LEAST_HEIGHT = 120;

    private final Texts texts;
    private final Terms terms;
    private final Map<View, ToggleButton> tabs = new EnumMap<>(View.class);
    private final Map<View, Node> contents = new EnumMap<>(View.class);
    private final StackPane room = new StackPane();
    private final StackPane result = new StackPane();
    private final RowsTable rows;
    private final Label alone;
    private final Label count = Parts.styled(new Label(), "muted");
    private final ListView<ImportNote> notes = Parts.named("import-notes", new ListView<>());
    private final ListView<RejectedRow> rejected = Parts.named("import-rejected", new ListView<>());
    private final ListView<BadCell> cells = Parts.named("bad-cells", new ListView<>());
    private View wanted = View.TABLE;
    private @Nullable Imported shown;

    ImportOutcome(Texts texts) {
        super(Parts.GAP);
        this.texts = texts;
        this.terms = Terms.of(texts.locale());
        this.rows = new RowsTable(texts);
        this.alone = Parts.styled(new Label(texts.get("import.result")), "card-title");
        notes.setCellFactory(_ -> new Line<>(ImportNote::sentence));
        rejected.setCellFactory(_ -> new Line<>(row -> texts.get("import.rejected-row", row.place(), row.reason(), row.text().strip())));
        cells.setCellFactory(_ -> new Line<>(cell -> texts.get("import.bad-cell", cell.place(), cell.column(), cell.text(), reason(cell))));
        contents.putAll(Map.of(View.TABLE, result, View.NOTES, notes, View.REJECTED, rejected, View.CELLS, cells));
        HBox head = new HBox();
        head.setAlignment(Pos.CENTER_LEFT);
        for (View each : View.values()) {
            ToggleButton tab = Parts.named("outcome-" + each.key(), new ToggleButton());
            tab.setMinWidth(USE_PREF_SIZE);
            tab.setOnAction(event -> select(each));
            tabs.put(each, tab);
            head.getChildren().add(tab);
        }
        head.getChildren().addAll(alone, Parts.spacer(), count);
        room.setMinHeight(LEAST_HEIGHT);
        getChildren().addAll(head, Parts.grow(room));
        counted(0, 0, 0);
    }

    /// Shows that view as soon as there is something in it.
    void select(View newWanted) {
        wanted = newWanted;
        ToggleButton chosen = tabs.get(wanted);
        View view = chosen != null && chosen.isManaged() ? wanted : View.TABLE;
        tabs.forEach((each, tab) -> tab.setSelected(each == view));
        Node content = contents.get(view);
        if (content != null && !room.getChildren().equals(List.of(content))) {
            room.getChildren().setAll(content);
        }
    }

    /// @param report of the whole file where that is known, otherwise of its head
    void show(Imported read, boolean whole, ImportReport report) {
        shown = read;
        result.getChildren().setAll(rows);
        rows.show(read.table(), read.table().schema().names(), name -> name + "\n" + terms.type(read.table().schema().field(name).type()));
        count.setText(texts.get(whole ? "import.whole" : "import.head", read.table().rows(), read.table().schema().size()));
        notes.getItems().setAll(notes(report));
        rejected.getItems().setAll(report.rejected());
        cells.getItems().setAll(report.badCells());
        counted(notes.getItems().size(), report.rejectedRows(), report.badCells().size());
    }

    /// What the import decided that is shown nowhere else.
    static List<ImportNote> notes(ImportReport report) {
        return report.notes().stream().filter(note -> !ELSEWHERE.contains(note.code())).toList();
    }

    void show(Problem problem, Node... actions) {
        shown = null;
        result.getChildren().setAll(new VBox(12, new ProblemCard(problem, actions), Parts.muted(texts.get("import.hint"))));
        count.setText("");
        counted(0, 0, 0);
    }

    private void counted(int noted, long left, int unread) {
        boolean several = noted > 0 || left > 0 || unread > 0;
        alone.setVisible(!several);
        alone.setManaged(!several);
        tab(View.TABLE, several, texts.get("import.result"));
        tab(View.NOTES, noted > 0, texts.get("import.notes", noted));
        tab(View.REJECTED, left > 0, texts.get("import.rejected", left));
        tab(View.CELLS, unread > 0, texts.get("import.bad", unread));
        shape();
        select(wanted);
    }

    // Those in view join to one bar.
    private void shape() {
        List<ToggleButton> there = tabs.values().stream().filter(Node::isManaged).toList();
        for (ToggleButton each : there) {
            each.getStyleClass().removeAll(SHAPES);
            boolean first = each.equals(there.getFirst());
            each.getStyleClass().add(SHAPES.get(first ? 0 : each.equals(there.getLast()) ? 2 : 1));
        }
    }

    private void tab(View of, boolean there, String words) {
        ToggleButton tab = tabs.get(of);
        if (tab != null) {
            tab.setText(words);
            tab.setVisible(there);
            tab.setManaged(there);
        }
    }

    private String reason(BadCell cell) {
        return Optional.ofNullable(shown).map(read -> read.table().schema()).filter(schema -> schema.find(cell.column()).isPresent())
                .map(schema -> texts.get("no-type." + schema.field(cell.column()).type().name().toLowerCase(Locale.ROOT)))
                .orElse(texts.get("no-type.other"));
    }

    /// As wide as the list, however long the sentence.
    private static final class Line<T> extends ListCell<T> {

        private final Function<T, String> words;

        Line(Function<T, String> words) {
            this.words = words;
            setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : words.apply(item));
        }
    }
}
