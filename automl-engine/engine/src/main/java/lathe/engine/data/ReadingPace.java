package lathe.engine.data;

/// How quickly a file is read and typed, tried on its beginning in growing pieces: Java is slow until it has warmed up, so the
/// quickest of them tells.
final class ReadingPace {

    private static final int FIRST_ROWS = 500;
    private static final int MOST_ROWS = 1 << 16;
    private static final int LEAST_PIECES = 3;
    private static final double STEP_BYTES = 1 << 18;   // several times what is read ahead
    private static final double LONGER = 2;
    private static final double PIECE_SECONDS = 0.2;

    private final RawSource source;
    private final ImportOptions options;
    private final ReadWatch watch;

    ReadingPace(RawSource source, ImportOptions options, ReadWatch watch) {
        this.source = source;
        this.options = options;
        this.watch = watch;
    }

    /// Seconds for all of the file.
    ///
    /// @param size bytes of the file
    /// @param most seconds to try for
    double seconds(long size, double most) {
        long begin = System.nanoTime();
        long there = source.rowsThere();
        double best = Double.POSITIVE_INFINITY;
        double behind = 0;
        double pending = 0;
        double step = there >= 0 ? 0 : Math.min(1, STEP_BYTES / size);
        long rows = 0;
        int piece = FIRST_ROWS;
        for (int tried = 0; tried < LEAST_PIECES || since(begin) < most; tried++) {
            long from = System.nanoTime();
            RawTable raw = source.next(piece);
            if (raw.rows() == 0) {
                return since(begin);
            }
            new TableTyping(raw, options, watch).typed(source.report());
            double took = since(from);
            rows += raw.rows();
            double now = share(rows, there, size);
            pending += took;
            if (now > behind && now - behind >= step) {
                best = Math.min(best, pending / (now - behind));
                behind = now;
                pending = 0;
            }
            piece = took < PIECE_SECONDS ? (int) Math.min(MOST_ROWS, LONGER * piece) : piece;
        }
        return Double.isFinite(best) ? best : pending / Math.max(1.0 / Math.max(1, size), share(rows, there, size));
    }

    // Of the file that was read.
    private double share(long rows, long there, long size) {
        return there >= 0 ? (double) rows / Math.max(1, there) : (double) watch.bytes() / Math.max(1, size);
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
