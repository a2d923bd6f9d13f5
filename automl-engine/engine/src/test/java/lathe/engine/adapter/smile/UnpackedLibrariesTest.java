package lathe.engine.adapter.smile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedLibrariesTest {

    @TempDir
    private Path home;

    private final AtomicInteger fillings = new AtomicInteger();

    private List<Path> unpack(Path folder) throws IOException {
        return UnpackedLibraries.in(folder, "blas-1", into -> {
            fillings.incrementAndGet();
            Files.writeString(into.resolve("liba.so"), "content");
        });
    }

    @Test
    void unpacksOnce() throws IOException {
        List<Path> first = unpack(home);
        List<Path> second = unpack(home);

        assertEquals(List.of(home.resolve("blas-1/liba.so").toAbsolutePath()), first);
        assertEquals(first, second);
        assertEquals(1, fillings.get());
        try (Stream<Path> left = Files.list(home)) {
            assertEquals(1, left.count());
        }
    }

    @Test
    void unpacksAgainWhatWasTorn() throws IOException {
        Path library = unpack(home).getFirst();
        Files.writeString(library, "con");

        assertEquals("content", Files.readString(unpack(home).getFirst()));
        assertEquals(2, fillings.get());
    }

    @Test
    void takesAPrivateFolderWhereTheHomeCannotBeWrittenTo() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "in the way");

        Path library = unpack(file).getFirst();

        assertEquals("content", Files.readString(library));
        assertTrue(!library.startsWith(home));
    }

    @Test
    void obeysTheSystemsCacheFolder() {
        assertEquals(Path.of("/cache/lathe"), UnpackedLibraries.home(Map.of("XDG_CACHE_HOME", "/cache")));
        assertTrue(UnpackedLibraries.home(Map.of()).endsWith(Path.of(".cache", "lathe")));
    }
}
