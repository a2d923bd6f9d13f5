package lathe.engine.data;

import java.io.InputStream;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import lathe.engine.progress.CancelToken;

/// Follows the reading of one file: how far it is, whether it is still wanted, and whether its head is enough. Used by one
/// thread.
public final class ReadWatch {

    /// Bytes of a text file that are looked over when its head is enough.
    public static final long HEAD_BYTES = 4L << 20;

    private static final long BETWEEN_NEWS = 50_000_000;
    private static final int ROWS_AT_A_TIME = 2048;

    private final CancelToken cancel;
    private final Consumer<ReadProgress> listener;
    private final int headRows;
    private double from;
    private double to = 1;
    private double share = Double.NaN;
    private long rows;
    private long expected;
    private long bytes;
    private long told = System.nanoTime();

    private ReadWatch(CancelToken cancel, Consumer<ReadProgress> listener, int headRows) {
        this.cancel = cancel;
        this.listener = listener;
        this.headRows = headRows;
    }

    /// Nobody looks on.
    public static ReadWatch none() {
        return of(new CancelToken(), progress -> { });
    }

    /// @param listener hears at most twenty times a second, on the reading thread
    public static ReadWatch of(CancelToken cancel, Consumer<ReadProgress> listener) {
        return new ReadWatch(cancel, listener, Integer.MAX_VALUE);
    }

    /// The head is enough.
    public static ReadWatch head(int rows, CancelToken cancel) {
        return new ReadWatch(cancel, progress -> { }, rows);
    }

    /// Watches one of several files that are read one after the other.
    ///
    /// @param index  of the file, from 0
    /// @param count  of the files
    /// @param before rows taken from files before
    ReadWatch ofPart(int index, int count, long before) {
        return new ReadWatch(cancel, progress -> listener.accept(new ReadProgress(before + progress.rows(),
                (index + (Double.isNaN(progress.share()) ? 0 : progress.share())) / count)), headRows);
    }

    /// Follows other work for the same asker, who hears nothing of it but may stop it.
    ReadWatch quiet() {
        return new ReadWatch(cancel, progress -> { }, headRows);
    }

    /// As the other, where the head of the file is enough.
    ReadWatch quietHead(int rowsOfHead) {
        return new ReadWatch(cancel, progress -> { }, Math.min(headRows, rowsOfHead));
    }

    /// Whether the head of the file is enough.
    public boolean isHead() {
        return headRows < Integer.MAX_VALUE;
    }

    /// Rows wanted.
    public int wantedRows() {
        return headRows;
    }

    /// Bytes of the file taken in this part of the work, packed ones where it is packed.
    public long bytes() {
        return bytes;
    }

    /// Bytes of a text to look over before reading.
    public long scannedBytes() {
        return isHead() ? HEAD_BYTES : Long.MAX_VALUE;
    }

    /// A part of the work begins; bytes are counted anew.
    ///
    /// @param start share of all work done before it
    /// @param end   share done after it
    public void part(double start, double end) {
        from = start;
        to = end;
        share = start;
        rows = 0;
        expected = 0;
    }

    /// As the other, for a format whose bytes cannot be counted: the rows tell how far it is.
    ///
    /// @param about rows this part of the work has; 0 if that is not known
    public void part(double start, double end, long about) {
        part(start, end);
        expected = about;
        share = about > 0 ? start : Double.NaN;
    }

    /// A row has been taken.
    ///
    /// @throws CancellationException every few thousand rows, if the reading is not wanted any more
    public void row() {
        rows++;
        if (rows % ROWS_AT_A_TIME == 0) {
            share = expected > 0 ? from + (to - from) * Math.min(1, rows / (double) expected) : share;
            tell();
        }
    }

    /// @throws CancellationException if the reading is not wanted any more
    public void requireWanted() {
        if (cancel.isCancelled()) {
            throw new CancellationException("the reading was called off");
        }
    }

    private void tell() {
        requireWanted();
        long now = System.nanoTime();
        if (now - told >= BETWEEN_NEWS) {
            told = now;
            listener.accept(new ReadProgress(rows, share));
        }
    }

    /// A stream whose bytes are counted as this part of the work.
    ///
    /// @param size bytes it has in all
    public InputStream counted(InputStream in, long size) {
        return new Counted(in, size);
    }

    private final class Counted extends CountedInput {

        private final long size;

        Counted(InputStream in, long size) {
            super(in);
            this.size = Math.max(1, size);
        }

        @Override
        protected void taken(long all) {
            bytes = all;
            share = from + (to - from) * Math.min(1, all / (double) size);
            tell();
        }
    }
}
