package lathe.views.desk;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import lathe.engine.track.SafeFile;
import lathe.scoring.ProblemException;

/// What the desktop remembers from one start to the next: window, theme, mode, recent projects, columns of tables.
///
/// A file of the user's settings folder; without it, or if it cannot be read or written, the desktop works all the same.
public final class Preferences {

    private static final Logger LOG = Logger.getLogger(Preferences.class.getName());
    private static final int MOST_RECENT = 12;

    private final Path file;
    private final Properties values = new Properties();

    public Preferences(Path file) {
        this.file = file;
        try (Reader reader = Files.exists(file) ? Files.newBufferedReader(file, StandardCharsets.UTF_8) : Reader.nullReader()) {
            values.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.log(Level.WARNING, "the preferences cannot be read: " + file, unreadable);
        }
    }

    public synchronized String get(String key, String otherwise) {
        return values.getProperty(key, otherwise);
    }

    public double number(String key, double otherwise) {
        try {
            return Double.parseDouble(get(key, Double.toString(otherwise)));
        } catch (NumberFormatException damaged) {
            return otherwise;
        }
    }

    /// Remembers a value and writes the file; small enough for any thread.
    public synchronized void put(String key, String value) {
        if (value.equals(values.setProperty(key, value))) {
            return;
        }
        write();
    }

    private void write() {
        StringBuilder text = new StringBuilder();
        values.stringPropertyNames().stream().sorted().forEach(key -> text.append(line(key)));
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            SafeFile.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException | ProblemException failed) {
            LOG.log(Level.WARNING, "the preferences cannot be written: " + file, failed);
        }
    }

    // The format's escapes are the library's business; its first line, a date, would differ each time.
    private String line(String key) {
        Properties one = new Properties();
        one.setProperty(key, values.getProperty(key));
        StringWriter out = new StringWriter();
        try {
            one.store(out, null);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toString().lines().filter(each -> !each.startsWith("#")).findFirst().orElse("") + "\n";
    }

    /// Project folders, the last one first, without those that are gone.
    public synchronized List<Path> recent() {
        List<Path> found = new ArrayList<>();
        for (int i = 0; i < MOST_RECENT; i++) {
            String text = get("recent." + i, "");
            try {
                if (!text.isEmpty() && Files.isDirectory(Path.of(text))) {
                    found.add(Path.of(text));
                }
            } catch (InvalidPathException damaged) {
                LOG.log(Level.WARNING, "a recent project has no valid path", damaged);
            }
        }
        return List.copyOf(found);
    }

    public synchronized void addRecent(Path project) {
        List<Path> all = new ArrayList<>(recent());
        all.remove(project);
        all.addFirst(project);
        for (int i = 0; i < MOST_RECENT; i++) {
            values.setProperty("recent." + i, i < all.size() ? all.get(i).toString() : "");
        }
        write();
    }
}
