package lathe.views.understand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import lathe.engine.evaluate.ConfusionTable;
import lathe.engine.flow.Examination;
import lathe.engine.track.PayOff;
import lathe.engine.track.ProjectFolder;
import lathe.scoring.FieldType;
import lathe.scoring.explain.Contribution;
import lathe.views.chart.Figure;
import lathe.views.chart.MatrixFigure;
import lathe.views.chart.WaterfallFigure;
import lathe.views.desk.OpenProject;
import lathe.views.text.Texts;
import lathe.views.understand.FeaturesState.Phase;
import lathe.views.work.Loadable;
import lathe.views.work.Work;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The state of the screen on a true run, without a window.
class UnderstandViewModelTest {

    @TempDir
    static Path folder;

    // stands for the window's thread
    private static final ExecutorService WINDOW = Executors.newSingleThreadExecutor();
    private static Work work;
    private static OpenProject project;
    private static UnderstandViewModel model;
    private static Opened opened;

    @BeforeAll
    static void open() throws Exception {
        Path root = TrainedProject.train(folder, "telecom-churn.csv", "churned", 2, List.of("customer_id", "cancellation_fee"));
        work = new Work(WINDOW);
        project = window(() -> new OpenProject(ProjectFolder.open(root), work, problem -> { }));
        model = window(() -> new UnderstandViewModel(project, work, "Opening"));
        window(() -> {
            model.shown();
            return model;
        });
        await(() -> model.openedProperty().get().optional().isPresent());
        opened = window(() -> model.openedProperty().get().optional().orElseThrow());
    }

    @AfterAll
    static void close() throws Exception {
        window(() -> {
            model.close();
            project.close();
            return model;
        });
        work.close();
        WINDOW.shutdown();
    }

