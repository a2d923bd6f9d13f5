package lathe.views.understand;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import lathe.engine.explain.ColumnImportance;
import lathe.engine.explain.Dependence;
import lathe.scoring.Field;
import lathe.scoring.Problem;
import lathe.scoring.Task;
import lathe.views.chart.ChartRoom;
import lathe.views.chart.FigureCard;
import lathe.views.parts.Parts;
import lathe.views.parts.ProblemCard;
import lathe.views.understand.FeaturesState.Phase;
import lathe.views.work.Loadable;

/// The tab about columns: what each is worth at the left, how the answer follows one of them at the right.
final class FeaturesTab extends VBox {

    private static final double BAR = 19;
    private static final double DRAWING = 300;

    private final Speech say;
    private final FeaturesViewModel model;
    private final Runnable followed;
    private final FeatureStory story;
    private final FigureCard importance;
    private final FigureCard dependence;
    private final Label progressText = Parts.named("importance-progress", Parts.muted(""));
    private final ProgressBar bar = new ProgressBar(0);
    private final Button stop;
    private final Button again;
    private final HBox progress;
    private final VBox trouble = new VBox(Parts.GAP);
    private final ComboBox<String> column = Parts.named("dependence-column", new ComboBox<>());
    private final Subscription subscriptions;
    private boolean quiet;

    /// @param followed hears when the answer along a column is seen
    FeaturesTab(Speech say, FeaturesViewModel model, ChartRoom charts, Runnable followed) {
        super(Parts.WIDE_GAP);
        this.say = say;
        this.model = model;
        this.followed = followed;
        this.story = new FeatureStory(say, model.opened().examination().metric().id());
        importance = Parts.named("importance", charts.card(say.get("importance.title")));
        importance.setEmptyText(say.get("importance.none"));
        dependence = Parts.named("dependence", charts.card(""));
        dependence.setDrawingHeight(DRAWING);
        stop = Parts.named("importance-stop", Parts.button(say.get("importance.stop"), model::stop));
        again = Parts.named("importance-again", Parts.button(say.get("importance.again"), model::measure));
        bar.setPrefWidth(160);
        progress = new HBox(12, bar, Parts.grow(progressText), stop, again);
        progress.setAlignment(Pos.CENTER_LEFT);
        progress.setMinHeight(36);
        ScrollPane scroll = Scrolls.of(columns(new VBox(Parts.GAP, progress, trouble, importance),
                new VBox(Parts.GAP, choices(), dependence)));
        getChildren().add(scroll);
        importance.setOnPick(index -> pick(index));
        subscriptions = model.stateProperty().subscribe(this::show).and(model.dependenceProperty().subscribe(this::follow));
    }

    private static GridPane columns(Node left, Node right) {
        GridPane grid = new GridPane(Parts.WIDE_GAP, 0);
        for (Node each : List.of(left, right)) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            half.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(half);
            grid.add(each, grid.getColumnCount() - 1, 0);
        }
        return grid;
    }

    private HBox choices() {
        column.getItems().setAll(model.opened().inputs().stream().map(Input::name).toList());
        column.setMaxWidth(260);
        column.setOnAction(event -> {
            if (!quiet && column.getValue() != null) {
                model.choose(column.getValue());
            }
        });
        Label name = label(say.get("dependence.column"), column);
        HBox row = new HBox(Parts.GAP, name, column);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(36);
        if (say.signature().task() == Task.MULTICLASS) {
            ComboBox<String> output = Parts.named("dependence-class", new ComboBox<>());
            output.getItems().setAll(say.signature().classes());
            output.getSelectionModel().select(model.state().output());
            output.setMaxWidth(200);
            output.setOnAction(event -> model.chooseOutput(output.getSelectionModel().getSelectedIndex()));
            row.getChildren().addAll(label(say.get("dependence.class"), output), output);
        }
        return row;
    }

    private static Label label(String text, Node of) {
        Label label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(of);
        return label;
    }

    private void pick(int index) {
        List<ColumnImportance> shown = model.state().columns();
        if (index >= 0 && index < shown.size()) {
            model.choose(shown.get(index).column());
        }
    }

    private void show(FeaturesState state) {
        Told told = story.importance(state.columns(), state.column());
        importance.setDrawingHeight(Math.max(160, BAR * Math.min(FeatureStory.MOST_BARS, Math.max(6, state.columns().size())) + 60));
        if (state.columns().isEmpty()) {
            importance.clear();
        } else {
            told.showOn(importance);
        }
        boolean measuring = state.phase() == Phase.MEASURING;
        bar.setProgress(state.share());
        shown(bar, measuring);
        shown(stop, measuring);
        shown(again, state.phase() == Phase.STOPPED);
        progressText.setText(words(state));
        trouble.getChildren().setAll(state.problem().map(ProblemCard::new).stream().toList());
        shown(trouble, state.problem().isPresent());
        quiet = true;
        List<String> order = new ArrayList<>(state.columns().stream().map(ColumnImportance::column)
                .filter(column.getItems()::contains).toList());
        model.opened().inputs().stream().map(Input::name).filter(each -> !order.contains(each)).forEach(order::add);
        if (state.phase() == Phase.DONE && !column.getItems().equals(order)) {
            column.getItems().setAll(order);
        }
        column.setValue(state.column());
        quiet = false;
    }

    private String words(FeaturesState state) {
        return switch (state.phase()) {
            case WAITING -> "";
            case MEASURING -> say.get("importance.progress", say.count(state.columns().size()), say.count(state.total()));
            case STOPPED -> say.get("importance.stopped", say.count(state.columns().size()), say.count(state.total()));
            case DONE -> state.judged().map(all -> say.get("importance.sampled", say.count(all.rows()),
                    say.count(all.rowsThere()), all.repeats())).orElse("");
        };
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void follow(Loadable<Dependence> now) {
        dependence.setTitle(say.get("dependence.title", model.state().column()));
        switch (now) {
            case Loadable.Empty<Dependence> _ -> empty("");
            case Loadable.Busy<Dependence> _ -> empty(say.get("dependence.busy"));
            case Loadable.Failed<Dependence>(Problem problem) -> empty(problem.message());
            case Loadable.Ready<Dependence>(Dependence found) -> {
                Field field = model.opened().examination().rows().schema().field(found.column());
                story.dependence(found, field, model.state().output()).showOn(dependence);
                followed.run();
            }
        }
    }

    private void empty(String text) {
        dependence.setEmptyText(text);
        dependence.clear();
    }

    void close() {
        subscriptions.unsubscribe();
    }
}
