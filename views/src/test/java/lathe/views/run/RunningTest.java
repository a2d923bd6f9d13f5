package lathe.views.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.Callable;
import lathe.engine.flow.RunHistory;
import lathe.engine.flow.RunHistory.RunSummary;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunStatus;
import lathe.engine.track.SearchSettings;
import lathe.views.desk.OpenProject;
import lathe.views.work.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTest {

    private static final Path SAMPLES = Path.of("..", "sample-data").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private final ExecutorService window = Executors.newSingleThreadExecutor();
    private final Work work = new Work(window);

    @AfterEach
    void end() {
        work.close();
        window.shutdownNow();
    }

    @Test
    void closingTheProjectDuringARunKeepsWhatIsFinishedAndHandsOverTheBest() throws Exception {
        OpenProject project = open(settings().withBudgetSeconds(300));
        on(() -> {
            project.running().start();
            return true;
        });
        await(() -> project.running().state().scored().size() >= 2);
        int finished = on(() -> project.running().state().scored().size());
        on(() -> {
            project.close();
            return true;
        });

        RunSummary run = history().getFirst();
        assertEquals(RunStatus.STOPPED, run.run().status());
        assertTrue(run.scored() >= finished, run.scored() + " of " + finished);
        assertTrue(Files.exists(root().resolve("model.lathe")));

        OpenProject again = on(() -> new OpenProject(ProjectFolder.open(root()), work, problem -> { }));
        await(() -> again.running().latestModelProperty().get() != null);
        assertEquals(run.run(), on(() -> again.running().latestRunProperty().get()));
        on(() -> {
            again.close();
            return true;
        });
    }

    @Test
    void aRunGoesOnWithItsTrialsWhenTimeIsAdded() throws Exception {
        OpenProject project = open(settings().withTrialLimit(2).withBudgetSeconds(SearchSettings.LONGEST));
        on(() -> {
            project.running().resume(60);   // nothing to go on with yet
            assertFalse(project.running().underWayProperty().get());
            project.running().start();
            return true;
        });
        await(() -> project.running().resumableProperty().get() != null);
        RunRecord first = on(() -> project.running().state().result().orElseThrow().run());
        List<LiveTrial> before = on(() -> project.running().state().scored());

        on(() -> {
            project.running().resume(120);
            assertEquals(null, project.running().resumableProperty().get());
            return true;
        });
        await(() -> project.running().state().scored().size() > before.size());
        on(() -> {
            project.running().finishNow();
            return true;
        });
        await(() -> project.running().state().phase() == RunState.Phase.ENDED);

        RunState after = on(() -> project.running().state());
        assertEquals(first.spec().id(), after.result().orElseThrow().run().continued().run());
        for (LiveTrial trial : before) {
            LiveTrial taken = after.trials().get(trial.number());
            assertEquals(trial.value(), taken.value());
            assertEquals(trial.lower(), taken.lower());
            assertTrue(after.at() > taken.at());
        }
        on(() -> {
            project.close();
            return true;
        });
    }

    @Test
    void aRunThatIsCalledOffStaysOnRecordWithoutAModel() throws Exception {
        OpenProject project = open(settings().withBudgetSeconds(300));
        on(() -> {
            project.running().start();
            project.running().start();   // a second press does nothing
            return true;
        });
        await(() -> !project.running().state().scored().isEmpty());
        on(() -> {
            project.running().cancel();
            return true;
        });
        await(() -> project.running().state().phase() == RunState.Phase.CANCELLED);
        await(() -> project.running().latestRunProperty().get() != null);

        assertFalse(on(() -> project.running().underWayProperty().get()));
        assertEquals(null, on(() -> project.running().latestModelProperty().get()));
        on(() -> {
            project.close();
            return true;
        });
        assertEquals(List.of(RunStatus.CANCELLED), history().stream().map(each -> each.run().status()).toList());
    }

    private static SearchSettings settings() {
        return SearchSettings.DEFAULTS.withLearners(List.of("baseline", "logistic", "tree")).withThreads(1);
    }

    private Path root() {
        return folder.resolve("churn.lathe-project");
    }

    private OpenProject open(SearchSettings search) throws Exception {
        Path data = folder.resolve("churn.csv");
        Files.write(data, Files.readAllLines(SAMPLES.resolve("telecom-churn.csv")).subList(0, 301));
        ProjectFolder made = ProjectFolder.create(root(), ProjectSettings.EMPTY
                .withSource(ProjectFolder.relativeSource(root(), data)).withTarget("churned").withSearch(search));
        return on(() -> new OpenProject(made, work, problem -> { }));
    }

    private List<RunSummary> history() {
        try (ProjectFolder project = ProjectFolder.open(root())) {
            return RunHistory.of(project.runs());
        }
    }

    private <T> T on(Callable<T> task) throws Exception {
        return window.submit(task).get(120, TimeUnit.SECONDS);
    }

    private void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!on(condition)) {
            assertTrue(System.nanoTime() < end, "waited 120 s in vain");
            Thread.sleep(50);
        }
    }
}
