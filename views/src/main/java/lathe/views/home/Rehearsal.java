package lathe.views.home;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import lathe.engine.data.FileChecks;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.engine.progress.CancelToken;
import lathe.views.work.Work;

/// Reads the heads of the sample tables while somebody still looks at Home, so that the first file of their own is read by code that
/// is loaded and compiled. Once in a process, beside the window's thread, about a second of one core.
final class Rehearsal {

    private static final AtomicBoolean BEGUN = new AtomicBoolean();
    private static final int BEFORE = 300;   // milliseconds for Home itself
    private static final int ROUNDS = 3;
    private static final int ROWS = 200;

    private Rehearsal() { }

    /// @param tables one of each kind is read
    /// @return ends it, for whoever needs the processors now
    static CancelToken begin(Work work, List<Path> tables) {
        if (tables.isEmpty() || !BEGUN.compareAndSet(false, true)) {
            return new CancelToken();
        }
        // What is wrong with a sample is said to whoever opens it.
        return work.run((cancel, progress) -> {
            TimeUnit.MILLISECONDS.sleep(BEFORE);
            for (int round = 0; round < ROUNDS; round++) {
                for (Path table : ofEachKind(tables)) {
                    new TableImport().preview(table, ImportOptions.defaults(), ROWS, cancel);
                }
            }
            return tables;
        }, read -> { }, problem -> { });
    }

    // Workbooks first, which take longest.
    private static List<Path> ofEachKind(List<Path> tables) {
        TreeMap<String, Path> kinds = new TreeMap<>(Comparator.reverseOrder());
        tables.forEach(table -> kinds.putIfAbsent(FileChecks.ending(table), table));
        return List.copyOf(kinds.values());
    }
}
