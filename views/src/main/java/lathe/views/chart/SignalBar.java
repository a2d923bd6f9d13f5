package lathe.views.chart;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// A share from 0 to 1 as a short thick line, its colour by meaning.
public final class SignalBar extends Region {

    /// What the length means to the reader; given as colour, never alone: name it nearby.
    public enum Meaning { NEUTRAL, GOOD, CAUTION, BAD }

    private static final double THICK = 8;

    private final Rectangle track = new Rectangle();
    private final Rectangle ink = new Rectangle();
    private double share;

    public SignalBar() {
        getStyleClass().add("signal-bar");
        track.getStyleClass().add("track");
        ink.getStyleClass().add("ink");
        for (Rectangle bar : List.of(track, ink)) {
            bar.setManaged(false);
            bar.setArcWidth(THICK);
            bar.setArcHeight(THICK);
            bar.setHeight(THICK);
        }
        getChildren().addAll(track, ink);
        setPrefSize(70, 20);
        setMinSize(24, THICK);
        setMaxHeight(USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    }

    /// @param length from 0 to 1; beyond is cut, NaN hides the bar
    public void set(double length, Meaning meaning) {
        share = Math.clamp(Double.isFinite(length) ? length : 0, 0, 1);
        setVisible(Double.isFinite(length));
        getStyleClass().removeAll("good", "caution", "bad");
        switch (meaning) {
            case NEUTRAL -> { }
            case GOOD -> getStyleClass().add("good");
            case CAUTION -> getStyleClass().add("caution");
            case BAD -> getStyleClass().add("bad");
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double y = snapPositionY((getHeight() - THICK) / 2);
        track.setY(y);
        track.setWidth(getWidth());
        ink.setY(y);
        ink.setVisible(share > 0);
        ink.setWidth(Math.max(THICK / 2, share * getWidth()));
    }

    @Override
    public String getUserAgentStylesheet() {
        return FigureCard.SHEET;
    }
}
