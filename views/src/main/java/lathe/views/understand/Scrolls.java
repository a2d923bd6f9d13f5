package lathe.views.understand;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import lathe.views.parts.Parts;

/// Pages that scroll.
final class Scrolls {

    private static final double SHOWN = 0.6;

    private Scrolls() { }

    static ScrollPane of(Node content) {
        ScrollPane scroll = Parts.grow(Parts.styled(new ScrollPane(content), "screen-scroll"));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    /// Tells when most of a node has come into view.
    static void whenSeen(ScrollPane scroll, Node node, Runnable seen) {
        Runnable look = () -> {
            if (scroll.getScene() == null) {
                return;
            }
            Bounds port = scroll.localToScene(scroll.getLayoutBounds());
            Bounds place = node.localToScene(node.getLayoutBounds());
            double shown = Math.min(port.getMaxY(), place.getMaxY()) - Math.max(port.getMinY(), place.getMinY());
            if (place.getHeight() > 0 && shown >= SHOWN * Math.min(place.getHeight(), port.getHeight())) {
                seen.run();
            }
        };
        scroll.vvalueProperty().subscribe(now -> look.run());
        scroll.sceneProperty().subscribe(now -> Platform.runLater(look));
        node.layoutBoundsProperty().subscribe(now -> Platform.runLater(look));
    }
}
