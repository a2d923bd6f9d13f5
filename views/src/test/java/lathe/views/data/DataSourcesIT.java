package lathe.views.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.ReadingChoice;
import lathe.views.frame.TestWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a messy file asks and tells, and sources with several tables.
class DataSourcesIT {

    private static final Path SAMPLES = Path.of("..", "sample-data").toAbsolutePath().normalize();
    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    Path folder;

    private static ProjectSettings settings(TestWindow window) {
        return TestWindow.onWindow(() -> window.window().desk().session().projectProperty().get().settings());
    }

    private static TableView<?> columns(TestWindow window) {
        return window.find("columns", TableView.class);
    }

    private static void pick(TestWindow window, String column) {
        TableView<?> table = columns(window);
        TestWindow.onWindow(() -> {
            table.getSelectionModel().clearSelection();
            for (int i = 0; i < table.getItems().size(); i++) {
                if (table.getItems().get(i) instanceof ColumnItem item && item.row().name().equals(column)) {
                    table.getSelectionModel().select(i);
                }
            }
            return column;
        });
        window.settle();
    }

    // Two dates that fit both orders, a number for "no value", titles, units, a sum, and a broken row.
    private Path messy() throws IOException {
        StringBuilder text = new StringBuilder("Deliveries 2024\n\nsent,paid,weight,note,late\n,,kg,,\n");
        for (int row = 0; row < 300; row++) {
            text.append(row == 100 ? "01/02/2024,broken\n" : "");
            text.append("%02d/%02d/2024,%02d/%02d/2024,%s,%s,%s\n".formatted(row % 12 + 1, row % 11 + 1, row % 9 + 1, row % 12 + 1,
                    row % 20 == 7 ? "-999" : Integer.toString(20 + row % 37), row % 2 == 0 ? "north" : "south", row % 3 == 0 ? "yes" : "no"));
        }
        return Files.writeString(folder.resolve("deliveries.csv"), text);
    }

    @Test
    void asksTellsAndTreatsOnTheDataOfAMessyFile() throws Exception {
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, messy())) {
            window.size(1000, 700);
            window.click("skip-bad-rows");
            assertEquals(ReadingChoice.SKIP, settings(window).reading().badRows());
            window.find("question-card", Node.class);
            window.forgiveSlowHandlers();   // the first layout of the screen
            window.await("the light of -999", () -> window.robot().lookup("#light-disguised-missing").tryQuery().isPresent());
            pick(window, "weight");
            window.pictures(PICTURES, "data-question");

            window.click("answer-all");
            window.click("reading-1");
            window.await("no more questions", () -> !window.robot().lookup("#question-card").query().isVisible());
            assertEquals(List.of("date", "date"), List.of(settings(window).column("sent").type(), settings(window).column("paid").type()));
            window.click("undo");
            window.await("the questions again", () -> window.robot().lookup("#question-card").query().isVisible());

            window.reveal(window.find("treat-sentinel-missing", Node.class));
            window.pictures(PICTURES, "data-finding");
            window.click("treat-sentinel-missing");
            assertTrue(settings(window).reading().missingTokens().contains("-999"));
            window.await("the finding to be gone", () -> window.robot().lookup("#light-disguised-missing").tryQuery().isEmpty());

            window.click("reading-rejected");
            window.find("import-rejected", Node.class);
            window.await("the preview", () -> !window.robot().lookup("#raw-lines").queryListView().getItems().isEmpty());
            window.pictures(PICTURES, "data-import-rejected");
            window.click("outcome-notes");
            window.picture(PICTURES.resolve("data-import-notes.png"));
            assertEquals(List.of(), window.slow());
        }
    }

    @Test
    void readsTheTableChosenOfAnArchiveAndAFolderAsOneTable() throws Exception {
        Path zip = folder.resolve("year.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of("jan.csv", "feb.csv")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(table(name).getBytes(StandardCharsets.UTF_8));
            }
        }
        Path months = Files.createDirectory(folder.resolve("months"));
        for (String name : List.of("jan.csv", "feb.csv")) {
            Files.writeString(months.resolve(name), table(name));
        }
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.GERMAN, zip)) {
            window.size(1000, 700);
            window.await("the tables", () -> !window.robot().lookup("#table-names").queryListView().getItems().isEmpty());
            window.pictures(PICTURES, "data-tables");
            window.click("table-read");
            columns(window);
            assertEquals("jan.csv", settings(window).reading().entry());

            window.answer(months);
            window.click("choose-folder");
            window.await("the folder", () -> settings(window).source().endsWith("months"));
            columns(window);
            window.click("change-import");
            window.find("import-files", Node.class);
            window.await("the preview", () -> !window.find("import-apply", Button.class).isDisabled()
                    || !window.robot().lookup("#raw-lines").queryListView().getItems().isEmpty());
            window.pictures(PICTURES, "data-folder");
        }
    }

    private static String table(String name) {
        StringBuilder text = new StringBuilder("customer,amount,left\n");
        for (int row = 0; row < 60; row++) {
            text.append(name.charAt(0)).append(row).append(',').append(row * 7 % 31).append(',').append(row % 3 == 0 ? "yes" : "no").append('\n');
        }
        return text.toString();
    }
}
