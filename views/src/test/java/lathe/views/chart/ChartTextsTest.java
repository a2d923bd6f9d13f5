package lathe.views.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import lathe.views.chart.BarFigure.Bar;
import lathe.views.chart.FigureFiles.Size;
import lathe.views.text.Texts;
import org.junit.jupiter.api.Test;

class ChartTextsTest {

    @Test
    void bothLanguagesSayTheSameThings() {
        ResourceBundle.Control exact = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        ResourceBundle german = ResourceBundle.getBundle("lathe.views.chart.texts", Locale.GERMAN, exact);
        ResourceBundle english = ResourceBundle.getBundle("lathe.views.chart.texts", Locale.ROOT, exact);
        assertEquals(english.keySet(), german.keySet());
        for (String key : english.keySet()) {
            assertTrue(key.equals("column.name") || !english.getString(key).equals(german.getString(key)), key);
        }
    }

    @Test
    void theTableSpeaksTheUsersLanguage() {
        FigureTable table = Samples.price().table(Texts.of(ChartRoom.class, Locale.GERMAN)::get);
        assertEquals(List.of("Name", "Änderung", "Summe"), table.columns());
        assertEquals("214.300", table.rows().getFirst().get(2).shown(Locale.GERMAN));
        assertEquals("214300", table.rows().getFirst().get(2).neutral());
    }

    @Test
    void namesInAnyScriptAndOfAnyLengthAreDrawn() {
        BarFigure figure = BarFigure.horizontal(Axis.of("", Unit.NUMBER), Axis.of("", Unit.COUNT),
                List.of(Bar.of("日本語 \ud83d\ude00", 3), Bar.of("x".repeat(4000), 5), Bar.of("", 1), Bar.of("שלום", 2)));
        BufferedImage image = FigureFiles.picture(figure, "", Locale.ENGLISH, new Size(400, 240, 1), ChartTheme.LIGHT);
        assertEquals(400, image.getWidth());
    }

    @Test
    void aTitleBecomesAFileName() {
        assertEquals("why-61-8", FigureSaving.fileName("Why 61.8 %?"));
        assertEquals("etc-passwd", FigureSaving.fileName("../etc/passwd"));
        assertEquals("chart", FigureSaving.fileName("…"));
    }

    @Test
    void figuresWithoutNumbersAreEmptyAndStillDrawn() {
        List<Figure> empty = List.of(LineFigure.of(Axis.of("", Unit.NUMBER), Axis.of("", Unit.NUMBER), List.of()),
                BarFigure.vertical(Axis.of("", Unit.NUMBER), Axis.of("", Unit.COUNT), List.of()),
                new ScatterFigure(Axis.of("", Unit.DATE), Axis.of("", Unit.PERCENT), List.of(), List.of()),
                MatrixFigure.confusion("", "", List.of(), List.of()),
                LineFigure.of(Axis.of("", Unit.NUMBER).logarithmic(), Axis.of("", Unit.NUMBER), List.of(
                        Series.line("a", Hue.ACCENT, List.of(Point.of(Double.NaN, 1), Point.of(1, Double.POSITIVE_INFINITY))))));
        for (Figure figure : empty) {
            assertTrue(figure.isEmpty(), figure.toString());
            assertEquals(200, FigureFiles.picture(figure, "", Locale.ENGLISH, new Size(200, 120, 1), ChartTheme.DARK).getWidth());
        }
    }

    @Test
    void aLogarithmicAxisIsDrawn() {
        LineFigure figure = LineFigure.of(Axis.of("rows", Unit.COUNT).logarithmic(), Axis.of("score", Unit.NUMBER),
                List.of(Series.line("a", Hue.ACCENT, Point.of(new double[] {10, 1000, 100_000}, new double[] {0.6, 0.7, 0.8}))));
        String svg = FigureFiles.svg(figure, "", Locale.ENGLISH, new Size(500, 300, 1));
        assertTrue(svg.contains(">1,000<"), "a tick at 1,000");
    }
}
