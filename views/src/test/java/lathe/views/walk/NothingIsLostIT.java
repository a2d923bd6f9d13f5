package lathe.views.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.control.TableView;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.SearchSettings;
import lathe.views.desk.OpenProject;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever ends the window, reopening shows the finished models and the choices.
class NothingIsLostIT {

    @TempDir
    Path folder;

    @Test
    void whenTheProcessIsKilled() throws Exception {
        Path file = table();
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command(file)).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        List<ProcessHandle> workers;
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (!Files.readString(output).contains(WindowToBeKilled.READY)) {
                assertTrue(process.isAlive() && System.nanoTime() < end, () -> text(output));
                Thread.sleep(100);
            }
            workers = process.toHandle().children().toList();
        } finally {
            process.destroyForcibly();
        }
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (workers.stream().anyMatch(ProcessHandle::isAlive)) {
            assertTrue(System.nanoTime() < end, "workers end with their window");
            Thread.sleep(100);
        }
        reopenedShowsModelsAndChoices();
    }

    @Test
    void whenTheWindowIsClosed() throws Exception {
        try (Walker walker = new Walker(folder)) {
            TestWindow window = walker.window();
            window.answer(table());
            window.click("choose-file");
            walker.awaitPlace(Place.DATA);
            walker.pick("target", "churned");
            OpenProject project = walker.project();
            TestWindow.onWindow(() -> {
                project.change("choose", settings -> settings
                        .withSearch(SearchSettings.DEFAULTS.withBudgetSeconds(600).withThreads(1)));
                project.running().start();
                return true;
            });
            window.await("two models", () -> project.running().state().scored().size() >= 2);
            TestWindow.onWindow(() -> {
                project.change("leave out", settings -> settings.withColumn("region", ColumnChoice.DROPPED));
                return true;
            });
        }
        reopenedShowsModelsAndChoices();
    }

    private void reopenedShowsModelsAndChoices() throws IOException {
        Path project;
        try (Stream<Path> paths = Files.list(folder)) {
            project = paths.filter(ProjectFolder::exists).findFirst().orElseThrow();
        }
        try (TestWindow window = new TestWindow(folder, Walker.SAMPLES, Locale.ENGLISH, project)) {
            window.await("the project to open", () -> window.window().place() == Place.DATA);
            ProjectSettings settings = TestWindow.onWindow(() ->
                    window.window().desk().session().projectProperty().get().settings());
            assertEquals("churned", settings.target());
            assertEquals(ColumnChoice.DROPPED, settings.columns().get("region"));

            window.goTo(Place.LEADERBOARD);
            TableView<?> table = window.find("leaderboard-table", TableView.class);
            window.await("two models on the leaderboard", () -> table.getItems().size() >= 2);
            window.goTo(Place.UNDERSTAND);
            window.find("scores", javafx.scene.Node.class);
        }
    }

    private Path table() throws IOException {
        Path file = folder.resolve("churn.csv");
        return Files.write(file, Files.readAllLines(Walker.SAMPLES.resolve("telecom-churn.csv")).subList(0, 1501));
    }

    // The same Java, options and class path as this test's.
    private List<String> command(Path file) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WindowToBeKilled.class.getName(),
                folder.toString(), file.toString()));
        return command;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
