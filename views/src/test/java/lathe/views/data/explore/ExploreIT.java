package lathe.views.data.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;
import lathe.engine.profile.GroupMeasure;
import lathe.views.chart.BoxFigure;
import lathe.views.chart.FigureCard;
import lathe.views.chart.MatrixFigure;
import lathe.views.chart.ScatterFigure;
import lathe.views.desk.OpenProject;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExploreIT {

    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    Path folder;

    @SuppressWarnings("unchecked")
    private static <T> void choose(TestWindow window, String id, T value) {
        ComboBox<T> box = window.find(id, ComboBox.class);
        TestWindow.onWindow(() -> {
            box.setValue(value);
            return value;
        });
        window.settle();
    }

    private static void awaitFigure(TestWindow window, Class<?> kind) {
        FigureCard card = window.find("explore-pair", FigureCard.class);
        window.await(kind.getSimpleName(), () -> kind.isInstance(card.figureProperty().get()));
    }

    private static String said(TestWindow window, String card) {
        return TestWindow.onWindow(() -> window.robot().from(window.find(card, FigureCard.class)).lookup(".figure-words").<Text>query().getText());
    }

    // With a target chosen and few groups nothing is out of sight.
    private static void fitsASmallWindow(TestWindow window) {
        OpenProject project = window.window().desk().session().projectProperty().get();
        TestWindow.onWindow(() -> {
            project.change("target", settings -> settings.withTarget("churned"));
            return project;
        });
        choose(window, "explore-by", "paperless");
        choose(window, "explore-first", "paperless");
        window.await("the groups", () -> window.robot().lookup("#explore-groups").queryAs(FigureCard.class).title().equals("By paperless"));
        window.await("the profile", () -> project.profileProperty().get().optional().isPresent());
        window.picture(PICTURES.resolve("explore-small.png"));
        FigureCard pair = window.find("explore-pair", FigureCard.class);
        double below = TestWindow.onWindow(() -> pair.localToScene(pair.getBoundsInLocal()).getMaxY());
        assertTrue(below <= 700 - 56, "the lower edge lies at " + below);
    }

    @Test
    void filtersGroupsAndChartsAnyTwoColumns() throws Exception {
        Path samples = Path.of("..", "sample-data").toAbsolutePath().normalize();
        Path file = Files.copy(samples.resolve("telecom-churn.csv"), folder.resolve("telecom-churn.csv"));
        try (TestWindow window = new TestWindow(folder, samples, Locale.ENGLISH, file)) {
            window.await("the project to open", () -> window.window().place() == Place.DATA);
            window.find("columns", TableView.class);
            window.size(1280, 800);
            window.forgiveSlowHandlers();   // the first layout of the screen
            window.click("tab-explore");
            awaitFigure(window, ScatterFigure.class);
            window.pictures(PICTURES, "explore-numbers");

            choose(window, "explore-first", "contract");
            choose(window, "explore-second", "monthly_charge");
            awaitFigure(window, BoxFigure.class);
            choose(window, "explore-by", "contract");
            choose(window, "explore-measure", new GroupMeasure.Mean("tenure_months"));
            TextArea where = window.find("explore-where", TextArea.class);
            window.click("explore-where");
            window.robot().write("age > ");
            assertTrue(window.find("explore-where-check", Label.class).getStyleClass().contains("wrong"));
            TestWindow.onWindow(() -> {
                where.setText("age > 60");
                return where;
            });
            window.await("fewer rows", () -> window.robot().lookup("#explore-kept").queryAs(Label.class).getText().matches("[\\d,]+ of 7,000 rows"));
            window.await("the groups", () -> window.robot().lookup("#explore-groups").queryAs(FigureCard.class).title().equals("By contract"));
            window.pictures(PICTURES, "explore-boxes");
            assertTrue(said(window, "explore-groups").startsWith("The mean of tenure_months goes from"), said(window, "explore-groups"));

            choose(window, "explore-second", "churned");
            awaitFigure(window, MatrixFigure.class);
            window.size(1000, 700);
            fitsASmallWindow(window);
            assertTrue(said(window, "explore-pair").contains("Cramér’s V"), said(window, "explore-pair"));
            window.click("tab-columns");
            assertEquals(List.of(), window.slow());
        }
    }
}
