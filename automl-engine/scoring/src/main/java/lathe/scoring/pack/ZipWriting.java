package lathe.scoring.pack;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Puts entries into a zip; equal content gives equal bytes.
final class ZipWriting implements AutoCloseable {

    /// The earliest time a zip can hold, 1980-01-01, in seconds since 1970: for files whose time says nothing.
    static final long FIRST_SECOND = 315_532_800;

    private final ZipOutputStream zip;
    private final LocalDateTime time;

    ZipWriting(OutputStream out, Instant time) {
        this.zip = new ZipOutputStream(new Unclosed(out));
        this.time = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    void deflated(String name, AtomicFile.Content content) throws IOException {
        zip.setLevel(Deflater.BEST_SPEED);
        zip.setMethod(ZipOutputStream.DEFLATED);
        put(new ZipEntry(name), content);
    }

    /// The content is written twice, because length and checksum stand before it.
    void stored(String name, AtomicFile.Content content) throws IOException {
        CountingOutput counter = new CountingOutput();
        CheckedOutputStream checked = new CheckedOutputStream(counter, new CRC32());
        content.writeTo(checked);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(counter.count);
        entry.setCompressedSize(counter.count);
        entry.setCrc(checked.getChecksum().getValue());
        put(entry, content);
    }

    private void put(ZipEntry entry, AtomicFile.Content content) throws IOException {
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        content.writeTo(zip);
        zip.closeEntry();
    }

    /// Writes the zip's directory; the stream below stays open.
    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    private static final class CountingOutput extends OutputStream {
        private long count;

        @Override
        public void write(int value) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
