package lathe.views.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import lathe.views.chart.BarFigure.Bar;
import lathe.views.chart.BarFigure.Part;
import lathe.views.chart.FigureTable.Cell;
import lathe.views.text.Texts;
import org.junit.jupiter.api.Test;

class FigureTableTest {

    private static final Words WORDS = Texts.of(ChartRoom.class, Locale.ENGLISH)::get;

    @Test
    void aWaterfallBecomesChangesAndRunningSums() {
        WaterfallFigure figure = new WaterfallFigure(Unit.PERCENT, "base rate", 0.25,
                List.of(new WaterfallFigure.Step("contract", 0.5), new WaterfallFigure.Step("tenure, months", -0.125)),
                "prediction", java.util.OptionalDouble.empty(), "", Hue.BAD, Hue.GOOD);
        assertEquals("""
                name,change,total
                base rate,,0.25
                contract,0.5,0.75
                "tenure, months",-0.125,0.625
                prediction,,0.625
                """, figure.table(WORDS).csv());
    }

    @Test
    void linesAndDotsShareATable() {
        LineFigure figure = LineFigure.of(Axis.of("time", Unit.SECONDS), Axis.of("AUC", Unit.NUMBER),
                List.of(Series.step("best", Hue.ACCENT, List.of(Point.band(2, 0.7, 0.65, 0.75), Point.of(4, 0.8)))))
                .withDots(List.of(new Dots("linear", Hue.LINEAR, List.of(new Dot(4, 0.8, "trial 3")))));
        assertEquals("""
                series,time,AUC,lower end,upper end,note
                best,2,0.7,0.65,0.75,
                best,4,0.8,,,
                linear,4,0.8,,,trial 3
                """, figure.table(WORDS).csv());
    }

    @Test
    void aHistogramHasTheEdgesOfItsBars() {
        BarFigure figure = BarFigure.histogram(Axis.of("age", Unit.NUMBER), Axis.of("rows", Unit.COUNT),
                List.of(0.0, 10.0, 20.0), List.of(5.0, 7.0));
        assertEquals("age from,age to,rows\n0,10,5\n10,20,7\n", figure.table(WORDS).csv());
    }

    @Test
    void stacksHaveAColumnPerPart() {
        BarFigure figure = new BarFigure(false, Axis.of("offer", Unit.NUMBER), Axis.of("rows", Unit.COUNT),
                List.of(new Part("stays", Hue.ACCENT), new Part("leaves", Hue.BAD)),
                List.of(Bar.stack("none", List.of(9.0, 1.0)), Bar.stack("gift", List.of(2.0, 3.0))), List.of());
        assertEquals("offer,stays,leaves\nnone,9,1\ngift,2,3\n", figure.table(WORDS).csv());
    }

    @Test
    void errorIntervalsAreColumns() {
        BarFigure figure = BarFigure.horizontal(Axis.of("column", Unit.NUMBER), Axis.of("loss", Unit.NUMBER),
                List.of(Bar.of("a", 0.5, 0.25, 0.75)));
        assertEquals("column,loss,lower end,upper end\na,0.5,0.25,0.75\n", figure.table(WORDS).csv());
    }

    @Test
    void aMatrixIsLaidOutAsItIsDrawn() {
        MatrixFigure figure = MatrixFigure.confusion("true", "predicted", List.of("no", "yes"),
                List.of(List.of(8.0, 2.0), List.of(1.0, Double.NaN)));
        assertEquals("true,no,yes\nno,8,2\nyes,1,\n", figure.table(WORDS).csv());
    }

    @Test
    void scatterNamesGroupsOnlyWhereThereAreAny() {
        Axis x = Axis.of("true", Unit.NUMBER);
        Axis y = Axis.of("", Unit.NUMBER);
        assertEquals("true,y\n1,2\n", new ScatterFigure(x, y, List.of(new Dots("", Hue.ACCENT, List.of(Dot.of(1, 2)))),
                List.of()).table(WORDS).csv());
        assertEquals("series,true,y\nslow,1,2\n", new ScatterFigure(x, y,
                List.of(new Dots("slow", Hue.BAD, List.of(Dot.of(1, 2)))), List.of()).table(WORDS).csv());
    }

    @Test
    void textThatASpreadsheetWouldRunIsDefusedAndNumbersAreNot() {
        FigureTable table = new FigureTable(List.of("=head", "n"),
                List.of(List.of(Cell.of("=1+1"), Cell.of(-3.5, Unit.NUMBER)),
                        List.of(Cell.of("say \"a\"\nb"), Cell.of(1e-7, Unit.NUMBER))));
        assertEquals("'=head,n\n'=1+1,-3.5\n\"say \"\"a\"\"\nb\",1.0E-7\n", table.csv());
        assertTrue(table.tabbed().startsWith("'=head\tn\n"));
    }

    @Test
    void aRowHasACellPerColumn() {
        List<List<Cell>> rows = List.of(List.of(Cell.of("a")));
        assertThrows(IllegalArgumentException.class, () -> new FigureTable(List.of("a", "b"), rows));
    }
}
