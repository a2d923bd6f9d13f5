package lathe.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Where stack traces go: `~/.lathe/logs`, or the temporary folder if that cannot be written. Nothing is logged on screen.
final class LogFile {

    private static final int MOST_BYTES = 2 << 20;

    private LogFile() { }

    /// A log that cannot be written must not spoil the message a person is meant to read.
    private static final class Silent extends ErrorManager {
        @Override
        public synchronized void error(String message, Exception failure, int code) {
            // Where else should it be told?
        }
    }

    static Path open() {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        Path usual = Path.of(System.getProperty("user.home"), ".lathe", "logs");
        Path spare = Path.of(System.getProperty("java.io.tmpdir"), "lathe-logs");
        for (Path folder : new Path[] {usual, spare}) {
            try {
                Files.createDirectories(folder);
                Path file = folder.resolve("lathe.log");
                FileHandler handler = new FileHandler(folder.resolve("lathe.%u.log").toString(), MOST_BYTES, 1, true);
                handler.setFormatter(new SimpleFormatter());
                handler.setLevel(Level.INFO);
                handler.setErrorManager(new Silent());
                root.addHandler(handler);
                return file.resolveSibling("lathe.0.log");
            } catch (IOException notHere) {
                Logger.getLogger(LogFile.class.getName()).log(Level.FINE, "no log in " + folder, notHere);
            }
        }
        return spare;
    }
}
