package lathe.views.chart;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lathe.views.chart.Sheet.Side;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/// JFreeChart's axis with our ticks: round values with equally many digits, or names shortened to the room they have.
final class SideAxis extends NumberAxis {

    @Serial
    private static final long serialVersionUID = 1L;
    private static final double APART_ACROSS = 70;
    private static final double APART_DATES = 110;
    private static final double APART_UPWARDS = 36;
    private static final double LEAST_SLOT = 26;

    private final transient Side side;
    private final Locale locale;
    private double room = Double.MAX_VALUE;

    SideAxis(Side side, Locale locale) {
        super(null);
        this.side = side;
        this.locale = locale;
        setAutoRange(false);
        setAutoTickUnitSelection(false, false);
    }

    /// The most pixels that names at the left may take.
    void nameRoom(double pixels) {
        room = pixels;
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean across = RectangleEdge.isTopOrBottom(edge);
        double length = across ? area.getWidth() : area.getHeight();
        TextAnchor anchor = RectangleEdge.TOP.equals(edge) ? TextAnchor.BOTTOM_CENTER
                : across ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<NumberTick> ticks = new ArrayList<>();
        if (side.names().isEmpty()) {
            double apart = !across ? APART_UPWARDS : side.unit() == Unit.DATE ? APART_DATES : APART_ACROSS;
            double most = Math.max(2, length / apart);
            double step = Ticks.step(side.unit(), side.low(), side.high(), most);
            for (double value : Ticks.between(side.unit(), side.low(), side.high(), most)) {
                ticks.add(new NumberTick(value, side.unit().tick(value, step, locale), anchor, anchor, 0));
            }
            return ticks;
        }
        FontMetrics metrics = g2.getFontMetrics(getTickLabelFont());
        double slot = length / side.names().size();
        int every = across ? (int) Math.max(1, Math.ceil(LEAST_SLOT / slot)) : (int) Math.max(1, Math.ceil(13 / slot));
        double most = across ? slot * every - 6 : room;
        for (int i = 0; i < side.names().size(); i += every) {
            ticks.add(new NumberTick(i, shortened(side.names().get(i), metrics, most), anchor, anchor, 0));
        }
        return ticks;
    }

    /// The text with its end replaced by an ellipsis where it is wider than the pixels given.
    static String shortened(String text, FontMetrics metrics, double most) {
        if (metrics.stringWidth(text) <= most) {
            return text;
        }
        int end = text.length();
        while (end > 1 && metrics.stringWidth(text.substring(0, end) + "…") > most) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, Math.max(end, 1)).strip() + "…";
    }
}
