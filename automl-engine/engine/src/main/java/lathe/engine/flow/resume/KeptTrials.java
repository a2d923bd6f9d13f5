package lathe.engine.flow.resume;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.CRC32C;
import lathe.engine.evaluate.Metric;
import lathe.engine.flow.resume.KeptTrialCodec.Entry;
import lathe.engine.flow.resume.KeptTrialCodec.Mark;
import lathe.engine.search.TrialEnd;
import lathe.engine.search.TrialOutcome;
import lathe.engine.track.SafeFile;
import lathe.scoring.ProblemException;
import org.jspecify.annotations.Nullable;

/// Writes `runs/<id>/resume` while a run goes on, on a thread of its own: for each trial `trial-N.json`, its predictions for
/// the out-of-fold rows and its fold models, which are links to the files of the run where the disk knows links.
///
/// Predictions and models together take at most [#MOST_BYTES]; of the worst trials only the score stays. A trial's JSON is
/// written after its files and rewritten before they go, so whatever ends the process, what is there can be continued. A disk
/// that takes no more costs the run nothing but that.
public final class KeptTrials implements AutoCloseable {

    /// What predictions and models of a run's trials may take in all. The best trial stays even if it alone takes more.
    public static final long MOST_BYTES = 256L << 20;

    static final String FOLDER = "resume";

    private static final Logger LOG = Logger.getLogger(KeptTrials.class.getName());
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_WAIT = 60;

    private final Path folder;
    private final Metric metric;
    private final long most;
    private final Map<Integer, Kept> kept = new HashMap<>();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("kept-trials").daemon().factory());

    private record Kept(Entry entry, double value, long bytes) { }

    /// @param home folder of the run
    public KeptTrials(Path home, Metric metric) {
        this(home, metric, MOST_BYTES);
    }

    KeptTrials(Path home, Metric metric, long most) {
        this.folder = home.resolve(FOLDER);
        this.metric = metric;
        this.most = most;
    }

    /// From now on the run can be continued. Waits for nobody.
    public void begin(KeptPlan plan) {
        thread.execute(() -> quietly(() -> {
            Files.createDirectories(folder);
            plan.write(folder);
        }));
    }

    /// Keeps a trial; its files must stay where they are until [#close].
    ///
    /// @param at seconds of search after which it ended
    public void keep(TrialEnd end, double at) {
        thread.execute(() -> quietly(() -> {
            Files.createDirectories(folder);
            write(new KeptTrial(end, at));
        }));
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void quietly(Writing writing) {
        try {
            writing.run();
        } catch (IOException | UncheckedIOException | ProblemException failed) {
            LOG.log(Level.WARNING, "something was not kept in " + folder + " for a later continuation", failed);
        }
    }

    private void write(KeptTrial trial) throws IOException {
        int number = trial.end().trial().number();
        if (!(trial.end().outcome() instanceof TrialOutcome.Scored scored) || scored.members().isEmpty()) {
            writeEntry(new Entry(trial, null, List.of()));
            return;
        }
        try {
            Mark predictions = predictions(number, scored);
            long bytes = predictions.bytes();
            List<Mark> members = new ArrayList<>();
            for (int fold = 0; fold < scored.members().size(); fold++) {
                Path member = member(folder, number, fold);
                linkOrCopy(scored.members().get(fold), member);
                Mark mark = mark(member);
                members.add(mark);
                bytes += mark.bytes();
            }
            Entry entry = new Entry(trial, predictions, members);
            writeEntry(entry);
            kept.put(number, new Kept(entry, scored.value(), bytes));
        } catch (IOException | ProblemException full) {
            remove(number, scored.members().size());
            writeEntry(new Entry(trial, null, List.of()));
            throw full;
        }
        shrink();
    }

    private void writeEntry(Entry entry) {
        KeptTrialCodec.write(entry).ifPresent(bytes ->
                SafeFile.replace(json(folder, entry.trial().end().trial().number()), bytes));
    }

    private Mark predictions(int number, TrialOutcome.Scored scored) throws IOException {
        double[] values = scored.outOfFold().values();
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(values);
        Path file = predictions(folder, number);
        SafeFile.replace(file, buffer.array());
        return mark(file);
    }

    private void shrink() throws IOException {
        while (kept.size() > 1 && kept.values().stream().mapToLong(Kept::bytes).sum() > most) {
            Kept worst = kept.values().stream().reduce((a, b) -> metric.better(a.value(), b.value()) ? b : a).orElseThrow();
            int number = worst.entry().trial().end().trial().number();
            kept.remove(number);
            writeEntry(new Entry(worst.entry().trial(), null, List.of()));
            remove(number, worst.entry().members().size());
        }
    }

    private void remove(int number, int members) throws IOException {
        Files.deleteIfExists(predictions(folder, number));
        for (int fold = 0; fold < members; fold++) {
            Files.deleteIfExists(member(folder, number, fold));
        }
    }

    /// Makes a file appear in another place without taking room, where the disk knows links.
    static void linkOrCopy(Path from, Path to) throws IOException {
        Files.deleteIfExists(to);
        try {
            Files.createLink(to, from);
        } catch (IOException | UnsupportedOperationException noLinks) {
            LOG.log(Level.FINE, "no links here", noLinks);
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static Path json(Path folder, int number) {
        return folder.resolve("trial-" + number + ".json");
    }

    static Path predictions(Path folder, int number) {
        return folder.resolve("trial-" + number + ".predictions");
    }

    static Path member(Path folder, int number, int fold) {
        return folder.resolve("trial-" + number + "-fold-" + fold + ".member");
    }

    static Mark mark(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
                bytes += read;
            }
        }
        return new Mark(bytes, sum.getValue());
    }

    static boolean isSound(Path file, @Nullable Mark mark) throws IOException {
        return mark != null && Files.isRegularFile(file) && Files.size(file) == mark.bytes() && mark(file).equals(mark);
    }

    /// Waits until everything is written.
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_WAIT, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
