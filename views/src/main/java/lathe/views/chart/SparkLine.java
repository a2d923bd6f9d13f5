package lathe.views.chart;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// A course as small as a word, with a dot at its last value.
public final class SparkLine extends Region {

    private static final double DOT = 2.2;

    private final Path ink = new Path();
    private final Circle tip = new Circle(DOT);
    private List<Double> values = List.of();

    public SparkLine() {
        getStyleClass().add("spark-line");
        ink.getStyleClass().add("ink");
        tip.getStyleClass().add("tip");
        ink.setManaged(false);
        tip.setManaged(false);
        getChildren().addAll(ink, tip);
        setPrefSize(84, 20);
        setMinSize(24, 12);
        setMaxHeight(USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /// @param course in any scale, evenly spaced; NaN breaks the line
    public void setValues(List<Double> course) {
        values = List.copyOf(course);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        ink.getElements().clear();
        Extent extent = new Extent();
        values.forEach(extent::add);
        tip.setVisible(extent.low() <= extent.high());
        double width = extent.high() - extent.low();
        double step = (getWidth() - 2 * DOT) / Math.max(1, values.size() - 1);
        boolean joined = false;
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i);
            if (!Double.isFinite(value)) {
                joined = false;
                continue;
            }
            double x = DOT + i * step;
            double share = width > 0 ? (value - extent.low()) / width : 0.5;
            double y = getHeight() - DOT - share * (getHeight() - 2 * DOT);
            ink.getElements().add(joined ? new LineTo(x, y) : new MoveTo(x, y));
            joined = true;
            tip.setCenterX(x);
            tip.setCenterY(y);
        }
    }

    @Override
    public String getUserAgentStylesheet() {
        return FigureCard.SHEET;
    }
}
