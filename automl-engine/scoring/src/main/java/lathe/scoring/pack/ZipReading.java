package lathe.scoring.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// Reads the entries of a zip from a stranger. Only names asked for may be in it, so no name is ever a path.
final class ZipReading implements AutoCloseable {

    static final int MOST_ENTRIES = 16;
    static final long LARGEST_TOTAL = 4L << 30;
    private static final long FREE_OF_RATIO = 64L << 20;
    private static final int LARGEST_RATIO = 100;
    private static final byte[] SIGNATURE = {'P', 'K', 3, 4};

    /// Reads one entry's bytes.
    interface EntryReader<T> {
        T read(InputStream in, long size) throws IOException;
    }

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private ZipReading(ZipFile zip) {
        this.zip = zip;
    }

    /// @param path  the file
    /// @param names entries it must have; it may have no other
    /// @throws ProblemException if there is no such file, it cannot be read, or it is no zip with these entries
    static ZipReading open(Path path, List<String> names) throws IOException {
        checkKind(path, names.getFirst());
        ZipFile zip = openZip(path);
        ZipReading reading = new ZipReading(zip);
        boolean sound = false;
        try {
            reading.collect(path, names);
            sound = true;
            return reading;
        } finally {
            if (!sound) {
                zip.close();
            }
        }
    }

    private static void checkKind(Path path, String first) throws IOException {
        if (Files.isDirectory(path)) {
            throw new ProblemException(new Problem("model-foreign", "This is a folder, not a model file.", path.toString(),
                    "Choose the model.lathe file in it."));
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(SIGNATURE.length);
        } catch (NoSuchFileException e) {
            throw new ProblemException(new Problem("model-missing", "There is no such file.", path.toString(),
                    "Check the name and the folder."), e);
        }
        if (!Arrays.equals(start, SIGNATURE)) {
            throw foreign(path, first);
        }
    }

    private static ZipFile openZip(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw new DamagedException("the file is cut short or damaged", e);
        } catch (IllegalArgumentException e) {
            throw new DamagedException("the file's directory is damaged", e);
        }
    }

    private static ProblemException foreign(Path path, String first) {
        return new ProblemException(new Problem("model-foreign", "This is not a Lathe model (no %s in it).".formatted(first),
                path.toString(), "Choose a file that Lathe has written, usually named model.lathe."));
    }

    private void collect(Path path, List<String> names) {
        if (zip.size() > MOST_ENTRIES) {
            throw zip.getEntry(names.getFirst()) == null ? foreign(path, names.getFirst())
                    : new DamagedException("a model has at most %d entries, this has %d".formatted(MOST_ENTRIES, zip.size()));
        }
        List<ZipEntry> all = new ArrayList<>(zip.stream().toList());
        if (all.stream().noneMatch(entry -> entry.getName().equals(names.getFirst()))) {
            throw foreign(path, names.getFirst());
        }
        long total = 0;
        for (ZipEntry entry : all) {
            check(entry, names);
            total += entry.getSize();
        }
        for (String name : names) {
            if (!entries.containsKey(name)) {
                throw new DamagedException("the entry '%s' is missing".formatted(name));
            }
        }
        if (total > LARGEST_TOTAL) {
            throw new DamagedException("a model must have at most %d bytes unpacked, this has %d".formatted(LARGEST_TOTAL, total));
        }
        long room = Runtime.getRuntime().maxMemory();
        if (total > room - room / 4) {
            throw new ProblemException(new Problem("model-too-large", "The model needs %d MB of memory, there are %d MB."
                    .formatted(total >> 20, room >> 20), path.toString(), "Start Java with more memory (-Xmx)."));
        }
    }

    private void check(ZipEntry entry, List<String> names) {
        String name = entry.getName();
        if (!names.contains(name)) {
            throw new DamagedException("the entry '%s' does not belong into a model".formatted(printable(name)));
        }
        if (entries.put(name, entry) != null) {
            throw new DamagedException("the entry '%s' comes twice".formatted(name));
        }
        long size = entry.getSize();
        long packed = entry.getCompressedSize();
        boolean stored = entry.getMethod() == ZipEntry.STORED;
        if (size < 0 || packed < 0 || size > LARGEST_TOTAL || (stored && size != packed)) {
            throw new DamagedException("the entry '%s' gives sizes that cannot be".formatted(name));
        }
        if (size > FREE_OF_RATIO && size / LARGEST_RATIO > packed) {
            throw new DamagedException("the entry '%s' unpacks to more than %d times its size".formatted(name, LARGEST_RATIO));
        }
    }

    private static String printable(String name) {
        String shown = name.length() > 80 ? name.substring(0, 80) + "…" : name;
        return shown.replaceAll("\\p{Cntrl}", "?");
    }

    /// @throws DamagedException if the bytes do not have the length and checksum the zip gives
    <T> T read(String name, EntryReader<T> reader) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IllegalArgumentException("no entry '%s'".formatted(name));
        }
        try (InputStream raw = zip.getInputStream(entry);
                CheckedInputStream checked = new CheckedInputStream(raw, new CRC32())) {
            T result = reader.read(checked, entry.getSize());
            if (checked.read() >= 0 || checked.getChecksum().getValue() != entry.getCrc()) {
                throw new DamagedException("the entry '%s' does not have the bytes it was written with".formatted(name));
            }
            return result;
        } catch (ZipException e) {
            throw new DamagedException("the entry '%s' cannot be unpacked".formatted(name), e);
        }
    }

    byte[] bytes(String name) throws IOException {
        return read(name, (in, size) -> {
            byte[] bytes = in.readNBytes(Math.toIntExact(Math.min(size, Integer.MAX_VALUE - 8)));
            if (bytes.length != size) {
                throw new DamagedException("the entry '%s' is cut short".formatted(name));
            }
            return bytes;
        });
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
