package lathe.engine.flow;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import lathe.engine.builtin.Generators;
import lathe.engine.builtin.Learners;
import lathe.engine.builtin.Steps;
import lathe.engine.search.FoldFitter;
import lathe.engine.search.FoldJob;
import lathe.engine.search.RunDataFiles;
import lathe.engine.search.Wire;
import lathe.scoring.ProblemException;
import lathe.scoring.pack.MemberFile;
import lathe.scoring.pack.RecipeId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A worker process: fits one fold at a time as it is told on standard input, answers on standard output.
///
/// It ends itself as soon as its input ends, which is when the main process is gone, whatever it is doing.
public final class WorkerMain {

    private static final Logger LOG = Logger.getLogger(WorkerMain.class.getName());

    private static final long BYTES_OF_SMALL_FITS = 256L << 20;

    private final Path folder;
    private @Nullable FoldFitter fitter;
    private long keptBytes;

    private WorkerMain(Path folder) {
        this.folder = folder;
    }

    /// @param arguments the run's working folder, with `data` and `members` in it
    public static void main(String[] arguments) throws IOException, InterruptedException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
        // Whatever a library prints must not get between the messages.
        System.setOut(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        BlockingQueue<JsonNode> orders = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(in, orders), "orders");
        reader.setDaemon(true);
        reader.start();
        WorkerMain worker = new WorkerMain(Path.of(arguments[0]));
        while (true) {
            Wire.send(out, worker.answer(Wire.job(orders.take())));
            worker.tidy();
        }
    }

    // What outlives the young collections of a fit dies with it, yet the serial collector looks for it only when the whole heap
    // is full: hundreds of fits of a small table then take as much memory as a worker may have.
    private void tidy() {
        if (usedBytes() > BYTES_OF_SMALL_FITS + 2 * keptBytes) {
            System.gc();
            keptBytes = usedBytes();
        }
    }

    private static long usedBytes() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    // On its own thread, so that the end of the input is noticed in the middle of a fit.
    private static void read(DataInputStream in, BlockingQueue<JsonNode> orders) {
        try {
            JsonNode order = Wire.receive(in);
            while (order != null) {
                orders.add(order);
                order = Wire.receive(in);
            }
        } catch (IOException lost) {
            LOG.log(Level.FINE, "the input broke off", lost);
        }
        Runtime.getRuntime().halt(0);
    }

    private ObjectNode answer(FoldJob job) {
        try {
            return fit(job);
        } catch (ProblemException problem) {
            return broken(problem.problem().what(), problem);
        } catch (IOException | RuntimeException | LinkageError failed) {
            // The boundary of the process: whatever a learner does wrong costs this one trial.
            String reason = failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
            return broken(reason, failed);
        }
    }

    private static ObjectNode broken(String reason, Throwable cause) {
        LOG.log(Level.WARNING, "a fit failed", cause);
        return Wire.message("broken").put("reason", reason);
    }

    private ObjectNode fit(FoldJob job) throws IOException {
        FoldFitter ready = fitter;
        if (ready == null) {
            ready = new FoldFitter(RunDataFiles.read(folder.resolve("data")), Learners.ALL, Steps.ALL, Generators.ALL);
            fitter = ready;
        }
        long begin = System.nanoTime();
        FoldFitter.Fit fit = ready.fit(job);
        double seconds = (System.nanoTime() - begin) / 1e9;
        String stem = job.trial().learner() + "-" + job.trial().number() + "-" + job.fold();
        Path member = folder.resolve("members").resolve(stem + ".member");
        MemberFile.write(member, RecipeId.of(fit.recipe()), fit.recipe(), fit.form());
        Path predictions = folder.resolve("members").resolve(stem + ".predictions");
        double[] values = fit.validation().values();
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(values);
        Files.write(predictions, buffer.array());
        return Wire.message("fitted").put("seconds", seconds).put("member", member.toString())
                .put("predictions", predictions.toString()).put("rows", fit.validation().rows())
                .put("width", fit.validation().width()).put("predictSeconds", fit.predictSeconds())
                .put("features", fit.recipe().features().size());
    }
}
