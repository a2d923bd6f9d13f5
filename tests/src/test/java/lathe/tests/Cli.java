package lathe.tests;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lathe.app.Lathe;

/// Runs the command line, in this process or in one of its own.
final class Cli {

    private Cli() { }

    /// How a command ended.
    record Ended(int exit, String out, String err) { }

    static Ended run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Lathe.run(texts(arguments), Instant.now(), Path.of("test.log"), new PrintWriter(out, true), new PrintWriter(err, true));
        return new Ended(exit, out.toString(), err.toString());
    }

    /// A process of its own, so that it can be killed or confined; its output goes to the file.
    static ProcessBuilder process(Path output, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "lathe.app.Lathe"));
        command.addAll(List.of(texts(arguments)));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        // not on the command line: ONNX Runtime is not loaded behind a long one
        process.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return process;
    }

    /// A table of the repository.
    static Path sample(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("sample-data"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("no folder sample-data above " + Path.of("").toAbsolutePath());
        }
        return folder.resolve("sample-data").resolve(name);
    }

    /// The first rows of telecom-churn, where a run on all of them would tell no more.
    static Path churn(Path folder, int rows) {
        try {
            return Files.write(folder.resolve("churn-%d.csv".formatted(rows)), Files.readAllLines(sample("telecom-churn.csv")).subList(0, rows + 1));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String[] texts(Object[] arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        return texts;
    }
}
