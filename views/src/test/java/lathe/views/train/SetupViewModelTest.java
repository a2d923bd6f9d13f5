package lathe.views.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import lathe.engine.builtin.Learners;
import lathe.engine.flow.RunForecast;
import lathe.engine.learn.Learner;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.SearchSettings;
import lathe.scoring.Task;
import lathe.views.desk.OpenProject;
import lathe.views.text.Texts;
import lathe.views.work.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupViewModelTest {

    private static final int ROWS = 2_600;   // with fewer to search on than 2,000, none is taught by the blend

    @TempDir
    Path folder;

    private final Texts texts = Texts.of(SetupViewModel.class, Locale.ENGLISH);
    private final ExecutorService window = Executors.newSingleThreadExecutor();
    private final Work work = new Work(window);
    private OpenProject project;
    private SetupViewModel model;

    @BeforeEach
    void open() throws Exception {
        StringBuilder table = new StringBuilder("age,plan,left\n");
        for (int row = 0; row < ROWS; row++) {
            table.append(20 + row % 37).append(row % 3 == 0 ? ",basic," : ",full,").append(row % 4 == 0 ? "yes\n" : "no\n");
        }
        Path data = Files.writeString(folder.resolve("customers.csv"), table);
        Path root = folder.resolve("customers.lathe-project");
        ProjectFolder made = ProjectFolder.create(root, ProjectSettings.EMPTY.withSource(ProjectFolder.relativeSource(root, data)));
        project = on(() -> new OpenProject(made, work, problem -> { }));
        model = on(() -> new SetupViewModel(project, work, texts));
    }

    @AfterEach
    void close() throws Exception {
        on(() -> {
            model.close();
            project.close();
            return true;
        });
        work.close();
        window.shutdownNow();
    }

    @Test
    void asksForATargetThenFindsTheTaskAndSaysWhatWillHappen() throws Exception {
        assertEquals("target-missing", until(state -> state.blocker().isPresent()).blocker().orElseThrow().code());

        choose(() -> model.target("left"));
        SetupState state = until(SetupState::canStart);
        RunForecast forecast = state.forecast().orElseThrow();
        assertEquals(Task.BINARY, forecast.task());
        assertEquals("yes", forecast.classes().get(forecast.positive()));
        assertEquals(ROWS / 5, forecast.holdoutRows());
        List<String> preview = new SetupWords(texts).preview(state);
        assertEquals("Lathe will read 2,600 rows and learn from 2 columns how likely it is that left is “yes”.", preview.getFirst());
        assertTrue(preview.get(preview.size() - 2).contains("for 1 minute"), preview.toString());
        assertEquals("Where models explain most of left, the last 15 seconds go into one more model, which the best blend teaches.", preview.getLast());

        choose(() -> model.trials(7));
        SetupState limited = until(each -> each.canStart() && each.forecast().orElseThrow().teaching() == 0);
        assertTrue(new SetupWords(texts).preview(limited).getLast().contains("at most 1 minute"), "a run of so many models teaches none more");
    }

    @Test
    void takesEveryChoiceBack() throws Exception {
        choose(() -> model.target("left"));
        choose(() -> model.metric("log_loss"));
        choose(() -> model.trials(7));
        choose(model::untimed);
        assertTrue(until(state -> state.isUntimed()).search().metric().equals("log_loss"));

        choose(() -> project.history().undo());
        choose(() -> project.history().undo());
        choose(() -> project.history().undo());
        assertEquals(SearchSettings.DEFAULTS, until(state -> state.search().metric().isEmpty()).search());
    }

    @Test
    void aLossForNumbersStopsARunOfClassesUntilItIsTakenBack() throws Exception {
        choose(() -> model.target("left"));
        choose(() -> model.loss("quantile:0.9"));
        assertEquals("loss-without-numbers", until(state -> state.blocker().isPresent()).blocker().orElseThrow().code());

        choose(() -> project.history().undo());
        assertTrue(until(SetupState::canStart).search().loss().isNone());
    }

    @Test
    void asksWhichColumnDividesTheRowsThenSaysWhatComesOfIt() throws Exception {
        choose(() -> model.target("left"));
        choose(() -> model.validation("group"));
        assertEquals("It is not said yet which column divides the rows.",
                until(state -> state.blocker().isPresent()).blocker().orElseThrow().what());

        choose(() -> model.dividingColumn("age"));
        SetupState state = until(each -> each.canStart() && each.search().validation().column().equals("age"));
        assertEquals(List.of("plan"), state.forecast().orElseThrow().columns());
        List<String> preview = new SetupWords(texts).preview(state);
        assertTrue(preview.stream().anyMatch(sentence -> sentence.startsWith("Rows with the same age stay together")), preview.toString());

        choose(() -> model.validation("random"));
        assertEquals(SearchSettings.DEFAULTS, until(each -> each.search().equals(SearchSettings.DEFAULTS)).search());
    }

    @Test
    void takingAwayTheLimitOfModelsBringsALimitOfTimeBack() throws Exception {
        choose(() -> model.trials(7));
        choose(model::untimed);
        choose(() -> model.trials(0));

        assertEquals(60, until(state -> state.search().trialLimit() == 0).search().budgetSeconds());
    }

    @Test
    void saysInItsOwnWordsWhyNoRunCanBegin() throws Exception {
        choose(() -> model.target("left"));
        for (Learner learner : Learners.ALL.subList(1, Learners.ALL.size())) {   // the baseline cannot be left out
            choose(() -> model.learner(learner.id(), false));
        }
        assertEquals("Tick at least one kind of model.",
                until(state -> state.blocker().isPresent()).blocker().orElseThrow().remedy());
        choose(() -> model.learner("tree", true));
        assertEquals(List.of("baseline", "tree"), until(SetupState::canStart).search().learners());

        choose(() -> project.change("drop", settings -> settings.withColumn("age", ColumnChoice.DROPPED)
                .withColumn("plan", ColumnChoice.DROPPED)));
        SetupState blocked = until(state -> state.blocker().isPresent());
        assertEquals("No column is left to learn from.", blocked.blocker().orElseThrow().what());
        assertFalse(blocked.canStart());
    }

    private void choose(Runnable choice) throws Exception {
        on(() -> {
            choice.run();
            return true;
        });
    }

    private SetupState until(Predicate<SetupState> wanted) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            SetupState state = on(() -> model.stateProperty().get());
            if (wanted.test(state)) {
                return state;
            }
            assertTrue(System.nanoTime() < end, () -> "waited in vain, state is " + state);
            Thread.sleep(20);
        }
    }

    private <T> T on(Callable<T> task) throws Exception {
        return window.submit(task).get(30, TimeUnit.SECONDS);
    }
}
