package lathe.views.chart;

import javafx.scene.canvas.GraphicsContext;
import org.jfree.fx.FXGraphics2D;

/// Draws on a canvas; texts stand on whole pixels. JavaFX rounds a text's base line upwards in number, that is down on
/// the screen, and would set it a pixel lower than pictures do.
final class ScreenGraphics extends FXGraphics2D {

    ScreenGraphics(GraphicsContext context) {
        super(context);
    }

    @Override
    public void drawString(String text, float x, float y) {
        super.drawString(text, x, (float) Math.floor(y));
    }
}
