package lathe.views.data.label;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import lathe.engine.label.LabelSheet;
import lathe.scoring.NumberColumn;
import lathe.scoring.Table;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;
import org.jspecify.annotations.Nullable;

/// One row of a table as names and values, in two columns where there is room. Only what is in view has nodes, so that a row of
/// hundreds of columns is as quick as one of ten.
final class RowFields extends ListView<Integer> {

    private static final double NAME = 132;
    private static final double WIDE = 600;
    private static final double INSIDE = 40;
    private static final int LONGEST = 2000;

    private final Texts texts;
    private @Nullable Table table;
    private List<String> names = List.of();
    private int row;
    private boolean wide;

    RowFields(Texts texts) {
        this.texts = texts;
        Parts.named("label-fields", Parts.styled(this, "row-fields"));
        setAccessibleText(texts.get("fields"));
        setCellFactory(_ -> new Line());
        widthProperty().subscribe(width -> fit(width.doubleValue() >= WIDE));
    }

    /// @param shown  names of the columns, in their order
    void show(Table newTable, List<String> shown, int newRow) {
        table = newTable;
        row = newRow;
        if (!names.equals(shown)) {
            names = List.copyOf(shown);
            fill();
        } else {
            refresh();
        }
        scrollTo(0);
    }

    private void fit(boolean now) {
        if (wide != now) {
            wide = now;
            fill();
        }
    }

    private void fill() {
        int lines = wide ? (names.size() + 1) / 2 : names.size();
        getItems().setAll(IntStream.range(0, lines).boxed().toList());
    }

    private String value(String name) {
        Table now = table;
        if (now == null) {
            return "";
        }
        String text = now.column(name) instanceof NumberColumn numbers
                ? numbers.isMissing(row) ? "" : texts.numbers().field(numbers.value(row)) : LabelSheet.text(now.column(name), row);
        return text.isEmpty() ? texts.get("no-value") : text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private final class Line extends ListCell<Integer> {

        private final Pair first = new Pair();
        private final Pair second = new Pair();
        private final HBox both = new HBox(Parts.WIDE_GAP, first, second);

        Line() {
            HBox.setHgrow(first, Priority.ALWAYS);
            HBox.setHgrow(second, Priority.ALWAYS);
            both.setMinWidth(0);
            both.prefWidthProperty().bind(RowFields.this.widthProperty().subtract(INSIDE));
            both.maxWidthProperty().bind(both.prefWidthProperty());
        }

        @Override
        protected void updateItem(Integer line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null || line >= names.size()) {
                setGraphic(null);
                return;
            }
            first.show(names.get(line));
            int beside = line + getListView().getItems().size();
            second.setVisible(wide && beside < names.size());
            second.setManaged(wide);
            if (second.isVisible()) {
                second.show(names.get(beside));
            }
            setGraphic(both);
        }
    }

    private final class Pair extends HBox {

        private final Label name = Parts.styled(new Label(), "muted");
        private final Label value = Parts.text("");

        Pair() {
            super(Parts.GAP);
            name.setMinWidth(NAME);
            name.setMaxWidth(NAME);
            setMinWidth(0);
            setPrefWidth(1);
            value.setMinWidth(0);
            getChildren().addAll(name, value);
        }

        void show(String column) {
            name.setText(column);
            value.setText(value(column));
            setAccessibleText(column + ": " + value.getText());
        }

        private String value(String column) {
            return RowFields.this.value(column);
        }
    }
}
