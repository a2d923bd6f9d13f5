package lathe.views.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Application;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import lathe.scoring.Problem;
import lathe.views.theme.Theme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FigureCardTest {

    private static final System.Logger LOG = System.getLogger(FigureCardTest.class.getName());
    private static final Path PICTURES = Path.of("target", "pictures", "chart");
    private static final String WORDS = "This customer is likely to leave, mainly because the contract runs month to month"
            + " and is only two months old. Of 100 similar customers, about 60 left.";

    @TempDir
    Path folder;

    private final SimpleBooleanProperty dark = new SimpleBooleanProperty();
    private final List<Problem> problems = new ArrayList<>();
    private Optional<Path> answer = Optional.empty();
    private String asked = "";
    private ChartRoom room;
    private FigureCard card;
    private Theme theme;

    @Start
    void start(Stage stage) {
        theme = new Theme(Theme.Mode.LIGHT);
        room = new ChartRoom(dark, Locale.ENGLISH, (title, name, ending) -> {
            asked = title + "|" + name + "|" + ending;
            return answer;
        }, problems::add, Runnable::run);
        card = room.card("Customer 7590-VHVEG");
        card.setSubtitle("row 412 of the untouched rows");
        VBox page = new VBox(card);
        page.setPadding(new Insets(16));
        Scene scene = new Scene(page, 720, 480);
        theme.dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @BeforeEach
    void shown(FxRobot robot) {
        robot.interact(() -> card.setFigure(Samples.waterfall(), WORDS));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void choose(FxRobot robot, String item) {
        robot.clickOn(".figure-menu");
        robot.clickOn("#figure-" + item);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theSentenceIsWhatAScreenReaderSays() {
        assertEquals("Customer 7590-VHVEG. " + WORDS, card.drawing().getAccessibleText());
        assertEquals("Table, save, copy: Customer 7590-VHVEG",
                ((MenuButton) card.lookup(".figure-menu")).getAccessibleText());
    }

    @Test
    void theMenuShowsTheNumbersAndTheDrawingAgain(FxRobot robot) {
        choose(robot, "show");
        TableView<?> table = robot.lookup(".figure-grid").query();
        assertTrue(table.isVisible());
        assertFalse(card.drawing().isVisible());
        assertEquals(9, table.getItems().size());
        assertEquals(List.of("name", "change", "total"), table.getColumns().stream().map(column -> column.getText()).toList());
        choose(robot, "show");
        assertFalse(table.isVisible());
        assertTrue(card.drawing().isVisible());
    }

    @Test
    void theMenuOpensByKeyboard(FxRobot robot) {
        robot.interact(() -> card.lookup(".figure-menu").requestFocus());
        robot.type(KeyCode.SPACE);
        assertTrue(((MenuButton) card.lookup(".figure-menu")).isShowing());
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void aPictureADrawingAndNumbersAreSaved(FxRobot robot) throws IOException {
        Path png = folder.resolve("a.png");
        answer = Optional.of(png);
        choose(robot, "picture");
        assertEquals("Save picture (PNG)|customer-7590-vhveg.png|png", asked);
        assertTrue(ImageIO.read(png.toFile()).getWidth() >= 1280);
        answer = Optional.of(folder.resolve("a.svg"));
        choose(robot, "drawing");
        assertTrue(Files.readString(folder.resolve("a.svg")).contains("threshold 50 %"));
        answer = Optional.of(folder.resolve("a.csv"));
        choose(robot, "numbers");
        assertEquals(card.figureProperty().get().table(room.texts()::get).csv(), Files.readString(folder.resolve("a.csv")));
        try (var left = Files.list(folder)) {
            assertEquals(3, left.count(), "no temporary file stays behind");
        }
    }

    @Test
    void whatCannotBeSavedIsTold(FxRobot robot) {
        answer = Optional.of(folder.resolve("missing").resolve("a.csv"));
        choose(robot, "numbers");
        assertEquals(List.of("chart-not-saved"), problems.stream().map(Problem::code).toList());
    }

    @Test
    void savingMayBeCalledOff(FxRobot robot) {
        choose(robot, "numbers");
        assertTrue(asked.endsWith("csv"));
        assertTrue(problems.isEmpty());
    }

    @Test
    void aCopyHoldsPictureAndNumbers(FxRobot robot) {
        choose(robot, "copy");
        List<Object> held = new ArrayList<>();
        robot.interact(() -> held.addAll(List.of(Clipboard.getSystemClipboard().hasImage(),
                Clipboard.getSystemClipboard().getString())));
        assertEquals(true, held.getFirst());
        assertTrue(held.getLast().toString().startsWith("name\tchange\ttotal\n"), held.getLast().toString());
    }

    @Test
    void pointerAndArrowKeysRestOnTheBars(FxRobot robot) {
        robot.interact(() -> card.drawing().requestFocus());
        robot.type(KeyCode.RIGHT, 2);
        assertEquals("contract = month-to-month\n+16.8%", card.drawing().resting());
        assertEquals("contract = month-to-month, +16.8%", card.drawing().getAccessibleText());
        robot.type(KeyCode.END);
        assertEquals("prediction\n61.8%", card.drawing().resting());
        robot.type(KeyCode.ESCAPE);
        assertEquals("", card.drawing().resting());
        Rectangle2D bar = card.drawing().spots().getFirst().area();
        robot.moveTo(card.drawing().localToScreen(bar.getCenterX(), bar.getCenterY()));
        assertEquals("base rate\n26.5%", card.drawing().resting());
    }

    @Test
    void nothingToDrawIsSaid(FxRobot robot) {
        robot.interact(() -> {
            card.setEmptyText("The first trial is still running.");
            card.clear();
        });
        Label empty = robot.lookup(".figure-empty").query();
        assertTrue(empty.isVisible());
        assertEquals("The first trial is still running.", empty.getText());
        assertTrue(card.lookup(".figure-menu").isDisabled());
    }

    /// On the window's thread alone, layout and drawing included; 20 updates a second leave 50 ms for each.
    @Test
    void aLiveChartKeepsUp(FxRobot robot) {
        List<Figure> figures = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double score = 0.7 + 0.15 * (1 - Math.exp(-i / 40.0));
            points.add(Point.band(i, score, score - 0.01, score + 0.01));
            figures.add(LineFigure.of(Axis.of("", Unit.SECONDS), Axis.of("ROC AUC", Unit.NUMBER),
                    List.of(Series.step("best", Hue.ACCENT, points))));
        }
        AtomicLong spent = new AtomicLong();
        for (List<Figure> batch : List.of(figures.subList(0, 100), figures.subList(100, 200))) {
            robot.interact(() -> {
                long start = System.nanoTime();
                for (Figure figure : batch) {
                    card.setFigure(figure, "Best so far.");
                    card.getScene().getRoot().applyCss();
                    card.getScene().getRoot().layout();
                }
                spent.addAndGet(System.nanoTime() - start);
            });
        }
        double each = spent.get() / 200e6;
        LOG.log(System.Logger.Level.INFO, "a live update takes {0} ms", each);
        assertTrue(each < 50, "one update took " + each + " ms");
    }

    @Test
    void thousandsOfDotsAreDrawnAtOnce(FxRobot robot) {
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            dots.add(Dot.of(i, i + 400 * Math.sin(i)));
        }
        Figure figure = ScatterFigure.predictedAgainstTrue(Axis.of("true", Unit.NUMBER), Axis.of("predicted", Unit.NUMBER),
                dots, "perfect");
        AtomicLong spent = new AtomicLong();
        robot.interact(() -> {
            long start = System.nanoTime();
            card.setFigure(figure, "");
            card.getScene().getRoot().layout();
            spent.set(System.nanoTime() - start);
        });
        LOG.log(System.Logger.Level.INFO, "5000 dots take {0} ms", spent.get() / 1e6);
        assertEquals(5000, card.drawing().spots().size());
        assertTrue(spent.get() < 500e6, "5000 dots took " + spent.get() / 1e6 + " ms");
    }

    @Test
    void cardsFollowTheTheme(FxRobot robot) throws IOException {
        List<Scene> scenes = new ArrayList<>();
        robot.interact(() -> {
            Scene scene = new Scene(gallery(), 1180, 1120);
            theme.dress(scene);
            scenes.add(scene);
        });
        for (boolean night : List.of(false, true)) {
            robot.interact(() -> {
                dark.set(night);
                Application.setUserAgentStylesheet(night ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
            });
            WaitForAsyncUtils.waitForFxEvents();
            int corner = picture(robot, scenes.getFirst(), night ? "cards-dark.png" : "cards-light.png");
            assertEquals(night, (corner & 0xff) < 0x80);
        }
        robot.interact(() -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
    }

    private GridPane gallery() {
        GridPane grid = new GridPane(16, 16);
        grid.setPadding(new Insets(16));
        grid.setStyle("-fx-background-color: -color-bg-default;");
        FigureCard waterfall = room.card("Customer 7590-VHVEG");
        waterfall.setSubtitle("row 412 of the untouched rows");
        waterfall.setFigure(Samples.waterfall(), WORDS);
        FigureCard best = room.card("Best so far");
        best.setFigure(Samples.bestSoFar(), "");
        FigureCard offer = room.card("retention_offer");
        offer.setFigure(Samples.stack(), "Almost everybody with an offer left.");
        FigureCard table = room.card("Importance");
        table.setFigure(Samples.importance(), "Two columns carry most of what the model knows.");
        table.setTableShown(true);
        FigureCard none = room.card("Learning curve");
        for (FigureCard each : List.of(waterfall, best, offer, table, none)) {
            each.setPrefWidth(560);
        }
        grid.addRow(0, waterfall, best);
        grid.addRow(1, offer, table);
        grid.addRow(2, none, small());
        return grid;
    }

    private static HBox small() {
        SparkBars bars = new SparkBars();
        bars.setValues(List.of(1.0, 4.0, 6.0, 9.0, 7.0, 7.0, 6.0, 3.0, 2.0, 1.0, 3.0, 4.0));
        SparkLine line = new SparkLine();
        line.setValues(List.of(3.0, 4.0, 3.5, 6.0, 5.0, 8.0, 8.5));
        SignalBar neutral = new SignalBar();
        neutral.set(0.4, SignalBar.Meaning.NEUTRAL);
        SignalBar bad = new SignalBar();
        bad.set(0.93, SignalBar.Meaning.BAD);
        SignalBar tiny = new SignalBar();
        tiny.set(0.02, SignalBar.Meaning.GOOD);
        ProgressRing ring = new ProgressRing();
        ring.set(0.65, "0:21");
        HBox row = new HBox(24, bars, line, neutral, bad, tiny, ring);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return row;
    }

    /// @return the colour of the first pixel
    private int picture(FxRobot robot, Scene scene, String name) throws IOException {
        Files.createDirectories(PICTURES);
        List<java.awt.image.BufferedImage> taken = new ArrayList<>();
        robot.interact(() -> taken.add(SwingFXUtils.fromFXImage(scene.snapshot(null), null)));
        ImageIO.write(taken.getFirst(), "png", PICTURES.resolve(name).toFile());
        return taken.getFirst().getRGB(2, 2);
    }
}
