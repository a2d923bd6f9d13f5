package lathe.views.parts;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.scoring.Problem;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// One problem of the user's: what, where, what to do. Never a stack trace.
public final class ProblemCard extends HBox {

    public ProblemCard(Problem problem, Node... actions) {
        super(12);
        getStyleClass().add("problem-card");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(problem.message());
        FontIcon icon = new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
        icon.getStyleClass().add("problem-icon");
        Label what = Parts.styled(Parts.text(problem.what()), "problem-what");
        VBox words = Parts.grow(new VBox(4, what));
        if (!problem.where().isEmpty()) {
            words.getChildren().add(Parts.muted(problem.where()));
        }
        words.getChildren().add(Parts.text(problem.remedy()));
        if (actions.length > 0) {
            words.getChildren().add(new HBox(Parts.GAP, actions));
        }
        getChildren().addAll(icon, words);
    }
}
