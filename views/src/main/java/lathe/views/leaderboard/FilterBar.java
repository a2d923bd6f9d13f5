package lathe.views.leaderboard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import lathe.views.desk.Preferences;
import lathe.views.parts.Parts;
import lathe.views.parts.Titles;

/// Search, filters and the choice of columns above the table.
final class FilterBar extends FlowPane {

    private static final String PREFERENCE = "leaderboard.columns";

    private final BoardWords words;
    private final Preferences preferences;
    private final TextField search = Parts.named("leaderboard-search", new TextField());
    private final ComboBox<String> learner = Parts.named("leaderboard-learner", new ComboBox<>());
    private final ComboBox<RowFilter.Kind> kind = Parts.named("leaderboard-kind", new ComboBox<>());
    private final MenuButton columns = Parts.named("leaderboard-columns", new MenuButton());
    private final Label count = Parts.named("leaderboard-count", Parts.styled(new Label(), "muted"));
    private final Consumer<Set<String>> changed;
    private List<String> metrics = List.of();
    private boolean refreshing;

    /// @param changed hears which columns are wanted
    FilterBar(BoardWords words, LeaderboardViewModel model, Preferences preferences, Consumer<Set<String>> changed) {
        super(Parts.GAP, Parts.GAP);
        this.words = words;
        this.preferences = preferences;
        this.changed = changed;
        setAlignment(Pos.CENTER_LEFT);
        search.setPromptText(words.texts.get("search"));
        search.setAccessibleText(words.texts.get("search"));
        search.setPrefWidth(180);
        search.textProperty().subscribe(text -> model.filter(now -> now.withText(text)));
        learner.setAccessibleText(words.texts.get("learner"));
        learner.setConverter(new Titles<>(id -> id.isEmpty() ? words.texts.get("learner.all") : words.terms.learner(id)));
        learner.valueProperty().subscribe(id -> {
            if (!refreshing && id != null) {
                model.filter(now -> now.withLearner(id));
            }
        });
        kind.setAccessibleText(words.texts.get("kind"));
        kind.setConverter(new Titles<>(each -> words.texts.get("kind." + each.name().toLowerCase(Locale.ROOT))));
        kind.getItems().setAll(RowFilter.Kind.values());
        kind.setValue(model.state().filter().kind());
        kind.valueProperty().subscribe(each -> model.filter(now -> now.withKind(each)));
        columns.setText(words.texts.get("columns"));
        Stream.of(search, learner, kind, columns, count).forEach(each -> each.setMinWidth(Region.USE_PREF_SIZE));
        getChildren().addAll(search, learner, kind, columns, count);
    }

    void show(RunBoard board, LeaderboardState state, int shownRows) {
        refreshing = true;
        List<String> learners = new ArrayList<>(List.of(""));
        learners.addAll(board.learners());
        if (!learner.getItems().equals(learners)) {
            learner.getItems().setAll(learners);
        }
        learner.setValue(learners.contains(state.filter().learner()) ? state.filter().learner() : "");
        kind.setValue(state.filter().kind());
        if (!search.getText().equals(state.filter().text())) {
            search.setText(state.filter().text());
        }
        count.setText(words.texts.get("count", shownRows, board.rows().size()));
        if (columns.getItems().isEmpty() || !metrics.equals(board.otherMetrics())) {
            metrics = board.otherMetrics();
            fillColumns(board);
        }
        refreshing = false;
    }

    /// Keys of the columns wanted, as remembered.
    Set<String> shownColumns() {
        String remembered = preferences.get(PREFERENCE, "");
        return remembered.isEmpty() ? usual() : new LinkedHashSet<>(List.of(remembered.split(",")));
    }

    private static Set<String> usual() {
        return Stream.of(BoardColumn.values()).filter(BoardColumn::isUsual).map(BoardColumn::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void fillColumns(RunBoard board) {
        columns.getItems().clear();
        Set<String> shown = shownColumns();
        for (BoardColumn each : BoardColumn.values()) {
            if (each.isOptional()) {
                columns.getItems().add(item(each.key(), words.texts.get("column." + each.key(), words.terms.metric(board.metric())), shown));
            }
        }
        if (!metrics.isEmpty()) {
            columns.getItems().add(new SeparatorMenuItem());
        }
        metrics.forEach(metric -> columns.getItems().add(item(BoardTable.metricKey(metric), words.terms.metric(metric), shown)));
        MenuItem reset = new MenuItem(words.texts.get("columns.usual"));
        reset.setOnAction(event -> {
            remember(usual());
            fillColumns(board);
        });
        columns.getItems().addAll(new SeparatorMenuItem(), reset);
    }

    private CheckMenuItem item(String key, String title, Set<String> shown) {
        CheckMenuItem item = new CheckMenuItem(title);
        item.setId("show-" + key.replace('.', '-'));
        item.setSelected(shown.contains(key));
        item.setOnAction(event -> {
            Set<String> now = new LinkedHashSet<>(shownColumns());
            if (item.isSelected()) {
                now.add(key);
            } else {
                now.remove(key);
            }
            remember(now);
        });
        return item;
    }

    private void remember(Set<String> keys) {
        keys.add(BoardColumn.MODEL.key());
        preferences.put(PREFERENCE, String.join(",", keys));
        changed.accept(keys);
    }
}
