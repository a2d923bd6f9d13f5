package lathe.engine.search;

import java.util.function.Consumer;

/// Where fold jobs are fitted: worker processes on this machine, or a cluster.
public interface TrialExecutor extends AutoCloseable {

    /// How many jobs run at a time.
    int slots();

    /// Takes a job; at most [#slots] may be under way. Exactly one result follows, on some other thread.
    void submit(FoldJob job, Consumer<FoldResult> whenDone);

    /// Ends all work at once; jobs under way come back broken.
    @Override
    void close();
}
