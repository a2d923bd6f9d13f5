package lathe.views.parts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Stands where there is nothing yet, and says what to do next.
public final class EmptyState extends VBox {

    private static final double TEXT_WIDTH = 440;

    public EmptyState(Ikon icon, String title, String whatToDo, Node... actions) {
        super(12);
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add("empty-icon");
        Label name = Parts.styled(new Label(title), "empty-title");
        Label advice = Parts.muted(whatToDo);
        advice.setMaxWidth(TEXT_WIDTH);
        advice.setTextAlignment(TextAlignment.CENTER);
        HBox buttons = new HBox(Parts.GAP, actions);
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(picture, name, advice, buttons);
    }
}
