package lathe.engine.adapter.smile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// Brings OpenBLAS, which Smile's linear algebra needs and does not ship, into this process.
///
/// The libraries lie in a jar on the class path. They are unpacked once for each user and version and then loaded, so
/// that Smile finds them by name without a library path. macOS has its own and needs nothing. Where it fails,
/// [#problem()] says why and the learners that need it refuse.
public final class NativeBlas {

    private static final String FOLDER = "org/bytedeco/openblas/";
    private static final String VERSION = "META-INF/maven/org.bytedeco/openblas/pom.properties";
    private static final Pattern WANTED = Pattern.compile("lib(?!jni).*\\.(so(\\.\\d+)*|dll)");

    // Smile asks for libopenblas.so; on Linux a loaded library answers to the name inside it, which has a number more.
    private static final byte[] NUMBERED = "libopenblas.so.0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PLAIN = "libopenblas.so\0\0\0".getBytes(StandardCharsets.US_ASCII);

    private NativeBlas() {
    }

    private static final class Once {
        private static final Optional<Problem> PROBLEM = load();
    }

    /// Loads it at the first call. Nothing if it is there, otherwise why not.
    public static Optional<Problem> problem() {
        return Once.PROBLEM;
    }

    /// Sees to it that it is loaded before Smile first looks for it.
    ///
    /// @throws ProblemException if it cannot be
    static void require() {
        problem().ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }

    /// What a worker's environment should say, so that one fit stays on one core.
    public static Map<String, String> environment() {
        return Map.of("OPENBLAS_NUM_THREADS", "1", "OMP_NUM_THREADS", "1", "OMP_WAIT_POLICY", "PASSIVE",
                "GOMP_SPINCOUNT", "0");
    }

    private static Optional<Problem> load() {
        String platform = platform();
        if (platform.startsWith("macosx")) {
            return Optional.empty();
        }
        ClassLoader loader = NativeBlas.class.getClassLoader();
        URL folder = loader.getResource(FOLDER + platform + "/");
        if (folder == null) {
            return Optional.of(problem("the libraries of OpenBLAS for %s are not on the class path".formatted(platform)));
        }
        try {
            loadAll(UnpackedLibraries.in(UnpackedLibraries.home(System.getenv()), version(loader) + "-" + platform,
                    files -> unpack(folder, platform, files)));
            smile.linalg.blas.cblas_h.openblas_set_num_threads(1);
            return Optional.empty();
        } catch (IOException | UncheckedIOException | UnsatisfiedLinkError | ExceptionInInitializerError failed) {
            return Optional.of(problem(String.valueOf(failed.getMessage())));
        }
    }

    private static Problem problem(String reason) {
        return Problem.of("blas-missing", "Ridge and elastic net need OpenBLAS, which could not be loaded: %s.".formatted(reason),
                "The other learners work without it; see whether your home folder can be written to.");
    }

    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arm = System.getProperty("os.arch", "").equals("aarch64") ? "arm64" : "x86_64";
        if (system.startsWith("windows")) {
            return "windows-" + arm;
        }
        return (system.startsWith("mac") ? "macosx-" : "linux-") + arm;
    }

    private static String version(ClassLoader loader) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = loader.getResourceAsStream(VERSION)) {
            if (in != null) {
                properties.load(in);
            }
        }
        return "openblas-" + properties.getProperty("version", "unknown").replaceAll("[^\\w.-]", "_");
    }

    private static void unpack(URL folder, String platform, Path into) throws IOException {
        if (!(folder.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("OpenBLAS is expected in a jar, was at " + folder);
        }
        connection.setUseCaches(false);
        String start = FOLDER + platform + "/";
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : jar.stream().filter(entry -> entry.getName().startsWith(start)).toList()) {
                String name = entry.getName().substring(start.length());
                if (WANTED.matcher(name).matches()) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        byte[] bytes = in.readAllBytes();
                        rename(bytes);
                        Files.write(into.resolve(name), bytes);
                    }
                }
            }
        }
    }

    private static void rename(byte[] library) {
        for (int at = 0; at + NUMBERED.length <= library.length; at++) {
            if (library[at] == NUMBERED[0] && matches(library, at)) {
                System.arraycopy(PLAIN, 0, library, at, PLAIN.length);
            }
        }
    }

    private static boolean matches(byte[] library, int at) {
        for (int i = 0; i < NUMBERED.length; i++) {
            if (library[at + i] != NUMBERED[i]) {
                return false;
            }
        }
        return true;
    }

    /// Loads what can be loaded until nothing is left: a library loads once those it needs are there.
    @SuppressWarnings("restricted") // native code is what this class is for
    private static void loadAll(List<Path> libraries) {
        List<Path> left = new ArrayList<>(libraries);
        while (!left.isEmpty()) {
            List<Path> failed = new ArrayList<>();
            UnsatisfiedLinkError last = new UnsatisfiedLinkError();
            for (Path library : left) {
                try {
                    System.load(library.toString());
                } catch (UnsatisfiedLinkError missing) {
                    failed.add(library);
                    last = missing;
                }
            }
            if (failed.size() == left.size()) {
                throw last;
            }
            left = failed;
        }
    }
}
