package lathe.engine.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import lathe.scoring.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectLockTest {

    @TempDir
    Path folder;

    /// What the child process does: takes the lock, says so, and waits to be killed.
    public static final class Holder {
        private Holder() {
        }

        public static void main(String[] arguments) throws IOException {
            ProjectLock.acquire(Path.of(arguments[0]));
            System.out.write('!');
            System.out.flush();
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    @Test
    void namesTheProcessThatHasItAndIsFreeOnceThatIsKilled() throws IOException, InterruptedException {
        Path file = folder.resolve(".lock");
        Process holder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Holder.class.getName(), file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            assertEquals('!', holder.getInputStream().read());

            ProblemException refused = assertThrows(ProblemException.class, () -> ProjectLock.acquire(file));

            assertTrue(refused.getMessage().contains("process " + holder.pid() + ","), refused.getMessage());
        } finally {
            holder.destroyForcibly();
        }
        assertTrue(holder.waitFor(5, TimeUnit.SECONDS));
        ProjectLock.acquire(file).close();
    }
}
