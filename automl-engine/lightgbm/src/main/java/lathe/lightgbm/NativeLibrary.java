package lathe.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// The native library: whether it exists for this machine, and loading it.
final class NativeLibrary {

    private NativeLibrary() { }

    /// Asked in any process: looks for the file, loads nothing.
    static Optional<String> missing() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String file = file(system, machine);
        return NativeLibrary.class.getResource("/lightgbm4j/" + file) != null ? Optional.empty()
                : Optional.of("LightGBM's native library does not exist for %s on %s, or lib/lightgbm4j is not beside the plug-in."
                        .formatted(system, machine));
    }

    private static String file(String system, String machine) {
        String processor = machine.equals("aarch64") || machine.equals("arm64") ? "aarch64" : "x86_64";
        if (system.startsWith("windows")) {
            return "windows/%s/lib_lightgbm.dll".formatted(processor);
        }
        return system.startsWith("mac") ? "osx/%s/lib_lightgbm.dylib".formatted(processor) : "linux/%s/lib_lightgbm.so".formatted(processor);
    }

    /// Unpacks it into the process's temporary folder, which a worker has to itself, and loads it.
    ///
    /// @throws ProblemException if it does not load
    static void load() {
        try {
            LGBMBooster.loadNative();
        } catch (IOException | LinkageError failed) {
            throw new ProblemException(new Problem("lightgbm-not-loaded", "LightGBM's native library does not load here (%s)"
                    .formatted(failed.getMessage()), "", "On Linux it needs libgomp; leave the learner out otherwise."), failed);
        }
    }
}
