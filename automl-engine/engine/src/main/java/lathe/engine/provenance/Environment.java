package lathe.engine.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What a run ran on. Numbers may differ in their last digits between platforms, so it is kept with every result.
///
/// @param lathe       version of Lathe
/// @param java        version and vendor of the Java runtime
/// @param os          name and version of the operating system
/// @param arch        processor architecture
/// @param cores       processors Java may use
/// @param memoryBytes most memory Java may use for objects
/// @param libraries   version by name of the libraries that compute or store, sorted
public record Environment(String lathe, String java, String os, String arch, int cores, long memoryBytes,
                          Map<String, String> libraries) {

    private static final String VERSIONS = "/lathe/engine/versions.txt";

    public Environment {
        libraries = Collections.unmodifiableMap(new TreeMap<>(libraries));
    }

    /// Of this process.
    public static Environment current() {
        Map<String, String> versions = versions();
        String lathe = versions.getOrDefault("lathe", "unknown");
        versions.remove("lathe");
        Runtime runtime = Runtime.getRuntime();
        return new Environment(lathe,
                System.getProperty("java.runtime.version") + " " + System.getProperty("java.vendor"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"), System.getProperty("os.arch"),
                runtime.availableProcessors(), runtime.maxMemory(), versions);
    }

    /// @param more version by name of further libraries
    public Environment with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(libraries);
        all.putAll(more);
        return new Environment(lathe, java, os, arch, cores, memoryBytes, all);
    }

    /// Version of this Lathe.
    public static String latheVersion() {
        return versions().getOrDefault("lathe", "unknown");
    }

    // The build writes the versions it was made with into this resource, one "name=version" a line.
    private static Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        try (InputStream in = Environment.class.getResourceAsStream(VERSIONS)) {
            if (in == null) {
                return versions;
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    versions.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
                }
            }
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + VERSIONS, e);
        }
    }
}
