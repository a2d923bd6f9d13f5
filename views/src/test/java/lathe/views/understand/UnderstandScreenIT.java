package lathe.views.understand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import lathe.views.chart.FigureCard;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnderstandScreenIT {

    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    Path folder;

    private TestWindow open(Path project) {
        TestWindow window = new TestWindow(folder, TrainedProject.SAMPLES, Locale.ENGLISH, project);
        window.await("the project to open", () -> window.window().place() == Place.DATA);
        window.goTo(Place.UNDERSTAND);
        return window;
    }

    private static void drawn(TestWindow window, String card) {
        FigureCard found = window.find(card, FigureCard.class);
        window.await(card + " to be drawn", () -> found.figureProperty().get() != null);
    }

    @Test
    void showsTheWholeTableItsColumnsAndSinglePredictions() {
        Path project = TrainedProject.train(folder, "telecom-churn.csv", "churned", 2, List.of("customer_id", "cancellation_fee"));
        try (TestWindow window = open(project)) {
            window.size(1280, 800);
            drawn(window, "roc");
            window.forgiveSlowHandlers();   // up to the first layout
            wholeTable(window);
            columns(window);
            onePrediction(window);
            Label looked = window.find("looked", Label.class);
            assertTrue(looked.getText().startsWith("7 of 7"), looked.getText() + looked.getTooltip().getText());
            window.size(1000, 700);
            window.picture(PICTURES.resolve("understand-one-small.png"));
            window.click("tab-whole");
            window.picture(PICTURES.resolve("understand-whole-small.png"));
            window.click("tab-features");
            window.picture(PICTURES.resolve("understand-features-small.png"));
            assertEquals(List.of(), window.slow());
        }
    }

    private static void wholeTable(TestWindow window) {
        drawn(window, "roc");
        Label summary = window.find("threshold-summary", Label.class);
        assertTrue(summary.getText().startsWith("From 50%"), summary.getText());
        window.pictures(PICTURES, "understand-whole");
        Slider slider = window.find("threshold", Slider.class);
        window.click("threshold");
        TestWindow.onWindow(() -> {
            slider.requestFocus();
            slider.setValue(0.3);
            return slider;
        });
        window.robot().type(KeyCode.RIGHT);
        window.await("the threshold to move", () -> summary.getText().startsWith("From 31%"));
        ScrollPane scroll = window.find("whole-scroll", ScrollPane.class);
        for (double place : new double[] {0.5, 1}) {
            TestWindow.onWindow(() -> {
                scroll.setVvalue(place);
                return scroll;
            });
            window.settle();
        }
        window.pictures(PICTURES, "understand-whole-end");
        window.click("threshold-back");
        window.await("the threshold to be back", () -> summary.getText().startsWith("From 50%"));
    }

    private static void columns(TestWindow window) {
        window.click("tab-features");
        drawn(window, "dependence");
        Label progress = window.find("importance-progress", Label.class);
        window.await("all columns to be measured", () -> progress.getText().startsWith("Measured"));
        FigureCard dependence = window.find("dependence", FigureCard.class);
        window.await("the first column to be followed", () -> dependence.figureProperty().get() != null);
        window.pictures(PICTURES, "understand-features");
        String before = dependence.title();
        ComboBox<?> column = window.find("dependence-column", ComboBox.class);
        String second = String.valueOf(column.getItems().get(1));
        window.robot().clickOn(column).type(KeyCode.DOWN).type(KeyCode.ENTER);
        window.await("another column to be followed", () -> !dependence.title().equals(before)
                && dependence.figureProperty().get() != null);
        assertEquals(second, String.valueOf(column.getValue()));
        window.picture(PICTURES.resolve("understand-features-second.png"));
    }

    private static void onePrediction(TestWindow window) {
        window.click("tab-one");
        drawn(window, "waterfall");
        window.pictures(PICTURES, "understand-one");
        Label number = window.find("prediction", Label.class);
        String before = number.getText();
        ComboBox<?> contract = window.find("what-if-contract", ComboBox.class);
        window.robot().clickOn(contract).type(KeyCode.DOWN).type(KeyCode.ENTER);
        window.await("the prediction to move", () -> !number.getText().equals(before));
        Label was = window.find("prediction-before", Label.class);
        assertTrue(was.getText().contains(before), was.getText());
        TextField tenure = window.find("what-if-tenure_months", TextField.class);
        window.reveal(tenure);
        window.robot().doubleClickOn(tenure).write("1");
        window.picture(PICTURES.resolve("understand-one-changed.png"));
        window.click("what-if-reset");
        assertEquals(before, number.getText());
        Label title = window.find("row-title", Label.class);
        String row = title.getText();
        window.click("row-pick");
        TableView<?> rows = window.find("rows", TableView.class);
        window.robot().clickOn("#pick-search").write("fiber");
        window.await("rows to be found", () -> rows.getItems().size() < 1300);
        window.pictures(PICTURES, "understand-pick");
        window.robot().clickOn(rows).type(KeyCode.DOWN, 3).type(KeyCode.ENTER);
        window.await("another row", () -> !title.getText().equals(row));
        window.click("row-next");
        assertNotEquals(row, title.getText());
        drawn(window, "waterfall");
    }

    @Test
    void showsNumbersPredicted() {
        Path project = TrainedProject.train(folder, "house-prices.xlsx", "price", 3, List.of("listing_id", "transfer_tax"));
        try (TestWindow window = open(project)) {
            window.size(1280, 800);
            drawn(window, "errors");
            window.picture(PICTURES.resolve("understand-houses-whole.png"));
            window.click("tab-features");
            window.await("the columns to be measured", () -> window.find("importance-progress", Label.class).getText()
                    .startsWith("Measured"));
            drawn(window, "dependence");
            window.picture(PICTURES.resolve("understand-houses-features.png"));
            window.click("tab-one");
            drawn(window, "waterfall");
            assertTrue(window.find("prediction-range", Label.class).getText().contains("lies in such a range"));
            window.picture(PICTURES.resolve("understand-houses-one.png"));
        }
    }

    @Test
    void showsSeveralClasses() {
        Path project = TrainedProject.train(folder, "support-tickets.jsonl", "queue", 2, List.of("ticket", "solved_by"));
        try (TestWindow window = open(project)) {
            window.size(1280, 800);
            drawn(window, "per-class");
            window.picture(PICTURES.resolve("understand-tickets-whole.png"));
            window.click("tab-features");
            window.click("importance-stop");   // at once: a quick model has been measured before the chart is drawn
            Label progress = window.find("importance-progress", Label.class);
            // a quick machine may have measured all of it before the click
            window.await("the measuring to end", 5, () -> progress.getText().startsWith("Stopped") || progress.getText().startsWith("Measured"));
            drawn(window, "dependence");
            window.picture(PICTURES.resolve("understand-tickets-features-stopped.png"));
            window.click("tab-one");
            drawn(window, "waterfall");
            window.picture(PICTURES.resolve("understand-tickets-one.png"));
        }
    }

    @Test
    void saysWhatToDoWithoutAModel() throws IOException {
        Path file = Files.copy(TrainedProject.SAMPLES.resolve("telecom-churn.csv"), folder.resolve("telecom-churn.csv"));
        try (TestWindow window = open(file)) {
            window.find("go-to-train", Node.class);
            window.pictures(PICTURES, "understand-empty");
            window.click("go-to-train");
            assertEquals(Place.TRAIN, window.window().place());
        }
    }

    @Test
    void saysWhatToDoWhenTheModelIsGone() throws IOException {
        Path project = TrainedProject.train(folder, "telecom-churn.csv", "churned", 1, List.of("customer_id"));
        try (var models = Files.list(project.resolve("models"))) {
            for (Path each : models.toList()) {
                Files.delete(each);
            }
        }
        Files.deleteIfExists(project.resolve("model.lathe"));
        try (TestWindow window = open(project)) {
            Node again = window.find("try-again", Node.class);
            assertTrue(Objects.requireNonNull(again).isVisible());
            window.picture(PICTURES.resolve("understand-failed.png"));
        }
    }
}
