package lathe.views.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartThemeTest {

    private static final List<ChartTheme> BOTH = List.of(ChartTheme.LIGHT, ChartTheme.DARK);

    /// Reference values: the contrast of black on white is 21, of #767676 on white 4.54 (W3C's own examples for WCAG).
    @Test
    void contrastIsThatOfTheStandard() {
        assertEquals(21, ChartTheme.contrast(Color.BLACK, Color.WHITE), 1e-9);
        assertEquals(4.54, ChartTheme.contrast(new Color(0x767676), Color.WHITE), 0.005);
    }

    @Test
    void textsCanBeRead() {
        for (ChartTheme theme : BOTH) {
            for (Color colour : List.of(theme.text(), theme.muted())) {
                assertTrue(ChartTheme.contrast(colour, theme.background()) >= 4.5, theme + " " + colour);
            }
        }
    }

    @Test
    void marksAndFillsCanBeSeen() {
        for (ChartTheme theme : BOTH) {
            for (Hue hue : Hue.values()) {
                assertTrue(ChartTheme.contrast(theme.of(hue), theme.background()) >= 3, theme.dark() + " " + hue);
            }
            for (Hue hue : List.of(Hue.ACCENT, Hue.GOOD, Hue.CAUTION, Hue.BAD, Hue.NEUTRAL)) {
                double contrast = ChartTheme.contrast(theme.tint(hue, ChartTheme.FILL), theme.background());
                assertTrue(contrast >= 3, theme.dark() + " filled " + hue + " " + contrast);
            }
        }
    }

    @Test
    void numbersOnCellsCanBeReadAtEveryTint() {
        for (ChartTheme theme : BOTH) {
            for (Hue hue : List.of(Hue.ACCENT, Hue.BAD)) {
                for (double tint = 0; tint <= 0.9; tint += 0.05) {
                    Color fill = theme.tint(hue, tint);
                    double contrast = ChartTheme.contrast(theme.textOn(fill), fill);
                    assertTrue(contrast >= 4.5, theme.dark() + " " + hue + " " + tint + " " + contrast);
                }
            }
        }
    }

    @Test
    void theFxColourIsTheSame() {
        assertEquals(javafx.scene.paint.Color.web("#0969da"), ChartTheme.LIGHT.fx(Hue.ACCENT));
    }

    @Test
    void seriesComeAroundAfterSix() {
        assertEquals(Hue.ofSeries(0), Hue.ofSeries(6));
    }
}
