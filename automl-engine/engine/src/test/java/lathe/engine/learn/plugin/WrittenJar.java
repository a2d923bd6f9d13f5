package lathe.engine.learn.plugin;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import lathe.engine.learn.LearnerApi;

/// Jars of plug-ins, compiled while a test runs.
final class WrittenJar {

    private WrittenJar() { }

    /// A learner `trial.Written` that gives constants.
    ///
    /// @param id   Java expression of its id
    /// @param more further members of the class; may contain a `refusal`
    static String source(String id, String more) {
        return """
                package trial;
                import lathe.engine.learn.*;
                import lathe.scoring.Matrix;
                import lathe.scoring.form.Form;
                public final class Written implements Learner {
                    public String id() { return %s; }
                    public Preparation preparation() { return Preparation.TREES; }
                    public SearchSpace space(DataShape shape) { return new SearchSpace(java.util.List.of()); }
                    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) { return 0.01; }
                    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
                        return new BaselineLearner().fit(features, target, hyperparameters, context);
                    }
                    %s
                }
                """.formatted(id, more);
    }

    static Path usual(Path file, String source) throws IOException {
        return write(file, source, Map.of(LearnerApi.ATTRIBUTE, Integer.toString(LearnerApi.VERSION), "Implementation-Version", "2.5"),
                "trial.Written");
    }

    static Path write(Path file, String source, Map<String, String> attributes, String service) throws IOException {
        Path work = Files.createTempDirectory(file.toAbsolutePath().getParent(), "work");
        Path java = Files.writeString(work.resolve("Written.java"), source);
        Path classes = Files.createDirectory(work.resolve("classes"));
        compile(java, classes);
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve("lathe.engine.learn.Learner"), service + "\n", StandardCharsets.UTF_8);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach((name, value) -> manifest.getMainAttributes().put(new Attributes.Name(name), value));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest); Stream<Path> paths = Files.walk(classes)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, out);
                out.closeEntry();
            }
        }
        return file;
    }

    private static void compile(Path java, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString());
            if (!compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(java)).call()) {
                throw new IllegalStateException(messages.toString());
            }
        }
    }
}
