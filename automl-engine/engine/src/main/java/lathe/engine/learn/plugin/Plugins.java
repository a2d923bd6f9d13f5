package lathe.engine.learn.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import lathe.engine.learn.Learner;

/// What was found in the plug-in folder: learners to use, and why anything was left out. Read once, then unchanged.
///
/// @param folder   that was read
/// @param jars     each jar in it, in the order of their names
/// @param learners all that are used
public record Plugins(PluginFolder folder, List<PluginJar> jars, List<Learner> learners) {

    private static final Logger LOG = Logger.getLogger(Plugins.class.getName());

    public Plugins {
        jars = List.copyOf(jars);
        learners = List.copyOf(learners);
    }

    /// Loads every jar of the folder. Whatever is wrong with one is told in [PluginJar#problems]; nothing is thrown.
    ///
    /// @param taken ids that no plug-in may have
    public static Plugins read(PluginFolder folder, Set<String> taken) {
        List<PluginJar> jars = new ArrayList<>();
        List<Learner> learners = new ArrayList<>();
        Optional<Path> path = folder.path();
        if (path.isEmpty()) {
            return new Plugins(folder, jars, learners);
        }
        Set<String> used = new HashSet<>(taken);
        try {
            for (Path file : jarsIn(path.get())) {
                jars.add(new JarReading(file, used, learners).read());
            }
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "reading the plug-in folder", failed);
            return new Plugins(new PluginFolder(path, "The plug-in folder could not be read (%s).".formatted(failed)), jars, learners);
        }
        jars.forEach(jar -> jar.problems().forEach(problem -> LOG.warning(jar.name() + ": " + problem)));
        return new Plugins(folder, jars, learners);
    }

    /// Version by name of the jars whose learners are used, for a run's provenance.
    public Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        jars.stream().filter(jar -> !jar.learners().isEmpty())
                .forEach(jar -> versions.put("plug-in " + jar.name(), jar.version().isEmpty() ? "unknown" : jar.version()));
        return versions;
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar")
                    && Files.isRegularFile(file)).sorted().toList();
        }
    }
}
