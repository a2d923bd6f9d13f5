package lathe.engine.search;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Learner.Preparation;

/// Keeps fits away that would not fit into a worker's memory: a reason beforehand is better than a process that ends.
///
/// An estimate: the table as it was read, the prepared numbers of training and validation rows, and what the learner says it
/// needs besides ([Learner#workingBytes]). How wide prepared numbers are is known once a trial of that preparation has ended; until
/// then they are taken to be as wide as the table.
public final class MemoryGate {

    // Java itself, its libraries, and room for the collector to work in.
    private static final double SPARE_BYTES = 120e6;
    private static final double USABLE = 0.85;
    // The table's own columns, and the prepared ones of training and validation rows with a copy while they are made.
    private static final int COPIES = 3;

    private final double bytes;
    private final Map<Preparation, Integer> widths = new EnumMap<>(Preparation.class);

    /// @param megabytes heap of one worker; see [WorkerSettings]
    public MemoryGate(long megabytes) {
        this.bytes = megabytes * 1024.0 * 1024;
    }

    /// Takes note of how wide prepared numbers are.
    void learn(Preparation preparation, int features) {
        widths.merge(preparation, features, Math::max);
    }

    /// A reason in one sentence why a fit cannot have the memory it needs, or nothing.
    public Optional<String> refusal(Learner learner, DataShape shape, Hyperparameters hyperparameters) {
        int width = Math.max(shape.features(), widths.getOrDefault(learner.preparation(), 0));
        DataShape prepared = new DataShape(shape.task(), shape.classes(), shape.rows(), width);
        double needed = (double) shape.rows() * (shape.features() + (COPIES - 1.0) * width) * Double.BYTES
                + learner.workingBytes(prepared, hyperparameters);
        double room = USABLE * (bytes - SPARE_BYTES);
        return needed <= room ? Optional.empty() : Optional.of(String.format(Locale.ROOT,
                "it would need about %.1f GB of memory, a worker has %.1f GB", needed / 1e9, Math.max(0, room) / 1e9));
    }
}
