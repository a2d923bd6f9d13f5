package lathe.views.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import lathe.scoring.Task;
import lathe.views.desk.Desk;
import lathe.views.desk.OpenProject;
import lathe.views.desk.Screen;
import lathe.views.parts.Parts;
import lathe.views.text.Terms;
import lathe.views.text.Texts;

/// The screen Brief. Everything on it may be left out.
public final class BriefScreen implements Screen {

    private final Texts texts;
    private final Terms terms;
    private final BriefViewModel model;
    private final BriefFields fields;
    private final StackPane content;
    private final ComboBox<String> metric = Parts.named("brief-metric", new ComboBox<>());
    private final Label aboutMetric = Parts.muted("");
    private final Label payOffHint = Parts.named("pay-off-hint", Parts.muted(""));
    private final Subscription subscription;
    private boolean filling;

    public BriefScreen(Desk desk, OpenProject project) {
        texts = Texts.of(BriefScreen.class, desk.locale());
        terms = Terms.of(desk.locale());
        model = new BriefViewModel(project, texts);
        fields = new BriefFields(texts, model);
        VBox words = Parts.card(texts.get("card.words"));
        words.setSpacing(12);
        for (BriefPart part : BriefPart.values()) {
            words.getChildren().add(fields.words(part));
        }
        VBox right = new VBox(Parts.WIDE_GAP, goal(), payOff());
        HBox body = new HBox(Parts.WIDE_GAP, Parts.grow(words), Parts.grow(right));
        for (VBox each : List.of(words, right)) {
            each.setPrefWidth(400);
            each.setMinWidth(0);
        }
        VBox page = Parts.page(Parts.heading(texts.get("title"), texts.get("about")), body);
        ScrollPane scroll = Parts.styled(new ScrollPane(page), "screen-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        content = new StackPane(scroll);
        String sheet = Objects.requireNonNull(BriefScreen.class.getResource("brief.css")).toExternalForm();
        content.getStylesheets().add(sheet);
        subscription = Subscription.combine(model.settingsProperty().subscribe(settings -> refresh()),
                project.chartsProperty().subscribe(charts -> refresh()));
    }

    private VBox goal() {
        metric.setMaxWidth(Double.MAX_VALUE);
        metric.setConverter(new StringConverter<>() {
            @Override
            public String toString(String id) {
                return id == null || id.isEmpty() ? texts.get("metric.auto") : terms.metric(id);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        metric.valueProperty().subscribe(id -> {
            if (id != null && !filling) {
                model.setMetric(id);
            }
        });
        Label label = new Label(texts.get("field.metric"));
        label.setLabelFor(metric);
        return Parts.card(texts.get("card.goal"), new VBox(4, label, metric, aboutMetric), fields.number(BriefNumber.LEAST_SCORE));
    }

    private VBox payOff() {
        GridPane grid = new GridPane(12, 12);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        grid.addRow(0, fields.number(BriefNumber.HIT), fields.number(BriefNumber.MISS));
        grid.addRow(1, fields.number(BriefNumber.FALSE_ALARM), fields.number(BriefNumber.CORRECT_REJECTION));
        return Parts.card(texts.get("card.pay-off"), payOffHint, grid);
    }

    private void refresh() {
        filling = true;
        List<String> ids = new ArrayList<>();
        ids.add("");
        ids.addAll(model.metrics());
        String now = model.settingsProperty().get().search().metric();
        if (!ids.contains(now)) {
            ids.add(now);
        }
        if (!metric.getItems().equals(ids)) {
            metric.getItems().setAll(ids);
        }
        if (!now.equals(metric.getValue())) {
            metric.setValue(now);
        }
        filling = false;
        aboutMetric.setText(now.isEmpty() ? texts.get("metric.auto-about") : terms.aboutMetric(now));
        Optional<Task> task = model.task();
        boolean other = task.isPresent() && task.get() != Task.BINARY;
        payOffHint.setText(texts.get(other ? "pay-off.other" : "pay-off.about", model.settingsProperty().get().target()));
    }

    @Override
    public Parent content() {
        return content;
    }

    // A field that has the cursor loses it, so that nothing typed is left behind.
    @Override
    public void hidden() {
        Node focused = content.getScene() == null ? null : content.getScene().getFocusOwner();
        if (focused != null) {
            content.requestFocus();
        }
    }

    @Override
    public void close() {
        hidden();
        subscription.unsubscribe();
        model.close();
    }
}
