package lathe.scoring.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lathe.scoring.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {

    @TempDir
    Path folder;

    /// What the children run: writes a package of about 5 MB, over and over or once.
    static final class Writing {

        public static void main(String[] arguments) {
            Path file = Path.of(arguments[0]);
            ModelPackage small = Samples.model();
            ModelPackage model = ModelPackage.of(small.pipeline(), small.manifest(), small.golden(), small.profile(), noise());
            System.out.println("ready");
            try {
                do {
                    PackageWriter.write(file, model, true);
                } while (arguments.length == 1);
            } catch (ProblemException refusal) {
                System.out.println(refusal.problem().code() + " " + refusal.getMessage());
            }
        }

        private static String noise() {
            java.util.random.RandomGenerator random = new java.util.SplittableRandom(1);
            StringBuilder text = new StringBuilder();
            while (text.length() < 8 << 20) {
                text.append(Long.toString(random.nextLong(), 36));
            }
            return text.toString();
        }
    }

    private static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m", "-cp", System.getProperty("java.class.path"), Writing.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    @Test
    void killedWhileWritingLeavesAWholePackage() throws IOException, InterruptedException {
        Path file = folder.resolve("model.lathe");
        PackageWriter.write(file, Samples.model(), true);
        Process child = new ProcessBuilder(java(file.toString())).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader reader = child.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("ready", reader.readLine());
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (parts() == 0 && System.nanoTime() < deadline) {
                Thread.sleep(1);
            }
            Thread.sleep(20);
            child.destroyForcibly().waitFor();
        }
        assertEquals(Samples.signature(), PackageReader.open(file).signature());
    }

    private long parts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".part")).count();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void fileTooLargeIsAProblemAndLeavesTheOldPackage() throws IOException, InterruptedException {
        Path file = folder.resolve("model.lathe");
        PackageWriter.write(file, Samples.model(), true);
        List<String> command = new ArrayList<>(List.of("bash", "-c", "ulimit -f 2000; exec \"$@\"", "limited"));
        command.addAll(java(file.toString(), "once"));
        Process child = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String refusal;
        try (BufferedReader reader = child.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("ready", reader.readLine());
            refusal = reader.readLine();
        }
        child.waitFor();
        assertNotNull(refusal);
        assertTrue(refusal.startsWith("model-unwritable " + file), refusal);
        assertEquals(0, parts());
        assertEquals(Samples.signature(), PackageReader.open(file).signature());
    }
}
