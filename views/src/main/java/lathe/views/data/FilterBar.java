package lathe.views.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;
import org.jspecify.annotations.Nullable;

/// What to look at, and which columns of it.
final class FilterBar extends HBox {

    private final TextField search = Parts.named("column-search", new TextField());
    private final Map<DataView, ToggleButton> tabs = new EnumMap<>(DataView.class);
    private List<Node> narrowing = List.of();
    private final ComboBox<ColumnFilter> filter = Parts.named("column-filter", new ComboBox<>());

    /// @param chosen hears which view is wanted
    FilterBar(Texts texts, DataViewModel model, Consumer<DataView> chosen) {
        super(Parts.GAP);
        setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        HBox views = new HBox();
        for (DataView view : DataView.values()) {
            views.getChildren().add(tab(view, texts, group));
        }
        group.selectToggle(group.getToggles().getFirst());
        group.selectedToggleProperty().subscribe((before, now) -> show(now, chosen));
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
        narrowing = List.of(search, filter, count);
        getChildren().addAll(views, search, filter, Parts.spacer(), count);
    }

    // By click or by arrow keys, which select without an action.
    private void show(@Nullable Toggle now, Consumer<DataView> chosen) {
        if (now != null && now.getUserData() instanceof DataView view) {
            narrowing.forEach(each -> each.setVisible(view.listsColumns()));
            chosen.accept(view);
        }
    }

    /// As if the rows had been asked for by a click.
    void showRows() {
        Objects.requireNonNull(tabs.get(DataView.ROWS)).fire();
    }

    private ToggleButton tab(DataView view, Texts texts, ToggleGroup group) {
        boolean first = view.ordinal() == 0;
        boolean last = view.ordinal() == DataView.values().length - 1;
        ToggleButton tab = Parts.named("tab-" + view.key(), Parts.styled(new ToggleButton(texts.get("tab." + view.key())),
                first ? "left-pill" : last ? "right-pill" : "center-pill"));
        tab.setToggleGroup(group);
        tab.setMinWidth(USE_PREF_SIZE);
        tab.setUserData(view);
        tab.setOnAction(event -> tab.setSelected(true));   // a second click leaves it on
        tabs.put(view, tab);
        return tab;
    }
}
