package lathe.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import lathe.engine.flow.AutoMl;
import lathe.engine.flow.RunEvent;
import lathe.engine.flow.RunHandle;
import lathe.engine.flow.RunHistory;
import lathe.engine.provenance.Seed;
import lathe.engine.search.TrialOutcome;
import lathe.engine.track.Leaderboard;
import lathe.engine.track.LeaderboardRow;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.RunStatus;
import lathe.engine.track.SearchSettings;
import lathe.engine.track.TrialStatus;
import lathe.scoring.pack.PackageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs as the desktop begins them: in the background, steered by a handle, told as events.
class BackgroundRunsIT {

    private static final int ROWS = 1_500;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final List<RunEvent> events = new CopyOnWriteArrayList<>();   // read while it grows

    private ProjectFolder project(String name, SearchSettings search) {
        Path root = folder.resolve(name);
        return ProjectFolder.create(root, ProjectSettings.EMPTY.withTarget("churned").withSearch(search)
                .withSource(ProjectFolder.relativeSource(root, Cli.churn(folder, ROWS))));
    }

    private static SearchSettings trials(int count) {
        return SearchSettings.DEFAULTS.withTrialLimit(count).withBudgetSeconds(SearchSettings.LONGEST).withThreads(2)
                .withSeed(new Seed(11));
    }

    private <E extends RunEvent> List<E> told(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void givesTheLeaderboardOfTheCommandLineAndTellsItAsEvents() throws InterruptedException {
        project("command", trials(6)).close();
        Cli.Ended command = Cli.run("run", folder.resolve("command"), "--quiet");
        assertEquals(0, command.exit(), command.err());
        try (ProjectFolder project = project("desktop", trials(6))) {
            assertTrue(AutoMl.start(project, events::add).awaitEnd(PATIENCE));

            RunEvent.Ended ended = assertInstanceOf(RunEvent.Ended.class, events.getLast(), events.toString());
            Leaderboard board = ended.result().leaderboard();
            Leaderboard stored = RunHistory.leaderboard(project.runs(), RunHistory.of(project.runs()).getFirst().run().spec().id());
            assertEquals(values(leaderboard(folder.resolve("command"))), values(board));
            assertEquals(board.rows(), stored.rows());
            assertTrue(board.rows().stream().filter(row -> row.status() == TrialStatus.SCORED)
                    .allMatch(BackgroundRunsIT::complete), board.toString());
            requireWholeStory(ended);
        }
    }

    private static boolean complete(LeaderboardRow row) {
        return row.lower() <= row.value() && row.value() <= row.upper() && row.cost().bytes() > 0
                && row.cost().predictMicros() > 0 && row.metrics().containsKey("accuracy");
    }

    // What a screen draws from events must be what the files say in the end.
    private void requireWholeStory(RunEvent.Ended ended) {
        RunEvent.RunBegan began = told(RunEvent.RunBegan.class).getFirst();
        assertEquals(ended.result().run().spec(), began.spec());
        assertEquals(List.of("no", "yes"), began.classes());
        Set<Integer> scored = new HashSet<>();
        told(RunEvent.TrialEnded.class).forEach(each -> {
            if (each.end().outcome() instanceof TrialOutcome.Scored) {
                scored.add(each.end().trial().number());
            }
        });
        Set<Integer> started = new HashSet<>();
        told(RunEvent.TrialStarted.class).forEach(each -> started.add(each.trial().number()));
        Set<Integer> measured = new HashSet<>();
        told(RunEvent.TrialMeasured.class).forEach(each -> measured.add(each.trial()));
        assertEquals(scored, measured);
        assertTrue(started.containsAll(scored));
        assertEquals(scored.size() * began.folds(), told(RunEvent.FoldEnded.class).size());
        assertTrue(told(RunEvent.FoldStarted.class).stream().allMatch(each -> each.worker() >= 0 && each.worker() < 2
                && each.fold() >= 1 && each.fold() <= each.folds()));
    }

    private static Leaderboard leaderboard(Path root) {
        try (ProjectFolder project = ProjectFolder.open(root)) {
            return RunHistory.leaderboard(project.runs(), project.runs().ids().getLast());
        }
    }

    private static List<String> values(Leaderboard board) {
        return board.rows().stream().map(row -> "%d %s %s %s %s".formatted(row.rank(), row.name(), row.value(),
                row.foldValues(), row.hyperparameters())).toList();
    }

    @Test
    void aRunCalledOffKeepsItsTrialsAndTheEarlierModel() throws InterruptedException, IOException {
        try (ProjectFolder project = project("twice", trials(2))) {
            assertTrue(AutoMl.start(project, events::add).awaitEnd(PATIENCE));
            assertInstanceOf(RunEvent.Ended.class, events.getLast(), events.toString());
            byte[] earlier = Files.readAllBytes(project.root().resolve(ProjectFolder.MODEL_FILE));
            project.save(project.settings().withSearch(trials(0).withBudgetSeconds(300)));
            events.clear();

            RunHandle handle = AutoMl.start(project, events::add);
            waitFor(RunEvent.RunBegan.class, 1);   // started at once, either of the two could be the first
            RunHandle second = AutoMl.start(project, events::add);
            assertTrue(second.awaitEnd(PATIENCE));
            assertEquals("run-under-way", told(RunEvent.Refused.class).getFirst().problem().code());
            waitFor(RunEvent.TrialEnded.class, 5);
            assertFalse(handle.isOver());
            handle.cancel();
            assertTrue(handle.awaitEnd(Duration.ofSeconds(20)));

            RunEvent.Cancelled end = assertInstanceOf(RunEvent.Cancelled.class, events.getLast(), events.toString());
            assertEquals(RunStatus.CANCELLED, project.runs().run(end.run()).status());
            assertTrue(project.runs().trials(end.run()).trials().stream()
                    .filter(trial -> trial.status() == TrialStatus.SCORED).count() >= 3);
            assertEquals(2, RunHistory.of(project.runs()).size());
            assertEquals(end.run(), RunHistory.of(project.runs()).getFirst().run().spec().id());
            PackageReader.open(project.root().resolve(ProjectFolder.MODEL_FILE));
            assertArrayEquals(earlier, Files.readAllBytes(project.root().resolve(ProjectFolder.MODEL_FILE)));
        }
    }

    private void waitFor(Class<? extends RunEvent> type, int count) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (told(type).size() < count && System.nanoTime() < end) {
            Thread.sleep(50);
        }
    }

