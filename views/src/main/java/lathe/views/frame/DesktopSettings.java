package lathe.views.frame;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import lathe.views.desk.FilePicker;
import lathe.views.desk.Look;
import org.jspecify.annotations.Nullable;

/// What the desktop is started with.
///
/// @param preferences file of what is remembered
/// @param projects    folder for projects about new files
/// @param samples     folder of the sample tables
/// @param locale      of words and numbers
/// @param picker      asks for files; null for the system's dialogs
/// @param reveal      shows a folder in the system's file browser; null for the system's own way
/// @param first       a look at the file or project to open at once, or null
public record DesktopSettings(Path preferences, Path projects, Path samples, Locale locale, @Nullable FilePicker picker,
                              @Nullable Consumer<Path> reveal, @Nullable Look first) {

    DesktopSettings withReveal(Consumer<Path> newReveal) {
        return new DesktopSettings(preferences, projects, samples, locale, picker, newReveal, first);
    }
}
