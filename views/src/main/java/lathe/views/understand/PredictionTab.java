package lathe.views.understand;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import lathe.scoring.Task;
import lathe.views.chart.ChartRoom;
import lathe.views.chart.FigureCard;
import lathe.views.parts.Parts;
import lathe.views.parts.ProblemCard;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/// The tab about one row: the prediction and why at the left, what if at the right.
final class PredictionTab extends HBox {

    private static final double LEAST_DRAWING = 300;

    private final Speech say;
    private final PredictionViewModel model;
    private final PredictionStory story;
    private final FigureCard why;
    private final Label title = Parts.named("row-title", Parts.styled(new Label(), "card-title"));
    private final Label truth = Parts.named("row-truth", Parts.styled(new Label(), "muted"));
    private final Label number = Parts.named("prediction", Parts.styled(new Label(), "big-number"));
    private final Label about = Parts.named("prediction-about", Parts.text(""));
    private final Label range = Parts.named("prediction-range", Parts.muted(""));
    private final Label usual = Parts.named("prediction-usual", Parts.muted(""));
    private final Label before = Parts.named("prediction-before", Parts.styled(new Label(), "pill", "tone-accent"));
    private final VBox trouble = new VBox();
    private final WhatIfForm form;
    private final Runnable explained;
    private final Runnable moved;
    private final Subscription subscription;

    /// @param explained hears when a row's reasons are seen
    /// @param moved     hears when something was changed
    PredictionTab(Opened opened, Speech say, PredictionViewModel model, ChartRoom charts, Runnable explained, Runnable moved) {
        super(Parts.WIDE_GAP);
        this.say = say;
        this.model = model;
        this.explained = explained;
        this.moved = moved;
        this.story = new PredictionStory(say, opened.examination());
        why = Parts.named("waterfall", charts.card(say.get("why.title")));
        why.setDrawingHeight(LEAST_DRAWING);
        why.setEmptyText(say.get("explaining"));
        why.setBare(true);
        form = new WhatIfForm(opened, say, story, model);
        StackPane left = Parts.grow(new StackPane());
        left.setMinWidth(0);
        VBox card = Parts.styled(new VBox(12), "card");
        why.setMinHeight(USE_PREF_SIZE);
        ScrollPane prediction = Scrolls.of(card);
        prediction.setFitToHeight(true);
        RowPicker picker = new RowPicker(opened, say, model, row -> {
            model.pick(row);
            left.getChildren().setAll(prediction);
        }, () -> left.getChildren().setAll(prediction));
        card.getChildren().addAll(head(() -> {
            left.getChildren().setAll(picker);
            picker.enter();
        }), answer(), trouble, Parts.grow(why));
        left.getChildren().setAll(prediction);
        getChildren().addAll(left, form);
        subscription = model.stateProperty().subscribe(this::show);
    }

    private HBox head(Runnable pick) {
        Button previous = Parts.named("row-previous", Parts.iconButton(MaterialDesignC.CHEVRON_LEFT, say.get("pick.previous"),
                () -> model.step(-1)));
        Button next = Parts.named("row-next", Parts.iconButton(MaterialDesignC.CHEVRON_RIGHT, say.get("pick.next"),
                () -> model.step(1)));
        Button any = Parts.named("row-random", Parts.iconButton(MaterialDesignD.DICE_MULTIPLE_OUTLINE, say.get("pick.random"),
                model::random));
        Button open = Parts.named("row-pick", Parts.button(say.get("pick.open"), pick));
        HBox row = new HBox(Parts.GAP, title, Parts.spacer());
        title.setMinWidth(USE_PREF_SIZE);
        if (say.signature().task() == Task.MULTICLASS) {
            ComboBox<String> output = Parts.named("prediction-class", new ComboBox<>());
            output.getItems().setAll(say.signature().classes());
            output.setAccessibleText(say.get("dependence.class"));
            output.setMaxWidth(160);
            model.stateProperty().subscribe(state -> output.getSelectionModel().select(state.output()));
            output.setOnAction(event -> model.chooseOutput(output.getSelectionModel().getSelectedIndex()));
            row.getChildren().add(output);
        }
        row.getChildren().addAll(previous, next, any, open);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private FlowPane answer() {
        FlowPane row = new FlowPane(12, 4, number, about, range, usual, truth, before);
        row.setRowValignment(javafx.geometry.VPos.CENTER);
        number.setMinWidth(USE_PREF_SIZE);
        return row;
    }

    private void show(PredictionState state) {
        title.setText(story.title(state));
        truth.setText(story.truth(state));
        number.setText(say.answer(state.answer()));
        number.getStyleClass().remove("decided");
        if (story.isDecided(state, state.answer())) {
            number.getStyleClass().add("decided");
        }
        about.setText(story.decision(state));
        range.setText(story.range(state));
        before.setText(story.changed(state));
        before.setVisible(state.isChanged());
        before.setManaged(state.isChanged());
        form.show(state);
        trouble.getChildren().setAll(state.problem().map(ProblemCard::new).stream().toList());
        trouble.setVisible(state.problem().isPresent());
        trouble.setManaged(state.problem().isPresent());
        explain(state);
        if (state.isChanged()) {
            moved.run();
        }
    }

    private void explain(PredictionState state) {
        state.explanation().ifPresentOrElse(explanation -> {
            usual.setText(story.usual(explanation.contributions().base()));
            why.setSubtitle(state.current() ? "" : say.get("following"));
            story.waterfall(state, explanation).showOn(why);
            explained.run();
        }, () -> {
            usual.setText("");
            why.setSubtitle("");
            why.clear();
        });
    }

    void close() {
        subscription.unsubscribe();
    }
}
