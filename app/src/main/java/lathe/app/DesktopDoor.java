package lathe.app;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import lathe.views.desk.Look;
import lathe.views.frame.Desktop;
import lathe.views.frame.DesktopSettings;
import org.jspecify.annotations.Nullable;

/// The front door with a window: `lathe`, `lathe FILE`, `lathe PROJECT`.
final class DesktopDoor {

    private DesktopDoor() { }

    /// True without arguments, and for one that is a file or a folder and no command.
    static boolean isMeant(String[] arguments) {
        if (arguments.length == 0) {
            return true;
        }
        return arguments.length == 1 && file(arguments[0]) != null && !isCommand(arguments[0]);
    }

    // To list the commands takes longer than all else before the window, and no command has a dot or a slash.
    private static boolean isCommand(String argument) {
        return argument.chars().allMatch(Character::isLetter) && Lathe.line(Instant.EPOCH).getSubcommands().containsKey(argument);
    }

    private static @Nullable Path file(String argument) {
        try {
            Path path = Path.of(argument).toAbsolutePath();
            return Files.exists(path) ? path : null;
        } catch (InvalidPathException noPath) {
            return null;
        }
    }

    /// Returns when the window is closed.
    ///
    /// @return the exit code
    static int open(String[] arguments, Locale locale, PrintStream err) {
        if (!hasScreen(System.getenv(), System.getProperty("os.name", ""))) {
            err.println("lathe: there is no screen to open a window on. The commands work without one: lathe --help");
            return Lathe.USER_CAN_FIX;
        }
        Path first = arguments.length == 0 ? null : file(arguments[0]);
        Look look = first == null ? null : Look.begun(first);   // JavaFX takes longer to load than the head of a file
        Path user = Path.of(System.getProperty("user.home"));
        Path home = Path.of(System.getProperty("lathe.home", ""));
        Desktop.open(new DesktopSettings(user.resolve(".lathe").resolve("desktop.properties"), user.resolve("Lathe"),
                home.resolve("sample-data"), locale, null, null, look));
        return 0;
    }

    private static boolean hasScreen(Map<String, String> environment, String system) {
        boolean needsNone = system.startsWith("Windows") || system.startsWith("Mac")
                || "Headless".equals(System.getProperty("glass.platform"));
        return needsNone || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }
}
