package lathe.views.train;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import lathe.engine.builtin.Metrics;
import lathe.engine.evaluate.Metric;
import lathe.engine.flow.RunForecast;
import lathe.scoring.Task;
import lathe.views.parts.Parts;
import lathe.views.text.Terms;
import lathe.views.text.Texts;

/// What is to be predicted, and what counts as good.
final class TargetCard extends VBox {

    private static final List<String> TASKS = List.of("", "binary", "multiclass", "regression");

    private final SetupWords words;
    private final Terms terms;
    private final Choice target;
    private final Choice task;
    private final Choice positive;
    private final Choice metric;

    TargetCard(SetupViewModel model, Texts texts, SetupWords words) {
        this.words = words;
        this.terms = Terms.of(texts.locale());
        target = new Choice("train-target", texts.get("target"), name -> name, model::target);
        task = new Choice("train-task", texts.get("task"), id -> id.isEmpty() ? texts.get("task.auto")
                : terms.task(Task.valueOf(id.toUpperCase(Locale.ROOT))), model::task);
        positive = new Choice("train-positive", texts.get("positive"), label -> label, model::positive);
        metric = new Choice("train-metric", texts.get("metric"), terms::metric, model::metric);
        GridPane grid = new GridPane(16, 12);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        grid.add(target, 0, 0);
        grid.add(task, 1, 0);
        grid.add(metric, 0, 1);
        grid.add(positive, 1, 1);
        Parts.styled(this, "card");
        setSpacing(Parts.GAP);
        getChildren().addAll(Parts.styled(new Label(texts.get("card.target")), "card-title"), grid);
    }

    void show(SetupState state) {
        target.show(state.columns(), state.settings().target(), "");
        task.show(TASKS, state.settings().task(), words.found(state));
        boolean known = state.forecast().isPresent();
        metric.setDisable(!known);
        state.forecast().ifPresent(this::show);
    }

    private void show(RunForecast forecast) {
        List<String> metrics = Metrics.forTask(forecast.task()).stream().map(Metric::id).toList();
        metric.show(metrics.contains(forecast.metric()) ? metrics : List.of(forecast.metric()), forecast.metric(),
                terms.aboutMetric(forecast.metric()));
        boolean binary = forecast.positive() >= 0;
        positive.setVisible(binary);
        if (binary) {
            positive.show(forecast.classes(), forecast.classes().get(forecast.positive()), "");
        }
    }
}
