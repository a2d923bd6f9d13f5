package lathe.views.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lathe.views.chart.Sheet.Side;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/// JFreeChart's logarithmic axis with ticks at 1, 10, 100 ..., and at 2 and 5 between where there are few.
final class DecadeAxis extends LogAxis {

    @Serial
    private static final long serialVersionUID = 1L;
    private static final double FEW = 2.5;

    private final transient Side side;
    private final Locale locale;

    DecadeAxis(Side side, Locale locale) {
        super(null);
        this.side = side;
        this.locale = locale;
        setAutoRange(false);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        double first = Math.floor(Math.log10(side.low()));
        double last = Math.ceil(Math.log10(side.high()));
        List<Integer> within = Math.log10(side.high() / side.low()) < FEW ? List.of(1, 2, 5) : List.of(1);
        List<NumberTick> ticks = new ArrayList<>();
        for (double decade = first; decade <= last; decade++) {
            for (int digit : within) {
                double value = digit * Math.pow(10, decade);
                if (value >= side.low() * (1 - 1e-9) && value <= side.high() * (1 + 1e-9)) {
                    ticks.add(new NumberTick(value, side.unit().text(value, locale), anchor, anchor, 0));
                }
            }
        }
        return ticks;
    }
}
