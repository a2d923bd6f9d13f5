package lathe.xgboost;

import java.util.Locale;
import java.util.Optional;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// The native library: whether it exists for this machine, and loading it.
final class NativeLibrary {

    private NativeLibrary() { }

    /// Asked in any process: looks for the file, loads nothing.
    static Optional<String> missing() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return NativeLibrary.class.getResource("/lib/" + file(system, machine)) != null ? Optional.empty()
                : Optional.of("XGBoost's native library does not exist for %s on %s, or lib/xgboost4j is not beside the plug-in."
                        .formatted(system, machine));
    }

    private static String file(String system, String machine) {
        String processor = machine.equals("aarch64") || machine.equals("arm64") ? "aarch64" : "x86_64";
        if (system.startsWith("windows")) {
            return "windows/%s/xgboost4j.dll".formatted(processor);
        }
        return system.startsWith("mac") ? "macos/%s/libxgboost4j.dylib".formatted(processor) : "linux/%s/libxgboost4j.so".formatted(processor);
    }

    /// Has it unpacked into the process's temporary folder, which a worker has to itself, and loaded: with the first matrix.
    ///
    /// @throws ProblemException if it does not load
    static void load() {
        try {
            new DMatrix(new float[1], 1, 1, Float.NaN).dispose();
        } catch (XGBoostError | LinkageError failed) {
            throw new ProblemException(new Problem("xgboost-not-loaded", "XGBoost's native library does not load here (%s)"
                    .formatted(failed.getMessage()), "", "On Linux it needs libgomp; leave the learner out otherwise."), failed);
        }
    }
}
