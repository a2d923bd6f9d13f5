package lathe.views.leaderboard;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/// A score as a dot with its interval as a whisker, on the scale all rows share: what overlaps can be seen at a glance.
final class IntervalBar extends Region {

    private static final double DOT = 3.5;

    private final Line track = new Line();
    private final Line whisker = new Line();
    private final Circle dot = new Circle(DOT);
    private RunBoard.Range range = new RunBoard.Range(0, 1);
    private double low;
    private double value = Double.NaN;
    private double high;

    IntervalBar() {
        getStyleClass().add("interval-bar");
        track.getStyleClass().add("track");
        whisker.getStyleClass().add("whisker");
        dot.getStyleClass().add("dot");
        getChildren().addAll(track, whisker, dot);
        getChildren().forEach(child -> child.setManaged(false));
        setPrefSize(80, 20);
        setMinSize(24, 12);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    void set(BoardRow row, RunBoard.Range scale) {
        range = scale;
        value = row.row().value();
        low = Double.isNaN(row.row().lower()) ? value : row.row().lower();
        high = Double.isNaN(row.row().upper()) ? value : row.row().upper();
        requestLayout();
    }

    private double x(double number) {
        double width = range.high() - range.low();
        double share = width > 0 ? (number - range.low()) / width : 0.5;
        return DOT + Math.clamp(share, 0, 1) * (getWidth() - 2 * DOT);
    }

    @Override
    protected void layoutChildren() {
        boolean known = Double.isFinite(value) && Double.isFinite(range.low());
        whisker.setVisible(known);
        dot.setVisible(known);
        double y = Math.floor(getHeight() / 2) + 0.5;
        place(track, DOT, getWidth() - DOT, y);
        if (known) {
            place(whisker, x(low), x(high), y);
            dot.setCenterX(x(value));
            dot.setCenterY(y);
        }
    }

    private static void place(Line line, double from, double to, double y) {
        line.setStartX(from);
        line.setEndX(to);
        line.setStartY(y);
        line.setEndY(y);
    }
}
