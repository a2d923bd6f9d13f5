package lathe.views.understand;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import lathe.engine.flow.Examination;
import lathe.scoring.Predictions;
import lathe.scoring.Signature;
import lathe.views.parts.Parts;

/// The table of rows to choose one from.
final class RowPicker extends VBox {

    private static final int MOST_INPUTS = 8;

    private final Speech say;
    private final Examination examination;
    private final PredictionViewModel model;
    private final IntConsumer picked;
    private final TableView<Integer> table = Parts.named("rows", new TableView<>());
    private final Label count = Parts.muted("");

    /// @param picked hears the row chosen
    /// @param back   leaves without choosing
    RowPicker(Opened opened, Speech say, PredictionViewModel model, IntConsumer picked, Runnable back) {
        super(12);
        this.say = say;
        this.examination = opened.examination();
        this.model = model;
        this.picked = picked;
        Parts.styled(this, "card");
        Button leave = Parts.named("pick-back", Parts.button(say.get("pick.back"), back));
        HBox head = new HBox(12, Parts.styled(new Label(say.get("pick.title")), "card-title"), count, Parts.spacer(), leave);
        head.setAlignment(Pos.CENTER_LEFT);
        table(opened);
        Button explain = Parts.named("pick-explain", Parts.primary(say.get("pick.explain"), this::choose));
        explain.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        HBox foot = new HBox(Parts.spacer(), explain);
        getChildren().addAll(head, search(), Parts.grow(table), foot);
        model.foundProperty().subscribe(rows -> {
            table.getItems().setAll(rows);
            count.setText(say.get("pick.found", rows.size()));
            table.getSelectionModel().select(Integer.valueOf(model.state().row()));
        });
    }

    private HBox search() {
        TextField words = Parts.named("pick-search", new TextField(model.searchProperty().get().words()));
        words.setPromptText(say.get("pick.search"));
        words.setAccessibleText(say.get("pick.search"));
        words.textProperty().subscribe(text -> {
            if (!text.equals(model.searchProperty().get().words())) {
                model.look(model.searchProperty().get().withWords(text));
            }
        });
        ComboBox<RowOrder> order = Parts.named("pick-order", new ComboBox<>());
        order.getItems().setAll(RowOrder.of(say.signature().task()));
        order.setValue(model.searchProperty().get().order());
        order.setConverter(new StringConverter<>() {
            @Override
            public String toString(RowOrder each) {
                return each == null ? "" : say.get(each.key());
            }

            @Override
            public RowOrder fromString(String text) {
                throw new UnsupportedOperationException("the box cannot be typed into");
            }
        });
        order.setOnAction(event -> model.look(model.searchProperty().get().withOrder(order.getValue())));
        order.setMinWidth(Region.USE_PREF_SIZE);
        Label name = new Label(say.get("order"));
        name.setLabelFor(order);
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(Parts.GAP, Parts.grow(words), name, order);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void table(Opened opened) {
        table.setPlaceholder(Parts.muted(say.get("pick.none")));
        table.setAccessibleText(say.get("pick.title"));
        Signature signature = say.signature();
        Predictions answers = examination.predictions();
        column(say.get("pick.row"), 64, true, row -> say.count(examination.fileRow(row)));
        column(say.get("pick.predicted"), 150, !say.isShare(), row -> {
            int output = Opened.output(examination, row);
            return switch (signature.task()) {
                case BINARY -> say.share(answers.at(row, output)) + " " + signature.classes().get(output);
                case MULTICLASS -> signature.classes().get(output) + " " + say.share(answers.at(row, output));
                case REGRESSION -> say.value(answers.at(row, 0));
            };
        });
        column(say.get("pick.true"), 110, !say.isShare(), row -> say.truth(examination.truthText(row)));
        opened.inputs().stream().limit(MOST_INPUTS).forEach(input -> column(input.name(), 120,
                input.field().type().isNumber(), row -> say.cell(examination.rows(), row, input.name())));
        table.setRowFactory(view -> {
            TableRow<Integer> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                    choose();
                }
            });
            return row;
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose();
                event.consume();
            }
        });
    }

    // The order is chosen above, for the whole table and not for what is seen of it.
    private void column(String name, double width, boolean number, Function<Integer, String> text) {
        TableColumn<Integer, String> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        if (number) {
            column.getStyleClass().add("number-column");
            column.setCellFactory(each -> {
                TableCell<Integer, String> cell = new TableCell<>() {
                    @Override
                    protected void updateItem(String item, boolean empty) {
                        super.updateItem(item, empty);
                        setText(empty ? "" : item);
                    }
                };
                cell.setAlignment(Pos.CENTER_RIGHT);
                return cell;
            });
        }
        table.getColumns().add(column);
    }

    private void choose() {
        Integer row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            picked.accept(row);
        }
    }

    /// Puts the keyboard where rows are chosen.
    void enter() {
        List<Integer> rows = table.getItems();
        table.requestFocus();
        table.scrollTo(Math.max(0, rows.indexOf(model.state().row())));
    }
}
