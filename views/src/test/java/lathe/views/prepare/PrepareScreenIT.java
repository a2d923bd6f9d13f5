package lathe.views.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import lathe.views.desk.OpenProject;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrepareScreenIT {

    private static final Path SAMPLES = Path.of("..", "sample-data").toAbsolutePath().normalize();
    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    Path folder;

    private static OpenProject project(TestWindow window) {
        OpenProject project = window.window().desk().session().projectProperty().get();
        if (project == null) {
            throw new AssertionError("no project is open");
        }
        return project;
    }

    @SuppressWarnings("unchecked")
    private static TableView<PlanItem> table(TestWindow window) {
        return window.find("prepare-table", TableView.class);
    }

    private void prepare(TestWindow window, String target) {
        window.size(1280, 800);
        window.await("the data", () -> window.window().place() == Place.DATA && project(window).profileProperty().get().optional().isPresent());
        TestWindow.onWindow(() -> {
            project(window).change("Predict " + target, settings -> settings.withTarget(target));
            return target;
        });
        window.await("the profile", () -> project(window).profileProperty().get().optional().isPresent());
        window.goTo(Place.PREPARE);
        window.find("prepare-table", Node.class);
    }

    private static void focus(TestWindow window, String column) {
        TestWindow.onWindow(() -> {
            TableView<PlanItem> table = table(window);
            int index = IntStream.range(0, table.getItems().size()).filter(i -> table.getItems().get(i).plan().name().equals(column))
                    .findFirst().orElseThrow();
            table.getSelectionModel().clearAndSelect(index);
            table.scrollTo(index);
            return index;
        });
        window.await("the card of " + column, () -> window.find("card-name", Label.class).getText().equals(column));
    }

    // The heads of the small table name the features.
    private static void shown(TestWindow window, String column) {
        window.await("the preview of " + column, () -> window.find("preview-rows", GridPane.class).getChildren().stream()
                .anyMatch(node -> node instanceof Label label && label.getText().startsWith(column)));
    }

    @Test
    void choosesForOneForManyAndTakesItBackByMouse() throws Exception {
        Path file = Files.copy(SAMPLES.resolve("telecom-churn.csv"), folder.resolve("telecom-churn.csv"));
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, file)) {
            prepare(window, "churned");
            focus(window, "monthly_charge");
            shown(window, "monthly_charge");
            window.pictures(PICTURES, "prepare");

            window.click("card-choice");
            window.robot().clickOn("#card-choose-log");
            window.await("the choice", () -> project(window).settings().column("monthly_charge").step().equals("log"));
            window.click("card-direction");
            window.robot().type(KeyCode.DOWN, KeyCode.ENTER);
            window.await("the direction", () -> project(window).settings().column("monthly_charge").monotone().equals("increasing"));
            window.pictures(PICTURES, "prepare-direction");
            window.click("undo");
            window.await("no direction", () -> project(window).settings().column("monthly_charge").monotone().isEmpty());
            focus(window, "contract");
            window.click("choice-contract");
            window.robot().clickOn("#choose-ordinal");
            window.await("the choice in the table", () -> project(window).settings().column("contract").step().equals("ordinal"));
            assertEquals("in order", window.find("choice-contract", MenuButton.class).getText());

            window.click("bulk-all");
            window.pictures(PICTURES, "prepare-bulk");
            window.click("bulk-drop");
            window.find("nothing-left", Node.class);
            window.picture(PICTURES.resolve("prepare-nothing.png"));
            window.click("all-automatic");
            window.await("all back", () -> project(window).settings().columns().isEmpty());
            window.click("undo");
            window.find("nothing-left", Node.class);
            window.click("all-automatic");
            focus(window, "contract");
            window.size(1000, 700);
            shown(window, "contract");
            window.picture(PICTURES.resolve("prepare-small.png"));
            assertEquals(List.of(), window.slow().stream().filter(each -> each.endsWith("at PREPARE")).toList());
        }
    }

    @Test
    void setsWhatAStepTakesAndMergesValues() throws Exception {
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, spelledInManyWays())) {
            prepare(window, "churned");
            focus(window, "monthly_charge");
            window.click("card-choice");
            window.robot().clickOn("#card-choose-clip");
            window.await("the step", () -> project(window).settings().column("monthly_charge").step().equals("clip"));
            set(window, "card-set-highest", "sixty");
            window.await("what is wrong", () -> said(window, "card-set-highest-about").startsWith("This must be a number from"));
            window.pictures(PICTURES, "prepare-set-wrong");
            set(window, "card-set-highest", "60");
            window.await("the limit", () -> project(window).settings().column("monthly_charge").step().equals("clip(highest=60)"));
            set(window, "card-set-lowest", "80");
            window.await("what does not go together", () -> said(window, "card-set-lowest-about").contains("lowest must be smaller than highest"));
            window.click("undo");
            window.await("no limit", () -> project(window).settings().column("monthly_charge").step().equals("clip"));
            shown(window, "monthly_charge");
            window.pictures(PICTURES, "prepare-set");

            chooseHolidays(window);
            focus(window, "payment_method");
            TestWindow.onWindow(() -> {
                project(window).change("merge", settings -> settings.withColumn("payment_method", settings.column("payment_method").withStep("merge")));
                return "merge";
            });
            window.await("suggestions", () -> !window.find("merge-suggestions", Button.class).isDisabled());
            window.pictures(PICTURES, "prepare-merge");
            window.click("merge-suggestions");
            window.await("the merges", () -> project(window).settings().column("payment_method").step().startsWith("merge("));
            shown(window, "payment_method");
            window.pictures(PICTURES, "prepare-merged");
            window.size(1000, 700);
            window.picture(PICTURES.resolve("prepare-merged-small.png"));
            window.reveal(window.find("merge-none", Node.class));
            window.click("merge-none");
            window.await("none", () -> project(window).settings().column("payment_method").step().equals("merge"));
            assertEquals(List.of(), window.slow().stream().filter(each -> each.endsWith("at PREPARE")).toList());
        }
    }

    private Path spelledInManyWays() throws IOException {
        String text = Files.readString(SAMPLES.resolve("telecom-churn.csv"));
        return Files.writeString(folder.resolve("telecom-churn.csv"), text.replaceAll("(?m),bank transfer,yes,(.*)$", ",Bank Transfer.,yes,$1")
                .replaceAll("(?m),invoice,yes,(.*)$", ",by bill,yes,$1"));
    }

    @SuppressWarnings("unchecked")
    private static void chooseHolidays(TestWindow window) {
        focus(window, "signup_date");
        window.click("card-choice");
        window.robot().clickOn("#card-choose-holidays");
        window.await("the step", () -> project(window).settings().column("signup_date").step().equals("holidays"));
        ComboBox<String> countries = window.find("card-set-country", ComboBox.class);
        assertEquals("US", countries.getValue());
        TestWindow.onWindow(() -> {
            countries.setValue("DE");
            return countries;
        });
        window.await("the country", () -> project(window).settings().column("signup_date").step().equals("holidays(country=DE)"));
        shown(window, "signup_date");   // the fields are made anew with the preview
        set(window, "card-set-region", "xx");
        window.await("the regions", () -> said(window, "card-set-region-about").contains("must be one of bb, be, bw, by"));
        set(window, "card-set-region", "by");
        window.await("the region", () -> project(window).settings().column("signup_date").step().equals("holidays(country=DE, region=by)"));
        shown(window, "signup_date");
        window.pictures(PICTURES, "prepare-holidays");
    }

    private static void set(TestWindow window, String field, String text) {
        window.reveal(window.find(field, Node.class));
        write(window, field, text);
        window.robot().type(KeyCode.ENTER);
    }

    @Test
    void makesAColumnOfOthersAndChoosesRows() throws Exception {
        Path file = Files.copy(SAMPLES.resolve("telecom-churn.csv"), folder.resolve("telecom-churn.csv"));
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, file)) {
            prepare(window, "churned");
            window.click("derive-new");
            window.robot().write("calls");
            window.robot().type(KeyCode.TAB);
            window.robot().write("age");
            window.await("the keys", () -> window.find("derive-name", TextField.class).getText().equals("calls")
                    && window.find("derive-expression", TextArea.class).getText().equals("age"));
            write(window, "derive-name", "per_call");
            write(window, "derive-expression", "monthly_charge / suport_calls");
            window.await("what is wrong", () -> said(window, "derive-expression-check")
                    .equals("Character 18: There is no column 'suport_calls'. Did you mean support_calls?"));
            assertTrue(window.find("derive-save", Button.class).isDisabled());
            window.pictures(PICTURES, "prepare-derive-wrong");
            write(window, "derive-expression", "round(monthly_charge / support_calls, 2)");
            window.await("what it gives", () -> said(window, "derive-expression-check").equals("This gives a number."));
            assertTrue(window.find("derive-preview", GridPane.class).getChildren().size() >= 21);
            window.pictures(PICTURES, "prepare-derive");
            window.click("derive-save");
            window.await("the column", () -> said(window, "card-name").equals("per_call"));
            shown(window, "per_call");
            window.pictures(PICTURES, "prepare-derived");
            window.click("undo");
            window.await("no column", () -> table(window).getItems().stream().noneMatch(item -> item.plan().name().equals("per_call")));
            window.click("redo");
            window.await("the column again", () -> table(window).getItems().stream().anyMatch(item -> item.plan().name().equals("per_call")));

            chooseRows(window);
            assertEquals(List.of(), window.slow().stream().filter(each -> each.endsWith("at PREPARE")).toList());
        }
    }

    private static void chooseRows(TestWindow window) throws Exception {
        window.click("rows-open");
        write(window, "rows-where", "per_call > 20 and contract <> 'none'");
        window.click("rows-apply");
        window.await("the rows", () -> said(window, "rows-kept").matches("[\\d,]+ of 7,000 rows kept, [\\d,]+ left out"));
        window.click("rows-duplicates");
        window.await("the duplicates", () -> project(window).settings().table().removesDuplicates());
        window.await("the profile", () -> project(window).profileProperty().get().optional().isPresent());
        window.pictures(PICTURES, "prepare-rows");
        window.click("rows-close");
        focus(window, "per_call");
        assertTrue(window.find("card-derive-delete", Button.class).isDisabled());
        window.click("rows-open");
        window.click("rows-clear");
        window.await("all rows", () -> project(window).settings().table().where().isEmpty());
        window.click("rows-close");
        window.await("nothing needs it", () -> !window.find("card-derive-delete", Button.class).isDisabled());
        window.click("card-derive-delete");
        window.await("no column", () -> project(window).settings().table().derived().isEmpty());
    }

    private static String said(TestWindow window, String label) {
        return window.find(label, Label.class).getText();
    }

    private static void write(TestWindow window, String field, String text) {
        TextInputControl input = window.find(field, TextInputControl.class);
        TestWindow.onWindow(() -> {
            input.requestFocus();
            input.setText(text);
            return text;
        });
    }

    @Test
    void opensFiveHundredColumnsQuicklyAndScrollsThem() throws Exception {
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, wide())) {
            window.size(1280, 800);
        window.await("the data", () -> window.window().place() == Place.DATA && project(window).profileProperty().get().optional().isPresent());
            TestWindow.onWindow(() -> {
                project(window).change("Predict target", settings -> settings.withTarget("target"));
                return "target";
            });
            window.await("the profile", () -> project(window).profileProperty().get().optional().isPresent());
            long thread = TestWindow.onWindow(() -> Thread.currentThread().threadId());
            long start = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread);
            window.goTo(Place.PREPARE);
            long millis = TimeUnit.NANOSECONDS.toMillis(ManagementFactory.getThreadMXBean().getThreadCpuTime(thread) - start);
            assertEquals(500, table(window).getItems().size());
            System.getLogger("measured").log(System.Logger.Level.INFO, "500 columns take " + millis + " ms of the window's thread");
            assertTrue(millis < 1500, millis + " ms");

            TestWindow.onWindow(() -> {
                table(window).requestFocus();
                return table(window);
            });
            for (int i = 0; i < 30; i++) {
                window.robot().type(KeyCode.PAGE_DOWN);
            }
            window.settle();
            window.click("prepare-search");
            window.robot().write("c4");
            window.await("the search", () -> table(window).getItems().size() == 111);
            window.picture(PICTURES.resolve("prepare-wide.png"));
            assertEquals(List.of(), window.slow().stream().filter(each -> each.endsWith("at PREPARE")).toList());
        }
    }

    private Path wide() throws IOException {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        StringBuilder text = new StringBuilder(IntStream.range(0, 500).mapToObj(i -> "c" + i).collect(Collectors.joining(",")));
        text.append(",target\n");
        for (int row = 0; row < 400; row++) {
            for (int column = 0; column < 500; column++) {
                text.append(column % 3 == 0 ? "v" + random.nextInt(12) : Integer.toString(random.nextInt(100_000))).append(',');
            }
            text.append(row % 2 == 0 ? "yes" : "no").append('\n');
        }
        return Files.writeString(folder.resolve("wide.csv"), text);
    }

    @Test
    void sendsToDataWhereThereIsNone() throws Exception {
        Path file = Files.copy(SAMPLES.resolve("telecom-churn.csv"), folder.resolve("telecom-churn.csv"));
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.GERMAN, file)) {
            prepare(window, "churned");
            window.find("preview-rows", Node.class);
            window.picture(PICTURES.resolve("prepare-german.png"));
            TestWindow.onWindow(() -> {
                project(window).change("no source", settings -> settings.withSource(""));
                return "";
            });
            window.click("go-to-data");
            assertEquals(Place.DATA, window.window().place());
        }
    }
}
