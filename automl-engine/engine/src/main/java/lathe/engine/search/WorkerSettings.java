package lathe.engine.search;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;

/// How worker processes are started.
///
/// @param mainClass   name of the class to run; it speaks [Wire] on its standard input and output
/// @param folder      where data, members, logs and temporary files of this run go
/// @param megabytes   heap of one worker
/// @param environment variables set for it (where native libraries are found)
public record WorkerSettings(String mainClass, Path folder, long megabytes, Map<String, String> environment) {

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

    /// Heap for each of some workers: what the machine has, less 3 GB for the rest of the world.
    public static long megabytesFor(int workers) {
        long machine = ((OperatingSystemMXBean)
                ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize() >> 20;
        return Math.max(512, (machine - 3072) / Math.max(1, workers));
    }
}
