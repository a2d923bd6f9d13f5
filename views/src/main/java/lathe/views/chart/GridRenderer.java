package lathe.views.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;

/// Draws the grid on whole pixels, so that its lines stay thin and sharp. Everything else is {@link InkAnnotation}'s.
final class GridRenderer extends XYLineAndShapeRenderer {

    @Serial
    private static final long serialVersionUID = 1L;
    private static final BasicStroke HAIR = new BasicStroke(1f);

    private final Color colour;

    GridRenderer(Color colour) {
        this.colour = colour;
    }

    @Override
    public void drawDomainLine(Graphics2D g2, XYPlot plot, ValueAxis axis, Rectangle2D area, double value, Paint paint,
            Stroke stroke) {
        double x = Math.rint(axis.valueToJava2D(value, area, RectangleEdge.BOTTOM)) + 0.5;
        line(g2, new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
    }

    @Override
    public void drawRangeLine(Graphics2D g2, XYPlot plot, ValueAxis axis, Rectangle2D area, double value, Paint paint,
            Stroke stroke) {
        double y = Math.rint(axis.valueToJava2D(value, area, RectangleEdge.LEFT)) + 0.5;
        line(g2, new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
    }

    private void line(Graphics2D g2, Line2D line) {
        g2.setStroke(HAIR);
        g2.setColor(colour);
        g2.draw(line);
    }
}
