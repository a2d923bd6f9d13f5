package lathe.views.chart;

import java.awt.Color;

/// The one bridge between the window's theme and the drawings.
///
/// Texts have a contrast of at least 4.5 to the background, marks of at least 3 (WCAG 2.2, 1.4.3 and 1.4.11). The
/// families differ in lightness and shape too, not in colour alone.
///
/// @param background of the card
/// @param text       names and numbers that matter
/// @param muted      ticks, notes
/// @param grid       thin lines behind the marks
/// @param rule       lines to compare with
public record ChartTheme(boolean dark, Color background, Color text, Color muted, Color grid, Color rule, Color accent,
        Color good, Color caution, Color bad, Color neutral, Color baseline, Color linear, Color forests, Color boosting,
        Color similarity, Color networks, Color ensemble) {

    /// Exports are always drawn with this one.
    public static final ChartTheme LIGHT = new ChartTheme(false, rgb(0xffffff), rgb(0x1f2328), rgb(0x59636e),
            rgb(0xe4e8ec), rgb(0x9a6700), rgb(0x0969da), rgb(0x1a7f37), rgb(0x9a6700), rgb(0xcf222e), rgb(0x6e7781),
            rgb(0x59636e), rgb(0xb98000), rgb(0x1a7f37), rgb(0x0969da), rgb(0xbf3989),
            rgb(0x8250df), rgb(0x0a3069));

    public static final ChartTheme DARK = new ChartTheme(true, rgb(0x0d1117), rgb(0xe6edf3), rgb(0x8b949e),
            rgb(0x262c34), rgb(0xd29922), rgb(0x4493f8), rgb(0x3fb950), rgb(0xd29922), rgb(0xf85149), rgb(0x848d97),
            rgb(0x9198a1), rgb(0xd29922), rgb(0x3fb950), rgb(0x4493f8), rgb(0xf778ba),
            rgb(0xab7df8), rgb(0xb6dcff));

    /// How much of the colour a filled area takes: large areas are calmer than lines.
    static final double FILL = 0.82;

    public static ChartTheme of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    public Color of(Hue hue) {
        return switch (hue) {
            case ACCENT -> accent;
            case GOOD -> good;
            case CAUTION -> caution;
            case BAD -> bad;
            case NEUTRAL -> neutral;
            case MUTED -> muted;
            case BASELINE -> baseline;
            case LINEAR -> linear;
            case FORESTS -> forests;
            case BOOSTING -> boosting;
            case SIMILARITY -> similarity;
            case NETWORKS -> networks;
            case ENSEMBLE -> ensemble;
        };
    }

    /// The same colour for native nodes.
    public javafx.scene.paint.Color fx(Hue hue) {
        Color color = of(hue);
        return javafx.scene.paint.Color.rgb(color.getRed(), color.getGreen(), color.getBlue());
    }

    /// A colour laid thinly on the background; opaque, so that screen, picture and SVG agree.
    ///
    /// @param share of the colour, from 0 to 1
    Color tint(Hue hue, double share) {
        return mix(background, of(hue), share);
    }

    /// The text colour that reads best on a fill.
    Color textOn(Color fill) {
        if (contrast(text, fill) >= 4.5) {
            return text;
        }
        return contrast(Color.BLACK, fill) > contrast(Color.WHITE, fill) ? Color.BLACK : Color.WHITE;
    }

    static Color mix(Color under, Color over, double share) {
        return new Color(channel(under.getRed(), over.getRed(), share), channel(under.getGreen(), over.getGreen(), share),
                channel(under.getBlue(), over.getBlue(), share));
    }

    private static int channel(int under, int over, double share) {
        return (int) Math.round(under + (over - under) * Math.clamp(share, 0, 1));
    }

    /// Contrast ratio from 1 to 21. Source: WCAG 2.2, definition of relative luminance and contrast ratio.
    static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * light(color.getRed()) + 0.7152 * light(color.getGreen()) + 0.0722 * light(color.getBlue());
    }

    private static double light(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Color rgb(int hex) {
        return new Color(hex);
    }
}
