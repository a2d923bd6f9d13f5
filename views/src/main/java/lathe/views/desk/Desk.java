package lathe.views.desk;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import lathe.scoring.Problem;
import lathe.views.theme.Theme;
import lathe.views.work.Work;

/// Everything a screen may use. Made once per window.
///
/// @param session     the open project
/// @param work        jobs beside the window's thread
/// @param preferences what is remembered between starts
/// @param theme       light or dark
/// @param locale      of words and numbers
/// @param picker      asks for files
/// @param samples     folder of the sample tables
/// @param goTo        shows another screen
/// @param problems    shows a problem that belongs to no field, as a banner
/// @param notices     shows a short good news, such as "Saved"
/// @param reveal      shows a file in the system's file browser
public record Desk(Session session, Work work, Preferences preferences, Theme theme, Locale locale, FilePicker picker,
                   Path samples, Consumer<Place> goTo, Consumer<Problem> problems, Consumer<String> notices,
                   Consumer<Path> reveal) { }
