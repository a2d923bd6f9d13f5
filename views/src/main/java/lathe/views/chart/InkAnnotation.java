package lathe.views.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/// Hands JFreeChart's plot, once its axes have their room, to {@link Ink}, and remembers where things lie.
final class InkAnnotation extends AbstractXYAnnotation {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Sheet sheet;
    private final transient ChartTheme theme;
    private final Font font;
    private transient @Nullable Places places;

    InkAnnotation(Sheet sheet, ChartTheme theme, Font font) {
        this.sheet = sheet;
        this.theme = theme;
        this.font = font;
    }

    /// Where things lay when last drawn; null before.
    @Nullable Places places() {
        return places;
    }

    @Override
    public void draw(Graphics2D g2, XYPlot plot, Rectangle2D area, ValueAxis across, ValueAxis upwards, int place,
            PlotRenderingInfo info) {
        Rectangle2D kept = new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth(), area.getHeight());
        Places drawn = new Places(kept, across, upwards);
        places = drawn;
        Shape clip = g2.getClip();
        g2.setClip(Ink.clip(area));
        new Ink(g2, sheet, drawn, theme, font).draw();
        g2.setClip(clip);
    }
}
