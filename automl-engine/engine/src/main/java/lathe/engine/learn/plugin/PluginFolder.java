package lathe.engine.learn.plugin;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where plug-ins lie.
///
/// @param path    the folder, if there is one
/// @param problem a sentence why a folder that was named is not read; empty if all is well
public record PluginFolder(Optional<Path> path, String problem) {

    /// Variable that names the folder; worker processes inherit it.
    public static final String VARIABLE = "LATHE_PLUGINS";

    private static final String PROPERTY = "lathe.plugins";
    private static final String HOME = "lathe.home";

    /// Of this process: the system property `lathe.plugins`, else the variable, else `plugins` beside the application.
    public static PluginFolder current() {
        return of(System.getProperty(PROPERTY), System.getenv(VARIABLE), System.getProperty(HOME));
    }

    static PluginFolder of(@Nullable String property, @Nullable String variable, @Nullable String home) {
        if (property != null && !property.isBlank()) {
            return named(property);
        }
        if (variable != null && !variable.isBlank()) {
            return named(variable);
        }
        if (home == null || home.isBlank()) {
            return new PluginFolder(Optional.empty(), "");
        }
        Path beside = Path.of(home).toAbsolutePath().normalize().resolve("plugins");
        return new PluginFolder(Files.isDirectory(beside) ? Optional.of(beside) : Optional.empty(), "");
    }

    // A relative name would depend on where Lathe is started, perhaps in a folder somebody sent.
    private static PluginFolder named(String text) {
        try {
            Path path = Path.of(text);
            if (!path.isAbsolute()) {
                return new PluginFolder(Optional.empty(), "The plug-in folder must be named from the root, was '%s'.".formatted(text));
            }
            return Files.isDirectory(path) ? new PluginFolder(Optional.of(path.normalize()), "")
                    : new PluginFolder(Optional.empty(), "There is no plug-in folder '%s'.".formatted(text));
        } catch (InvalidPathException noPath) {
            return new PluginFolder(Optional.empty(), "'%s' cannot name a plug-in folder.".formatted(text));
        }
    }
}
