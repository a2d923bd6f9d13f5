import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the path of the `java` that runs it to the file named by the first argument.
///
/// The build runs this with the JDK it chose, so the launcher scripts start Lathe with the same one.
final class WhereIsJava {

    private WhereIsJava() {
    }

    public static void main(String[] arguments) throws IOException {
        int feature = Runtime.version().feature();
        if (feature < 25) {
            throw new IllegalStateException("Cannot find matching toolchain: Java must be at least 25, was " + feature);
        }
        String name = System.getProperty("os.name").startsWith("Windows") ? "java.exe" : "java";
        Path java = Path.of(System.getProperty("java.home"), "bin", name);
        Files.writeString(Path.of(arguments[0]), java + System.lineSeparator(), StandardCharsets.UTF_8);
    }
}
