package lathe.tests;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The example project of a plug-in, built as its own build does it, but without Maven and a network.
final class PluginExample {

    private static final Pattern API = Pattern.compile("<Lathe-Learner-Api>(.*)</Lathe-Learner-Api>");

    private PluginExample() { }

    private static Path project() {
        return Cli.sample("").resolveSibling("tests").resolve("plugin-example");
    }

    /// Compiles the sources of `main` or `test`.
    static Path compile(String part, Path classes, Path... alsoSeen) throws IOException {
        Files.createDirectories(classes);
        StringBuilder seen = new StringBuilder(System.getProperty("java.class.path"));
        for (Path each : alsoSeen) {
            seen.append(System.getProperty("path.separator")).append(each);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of("-proc:none", "-cp", seen.toString(), "-d", classes.toString());
            List<Path> sources = filesIn(project().resolve("src").resolve(part).resolve("java"));
            if (!compiler.getTask(messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources)).call()) {
                throw new IllegalStateException(messages.toString());
            }
        }
        return classes;
    }

    /// The jar, with the manifest entry its pom asks for.
    static Path jar(Path file, Path classes) throws IOException {
        Matcher api = API.matcher(Files.readString(project().resolve("pom.xml")));
        if (!api.find()) {
            throw new IllegalStateException("the example's pom states no version of the interface");
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Lathe-Learner-Api"), api.group(1));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (Path root : List.of(classes, project().resolve("src/main/resources"))) {
                for (Path each : filesIn(root)) {
                    out.putNextEntry(new JarEntry(root.relativize(each).toString().replace('\\', '/')));
                    Files.copy(each, out);
                    out.closeEntry();
                }
            }
        }
        return file;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
