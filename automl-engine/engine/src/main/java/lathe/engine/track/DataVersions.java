package lathe.engine.track;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// The versions of a project's data, one for each fingerprint that was read, in a file of the project. No rows are kept.
public final class DataVersions {

    private static final int MOST = 10;
    private static final long MOST_BYTES = 64L << 20;

    private final Path file;

    /// @param versions the one read last at the end
    private record Kept(List<DataVersion> versions) { }

    DataVersions(Path file) {
        this.file = file;
    }

    /// The one read last at the end.
    ///
    /// @throws ProblemException if the file is damaged
    public synchronized List<DataVersion> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return List.copyOf(RecordCodec.read(SafeFile.read(file, MOST_BYTES), Kept.class, file.toString()).versions());
        } catch (ProblemException damaged) {
            throw new ProblemException(new Problem("versions-unreadable", damaged.problem().what(), file.toString(),
                    "Delete the file: only the comparison with earlier data is lost."), damaged);
        }
    }

    /// Keeps a version that was read, the last ten of them.
    ///
    /// @return the version read before, if it was another one
    public synchronized Optional<DataVersion> keep(DataVersion now) {
        List<DataVersion> all = new ArrayList<>(all());
        Optional<DataVersion> before = all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
        if (before.isPresent() && before.get().fingerprint().equals(now.fingerprint())) {
            return Optional.empty();
        }
        Optional<DataVersion> known = all.stream().filter(each -> each.fingerprint().equals(now.fingerprint())).findFirst();
        known.ifPresent(all::remove);
        all.add(known.orElse(now));
        SafeFile.replace(file, RecordCodec.line(new Kept(all.subList(Math.max(0, all.size() - MOST), all.size()))));
        return before;
    }
}
