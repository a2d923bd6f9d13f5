package lathe.views.chart;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Circle;

/// A ring that fills clockwise from the top, with a few characters in its middle, for example the time left.
public final class ProgressRing extends Region {

    private static final double SIZE = 64;
    private static final double THICK = 6;

    private final Circle track = new Circle();
    private final Arc ink = new Arc();
    private final Label text = new Label();

    public ProgressRing() {
        getStyleClass().add("progress-ring");
        track.getStyleClass().add("track");
        ink.getStyleClass().add("ink");
        track.setManaged(false);
        ink.setManaged(false);
        text.setAlignment(Pos.CENTER);
        getChildren().addAll(track, ink, text);
        setPrefSize(SIZE, SIZE);
        setMinSize(36, 36);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    }

    /// @param share  from 0 to 1 of the way; NaN shows the empty ring
    /// @param middle what stands inside
    public void set(double share, String middle) {
        ink.setStartAngle(90);
        ink.setLength(-360 * Math.clamp(Double.isFinite(share) ? share : 0, 0, 1));
        ink.setVisible(share > 0);
        text.setText(middle);
        setAccessibleText(middle);
    }

    @Override
    protected void layoutChildren() {
        double radius = (Math.min(getWidth(), getHeight()) - THICK) / 2;
        double x = getWidth() / 2;
        double y = getHeight() / 2;
        track.setCenterX(x);
        track.setCenterY(y);
        track.setRadius(radius);
        ink.setCenterX(x);
        ink.setCenterY(y);
        ink.setRadiusX(radius);
        ink.setRadiusY(radius);
        text.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    @Override
    public String getUserAgentStylesheet() {
        return FigureCard.SHEET;
    }
}
