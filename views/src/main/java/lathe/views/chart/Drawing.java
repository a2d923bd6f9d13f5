package lathe.views.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lathe.views.chart.Places.Spot;
import lathe.views.chart.Sheet.Entry;
import lathe.views.chart.Sheet.Side;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/// One figure drawn on any `Graphics2D`: screen, picture and SVG come from here and look the same.
final class Drawing {

    private static final float SMALL = 11f;
    private static final float NORMAL = 12f;
    private static final float TITLE = 15f;
    private static final double NAMES_SHARE = 0.38;
    private static final BasicStroke HAIR = new BasicStroke(1f);

    private final Sheet sheet;
    private final ChartTheme theme;
    private final Locale locale;
    private final Font font;
    private final InkAnnotation ink;
    private final ValueAxis across;
    private final ValueAxis upwards;
    private final JFreeChart chart;

    /// @param title drawn above; empty for none
    Drawing(Figure figure, String title, ChartTheme theme, Locale locale) {
        this.sheet = sheet(figure, locale);
        this.theme = theme;
        this.locale = locale;
        this.font = new Font(ChartFonts.family(texts(sheet, title)), Font.PLAIN, (int) SMALL);
        this.ink = new InkAnnotation(sheet, theme, font);
        this.across = axis(sheet.x(), true);
        this.upwards = axis(sheet.y(), false);
        this.chart = chart(title);
    }

    private static Sheet sheet(Figure figure, Locale locale) {
        return switch (figure) {
            case LineFigure lines -> LineSheets.of(lines, locale);
            case ScatterFigure scatter -> LineSheets.of(scatter, locale);
            case BarFigure bars -> BarSheets.of(bars, locale);
            case BoxFigure boxes -> BoxSheets.of(boxes, locale);
            case WaterfallFigure waterfall -> WaterfallSheets.of(waterfall, locale);
            case MatrixFigure matrix -> MatrixSheets.of(matrix, locale);
        };
    }

    private static Stream<String> texts(Sheet sheet, String title) {
        return Stream.of(Stream.of(title, sheet.x().label(), sheet.y().label()), sheet.x().names().stream(),
                sheet.y().names().stream(), sheet.legend().stream().map(Entry::name),
                sheet.rules().stream().map(Rule::label)).flatMap(texts -> texts);
    }

    void draw(Graphics2D g2, double width, double height) {
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g2.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        if (upwards instanceof SideAxis names) {
            names.nameRoom(width * NAMES_SHARE);
        }
        chart.draw(g2, new Rectangle2D.Double(0, 0, width, height));
    }

    /// What the pointer can rest on; empty before the first drawing.
    List<Spot> spots() {
        Places places = ink.places();
        return places == null ? List.of() : places.spots(sheet, locale);
    }

    private JFreeChart chart(String title) {
        XYPlot plot = new XYPlot(null, across, upwards, new GridRenderer(theme.grid()));
        plot.addAnnotation(ink);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(new RectangleInsets(0, 4, 2, 0));
        plot.setDomainGridlinesVisible(sheet.x().grid());
        plot.setRangeGridlinesVisible(sheet.y().grid());
        plot.setDomainGridlineStroke(HAIR);
        plot.setRangeGridlineStroke(HAIR);
        plot.setDomainAxisLocation(sheet.x().turned() ? AxisLocation.TOP_OR_LEFT : AxisLocation.BOTTOM_OR_LEFT);
        plot.setFixedLegendItems(legendItems());
        JFreeChart made = new JFreeChart(null, font, plot, false);
        made.setBackgroundPaint(null);
        made.setTextAntiAlias(true);
        made.setPadding(new RectangleInsets(4, 0, 2, 14));
        if (!title.isEmpty()) {
            made.addSubtitle(heading(title, font.deriveFont(Font.BOLD, TITLE), theme.text(), 10));
        }
        if (!sheet.y().label().isEmpty()) {
            made.addSubtitle(heading(sheet.y().label(), font, theme.muted(), 9));
        }
        if (!sheet.legend().isEmpty()) {
            made.addSubtitle(legend(plot));
        }
        return made;
    }

    private static TextTitle heading(String text, Font font, java.awt.Color colour, double below) {
        TextTitle heading = new TextTitle(text, font);
        heading.setPaint(colour);
        heading.setPosition(RectangleEdge.TOP);
        heading.setHorizontalAlignment(HorizontalAlignment.LEFT);
        heading.setTextAlignment(HorizontalAlignment.LEFT);
        heading.setPadding(0, 2, below, 0);
        return heading;
    }

    private LegendTitle legend(XYPlot plot) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setFrame(BlockBorder.NONE);
        legend.setBackgroundPaint(null);
        legend.setItemFont(font.deriveFont(NORMAL));
        legend.setItemPaint(theme.text());
        legend.setItemLabelPadding(new RectangleInsets(2, 2, 2, 10));
        legend.setPadding(10, 0, 0, 0);
        return legend;
    }

    private LegendItemCollection legendItems() {
        LegendItemCollection items = new LegendItemCollection();
        for (Entry entry : sheet.legend()) {
            items.add(new LegendItem(entry.name(), null, null, null, Symbols.legend(entry.symbol(), entry.hue()),
                    entry.symbol() == Sheet.Symbol.SQUARE ? theme.tint(entry.hue(), ChartTheme.FILL)
                            : theme.of(entry.hue())));
        }
        return items;
    }

    private ValueAxis axis(Side side, boolean isAcross) {
        ValueAxis axis = side.log() ? new DecadeAxis(side, locale) : new SideAxis(side, locale);
        axis.setRange(side.low(), side.high());
        axis.setInverted(!isAcross && side.turned());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(font);
        boolean named = !side.names().isEmpty();
        axis.setTickLabelPaint(named && !isAcross ? theme.text() : theme.muted());
        axis.setTickLabelInsets(isAcross ? new RectangleInsets(4, 2, 2, 2) : new RectangleInsets(2, 2, 2, 6));
        axis.setTickLabelsVisible(!sheet.rulesAtFoot() || named);
        if (!side.label().isEmpty() && isAcross) {
            axis.setLabel(side.label());
            axis.setLabelFont(font);
            axis.setLabelPaint(theme.muted());
            axis.setLabelInsets(new RectangleInsets(4, 0, 4, 0));
        }
        return axis;
    }
}
