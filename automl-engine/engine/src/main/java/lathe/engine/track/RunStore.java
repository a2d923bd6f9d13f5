package lathe.engine.track;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// The runs of a project as files: `runs/<id>/run.json`, `runs/<id>/trials.jsonl`, for what was computed about trials
/// afterwards `runs/<id>/measures.jsonl`, and `runs/<id>/typed-targets.json` where targets were typed.
///
/// Reading asks for no lock; writing belongs to the process that holds the project's.
public final class RunStore {

    static final String RUN_FILE = "run.json";
    static final String TRIALS_FILE = "trials.jsonl";
    static final String MEASURES_FILE = "measures.jsonl";

    private static final long MOST_RUN_BYTES = 16L << 20;
    private static final long MOST_TRIAL_BYTES = 256L << 20;
    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;

    /// @param folder the `runs` folder of a project; need not exist yet
    public RunStore(Path folder) {
        this.folder = folder;
    }

    /// An id not yet taken, made of the moment: `20261121-140501`, then `-2`, `-3`.
    public String freshId(Instant started) {
        String id = ID_TIME.format(started);
        for (int next = 2; Files.exists(folder.resolve(id)); next++) {
            id = ID_TIME.format(started) + "-" + next;
        }
        return id;
    }

    /// Writes down that a run begins, before anything is tried.
    ///
    /// @throws ProblemException if it cannot be written, or there is a run of that id
    public RunWriter start(RunRecord run) {
        Path home = home(run.spec().id());
        try {
            Files.createDirectories(folder);
            Files.createDirectory(home);
        } catch (IOException e) {
            throw SafeFile.notWritten(home, e);
        }
        return new RunWriter(home, run);
    }

    /// Folder of a run.
    ///
    /// @throws IllegalArgumentException if the id cannot be one
    public Path home(String id) {
        return folder.resolve(RunSpec.requireId(id));
    }

    public boolean has(String id) {
        return RunSpec.isId(id) && Files.isRegularFile(home(id).resolve(RUN_FILE));
    }

    /// Ids of all runs, the earliest first.
    public List<String> ids() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.filter(home -> Files.isRegularFile(home.resolve(RUN_FILE)))
                    .map(home -> home.getFileName().toString()).filter(RunSpec::isId).sorted().toList();
        } catch (IOException e) {
            throw SafeFile.notRead(folder, e);
        }
    }

    /// Changes whenever the files of a run do: their sizes and times.
    public String stamp(String id) {
        StringBuilder stamp = new StringBuilder();
        for (String name : List.of(RUN_FILE, TRIALS_FILE)) {
            Path file = home(id).resolve(name);
            try {
                if (Files.exists(file)) {
                    stamp.append(Files.size(file)).append('@').append(Files.getLastModifiedTime(file)).append(' ');
                }
            } catch (IOException e) {
                throw SafeFile.notRead(file, e);
            }
        }
        return stamp.toString();
    }

    /// @throws ProblemException if it is not there or not understood
    public RunRecord run(String id) {
        Path file = home(id).resolve(RUN_FILE);
        return RecordCodec.read(SafeFile.read(file, MOST_RUN_BYTES), RunRecord.class, file.toString());
    }

    /// The typed targets a run has learnt from; none for most runs.
    public TypedTargets typedTargets(String id) {
        return new TypedTargetsFile(home(id)).all();
    }

    /// Keeps the typed targets a run learns from, so that it can be repeated when more are typed.
    public void keep(String id, TypedTargets typed) {
        if (!typed.holdsNothing()) {
            var _ = new TypedTargetsFile(home(id)).change(_ -> typed);
        }
    }

    /// The trials that ended before now. A last line cut off by a crash is told as a problem, not thrown.
    ///
    /// @throws ProblemException if any other line is not understood
    public TrialLog trials(String id) {
        List<TrialRecord> trials = new ArrayList<>();
        String cutOff = readLines(home(id).resolve(TRIALS_FILE), TrialRecord.class, trials);
        return new TrialLog(trials, cutOff.isEmpty() ? List.of() : List.of(new Problem("trials-cut-off",
                "The last line was cut off, probably by a crash; the %d trials before it are whole."
                        .formatted(trials.size()), cutOff, "Nothing needs to be done.")));
    }

    /// What was computed about the scores of trials, by number of the trial, 0 for the ensemble; empty for runs of earlier
    /// versions.
    ///
    /// @throws ProblemException if a line other than the last is not understood
    public Map<Integer, TrialMeasure> measures(String id) {
        List<TrialMeasure> lines = new ArrayList<>();
        readLines(home(id).resolve(MEASURES_FILE), TrialMeasure.class, lines);
        Map<Integer, TrialMeasure> latest = new TreeMap<>();
        lines.forEach(line -> latest.put(line.trial(), line));
        return latest;
    }

    /// @return place of the last line if it is cut off, otherwise empty
    private static <T> String readLines(Path file, Class<T> type, List<T> into) {
        if (!Files.exists(file)) {
            return "";
        }
        byte[] bytes = SafeFile.read(file, MOST_TRIAL_BYTES);
        int line = 1;
        for (int start = 0; start < bytes.length; line++) {
            int end = endOfLine(bytes, start);
            String where = file + ", line " + line;
            try {
                into.add(RecordCodec.read(Arrays.copyOfRange(bytes, start, end), type, where));
            } catch (ProblemException e) {
                if (end < bytes.length) {
                    throw e;
                }
                return where;
            }
            start = end + 1;
        }
        return "";
    }

    private static int endOfLine(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    /// Marks runs as interrupted that still say they are running. Only the holder of the project's lock may call this, for
    /// then no other process can be at work on them.
    ///
    /// @param left the package a run left behind by its id, empty for none
    /// @return the runs marked
    public List<RunRecord> recover(UnaryOperator<String> left) {
        List<RunRecord> marked = new ArrayList<>();
        for (String id : ids()) {
            RunRecord run = run(id);
            if (run.status() == RunStatus.RUNNING) {
                Instant last = trials(id).trials().stream().map(TrialRecord::ended).max(Instant::compareTo)
                        .orElse(run.started());
                RunRecord ended = run.interrupted(last, left.apply(id));
                SafeFile.replace(home(id).resolve(RUN_FILE), RecordCodec.pretty(ended));
                marked.add(ended);
            }
        }
        return List.copyOf(marked);
    }
}
