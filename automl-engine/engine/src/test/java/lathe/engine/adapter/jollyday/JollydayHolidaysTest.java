package lathe.engine.adapter.jollyday;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class JollydayHolidaysTest {

    private static final int ROUNDS = 10;
    private static final int THREADS = 4;

    /// Folds are fitted side by side, and the first of them may find the library not loaded yet. Each round loads it anew.
    @Test
    void manyThreadsMayAskFirst() throws Exception {
        List<URL> path = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            path.add(Path.of(entry).toUri().toURL());
        }
        for (int round = 0; round < ROUNDS; round++) {
            try (URLClassLoader loader = new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
                    ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
                CyclicBarrier start = new CyclicBarrier(THREADS);
                Object holidays = loader.loadClass(JollydayHolidays.class.getName()).getConstructor().newInstance();
                Method days = holidays.getClass().getMethod("days", String.class, String.class, int.class, int.class);
                List<Future<Object>> counts = new ArrayList<>();
                for (String country : Arrays.asList("DE", "FR", "DE", "FR")) {
                    counts.add(threads.submit((Callable<Object>) () -> {
                        Thread.currentThread().setContextClassLoader(loader);
                        start.await();
                        return ((long[]) days.invoke(holidays, country, "", 2024, 2024)).length;
                    }));
                }
                List<Object> found = new ArrayList<>();
                for (Future<Object> count : counts) {
                    found.add(count.get());
                }
                assertEquals(List.of(9, 11, 9, 11), found);   // public holidays of both whole countries, by law
            }
        }
    }
}
