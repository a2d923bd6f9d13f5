package lathe.engine.search;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import lathe.scoring.Predictions;
import lathe.scoring.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One worker: a Java process that fits one fold at a time. Used by one thread; [#close] may come from another.
final class WorkerProcess {

    private static final Logger LOG = Logger.getLogger(WorkerProcess.class.getName());
    // More than a fifth of a worker's first half minute went into compiling for speed what is run for a short while only.
    private static final List<String> COMPILING_LATER = List.of("-XX:Tier4InvocationThreshold=100000", "-XX:Tier4MinInvocationThreshold=20000",
            "-XX:Tier4CompileThreshold=300000", "-XX:Tier4BackEdgeThreshold=800000");

    private static final double GRACE_SECONDS = 3;
    private static final double GRACE_OF_FIRST = 12;   // Java starts, reads the table and compiles what it runs

    private final int number;
    private final WorkerSettings settings;
    private volatile @Nullable Process process;
    private @Nullable DataInputStream in;
    private @Nullable DataOutputStream out;
    private volatile boolean closed;
    private volatile boolean overran;
    private volatile boolean warm;   // has answered before

    WorkerProcess(int number, WorkerSettings settings) {
        this.number = number;
        this.settings = settings;
    }

    /// Starts the process unless it lives. A failure shows at the next [#run].
    synchronized void start() {
        Process running = process;
        if (closed || (running != null && running.isAlive())) {
            return;
        }
        try {
            Path temporary = Files.createDirectories(settings.folder().resolve("tmp-" + number));
            Path arguments = temporary.resolve("java.args");
            Files.write(arguments, arguments(temporary));
            ProcessBuilder builder = new ProcessBuilder(java(), "@" + arguments, settings.mainClass(),
                    settings.folder().toString());
            builder.environment().put("OMP_NUM_THREADS", "1");
            builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
            builder.environment().put("GOMP_SPINCOUNT", "0");
            builder.environment().putAll(settings.environment());
            builder.redirectError(ProcessBuilder.Redirect.appendTo(
                    settings.folder().resolve("worker-" + number + ".log").toFile()));
            Process started = builder.start();
            process = started;
            in = new DataInputStream(new BufferedInputStream(started.getInputStream()));
            out = new DataOutputStream(new BufferedOutputStream(started.getOutputStream()));
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "worker " + number + " could not be started", failed);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    // A file, because ONNX Runtime's library crashes behind command lines of some thousand characters.
    private List<String> arguments(Path temporary) {
        List<String> all = new ArrayList<>(COMPILING_LATER);
        all.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC",
                "-Xshare:auto", "-XX:+ExitOnOutOfMemoryError", "-Xmx" + settings.megabytes() + "m",
                "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=40",   // what one large fit took is given back after it
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + quoted(temporary.toString()),
                "-cp", quoted(absolute(System.getProperty("java.class.path")))));
        return all;
    }

    private static String absolute(String classPath) {
        StringBuilder all = new StringBuilder();
        for (String part : classPath.split(File.pathSeparator, -1)) {
            all.append(all.isEmpty() ? "" : File.pathSeparator).append(new File(part).getAbsolutePath());
        }
        return all.toString();
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    FoldResult run(FoldJob job) {
        long begin = System.nanoTime();
        start();
        overran = false;
        Process running = process;
        DataInputStream answers = in;
        DataOutputStream orders = out;
        if (running == null || answers == null || orders == null) {
            return broken(job, begin, "no worker process could be started");
        }
        CompletableFuture<Void> watchdog = CompletableFuture.runAsync(() -> {
            overran = true;
            running.destroyForcibly();
        }, CompletableFuture.delayedExecutor((long) (1000 * (job.seconds() + (warm ? GRACE_SECONDS : GRACE_OF_FIRST))), TimeUnit.MILLISECONDS));
        try {
            Wire.send(orders, Wire.job(job));
            JsonNode answer = Wire.receive(answers);
            if (answer == null) {
                return ended(job, begin, running);
            }
            warm = true;
            return result(job, begin, answer);
        } catch (IOException lost) {
            LOG.log(Level.FINE, "worker " + number + " is gone", lost);
            return ended(job, begin, running);
        } finally {
            watchdog.cancel(false);
        }
    }

    private FoldResult result(FoldJob job, long begin, JsonNode answer) throws IOException {
        if (!answer.path("kind").asString().equals("fitted")) {
            return broken(job, begin, answer.path("reason").asString("it gave no reason"));
        }
        Path predictions = Path.of(answer.path("predictions").asString());
        int width = answer.path("width").asInt();
        double[] values = RunDataFiles.readDoubles(predictions, answer.path("rows").asInt() * width);
        Files.deleteIfExists(predictions);
        return new FoldResult.Fitted(job, answer.path("seconds").asDouble(),
                answer.path("predictSeconds").asDouble(), answer.path("features").asInt(), new Predictions(width, values),
                Path.of(answer.path("member").asString()));
    }

    private FoldResult ended(FoldJob job, long begin, Process running) {
        String reason = overran
                ? "it took longer than the %.0f s it was given".formatted(job.seconds())
                : closed ? "the run has ended" : "its process ended%s".formatted(exitCode(running));
        running.destroyForcibly();
        process = null;
        warm = false;
        start();
        return broken(job, begin, reason);
    }

    private static String exitCode(Process running) {
        try {
            return running.waitFor(1, TimeUnit.SECONDS) ? " with code " + running.exitValue() : "";
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static FoldResult broken(FoldJob job, long begin, String reason) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new FoldResult.Broken(job, seconds, new Problem("trial-failed",
                "%s could not be fitted: %s.".formatted(job.trial().name(), reason), "",
                "The search goes on without it."));
    }

    /// Ends the process and waits until it is gone, so that nobody writes into the run's folder any more.
    void close() {
        closed = true;
        synchronized (this) {
            Process running = process;
            if (running != null) {
                running.destroyForcibly();
                exitCode(running);
            }
        }
    }
}
