package lathe.views.data;

import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;

/// Columns or rows, and which columns of them.
final class FilterBar extends HBox {

    private final TextField search = Parts.named("column-search", new TextField());
    private final ToggleButton rows;
    private final ComboBox<ColumnFilter> filter = Parts.named("column-filter", new ComboBox<>());

    /// @param showRows hears whether the rows are wanted
    FilterBar(Texts texts, DataViewModel model, java.util.function.Consumer<Boolean> showRows) {
        super(Parts.GAP);
        setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        rows = tab("rows", "right-pill", texts, group, () -> showRows.accept(true));
        HBox views = new HBox(tab("columns", "left-pill", texts, group, () -> showRows.accept(false)), rows);
        group.selectToggle(group.getToggles().getLast());
        search.setPromptText(texts.get("search"));
        search.setAccessibleText(texts.get("search"));
        search.setPrefWidth(190);
        search.textProperty().subscribe(model::search);
        filter.getItems().setAll(ColumnFilter.values());
        filter.setValue(ColumnFilter.ALL);
        filter.setAccessibleText(texts.get("filter"));
        filter.setMinWidth(USE_PREF_SIZE);
        filter.setConverter(new StringConverter<>() {
            @Override
            public String toString(ColumnFilter each) {
                return texts.get("filter." + each.key());
            }

            @Override
            public ColumnFilter fromString(String text) {
                return ColumnFilter.ALL;   // nobody types here
            }
        });
        filter.valueProperty().subscribe(model::filter);
        Label count = Parts.named("column-count", Parts.styled(new Label(), "muted"));
        count.setMinWidth(USE_PREF_SIZE);
        model.stateProperty().subscribe(state ->
                count.setText(texts.get("listed", state.visible().size(), state.rows().size())));
        getChildren().addAll(views, search, filter, Parts.spacer(), count);
    }

    /// As if the rows had been asked for by a click.
    void showRows() {
        rows.fire();
    }

    private static ToggleButton tab(String key, String shape, Texts texts, ToggleGroup group, Runnable chosen) {
        ToggleButton tab = Parts.named("tab-" + key, Parts.styled(new ToggleButton(texts.get("tab." + key)), shape));
        tab.setToggleGroup(group);
        tab.setMinWidth(USE_PREF_SIZE);
        tab.setOnAction(event -> {
            tab.setSelected(true);
            chosen.run();
        });
        return tab;
    }
}
