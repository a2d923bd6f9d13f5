package lathe.views.theme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Contrast by WCAG 2.1, success criterion 1.4.3: (L1 + 0.05) / (L2 + 0.05) of the relative luminances, at least 4.5 for text.
class ThemeContrastTest {

    private static final double LEAST = 4.5;
    private static final Pattern COLOUR = Pattern.compile("(-color-[a-z0-9-]+):\\s*(#[0-9a-fA-F]{3,8}|rgba?\\([^)]*\\))");
    private static final Pattern RULE = Pattern.compile("\\.pill\\.tone-([a-z]+) \\{([^}]*)}");

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({"fg-default, bg-default", "fg-default, bg-subtle", "fg-default, bg-inset", "fg-muted, bg-default",
        "fg-muted, bg-subtle", "fg-default, danger-subtle", "fg-muted, danger-subtle", "fg-default, accent-subtle",
        "fg-default, bg-overlay", "fg-emphasis, accent-emphasis", "accent-fg, bg-default", "danger-fg, bg-default",
        "success-fg, bg-default", "warning-fg, bg-default"})
    void textCanBeReadInLightAndDark(String text, String background) throws IOException {
        check(text, background, new PrimerLight().getUserAgentStylesheet());
        check(text, background, new PrimerDark().getUserAgentStylesheet());
    }

    @ParameterizedTest
    @CsvSource({"neutral", "accent", "good", "caution", "bad"})
    void everyPillCanBeReadInLightAndDark(String tone) throws IOException {
        Matcher rules = RULE.matcher(text("lathe.css"));
        boolean found = false;
        while (rules.find()) {
            if (rules.group(1).equals(tone)) {
                found = true;
                String background = part(rules.group(2), "-fx-background-color");
                String fill = part(rules.group(2), "-fx-text-fill");
                check(fill, background, new PrimerLight().getUserAgentStylesheet());
                check(fill, background, new PrimerDark().getUserAgentStylesheet());
            }
        }
        assertTrue(found, "no rule for the tone " + tone);
    }

    private static void check(String text, String background, String sheet) throws IOException {
        Map<String, Color> own = colours(text("lathe.css"));
        Map<String, Color> colours = colours(text(sheet.replace(".bss", ".css")));
        own.forEach(colours::put);
        Color page = colour(colours, "bg-default");
        Color ground = over(colour(colours, background), page);
        Color letters = over(colour(colours, text), ground);
        double contrast = contrast(letters, ground);
        assertTrue(contrast >= LEAST, "%s on %s has contrast %.2f in %s".formatted(text, background, contrast, sheet));
    }

    private static Color colour(Map<String, Color> colours, String name) {
        Color found = colours.get("-color-" + name);
        assertTrue(found != null, "there is no colour " + name);
        return found;
    }

    private static String part(String rule, String property) {
        Matcher value = Pattern.compile(property + ":\\s*-color-([a-z-]+)").matcher(rule);
        assertTrue(value.find(), property + " in " + rule);
        return value.group(1);
    }

    private static Map<String, Color> colours(String css) {
        Map<String, Color> found = new HashMap<>();
        Matcher matcher = COLOUR.matcher(css);
        while (matcher.find()) {
            found.putIfAbsent(matcher.group(1), Color.web(matcher.group(2)));
        }
        return found;
    }

    private static String text(String resource) throws IOException {
        String name = resource.startsWith("/") ? resource : resource.contains("/") ? "/" + resource : resource;
        try (InputStream in = ThemeContrastTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Color over(Color top, Color ground) {
        return ground.interpolate(Color.color(top.getRed(), top.getGreen(), top.getBlue()), top.getOpacity());
    }

    private static double contrast(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
