package lathe.engine.track;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import lathe.scoring.ProblemException;

/// Writes one run while it goes on: each trial is on the disk when [#append] returns. Safe for many threads.
public final class RunWriter implements AutoCloseable {

    private final Path home;
    private final FileChannel trials;
    private RunRecord run;

    RunWriter(Path home, RunRecord run) {
        this.home = home;
        this.run = run;
        SafeFile.replace(home.resolve(RunStore.RUN_FILE), RecordCodec.pretty(run));
        Path file = home.resolve(RunStore.TRIALS_FILE);
        try {
            trials = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
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
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(RecordCodec.line(trial));
        line.write('\n');
        try {
            long whole = trials.position();
            try {
                SafeFile.writeAll(trials, line.toByteArray());
                trials.force(false);
            } catch (IOException e) {
                trials.truncate(whole);
                throw e;
            }
        } catch (IOException e) {
            throw SafeFile.notWritten(home.resolve(RunStore.TRIALS_FILE), e);
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
            trials.close();
        } catch (IOException e) {
            throw SafeFile.notWritten(home.resolve(RunStore.TRIALS_FILE), e);
        }
    }
}
