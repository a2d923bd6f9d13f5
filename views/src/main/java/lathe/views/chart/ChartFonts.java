package lathe.views.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Inter for AWT and for JavaFX, from the same files, so that screen and picture look the same everywhere.
final class ChartFonts {

    private static final String FAMILY = "Inter";
    private static final String FILES = "/com/formdev/flatlaf/fonts/inter/Inter-";
    private static final List<String> WEIGHTS = List.of("Regular", "Bold");

    static {
        for (String weight : WEIGHTS) {
            try (InputStream file = open(weight)) {
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(Font.createFont(Font.TRUETYPE_FONT, file));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            } catch (FontFormatException broken) {
                throw new IllegalStateException("the font Inter in the jar must be readable: " + weight, broken);
            }
        }
    }

    private ChartFonts() {}

    private static InputStream open(String weight) {
        return Objects.requireNonNull(ChartFonts.class.getResourceAsStream(FILES + weight + ".otf"), weight);
    }

    /// Makes the family known to JavaFX; more than once does no harm.
    static void loadForScreen() {
        for (String weight : WEIGHTS) {
            try (InputStream file = open(weight)) {
                javafx.scene.text.Font.loadFont(file, 12);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /// The family for these texts: Inter, or the system's own where Inter lacks a character (AWT does not look further
    /// by itself).
    static String family(Stream<String> texts) {
        Font inter = new Font(FAMILY, Font.PLAIN, 12);
        return texts.allMatch(text -> inter.canDisplayUpTo(text) < 0) ? FAMILY : Font.SANS_SERIF;
    }
}
