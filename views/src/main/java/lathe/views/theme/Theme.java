package lathe.views.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Light, dark, or as the system has it. One per process, since JavaFX has one theme for all windows.
public final class Theme {

    /// What the user chose.
    public enum Mode { SYSTEM, LIGHT, DARK }

    private static final String FONTS = "/com/formdev/flatlaf/fonts/inter/Inter-";

    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.SYSTEM);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    /// Applies the theme at once; on the window's thread.
    public Theme(Mode first) {
        loadFonts();
        mode.set(first);
        apply();
        mode.subscribe(this::apply);
        Platform.getPreferences().colorSchemeProperty().subscribe(this::apply);
    }

    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    private void apply() {
        boolean now = switch (mode.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        Application.setUserAgentStylesheet(now ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet());
        dark.set(now);
    }

    /// Adds Lathe's own sheet to a scene; popups take it from the scene they belong to.
    public void dress(Scene scene) {
        scene.getStylesheets().add(sheet("lathe.css"));
    }

    private static String sheet(String name) {
        URL found = Theme.class.getResource(name);
        return Objects.requireNonNull(found, name).toExternalForm();
    }

    private static void loadFonts() {
        for (String weight : List.of("Regular", "Italic", "SemiBold", "Bold")) {
            try (InputStream font = Theme.class.getResourceAsStream(FONTS + weight + ".otf")) {
                Font.loadFont(Objects.requireNonNull(font, weight), 13);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
