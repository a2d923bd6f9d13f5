package lathe.engine.adapter.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import lathe.engine.data.CountedInput;
import lathe.engine.data.FileChecks;
import lathe.engine.data.ImportLimits;
import lathe.engine.data.ReadWatch;

/// The bytes of a text file, unpacked where it is packed by gzip. The packing is known by its bytes, not by the ending.
final class TextBytes {

    private static final int BUFFER = 1 << 16;

    private TextBytes() {
    }

    static InputStream open(Path file) throws IOException {
        return open(file, ReadWatch.none());
    }

    /// @param watch counts the bytes of the file as it lies on the disk
    static InputStream open(Path file, ReadWatch watch) throws IOException {
        InputStream plain = new BufferedInputStream(watch.counted(Files.newInputStream(file), Files.size(file)), BUFFER);
        if (!FileChecks.startsWith(file, 0x1F, 0x8B)) {
            return plain;
        }
        return new BufferedInputStream(new Guarded(file, new GZIPInputStream(plain, BUFFER)), BUFFER);
    }

    /// Stops at a file that unpacks to far more than any table would.
    private static final class Guarded extends CountedInput {

        private final Path file;
        private final long limit;

        Guarded(Path file, InputStream in) throws IOException {
            super(in);
            this.file = file;
            this.limit = Math.max(ImportLimits.FREELY_UNPACKED, Files.size(file) * ImportLimits.PACKING_RATIO);
        }

        @Override
        protected void taken(long all) {
            if (all > limit) {
                throw FileChecks.problem(file, "packed-too-densely",
                        "The file unpacks to more than %d times its size.".formatted(ImportLimits.PACKING_RATIO),
                        "Unpack it yourself if you trust it.");
            }
        }
    }
}
