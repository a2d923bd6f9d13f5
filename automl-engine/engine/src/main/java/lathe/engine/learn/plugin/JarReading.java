package lathe.engine.learn.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.learn.LearnerApi;

/// Loads one jar. Its class loader is a child of the engine's, so that two plug-ins may use two versions of a library.
final class JarReading {

    private static final Logger LOG = Logger.getLogger(JarReading.class.getName());
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,39}");   // it becomes part of file names

    private final Path file;
    private final Set<String> taken;
    private final List<Learner> all;
    private final List<String> ids = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /// @param taken ids in use; grows
    /// @param all   learners in use; grows
    JarReading(Path file, Set<String> taken, List<Learner> all) {
        this.file = file;
        this.taken = taken;
        this.all = all;
    }

    PluginJar read() {
        try {
            Attributes manifest = manifest();
            String api = Objects.toString(manifest.getValue(LearnerApi.ATTRIBUTE), "");
            if (!api.strip().equals(Integer.toString(LearnerApi.VERSION))) {
                return PluginJar.leftOut(file, api.isBlank()
                        ? "Its manifest does not say %s; this Lathe loads version %d.".formatted(LearnerApi.ATTRIBUTE, LearnerApi.VERSION)
                        : "It was written for version %s of the learners' interface; this Lathe has version %d."
                                .formatted(api.strip(), LearnerApi.VERSION));
            }
            load();
            String version = Objects.toString(manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION), "");
            return new PluginJar(file, version, ids, problems);
        } catch (IOException | SecurityException broken) {
            LOG.log(Level.FINE, "a plug-in could not be read", broken);
            return PluginJar.leftOut(file, "It is not a jar that can be read (%s).".formatted(broken.getMessage()));
        }
    }

    private Attributes manifest() throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            return manifest == null ? new Attributes() : manifest.getMainAttributes();
        }
    }

    private void load() throws IOException {
        // Stays open as long as the process: classes are loaded when they are first used.
        URLClassLoader loader = new URLClassLoader("plugin " + file.getFileName(), new URL[] {file.toUri().toURL()},
                Learner.class.getClassLoader());
        try {
            List<ServiceLoader.Provider<Learner>> found = ServiceLoader.load(Learner.class, loader).stream()
                    .filter(provider -> loader.equals(provider.type().getClassLoader())).toList();
            if (found.isEmpty()) {
                problems.add("It names no learner in META-INF/services/%s.".formatted(Learner.class.getName()));
            }
            found.forEach(this::add);
        } catch (ServiceConfigurationError | LinkageError broken) {
            LOG.log(Level.FINE, "a plug-in could not be loaded", broken);
            problems.add("Its learners could not be loaded (%s).".formatted(broken));
        }
        if (ids.isEmpty()) {
            loader.close();
        }
    }

    private void add(ServiceLoader.Provider<Learner> provider) {
        String type = provider.type().getName();
        try {
            Learner learner = provider.get();
            String id = Objects.requireNonNull(learner.id(), "its id is null");
            Preparation preparation = Objects.requireNonNull(learner.preparation(), "its preparation is null");
            if (!ID.matcher(id).matches()) {
                problems.add("The id '%s' of %s must be lower-case letters, digits and underscores, at most 40.".formatted(id, type));
            } else if (!taken.add(id)) {
                problems.add("There is already a learner '%s'; that of %s was left out.".formatted(id, type));
            } else {
                ids.add(id);
                all.add(new PluginLearner(id, preparation, learner, String.valueOf(file.getFileName())));
            }
        } catch (ServiceConfigurationError | RuntimeException | LinkageError broken) {
            LOG.log(Level.FINE, "a learner of a plug-in could not be made", broken);
            Throwable cause = broken.getCause() == null ? broken : broken.getCause();
            problems.add("%s could not be made (%s).".formatted(type, cause));
        }
    }
}
