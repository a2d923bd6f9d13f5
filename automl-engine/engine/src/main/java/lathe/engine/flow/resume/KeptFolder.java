package lathe.engine.flow.resume;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lathe.engine.flow.resume.KeptTrialCodec.Entry;
import lathe.engine.flow.resume.KeptTrialCodec.Mark;
import lathe.engine.search.TrialEnd;
import lathe.engine.search.TrialOutcome;
import lathe.engine.track.RunStore;
import lathe.scoring.Predictions;
import lathe.scoring.ProblemException;
import org.jspecify.annotations.Nullable;

/// Reads what [KeptTrials] wrote. The folder may be deleted at any time: the run can then not be continued, nothing else.
public final class KeptFolder {

    /// So many of the newest runs stay as they were left; of earlier ones the folder is deleted.
    public static final int NEWEST = 3;

    private static final Logger LOG = Logger.getLogger(KeptFolder.class.getName());
    private static final Pattern TRIAL = Pattern.compile("trial-([1-9]\\d{0,7})\\.json");
    private static final long MOST_JSON_BYTES = 4L << 20;

    private final Path folder;

    private KeptFolder(Path folder) {
        this.folder = folder;
    }

    /// @param id of a run, which need not have one
    public static KeptFolder of(RunStore runs, String id) {
        return new KeptFolder(runs.home(id).resolve(KeptTrials.FOLDER));
    }

    /// Whether the run can be continued, as far as its files can tell.
    public boolean isThere() {
        return KeptPlan.isIn(folder);
    }

    public Optional<KeptPlan> plan() {
        return KeptPlan.read(folder);
    }

    /// The newest run that can be continued.
    public static Optional<String> newest(RunStore runs) {
        return runs.ids().reversed().stream().filter(id -> of(runs, id).isThere()).findFirst();
    }

    /// All trials, in the order of their numbers. One whose predictions or models are missing or damaged keeps its score; one
    /// whose own file is not understood is left out, and so will be tried again.
    ///
    /// @param into folder that the fold models are put into as well
    /// @throws IOException if that folder cannot be written
    public List<KeptTrial> trials(KeptPlan plan, Path into) throws IOException {
        List<KeptTrial> trials = new ArrayList<>();
        for (Path file : files()) {
            Matcher matcher = TRIAL.matcher(String.valueOf(file.getFileName()));
            if (matcher.matches() && Files.isRegularFile(file) && Files.size(file) <= MOST_JSON_BYTES) {
                Optional<Entry> entry = KeptTrialCodec.read(Files.readAllBytes(file), Integer.parseInt(matcher.group(1)),
                        plan.width(), file);
                if (entry.isPresent()) {
                    trials.add(whole(entry.get(), plan, into));
                }
            }
        }
        trials.sort(Comparator.comparingInt(trial -> trial.end().trial().number()));
        return trials;
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private KeptTrial whole(Entry entry, KeptPlan plan, Path into) throws IOException {
        TrialEnd end = entry.trial().end();
        int number = end.trial().number();
        if (!(end.outcome() instanceof TrialOutcome.Scored scored) || entry.members().size() != plan.folds()) {
            return entry.trial();
        }
        Predictions predictions = predictions(number, entry.predictions(), plan);
        if (predictions == null) {
            return entry.trial();
        }
        List<Path> members = new ArrayList<>();
        for (int fold = 0; fold < plan.folds(); fold++) {
            Path kept = KeptTrials.member(folder, number, fold);
            if (!KeptTrials.isSound(kept, entry.members().get(fold))) {
                LOG.log(Level.INFO, "damaged or missing: {0}", kept);
                return entry.trial();
            }
            Path member = into.resolve("kept-%d-%d.member".formatted(number, fold));
            KeptTrials.linkOrCopy(kept, member);
            members.add(member);
        }
        TrialOutcome.Scored complete = new TrialOutcome.Scored(scored.value(), scored.foldValues(), scored.seconds(), predictions,
                members, scored.predictMicros(), scored.features());
        return new KeptTrial(new TrialEnd(end.trial(), end.started(), end.ended(), complete), entry.trial().at());
    }

    // The size is that of the run's own rows, and the file is looked at before anything of it is held.
    private @Nullable Predictions predictions(int number, @Nullable Mark mark, KeptPlan plan) throws IOException {
        Path file = KeptTrials.predictions(folder, number);
        long expected = (long) plan.rows() * plan.width() * Double.BYTES;
        if (mark == null || mark.bytes() != expected || expected > Integer.MAX_VALUE || !KeptTrials.isSound(file, mark)) {
            return null;
        }
        double[] values = new double[plan.rows() * plan.width()];
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return null;
            }
        }
        return new Predictions(plan.width(), values);
    }

    /// Deletes the folders of all but the newest runs that have one. What cannot be deleted stays.
    public static void deleteOld(RunStore runs) {
        List<String> having = runs.ids().reversed().stream().filter(id -> Files.isDirectory(of(runs, id).folder)).toList();
        having.stream().skip(NEWEST).forEach(id -> of(runs, id).delete());
    }

    private void delete() {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | ProblemException failed) {
            LOG.log(Level.INFO, "not deleted: " + folder, failed);
        }
    }
}
