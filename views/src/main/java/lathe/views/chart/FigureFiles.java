package lathe.views.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jfree.svg.SVGGraphics2D;

/// Figures as pictures without a screen: for saving, the clipboard and the model card.
public final class FigureFiles {

    private static final String FONTS = "Inter, Arial, sans-serif";

    private FigureFiles() {}

    /// @param title drawn above; empty for none
    public static BufferedImage picture(Figure figure, String title, Locale locale, Size size, ChartTheme theme) {
        int wide = (int) Math.ceil(size.width() * size.scale());
        int high = (int) Math.ceil(size.height() * size.scale());
        BufferedImage image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        try {
            g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g2.setColor(theme.background());
            g2.fillRect(0, 0, wide, high);
            g2.scale(size.scale(), size.scale());
            framed(g2, figure, title, locale, size, theme);
        } finally {
            g2.dispose();
        }
        return image;
    }

    /// The picture in the light theme as PNG bytes.
    public static byte[] png(Figure figure, String title, Locale locale, Size size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture(figure, title, locale, size, ChartTheme.LIGHT), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// The drawing in the light theme as one SVG document, always in UTF-8; texts stay texts.
    public static String svg(Figure figure, String title, Locale locale, Size size) {
        SVGGraphics2D g2 = new SVGGraphics2D(size.width(), size.height());
        g2.setDefsKeyPrefix("lathe");
        g2.setFontFunction(family -> family.startsWith("Inter") ? FONTS : family);
        g2.setColor(ChartTheme.LIGHT.background());
        g2.fillRect(0, 0, size.width(), size.height());
        framed(g2, figure, title, locale, size, ChartTheme.LIGHT);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + g2.getSVGElement() + "\n";
    }

    private static void framed(Graphics2D g2, Figure figure, String title, Locale locale, Size size, ChartTheme theme) {
        g2.translate(Size.MARGIN, Size.MARGIN);
        new Drawing(figure, title, theme, locale).draw(g2, size.width() - 2.0 * Size.MARGIN,
                size.height() - 2.0 * Size.MARGIN);
    }

    /// How large a picture is.
    ///
    /// @param width  in points
    /// @param height in points
    /// @param scale  pixels per point, for pictures of pixels
    public record Size(int width, int height, double scale) {

        static final int MARGIN = 16;

        /// For documents: twice the usual density.
        public static final Size DOCUMENT = new Size(800, 480, 2);

        /// @throws IllegalArgumentException if there is no room for a drawing
        public Size {
            if (width < 100 || height < 100 || scale <= 0 || width * scale > 20_000 || height * scale > 20_000) {
                throw new IllegalArgumentException("a picture needs 100 to 20000 pixels each way, had %d x %d at %s"
                        .formatted(width, height, scale));
            }
        }
    }
}
