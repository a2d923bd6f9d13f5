package lathe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lathe.engine.adapter.onnx.OnnxCheck;
import lathe.scoring.form.Graph;
import lathe.scoring.pack.ModelPackage;
import lathe.scoring.pack.PackageReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example of a plug-in from its sources to a model that whoever has no plug-in can use.
class PluginExampleIT {

    @TempDir
    Path folder;

    private Path classes;
    private Path plugins;

    @BeforeEach
    void build() throws IOException {
        classes = PluginExample.compile("main", folder.resolve("classes"));
        plugins = Files.createDirectory(folder.resolve("plugins"));
        PluginExample.jar(plugins.resolve("prototypes.jar"), classes);
    }

    // Plug-ins are read when a process begins.
    private Cli.Ended withPlugins(Object... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder command = Cli.process(output, arguments);
        command.environment().put("LATHE_PLUGINS", plugins.toString());
        Process process = command.start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), () -> "still running: " + Arrays.toString(arguments));
        return new Cli.Ended(process.exitValue(), Files.readString(output), "");
    }

    @Test
    void itsOwnTestsPass() throws Exception {
        Path tests = PluginExample.compile("test", folder.resolve("tests"), classes);
        URL[] seen = {classes.toUri().toURL(), tests.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(seen, getClass().getClassLoader())) {
            int run = 0;
            for (String name : List.of("prototypes.PrototypesLearnerTest", "fourier.FourierLearnerTest")) {
                Class<?> type = loader.loadClass("example." + name);
                for (Method method : type.getDeclaredMethods()) {
                    if (method.isAnnotationPresent(Test.class)) {
                        method.invoke(type.getDeclaredConstructor().newInstance());
                        run++;
                    }
                }
            }
            assertEquals(7, run);
        }
    }

    // One of the two learners gives a form of Lathe's, the other an ONNX graph.
    @Test
    void trainsInWorkersAndLeavesAModelForEveryone() throws Exception {
        Path project = folder.resolve("project");
        Path data = Cli.churn(folder, 1000);
        Cli.Ended ended = withPlugins("train", data, "--target", "churned", "--learners", "baseline,prototypes,fourier",
                "--trials", 4, "--threads", 1, "--ensemble", "average", "--out", project);
        assertEquals(0, ended.exit(), ended.out());
        String board = Files.readString(project.resolve("leaderboard.csv"));
        assertTrue(board.contains("prototypes #") && board.contains("fourier #"), board);

        Path model = project.resolve("model.lathe");
        Cli.Ended shown = Cli.run("show", model);
        assertTrue(shown.out().contains("fourier"), shown.out());
        assertEquals(0, Cli.run("verify", model).exit());
        Path onnx = folder.resolve("model.onnx");
        Cli.Ended exported = Cli.run("export", model, "--format", "onnx", "--out", onnx);
        assertEquals(0, exported.exit(), exported.err());
        ModelPackage opened = PackageReader.open(model);
        assertTrue(Graph.isIn(opened.pipeline().model()));
        assertTrue(OnnxCheck.compare(onnx, opened.pipeline(), opened.golden().rows()).holds());
        Cli.Ended predicted = Cli.run("predict", model, Cli.churn(folder, 40), "--reasons", 2, "--out", folder.resolve("answers.csv"));
        assertEquals(0, predicted.exit(), predicted.err());
        assertEquals(41, Files.readAllLines(folder.resolve("answers.csv")).size());
    }

    @Test
    void isOnlyTriedByWhoNamesIt() throws Exception {
        Path project = folder.resolve("project");
        Cli.Ended ended = withPlugins("train", Cli.churn(folder, 1_500), "--target", "churned", "--trials", 4, "--threads", 1,
                "--budget", "20s", "--out", project);
        assertEquals(0, ended.exit(), ended.out());

        assertFalse(Files.readString(project.resolve("leaderboard.csv")).contains("prototypes"));
        Cli.Ended unknown = Cli.run("train", Cli.sample("telecom-churn.csv"), "--target", "churned", "--learners", "prototypes");
        assertEquals(2, unknown.exit(), "there is no plug-in in this process");
    }

    @Test
    void theListSaysWhatWasLeftOut() throws Exception {
        Files.writeString(plugins.resolve("broken.jar"), "no jar");
        Cli.Ended listed = withPlugins("plugins");

        assertEquals(0, listed.exit(), listed.out());
        assertTrue(listed.out().contains("prototypes.jar, version 1.0"), listed.out());
        assertTrue(listed.out().contains("learner   prototypes"), listed.out());
        assertTrue(listed.out().contains("learner   fourier"), listed.out());
        assertTrue(listed.out().contains("left out  It is not a jar"), listed.out());
    }
}
