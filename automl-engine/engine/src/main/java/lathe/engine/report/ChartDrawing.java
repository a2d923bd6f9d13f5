package lathe.engine.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.Map;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.svg.SVGGraphics2D;

/// Draws charts as SVG whose colours are those of the page, so that one drawing reads well in light and in dark.
///
/// The chart library knows fixed colours only. It is given stand-ins, and their places in the SVG are handed to the page's
/// variables afterwards.
final class ChartDrawing {

    static final Color INK = new Color(1, 1, 1);
    static final Color MUTED = new Color(2, 2, 2);
    static final Color GRID = new Color(3, 3, 3);
    static final Color ACCENT = new Color(4, 4, 4);
    static final Color SECOND = new Color(5, 5, 5);

    private static final Map<Color, String> VARIABLES = Map.of(INK, "--ink", MUTED, "--muted", GRID, "--line",
            ACCENT, "--accent", SECOND, "--second");
    private static final Color NONE = new Color(0, 0, 0, 0);
    private static final int WIDTH = 520;
    private static final int HEIGHT = 340;
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final Stroke HAIR = new BasicStroke(1);
    private static final Stroke LINE = new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final Stroke DASHES = new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1,
            new float[] {5, 5}, 0);

    private ChartDrawing() {
    }

    /// A plot without data in the style of the page.
    ///
    /// The upright axis has no label here: it would have to lie on its side. The page writes it above the drawing.
    static XYPlot plot(NumberAxis across, NumberAxis up) {
        XYPlot plot = new XYPlot(null, across, up, null);
        plot.setBackgroundPaint(NONE);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(HAIR);
        plot.setAxisOffset(new RectangleInsets(4, 4, 4, 4));
        return plot;
    }

    /// From 0 to 100 %.
    static NumberAxis shares(String label) {
        NumberAxis axis = axis(label);
        axis.setRange(0, 1);
        axis.setTickUnit(new NumberTickUnit(0.25, new DecimalFormat("0 %", DecimalFormatSymbols.getInstance(Locale.ROOT))));
        return axis;
    }

    static NumberAxis numbers(String label, double from, double to) {
        NumberAxis axis = axis(label);
        axis.setRange(from, to);
        axis.setTickUnit(new NumberTickUnit(step(from, to), new FigureFormat()));
        return axis;
    }

    /// Numbers of rows, from 0.
    ///
    /// @param most the largest number drawn; at least 1
    static NumberAxis rows(long most) {
        NumberAxis axis = axis("");
        axis.setRange(0, 1.05 * most);
        axis.setTickUnit(new NumberTickUnit(Math.max(1, step(0, most)), new FigureFormat()));
        return axis;
    }

    // A round step that gives three to six ticks. The axis could choose one itself, but it does not come to an end on numbers
    // of 15 digits.
    private static double step(double from, double to) {
        double rough = (to - from) / 5;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double first = rough / power;
        return power * (first <= 1 ? 1 : first <= 2 ? 2 : first <= 5 ? 5 : 10);
    }

    private static NumberAxis axis(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setLabelFont(TEXT);
        axis.setTickLabelFont(TEXT);
        axis.setLabelPaint(MUTED);
        axis.setTickLabelPaint(MUTED);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setLabelInsets(new RectangleInsets(6, 6, 6, 6));
        return axis;
    }

    static XYItemRenderer line(Color color) {
        return renderer(color, LINE, true, false);
    }

    static XYItemRenderer dashes() {
        return renderer(MUTED, DASHES, true, false);
    }

    static XYItemRenderer lineWithDots(Color color) {
        return renderer(color, LINE, true, true);
    }

    static XYItemRenderer dots(Color color) {
        return renderer(color, LINE, false, true);
    }

    private static XYItemRenderer renderer(Color color, Stroke stroke, boolean lines, boolean dots) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(lines, dots);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setDrawOutlines(false);
        renderer.setSeriesPaint(0, color);
        renderer.setSeriesStroke(0, stroke);
        double size = lines ? 7 : 5;
        renderer.setSeriesShape(0, new Ellipse2D.Double(-size / 2, -size / 2, size, size));
        return renderer;
    }

    static XYItemRenderer bars(Color color) {
        XYBarRenderer renderer = new XYBarRenderer(0.06);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setSeriesPaint(0, color);
        return renderer;
    }

    /// The plot as an SVG element that fills its place.
    ///
    /// @param id       unique in its page: letters, digits and hyphens
    /// @param sentence what the drawing shows, for who cannot see it
    static Html draw(String id, XYPlot plot, String sentence) {
        JFreeChart chart = new JFreeChart(null, TEXT, plot, false);
        chart.setBackgroundPaint(NONE);
        chart.setPadding(new RectangleInsets(4, 0, 0, 8));
        SVGGraphics2D graphics = new SVGGraphics2D(WIDTH, HEIGHT);
        graphics.setDefsKeyPrefix(id + "-");
        graphics.setGeomDoubleConverter(ChartDrawing::coordinate);
        graphics.setTransformDoubleConverter(ChartDrawing::coordinate);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), new ChartRenderingInfo());
        String svg = graphics.getSVGElement(id);
        String content = svg.substring(svg.indexOf('>') + 1);
        Html start = Html.of("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">", WIDTH, HEIGHT, sentence);
        return new Html(start.markup() + inPageColours(content));
    }

    private static String inPageColours(String svg) {
        String coloured = svg;
        for (Map.Entry<Color, String> entry : VARIABLES.entrySet()) {
            int value = entry.getKey().getRed();
            coloured = coloured.replace("rgb(%d,%d,%d)".formatted(value, value, value), "var(" + entry.getValue() + ")");
        }
        return coloured;
    }

    private static String coordinate(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "").replaceAll("^-0$", "0");
    }

    /// Tick labels in the figures of the page: the axis has chosen round values, so no digits are lost.
    private static final class FigureFormat extends NumberFormat {

        private static final long serialVersionUID = 1L;

        @Override
        public StringBuffer format(double number, StringBuffer target, FieldPosition position) {
            return target.append(Figures.tick(number));
        }

        @Override
        public StringBuffer format(long number, StringBuffer target, FieldPosition position) {
            return target.append(Figures.tick(number));
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            throw new UnsupportedOperationException("tick labels are only written");
        }
    }
}
