package lathe.views.leaderboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import lathe.engine.track.RunStore;
import lathe.engine.track.RunWriter;
import lathe.views.leaderboard.RowDetails.Entry;
import lathe.views.work.Loadable;
import lathe.views.work.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaderboardViewModelTest {

    @TempDir
    Path folder;

    private final Work work = new Work(Runnable::run);
    private final BoardWords words = new BoardWords(Locale.ENGLISH);
    private RunStore store;
    private LeaderboardViewModel model;

    @BeforeEach
    void openStore() {
        store = new RunStore(folder.resolve("runs"));
        model = new LeaderboardViewModel(store, work);
    }

    @AfterEach
    void endWork() {
        model.close();
        work.close();
    }

    private void refreshUntil(BooleanSupplier reached) {
        long end = System.nanoTime() + 10_000_000_000L;
        do {
            model.refresh();
            Thread.onSpinWait();
        } while (!reached.getAsBoolean() && System.nanoTime() < end);
        assertTrue(reached.getAsBoolean(), model.state().toString());
    }

    private RunBoard board() {
        return model.state().board().optional().orElseThrow();
    }

    private boolean shows(String run) {
        return model.state().board().optional().filter(board -> board.run().spec().id().equals(run)).isPresent();
    }

    @Test
    void isEmptyWithoutARunAndFollowsTheFirstOne() {
        model.refresh();
        refreshUntil(() -> model.state().board() instanceof Loadable.Empty);

        Boards.writeFinished(store, "one", Boards.START);
        refreshUntil(() -> shows("one"));

        assertEquals("ensemble", model.state().selected());
        assertEquals(List.of(Standing.LEADER, Standing.TIED, Standing.TIED, Standing.BEHIND, Standing.FAILED, Standing.SKIPPED,
                Standing.CANCELLED), board().rows().stream().map(BoardRow::standing).toList());
    }

    @Test
    void givesTheMedalToTheSimplestOfThoseThatCannotBeToldApart() {
        Boards.writeFinished(store, "one", Boards.START);
        refreshUntil(() -> shows("one"));

        assertEquals(List.of("logistic #1"), board().rows().stream().filter(BoardRow::simplest).map(BoardRow::name).toList());
        assertEquals("Blend of the best leads with ROC AUC 0.8465 (95 % interval 0.8371 to 0.8552). "
                + "2 other models cannot be told apart from it; the simplest of these equals is Logistic regression 1.",
                words.answer(board()));
    }

    @Test
    void growsWhileARunIsUnderWayAndKeepsTheSelection() {
        try (RunWriter writer = store.start(Boards.begun("one", Boards.START))) {
            writer.append(Boards.trials().getFirst());
            refreshUntil(() -> shows("one"));
            model.select("logistic #1");
            assertTrue(board().isUnderWay());

            writer.append(Boards.trials().get(1));
            refreshUntil(() -> board().rows().size() == 2);

            assertEquals("boosting #2", board().rows().getFirst().name());
            assertEquals("logistic #1", model.state().selected());
            assertFalse(board().rows().stream().anyMatch(BoardRow::simplest));
        }
    }

    @Test
    void staysWithARunThatWasChosenAndFollowsTheNewestOtherwise() {
        Boards.writeFinished(store, "one", Boards.START);
        Boards.writeFinished(store, "two", Boards.START.plusSeconds(100));
        refreshUntil(() -> shows("two"));

        model.choose("one");
        refreshUntil(() -> shows("one"));
        Boards.writeFinished(store, "zoo", Boards.START.plusSeconds(200));
        refreshUntil(() -> model.state().runs().size() == 3);
        assertTrue(shows("one"));

        model.choose("zoo");
        refreshUntil(() -> shows("zoo"));
    }

    @Test
    void tellsEverythingAboutARowInWords() {
        Boards.writeFinished(store, "one", Boards.START);
        refreshUntil(() -> shows("one"));

        RowDetails blend = words.details(board(), board().rows().getFirst());
        assertEquals(List.of(new Entry("Boosted trees 2", "60%"), new Entry("Logistic regression 1", "40%")),
                blend.sections().getFirst().entries());
        RowDetails failed = words.details(board(), board().row("forest #4").orElseThrow());
        assertEquals(List.of("Was tried and did not work.", "The worker ran out of memory at 800 MB.", "Give it more time or memory."),
                failed.sentences());
        String text = words.details(board(), board().row("boosting #2").orElseThrow()).text();
        assertTrue(text.contains("Learning rate: 0.1\n") && text.contains("city: mean of the target\n")
                && text.contains("Left out: customer_id\n") && text.contains("Weighs 60% in the blend."), text);
    }

    @Test
    void drawsTheModelsThatNoneBeatsInQualityAndTime() {
        Boards.writeFinished(store, "one", Boards.START);
        refreshUntil(() -> shows("one"));
        QualityFigure quality = new QualityFigure(words, board());

        // the blend takes what its members take, 9.7 s; the forest takes 12.5 s and is worse
        assertEquals(List.of("logistic #1", "boosting #2", "ensemble"), quality.frontier().stream().map(BoardRow::name).toList());
        assertTrue(quality.sentence().startsWith("Blend of the best is the best; Logistic regression 1 is the quickest with ROC AUC 0.8421."),
                quality.sentence());
    }

    @Test
    void filtersByTextLearnerAndStanding() {
        Boards.writeFinished(store, "one", Boards.START);
        refreshUntil(() -> shows("one"));

        assertEquals(4, count(RowFilter.NONE.withKind(RowFilter.Kind.SCORED)));
        assertEquals(3, count(RowFilter.NONE.withKind(RowFilter.Kind.EQUALS)));
        assertEquals(3, count(RowFilter.NONE.withKind(RowFilter.Kind.UNSCORED)));
        assertEquals(2, count(RowFilter.NONE.withLearner("boosting")));
        assertEquals(1, count(RowFilter.NONE.withText("MEMORY")));
        assertEquals(2, count(RowFilter.NONE.withText("random forest")));
    }

    private long count(RowFilter filter) {
        return board().rows().stream().filter(row -> filter.holds(row, words::title)).count();
    }

    @Test
    void saysWhatCannotBeReadAndReadsAgainWhenAsked() throws IOException {
        Boards.writeFinished(store, "one", Boards.START);
        Path trials = store.home("one").resolve("trials.jsonl");
        String whole = Files.readString(trials);
        Files.writeString(trials, "no trial\n" + whole);
        model.refresh();
        refreshUntil(() -> !model.state().board().isBusy() && !(model.state().board() instanceof Loadable.Empty)
                || model.state().board() instanceof Loadable.Failed);

        if (model.state().board() instanceof Loadable.Failed<RunBoard> failed) {
            assertFalse(failed.problem().what().isBlank());
        }
        Files.writeString(trials, whole);
        model.readAgain();
        refreshUntil(() -> shows("one"));
        assertInstanceOf(Loadable.Ready.class, model.state().board());
    }
}
