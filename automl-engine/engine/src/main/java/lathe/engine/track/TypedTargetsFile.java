package lathe.engine.track;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// The typed targets of a project, or those a run has learnt from, in a file of their own: the data itself is never changed.
public final class TypedTargetsFile {

    static final String NAME = "typed-targets.json";
    private static final long MOST_BYTES = 64L << 20;

    private final Path file;

    /// @param folder of the project or the run
    TypedTargetsFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /// @throws ProblemException if the file is damaged
    public synchronized TypedTargets all() {
        if (!Files.exists(file)) {
            return TypedTargets.NONE;
        }
        try {
            return RecordCodec.read(SafeFile.read(file, MOST_BYTES), TypedTargets.class, file.toString());
        } catch (ProblemException damaged) {
            throw new ProblemException(new Problem("typed-targets-unreadable", damaged.problem().what(), file.toString(),
                    "Restore the file from a copy. Without it all is as before anything was typed."), damaged);
        }
    }

    /// Makes a change and writes it at once.
    ///
    /// @return what stands there then
    public synchronized TypedTargets change(UnaryOperator<TypedTargets> edit) {
        TypedTargets before = all();
        TypedTargets after = edit.apply(before);
        if (!after.equals(before)) {
            SafeFile.replace(file, RecordCodec.pretty(after));
        }
        return after;
    }
}
