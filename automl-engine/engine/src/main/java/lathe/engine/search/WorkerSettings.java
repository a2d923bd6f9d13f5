package lathe.engine.search;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// How worker processes are started.
///
/// @param mainClass   name of the class to run; it speaks [Wire] on its standard input and output
/// @param folder      where data, members, logs and temporary files of this run go
/// @param megabytes   heap of one worker
/// @param environment variables set for it (where native libraries are found)
public record WorkerSettings(String mainClass, Path folder, long megabytes, Map<String, String> environment) {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})([gGmM])");
    private static final long LEAST = 512;
    private static final long REST_OF_THE_WORLD = 3072;
    private static final long LEAST_ASKED = 256;
    private static final long BESIDE_HEAP = 220;   // classes, compiled code, threads and native libraries of a process

    public WorkerSettings {
        environment = Map.copyOf(environment);
    }

    /// Where [RunDataFiles] lie.
    public Path data() {
        return folder.resolve("data");
    }

    public Path members() {
        return folder.resolve("members");
    }

    /// Heap for each of some workers: what the machine has, less 3 GB for the rest of the world; or what the variable `LATHE_MEMORY`
    /// leaves of itself to them, which bounds all processes of a run together.
    ///
    /// @throws ProblemException if the variable cannot be read
    public static long megabytesFor(int workers) {
        String asked = System.getenv("LATHE_MEMORY");
        if (asked != null && !asked.isBlank()) {
            return megabytesOf(asked.strip(), workers, Runtime.getRuntime().maxMemory() >> 20);
        }
        long machine = ((OperatingSystemMXBean)
                ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize() >> 20;
        return Math.max(LEAST, (machine - REST_OF_THE_WORLD) / Math.max(1, workers));
    }

    /// @param asked memory of all processes, as `3g` or `3000m`
    /// @param own   heap of this process
    static long megabytesOf(String asked, int workers, long own) {
        Matcher size = SIZE.matcher(asked);
        if (!size.matches()) {
            throw new ProblemException(Problem.of("memory-unreadable", "LATHE_MEMORY must be a size such as 3g or 3000m, was '%s'.".formatted(asked),
                    "Correct the variable, or unset it to use what the machine has."));
        }
        long all = Long.parseLong(size.group(1)) << (size.group(2).equalsIgnoreCase("g") ? 10 : 0);
        long left = (all - own - BESIDE_HEAP) / Math.max(1, workers) - BESIDE_HEAP;
        if (left < LEAST_ASKED) {
            throw new ProblemException(Problem.of("memory-too-small", "LATHE_MEMORY=%s leaves %d MB to each of %d workers; they need %d MB. The process that started them may take %d MB."
                    .formatted(asked, Math.max(0, left), workers, LEAST_ASKED, own), "Give more, or use fewer threads (--threads 1)."));
        }
        return left;
    }
}
