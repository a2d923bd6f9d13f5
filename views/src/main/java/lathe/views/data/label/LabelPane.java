package lathe.views.data.label;

import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lathe.engine.flow.Labelling;
import lathe.scoring.Problem;
import lathe.views.desk.Desk;
import lathe.views.desk.OpenProject;
import lathe.views.desk.Place;
import lathe.views.parts.EmptyState;
import lathe.views.parts.LoadablePane;
import lathe.views.parts.Parts;
import lathe.views.parts.ProblemCard;
import lathe.views.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The view Label: a row without a target, why it is asked about, and what can be answered. Everything has a key.
public final class LabelPane extends StackPane {

    private static final double ANSWERS = 300;
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final Texts texts;
    private final LabelViewModel model;
    private final RowFields fields;
    private final AnswerPane answers;
    private final Label progress = Parts.named("label-progress", Parts.styled(new Label(), "strong"));
    private final ProgressBar bar = new ProgressBar(0);
    private final Label row = Parts.styled(new Label(), "card-title");
    private final Label why = Parts.named("label-why", Parts.text(""));
    private final Label wrong = Parts.named("label-wrong", Parts.styled(Parts.text(""), "field-error"));
    private final Label keys = Parts.named("label-keys", Parts.styled(Parts.muted(""), "small"));
    private final Button back;
    private final Button skip;
    private final Button undo;
    private final Button train;
    private final HBox asking;
    private final LoadablePane<Labelling> pane;

    public LabelPane(Desk desk, OpenProject project) {
        texts = Texts.of(LabelPane.class, desk.locale());
        model = new LabelViewModel(project, desk.work(), texts);
        fields = new RowFields(texts);
        answers = new AnswerPane(texts, model);
        back = Parts.named("label-back", Parts.button(texts.get("back"), model::back));
        skip = Parts.named("label-skip", Parts.button(texts.get("skip"), model::skip));
        undo = Parts.named("label-undo", Parts.button(texts.get("undo"), model::undo));
        train = Parts.named("label-train", Parts.primary(texts.get("train"), () -> desk.goTo().accept(Place.TRAIN)));
        asking = new HBox(Parts.WIDE_GAP, rowCard(), answerCard());
        Node waiting = new EmptyState(MaterialDesignT.TARGET, texts.get("waiting.title"), texts.get("waiting.advice"));
        pane = new LoadablePane<>(model.pageProperty(), waiting, this::page, LabelPane::failed, texts.get("cancel"), model::rest);
        Parts.named("label-page", this);
        getChildren().add(pane);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.stateProperty().subscribe((LabelState state) -> show(state));
        wrong.textProperty().bind(model.wrongProperty());
        wrong.managedProperty().bind(model.wrongProperty().map(text -> !text.isEmpty()));
    }

    private VBox rowCard() {
        VBox card = Parts.styled(new VBox(Parts.GAP, row, Parts.grow(fields)), "card");
        card.setMinWidth(0);
        return Parts.grow(card);
    }

    private VBox answerCard() {
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinHeight(8);
        FlowPane ways = new FlowPane(Parts.GAP, Parts.GAP, back, skip, undo, train);
        train.managedProperty().bind(train.visibleProperty());
        ScrollPane scroll = Parts.styled(new ScrollPane(answers), "screen-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox card = Parts.styled(new VBox(10, new VBox(4, progress, bar), why, Parts.grow(scroll), wrong, ways,
                keys), "card");
        card.setMinWidth(ANSWERS);
        card.setMaxWidth(ANSWERS);
        return card;
    }

    /// Shows the rows, or goes on where it was; called whenever the view, or what it shows, may be another.
    public void look() {
        model.look();
    }

    /// What was answered shows in the data from now on.
    public void rest() {
        model.rest();
    }

    private static Node failed(Problem problem) {
        VBox page = new VBox(new ProblemCard(problem));
        page.setAlignment(Pos.TOP_LEFT);
        return page;
    }

    private Node page(Labelling labelling) {
        if (labelling.all() == 0) {
            return new EmptyState(MaterialDesignC.CHECK_CIRCLE_OUTLINE, texts.get("none.title"), texts.get("none.advice", labelling.answers().target()));
        }
        model.begin(labelling);
        Platform.runLater(() -> {
            asking.applyCss();   // the first time the answers are in the window only now
            answers.first().requestFocus();
        });
        return asking;
    }

    private void show(@Nullable LabelState state) {
        if (state == null) {
            return;
        }
        int all = state.labelling().all();
        progress.setText(texts.get("progress", state.labelled(), all));
        bar.setProgress(state.labelled() / (double) Math.max(1, all));
        answers.show(state);
        back.setDisable(state.at() == 0);
        skip.setDisable(state.row().isEmpty());
        undo.setDisable(state.latest().isEmpty());
        train.setVisible(state.row().isEmpty());
        undo.setText(state.latest().map(last -> texts.get("undo-what", model.shown(state, last.value()))).orElseGet(() -> texts.get("undo")));
        keys.setText(texts.get(answers.hasButtons() ? "keys" : "keys.field"));
        state.row().ifPresentOrElse(asked -> ask(state, asked), () -> end(state));
    }

    private void ask(LabelState state, Labelling.Row asked) {
        String target = state.answers().target();
        List<String> names = state.labelling().table().schema().names().stream().filter(name -> !name.equals(target)).toList();
        fields.setVisible(true);
        fields.show(state.labelling().table(), names, asked.row());
        row.setText(texts.get("row", asked.row() + 1, target));
        why.setText(model.why(asked) + (state.labelling().byModel() ? "" : " " + texts.get("no-model")));
    }

    private void end(LabelState state) {
        fields.setVisible(false);
        row.setText(texts.get("end.title"));
        why.setText(texts.get("end.advice", state.labelling().all() - state.labelled()));
        Platform.runLater(back::requestFocus);
    }

    private void key(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl field && !field.getText().isEmpty();
        if (event.getCode() == KeyCode.PAGE_DOWN) {
            model.skip();
        } else if (event.getCode() == KeyCode.PAGE_UP) {
            model.back();
        } else if (UNDO.match(event) && !typing && !undo.isDisabled()) {
            model.undo();
        } else if (!isAnswer(event)) {
            return;
        }
        event.consume();
    }

    private boolean isAnswer(KeyEvent event) {
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown() && !event.isShiftDown();
        if (!plain || event.getTarget() instanceof TextInputControl || answers.isDisabled() || !event.getCode().isDigitKey()) {
            return false;
        }
        int number = event.getCode().ordinal() - (event.getCode().isKeypadKey() ? KeyCode.NUMPAD1 : KeyCode.DIGIT1).ordinal();
        if (number >= 0 && number < AnswerPane.MOST_BUTTONS) {
            model.answerClass(number);
            return true;
        }
        return false;
    }
}
