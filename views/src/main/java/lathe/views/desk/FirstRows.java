package lathe.views.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.ImportPreview;
import lathe.engine.data.Imported;
import lathe.engine.data.SecondTable;
import lathe.engine.data.TableImport;
import lathe.engine.progress.CancelToken;
import lathe.views.work.Work;
import org.jspecify.annotations.Nullable;

/// The first rows of data while all of it is being read, so that there is something to look at within about a second.
///
/// Nothing is said here about what cannot be read: the reading of the whole says it, once. For the window's thread.
public final class FirstRows {

    /// What is read in less than this, in milliseconds, is shown whole at once: two pictures in so short a time would flicker.
    private static final long CALM = 100;
    private static final long LAYING_OUT = 400;
    private static final long LONG_BYTES = 4L << 20;   // takes longer in any case

    private final Work work;
    private final ReadOnlyObjectWrapper<Optional<Imported>> rows = new ReadOnlyObjectWrapper<>(Optional.empty());
    private CancelToken reading = new CancelToken();
    private @Nullable DataFile looked;

    FirstRows(Work work) {
        this.work = work;
    }

    /// The columns and first rows; none once all rows are there, where the head is all there is, and as long as it is not known.
    public ReadOnlyObjectProperty<Optional<Imported>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// Keeps what was seen of data that will be read next, so that its head is not read twice.
    public void know(DataFile seen) {
        looked = seen;
    }

    void begin(Path source, ImportOptions options) {
        end();
        DataFile seen = looked;
        looked = null;
        Optional<ImportPreview> known = seen != null && seen.path().equals(source) && seen.options().equals(options) ? seen.head() : Optional.empty();
        if (known.isEmpty() && DataFile.isDatabase(source)) {
            return;   // whoever reads all of it asks for the password
        }
        reading = work.run((cancel, progress) -> {
            long start = System.nanoTime();
            ImportPreview head = known.orElseGet(() -> new TableImport().preview(source, alone(options), DataFile.ROWS, cancel));
            long left = (isLong(source) ? 0 : CALM) - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            if (!head.whole() && left > 0) {
                TimeUnit.MILLISECONDS.sleep(left);
            }
            return head;
        }, head -> rows.set(Optional.of(head).filter(shown -> !shown.whole()).map(ImportPreview::imported)), problem -> { });
    }

    /// Waits a moment before all of a long file is read: until its first rows stand, the window needs the processors.
    static void giveWay(Path source) throws InterruptedException {
        if (isLong(source)) {
            TimeUnit.MILLISECONDS.sleep(LAYING_OUT);
        }
    }

    private static boolean isLong(Path source) {
        try {
            return Files.size(source) > LONG_BYTES;
        } catch (IOException gone) {
            return false;   // the reading of the whole says what is wrong
        }
    }

    // What is put beside it would be read whole, a second time.
    private static ImportOptions alone(ImportOptions options) {
        return options.withParts(options.parts().with(SecondTable.NONE));
    }

    void end() {
        reading.cancel();
        rows.set(Optional.empty());
    }
}
