package lathe.views.frame;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import lathe.scoring.Problem;
import lathe.views.parts.Parts;
import lathe.views.parts.ProblemCard;
import lathe.views.text.Texts;

/// News over the screen: problems stay until they are closed, good news leaves by itself.
final class Banner extends VBox {

    private static final Duration STAYS = Duration.seconds(5);
    private static final int MOST = 3;

    private final Texts texts;

    Banner(Texts texts) {
        super(8);
        this.texts = texts;
        setMaxSize(520, USE_PREF_SIZE);
        setPickOnBounds(false);
        StackPane.setAlignment(this, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(this, new Insets(16));
    }

    void problem(Problem problem) {
        Button close = Parts.button(texts.get("close"), () -> { });
        ProblemCard card = Parts.named("problem-banner", new ProblemCard(problem, close));
        close.setOnAction(event -> getChildren().remove(card));
        add(card);
    }

    void notice(String sentence) {
        HBox box = Parts.named("notice", Parts.styled(new HBox(Parts.text(sentence)), "notice-bar"));
        add(box);
        PauseTransition pause = new PauseTransition(STAYS);
        pause.setOnFinished(event -> getChildren().remove(box));
        pause.play();
    }

    private void add(Node node) {
        getChildren().addFirst(node);
        if (getChildren().size() > MOST) {
            getChildren().removeLast();
        }
    }

    void clear() {
        getChildren().clear();
    }
}
