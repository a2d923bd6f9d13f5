package lathe.views.chart;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/// A histogram as small as a word, for a table cell. One path whatever the number of bars.
public final class SparkBars extends Region {

    private static final double GAP = 1;

    private final Path ink = new Path();
    private List<Double> values = List.of();

    public SparkBars() {
        getStyleClass().add("spark-bars");
        ink.getStyleClass().add("ink");
        ink.setStroke(null);
        ink.setManaged(false);
        getChildren().add(ink);
        setPrefSize(84, 20);
        setMinSize(24, 12);
        setMaxHeight(USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /// @param heights in any scale, not below 0; the highest one fills the height
    public void setValues(List<Double> heights) {
        values = List.copyOf(heights);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        ink.getElements().clear();
        double most = values.stream().filter(Double::isFinite).mapToDouble(Double::doubleValue).max().orElse(0);
        if (most <= 0) {
            return;
        }
        double slot = getWidth() / values.size();
        double foot = getHeight();
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i);
            if (value > 0) {
                double left = snapPositionX(i * slot);
                double right = Math.max(left + 1, snapPositionX((i + 1) * slot) - GAP);
                double top = snapPositionY(foot - Math.max(1, value / most * foot));
                ink.getElements().addAll(List.<PathElement>of(new MoveTo(left, foot), new LineTo(left, top),
                        new LineTo(right, top), new LineTo(right, foot), new ClosePath()));
            }
        }
    }

    @Override
    public String getUserAgentStylesheet() {
        return FigureCard.SHEET;
    }
}
