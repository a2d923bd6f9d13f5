package lathe.views.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.engine.flow.ColumnPreparation;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.prepare.StepPreview;
import lathe.engine.prepare.StepWish;
import lathe.engine.progress.CancelToken;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.Field;
import lathe.scoring.Problem;
import lathe.scoring.Role;
import lathe.scoring.Table;
import lathe.views.desk.OpenProject;
import lathe.views.prepare.ColumnPlan.Use;
import lathe.views.work.Loadable;
import lathe.views.work.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrepareViewModelTest {

    private static final Path SAMPLE = Path.of("..", "sample-data", "telecom-churn.csv").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    /// The window's thread of this test: tasks run in `until`.
    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final Work work = new Work(window::add);
    private final List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
        work.close();
        assertEquals(List.of(), problems);
    }

    private OpenProject project(ProjectSettings settings) {
        OpenProject project = new OpenProject(ProjectFolder.create(folder.resolve("one"), settings), work, problems::add);
        opened.add(project);
        return project;
    }

    private OpenProject churn() {
        return project(ProjectSettings.EMPTY.withTarget("churned")
                .withSource(ProjectFolder.relativeSource(folder.resolve("one"), SAMPLE)));
    }

    private PrepareViewModel model(OpenProject project) {
        PrepareViewModel model = new PrepareViewModel(project, work, Locale.ENGLISH);
        opened.add(model::close);
        return model;
    }

    private void until(BooleanSupplier reached) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!reached.getAsBoolean() && System.nanoTime() < end) {
            Runnable task = window.poll(50, TimeUnit.MILLISECONDS);
            if (task != null) {
                task.run();
            }
        }
        assertTrue(reached.getAsBoolean());
    }

    private PrepareViewModel known(OpenProject project) throws InterruptedException {
        PrepareViewModel model = model(project);
        until(() -> !model.state().columns().isEmpty() && model.state().columns().getFirst().automatic() != null
                && project.profileProperty().get().optional().isPresent());
        return model;
    }

    private static ColumnPlan plan(PrepareViewModel model, String name) {
        return model.state().columns().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void hasNothingToShowWithoutData() {
        PrepareViewModel model = model(project(ProjectSettings.EMPTY));

        assertTrue(model.state().plans() instanceof Loadable.Empty);
        assertFalse(model.state().isNothingLeft());
    }

    @Test
    void plansEveryColumnButTheTargetAsTheEngineWill() throws InterruptedException {
        PrepareViewModel model = known(churn());
        PlanWords words = new PlanWords(Locale.ENGLISH);

        assertFalse(model.state().columns().stream().anyMatch(each -> each.name().equals("churned")));
        assertEquals(Use.LEFT_OUT_BY_LATHE, plan(model, "customer_id").use());
        assertEquals("automatic: left out", words.plan(plan(model, "customer_id")));
        assertEquals("automatic: one-hot", words.plan(plan(model, "contract")));
        assertEquals("automatic: one-hot, 3 values", words.plan(plan(model, "tv_package")));
        assertFalse(words.reasons(plan(model, "contract")).getFirst().isBlank());
    }

    @Test
    void choosesForOneAndTakesItBack() throws InterruptedException {
        OpenProject project = churn();
        PrepareViewModel model = known(project);

        model.choose(List.of(plan(model, "contract")), "ordinal");
        assertEquals("ordinal", plan(model, "contract").choice());
        assertEquals("ordinal", project.settings().column("contract").step());
        assertEquals("Prepare contract: in order", project.history().undoable().orElseThrow());

        project.history().undo();
        assertFalse(plan(model, "contract").changed());
        assertEquals(ColumnChoice.NONE, project.settings().column("contract"));
    }

    @Test
    void saysWhichWayTheAnswerMayGoAndTakesItBack() throws InterruptedException {
        OpenProject project = churn();
        PrepareViewModel model = known(project);
        model.direct(plan(model, "monthly_charge"), "decreasing");
        assertEquals("decreasing", plan(model, "monthly_charge").direction());
        assertTrue(plan(model, "monthly_charge").changed());
        assertEquals("decreasing", project.settings().column("monthly_charge").monotone());
        project.history().undo();
        assertEquals("", plan(model, "monthly_charge").direction());
        model.direct(plan(model, "monthly_charge"), "increasing");
        model.choose(model.state().columns(), ColumnPlan.AUTOMATIC);
        assertEquals(ColumnChoice.NONE, project.settings().column("monthly_charge"));
    }

    @Test
    void setsAStepAndSaysWhyNot() throws InterruptedException {
        OpenProject project = churn();
        PrepareViewModel model = known(project);
        model.choose(List.of(plan(model, "monthly_charge")), "bins");

        List<String> answers = new ArrayList<>();
        model.set(plan(model, "monthly_charge"), StepWish.of("bins").with("count", "4"), answers::add);
        until(() -> answers.equals(List.of("")));
        assertEquals("bins(count=4)", project.settings().column("monthly_charge").step());
        assertEquals("Set monthly_charge: ranges (Number of ranges: 4)", project.history().undoable().orElseThrow());
        model.set(plan(model, "monthly_charge"), StepWish.of("bins").with("count", "1"), answers::add);
        until(() -> answers.size() == 2 && answers.getLast().contains("from 2 to 100"));
        assertEquals("bins(count=4)", project.settings().column("monthly_charge").step());
        project.history().undo();
        assertEquals("bins", plan(model, "monthly_charge").choice());
    }

    @Test
    void setsManyTogetherAsOneChange() throws InterruptedException {
        OpenProject project = churn();
        PrepareViewModel model = known(project);

        model.choose(model.state().columns(), ColumnPlan.LEAVE_OUT);
        assertTrue(model.state().isNothingLeft());
        assertEquals("Leave out %d columns".formatted(model.state().columns().size()), project.history().undoable().orElseThrow());

        model.choose(model.state().columns(), ColumnPlan.AUTOMATIC);
        assertFalse(model.state().isNothingLeft());
        assertEquals(ProjectSettings.EMPTY.columns(), project.settings().columns());
    }

    @Test
    void appliesAStepOnlyToColumnsItFits() throws InterruptedException {
        OpenProject project = churn();
        PrepareViewModel model = known(project);

        model.choose(List.of(plan(model, "contract"), plan(model, "monthly_charge")), "log");

        assertEquals("log", project.settings().column("monthly_charge").step());
        assertEquals("", project.settings().column("contract").step());
        assertEquals(List.of("only_missing"), PrepareViewModel.commonSteps(List.of(plan(model, "contract"), plan(model, "monthly_charge"))));
    }

    @Test
    void previewsWhatBecomesOfTheFocusedColumn() throws InterruptedException {
        PrepareViewModel model = known(churn());
        model.select(List.of("monthly_charge"), "monthly_charge");
        until(() -> model.state().preview().optional().isPresent());

        model.choose(List.of(plan(model, "contract")), "one_hot");
        model.select(List.of("contract"), "contract");
        until(() -> model.state().preview().optional().filter(each -> each.step().equals("one_hot")).isPresent());

        var preview = model.state().preview().optional().orElseThrow();
        assertEquals(PrepareViewModel.PREVIEW_ROWS, preview.rows().size());
        assertTrue(preview.features().getFirst().name().startsWith("contract="), preview.features().toString());
    }

    @Test
    void needsLessThan300MillisecondsForThePreviewOfAnyColumn() {
        Table table = new TableImport().read(SAMPLE, ImportOptions.defaults()).table();
        ColumnFacts facts = ColumnFacts.of(table, "churned", new CancelToken());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int round = 0; round < 2; round++) {   // the first one loads classes
            for (Field field : table.schema().fields()) {
                for (String step : PrepareViewModel.steps(field.type())) {
                    long start = threads.getCurrentThreadCpuTime();
                    ColumnPreparation.preview(facts.sample(), new StepPreview.Wish("churned", field.name(), step, Preparation.LINEAR), 6);
                    long millis = TimeUnit.NANOSECONDS.toMillis(threads.getCurrentThreadCpuTime() - start);
                    assertTrue(round == 0 || millis < 240, field.name() + " with " + step + " takes " + millis + " ms");
                }
            }
        }
    }

    @Test
    void usesAColumnThatLatheWouldLeaveOut() throws InterruptedException {
        OpenProject project = churn();
        PrepareViewModel model = known(project);

        model.keep(plan(model, "customer_id"));
        assertEquals(Use.USED, plan(model, "customer_id").use());
        assertEquals(Role.FEATURE, project.settings().column("customer_id").chosenRole().orElseThrow());

        model.choose(List.of(plan(model, "customer_id")), ColumnPlan.AUTOMATIC);
        assertEquals(Use.LEFT_OUT_BY_LATHE, plan(model, "customer_id").use());
    }

    @Test
    void doesNotContradictTheAnswerAboutTimeWhenAColumnIsUsedAgain() {
        ColumnChoice after = ColumnChoice.NONE.withKnown(ColumnChoice.KNOWN_AFTER);

        assertEquals(ColumnChoice.NONE, ColumnPlan.choose(after, ColumnPlan.AUTOMATIC));
        assertEquals(ColumnChoice.NONE.withRole(Role.FEATURE).withStep("log"), ColumnPlan.choose(after, "log"));
    }

    @Test
    void filtersByNameTypeFindingAndChange() throws InterruptedException {
        PrepareViewModel model = known(churn());
        model.choose(List.of(plan(model, "contract")), "ordinal");

        assertEquals(1, count(model, PlanFilter.NONE.withKind(PlanFilter.Kind.CHANGED)));
        assertEquals(1, count(model, PlanFilter.NONE.withText("CONTRACT")));
        assertTrue(count(model, PlanFilter.NONE.withFinding("identifier")) >= 1);
        assertTrue(count(model, PlanFilter.NONE.withFinding(PlanFilter.ANY_FINDING)) < model.state().columns().size());
    }

    private static long count(PrepareViewModel model, PlanFilter filter) {
        return model.state().columns().stream().filter(filter::holds).count();
    }

    @Test
    void keepsChoicesInTheProjectFile() throws Exception {
        OpenProject project = churn();
        PrepareViewModel model = known(project);
        model.choose(List.of(plan(model, "contract")), "ordinal");
        closeAll();
        opened.clear();

        assertEquals("ordinal", ProjectFolder.readSettings(folder.resolve("one")).column("contract").step());
        assertTrue(Files.exists(folder.resolve("one").resolve(ProjectFolder.SETTINGS_FILE)));
    }
}
