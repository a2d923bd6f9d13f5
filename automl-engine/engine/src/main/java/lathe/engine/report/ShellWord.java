package lathe.engine.report;

import java.util.regex.Pattern;

/// A word of a command, written so that a person can copy it into a shell.
public final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./,:@%+=-]+");
    private static final Pattern PLAIN_ON_WINDOWS = Pattern.compile("[A-Za-z0-9_./,:@+=\\\\-]+");

    private ShellWord() { }

    /// For a POSIX shell.
    public static String posix(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /// For the shell of a system; the name of a file there cannot hold what its quotes do not.
    ///
    /// @param system as the property `os.name` says
    public static String of(String word, String system) {
        if (!system.startsWith("Windows")) {
            return posix(word);
        }
        return PLAIN_ON_WINDOWS.matcher(word).matches() ? word : "\"" + word + "\"";
    }
}