    @Test
    void aRunFinishedEarlyHandsOverWhatItHas() throws InterruptedException {
        try (ProjectFolder project = project("early", trials(0).withBudgetSeconds(300))) {
            RunHandle handle = AutoMl.start(project, events::add);
            waitFor(RunEvent.TrialEnded.class, 3);
            handle.finishNow();
            assertTrue(handle.awaitEnd(PATIENCE));

            RunEvent.Ended ended = assertInstanceOf(RunEvent.Ended.class, events.getLast(), events.toString());
            assertEquals(RunStatus.STOPPED, ended.result().run().status());
        }
    }

    @Test
    void whatIsMissingOrWrongIsToldAsAnEvent() throws InterruptedException {
        assertEquals("source-missing", refusal("a", ProjectSettings.EMPTY));
        assertEquals("target-missing", refusal("b", ProjectSettings.EMPTY.withSource("x.csv")));
        assertEquals("learner-unknown", refusal("c", ProjectSettings.EMPTY.withSource("x.csv").withTarget("y")
                .withSearch(SearchSettings.DEFAULTS.withLearners(List.of("oracle")))));
        assertEquals("file-missing", refusal("d", ProjectSettings.EMPTY.withSource("x.csv").withTarget("y")));
    }

    private String refusal(String name, ProjectSettings settings) throws InterruptedException {
        events.clear();
        try (ProjectFolder project = ProjectFolder.create(folder.resolve(name), settings)) {
            assertTrue(AutoMl.start(project, events::add).awaitEnd(PATIENCE));
        }
        return assertInstanceOf(RunEvent.Refused.class, events.getLast(), events.toString()).problem().code();
    }

    @Test
    void triesOnlyTheLearnersAskedFor() throws InterruptedException {
        try (ProjectFolder project = project("some", trials(3).withLearners(List.of("ridge", "logistic", "tree")))) {
            assertTrue(AutoMl.start(project, events::add).awaitEnd(PATIENCE));

            RunEvent.Ended ended = assertInstanceOf(RunEvent.Ended.class, events.getLast(), events.toString());
            Set<String> learners = new HashSet<>();
            ended.result().leaderboard().rows().forEach(row -> learners.add(row.learner()));
            learners.remove(Leaderboard.ENSEMBLE);
            assertEquals(Set.of("ridge", "logistic"), learners);
        }
    }
}
