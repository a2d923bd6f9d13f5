package lathe.engine.track;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import lathe.scoring.ProblemException;
import org.jspecify.annotations.Nullable;

/// Writes one run while it goes on: each trial is on the disk when [#append(TrialRecord)] returns. Safe for many threads.
public final class RunWriter implements AutoCloseable {

    private final Path home;
    private final FileChannel trials;
    private @Nullable FileChannel measures;
    private boolean closed;
    private RunRecord run;

    RunWriter(Path home, RunRecord run) {
        this.home = home;
        this.run = run;
        SafeFile.replace(home.resolve(RunStore.RUN_FILE), RecordCodec.pretty(run));
        trials = open(home.resolve(RunStore.TRIALS_FILE));
    }

    private static FileChannel open(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw SafeFile.notWritten(file, e);
        }
    }

    /// Folder of the run.
    public Path home() {
        return home;
    }

    /// The run as last written.
    public synchronized RunRecord run() {
        return run;
    }

    /// Writes a trial that has ended.
    ///
    /// @throws ProblemException if the disk does not take it; the trials before stay whole
    public synchronized void append(TrialRecord trial) {
        append(trials, RunStore.TRIALS_FILE, trial);
    }

    /// Writes what was computed about a trial's score. Nothing is written once [#close] was called.
    public synchronized void append(TrialMeasure measure) {
        if (closed) {
            return;
        }
        FileChannel channel = measures;
        if (channel == null) {
            channel = open(home.resolve(RunStore.MEASURES_FILE));
            measures = channel;
        }
        append(channel, RunStore.MEASURES_FILE, measure);
    }

    private void append(FileChannel channel, String name, Object record) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(RecordCodec.line(record));
        line.write('\n');
        try {
            long whole = channel.position();
            try {
                SafeFile.writeAll(channel, line.toByteArray());
                channel.force(false);
            } catch (IOException e) {
                channel.truncate(whole);
                throw e;
            }
        } catch (IOException e) {
            throw SafeFile.notWritten(home.resolve(name), e);
        }
    }

    /// Writes the run anew, atomically: during the run when a better model is there, and at its end.
    ///
    /// @throws IllegalArgumentException if it is another run
    public synchronized void update(RunRecord newer) {
        if (!newer.spec().id().equals(run.spec().id())) {
            throw new IllegalArgumentException("run %s cannot be written as run %s"
                    .formatted(newer.spec().id(), run.spec().id()));
        }
        SafeFile.replace(home.resolve(RunStore.RUN_FILE), RecordCodec.pretty(newer));
        run = newer;
    }

    /// Ends writing. A run that was not ended by [#update] counts as interrupted.
    @Override
    public synchronized void close() {
        try {
            closed = true;
            trials.close();
            if (measures != null) {
                measures.close();
            }
        } catch (IOException e) {
            throw SafeFile.notWritten(home.resolve(RunStore.TRIALS_FILE), e);
        }
    }
}