    private static <T> T window(Callable<T> task) throws Exception {
        return WINDOW.submit(task).get();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!window(condition)) {
            assertTrue(System.nanoTime() < end, "waited 60 s in vain");
            Thread.sleep(20);
        }
    }

    private static Speech say(Locale locale) {
        return new Speech(Texts.of(UnderstandScreen.class, locale), opened.signature());
    }

    private static Speech say() {
        return say(Locale.ENGLISH);
    }

    private static void assertWhole(Told told) {
        Figure figure = told.figure();
        assertFalse(figure.isEmpty(), told.sentence());
        assertFalse(told.sentence().isBlank() || told.sentence().contains("{") || told.sentence().contains("NaN"), told.sentence());
    }

    @Test
    void tellsTheWholeTableAtAnyThreshold() {
        WholeFacts.Binary facts = (WholeFacts.Binary) opened.whole();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            BinaryStory story = new BinaryStory(say(locale), facts);
            for (double threshold : new double[] {0, 0.001, 0.37, 0.5, 1}) {
                assertWhole(story.confusion(threshold));
                assertWhole(story.roc(threshold));
                assertWhole(story.precisionRecall(threshold));
                assertWhole(story.calibration(threshold));
                assertWhole(story.payOff(threshold, new PayOff(120, Double.NaN, -20, 0)).orElseThrow());
                assertFalse(story.summary(threshold).contains("{"));
            }
            assertTrue(story.payOff(0.5, PayOff.NONE).isEmpty());
        }
    }

    @Test
    void countsRightAndWrongAnswersAsTheEngineDoes() {
        BinaryStory story = new BinaryStory(say(), (WholeFacts.Binary) opened.whole());
        Examination examination = opened.examination();
        ConfusionTable table = ConfusionTable.of(examination.truth(), examination.predictions(), 1, 0.4);

        BinaryStory.Counts counts = story.at(0.4);
        assertEquals(table.count(1, 1), counts.hits());
        assertEquals(table.count(1, 0), counts.misses());
        assertEquals(table.count(0, 1), counts.falseAlarms());
        assertEquals(100 * table.count(1, 1) - 7 * table.count(0, 1), counts.money(new PayOff(100, 0, -7, Double.NaN)), 1e-9);
        MatrixFigure matrix = (MatrixFigure) story.confusion(0.4).figure();
        assertEquals(List.of("yes", "no"), matrix.rows());
        assertEquals(table.count(1, 1), matrix.values().getFirst().getFirst());
    }

    @Test
    void offersOnlyColumnsTheModelReads() {
        List<String> names = opened.inputs().stream().map(Input::name).toList();
        assertEquals(List.copyOf(opened.examination().explainer().columns()).stream().sorted().toList(),
                names.stream().sorted().toList());
        assertTrue(names.indexOf("contract") < 4, names.toString());
        for (Input input : opened.inputs()) {
            assertTrue(input.low() < input.high(), input.name());
            assertEquals(input.field().type() == FieldType.CATEGORY || input.field().type() == FieldType.BOOLEAN,
                    !input.levels().isEmpty(), input.name());
        }
    }

    @Test
    void explainsARowAndFollowsChanges() throws Exception {
        PredictionViewModel prediction = window(() -> {
            PredictionViewModel made = new PredictionViewModel(opened.examination(), work);
            made.begin();
            return made;
        });
        await(() -> prediction.state().explanation().isPresent());
        int row = window(() -> prediction.foundProperty().get().getFirst());
        await(() -> prediction.state().row() == row && prediction.state().current());
        PredictionState before = window(prediction::state);
        PredictionStory story = new PredictionStory(say(), opened.examination());
        Told told = story.waterfall(before, before.explanation().orElseThrow());
        assertWhole(told);
        assertEquals(before.answer(), ((WaterfallFigure) told.figure()).prediction(), 1e-9);
        assertTrue(story.range(before).contains("90%"), story.range(before));

        String column = before.explanation().orElseThrow().contributions().contributions().stream()
                .map(Contribution::column).filter(name -> levels(name).size() > 1).findFirst().orElseThrow();
        String was = Cells.text(opened.examination().rows(), row, column);
        String other = levels(column).stream().filter(level -> !level.equalsIgnoreCase(was.strip())).findFirst().orElseThrow();
        window(() -> {
            prediction.change(column, other);
            return row;
        });
        await(() -> prediction.state().answer() != before.answer());
        await(() -> prediction.state().current());
        PredictionState after = window(prediction::state);
        assertEquals(after.answer(), after.explanation().orElseThrow().contributions().prediction(), 1e-9);
        assertEquals(before.originalAnswer(), after.originalAnswer());
        assertTrue(story.changed(after).contains(say().answer(before.answer())), story.changed(after));

        window(() -> {
            prediction.change(column, was);
            return row;
        });
        assertFalse(window(prediction::state).isChanged(), "going back is no change");
        window(() -> {
            prediction.step(1);
            return row;
        });
        assertNotEquals(row, window(prediction::state).row());
    }

    private static List<String> levels(String column) {
        return opened.inputs().stream().filter(each -> each.name().equals(column)).findFirst().orElseThrow().levels();
    }

    @Test
    void findsRows() {
        Examination examination = opened.examination();
        List<Integer> all = RowOrder.CERTAIN.find(examination, "", 1);
        assertEquals(examination.rows().rows(), all.size());
        double first = examination.predictions().at(all.getFirst(), examination.predictions().best(all.getFirst()));
        double last = examination.predictions().at(all.getLast(), examination.predictions().best(all.getLast()));
        assertTrue(first > 0.9 && last < 0.6, first + " " + last);
        int wrong = RowOrder.WRONG.find(examination, "", 1).getFirst();
        assertNotEquals(examination.truth().classIndex(wrong), examination.predictions().best(wrong));
        List<Integer> fiber = RowOrder.FILE.find(examination, " FIBER", 1);
        assertTrue(!fiber.isEmpty() && fiber.size() < all.size());
        assertTrue(fiber.stream().allMatch(row -> examination.rows().strings("internet").text(row).toLowerCase(Locale.ROOT)
                .contains("fiber")));
        assertEquals(all.stream().sorted().toList(), RowOrder.RANDOM.find(examination, "", 3).stream().sorted().toList());
        assertEquals(List.of(), RowOrder.FILE.find(examination, "no such words", 1));
    }

    @Test
    void measuresColumnsOneByOneAndStops() throws Exception {
        FeaturesViewModel features = window(() -> new FeaturesViewModel(opened, work));
        window(() -> {
            features.begin();
            return features;
        });
        await(() -> !features.state().columns().isEmpty());
        window(() -> {
            features.stop();
            return features;
        });
        FeaturesState stopped = window(features::state);
        assertEquals(Phase.STOPPED, stopped.phase());
        assertTrue(stopped.columns().size() < stopped.total());
        window(() -> {
            features.measure();
            return features;
        });
        await(() -> features.state().phase() == Phase.DONE);
        FeaturesState done = window(features::state);
        assertEquals(done.total(), done.columns().size());
        assertEquals(done.columns().getFirst().column(), done.column(), "nobody chose, so the most important one is shown");
        FeatureStory story = new FeatureStory(say(), "roc_auc");
        assertWhole(story.importance(done.columns(), done.column()));
        for (String column : List.of("contract", "tenure_months", "signup_date")) {
            window(() -> {
                features.choose(column);
                return features;
            });
            await(() -> features.dependenceProperty().get() instanceof Loadable.Ready && features.state().column().equals(column));
            var found = window(() -> features.dependenceProperty().get().optional().orElseThrow());
            assertEquals(column, found.column());
            assertWhole(story.dependence(found, opened.examination().rows().schema().field(column), 1));
        }
        window(() -> {
            features.close();
            return features;
        });
    }

    @Test
    void remembersWhatHasBeenLookedAt() throws Exception {
        window(() -> {
            model.look(Check.RANKING);
            model.look(Check.RANKING);
            model.look(Check.ONE_ROW);
            return model;
        });
        assertEquals("ONE_ROW RANKING", window(() -> model.lookedProperty().get().stream().map(Check::name).sorted()
                .collect(Collectors.joining(" "))));
    }
}
