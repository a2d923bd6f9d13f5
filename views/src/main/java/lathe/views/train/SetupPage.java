package lathe.views.train;

import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import lathe.views.desk.Place;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// All choices on one page at the left, what they will lead to at the right.
final class SetupPage extends VBox {

    private static final double PREVIEW_WIDTH = 336;

    private final Subscription subscription;

    SetupPage(SetupViewModel model, Texts texts, MoreTime last, Consumer<Place> goTo) {
        super(Parts.WIDE_GAP);
        SetupWords words = new SetupWords(texts);
        Button start = Parts.named("train-start", Parts.primary(texts.get("start"), model::start));
        start.setGraphic(new FontIcon(MaterialDesignP.PLAY));
        TargetCard target = new TargetCard(model, texts, words);
        EffortCard effort = new EffortCard(model, texts, words);
        LearnerCard learners = new LearnerCard(model, texts);
        RigourCard rigour = new RigourCard(model, texts);
        PreviewCard preview = new PreviewCard(texts, words, goTo);
        VBox choices = new VBox(Parts.WIDE_GAP, last, target, effort, learners, rigour);
        choices.setPadding(new Insets(0, 14, 0, 0));
        ScrollPane scroll = Parts.styled(new ScrollPane(choices), "screen-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        preview.setMinWidth(PREVIEW_WIDTH);
        preview.setPrefWidth(PREVIEW_WIDTH);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        VBox side = new VBox(preview);
        HBox columns = Parts.grow(new HBox(Parts.WIDE_GAP, scroll, side));
        setPadding(Parts.page().getPadding());
        getChildren().addAll(Parts.heading(texts.get("title"), texts.get("subtitle"), start), columns);
        subscription = model.stateProperty().subscribe(state -> {
            start.setDisable(!state.canStart());
            target.show(state);
            effort.show(state);
            learners.show(state);
            rigour.show(state, texts);
            preview.show(state);
        });
    }

    void close() {
        subscription.unsubscribe();
    }
}
