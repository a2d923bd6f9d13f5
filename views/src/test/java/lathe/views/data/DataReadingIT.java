package lathe.views.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import lathe.engine.data.Imported;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.views.desk.OpenProject;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is to be seen while a file is read that takes long.
class DataReadingIT {

    private static final Path SAMPLES = Path.of("..", "sample-data").toAbsolutePath().normalize();
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final int COLUMNS = 16;
    private static final int LONG = 60_000;   // rows of a workbook that takes seconds to read

    @TempDir
    Path folder;

    // Without shared texts, so that it is written quickly.
    private Path workbook(int rows) throws IOException {
        String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        Path file = folder.resolve("orders.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            part(out, "[Content_Types].xml", ("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                    + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                    + "<Override PartName='/xl/workbook.xml' ContentType='%1$ssheet.main+xml'/>"
                    + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='%1$sworksheet+xml'/>"
                    + "<Override PartName='/xl/styles.xml' ContentType='%1$sstyles+xml'/></Types>").formatted(types));
            part(out, "_rels/.rels", relation(relations, "officeDocument", "xl/workbook.xml"));
            part(out, "xl/_rels/workbook.xml.rels", relation(relations, "worksheet", "worksheets/sheet1.xml")
                    .replace("</Relationships>", "<Relationship Id='r2' Type='%s/styles' Target='styles.xml'/></Relationships>".formatted(relations)));
            part(out, "xl/workbook.xml", "<workbook xmlns='%s' xmlns:r='%s'><sheets><sheet name='Orders' sheetId='1' r:id='r1'/></sheets></workbook>"
                    .formatted(main, relations));
            part(out, "xl/styles.xml", ("<styleSheet xmlns='%s'><fonts count='1'><font/></fonts><fills count='1'><fill/></fills><borders count='1'><border/>"
                    + "</borders><cellStyleXfs count='1'><xf/></cellStyleXfs><cellXfs count='1'><xf/></cellXfs></styleSheet>").formatted(main));
            StringBuilder sheet = new StringBuilder("<worksheet xmlns='%s'><sheetData><row r='1'>".formatted(main));
            for (int column = 0; column < COLUMNS; column++) {
                sheet.append("<c t='inlineStr'><is><t>amount %d</t></is></c>".formatted(column + 1));
            }
            for (int row = 2; row <= rows + 1; row++) {
                sheet.append("</row><row r='").append(row).append("'>");
                for (int column = 0; column < COLUMNS; column++) {
                    sheet.append("<c><v>").append(row * 7919L * (column + 3) % 10_007).append("</v></c>");
                }
            }
            part(out, "xl/worksheets/sheet1.xml", sheet.append("</row></sheetData></worksheet>").toString());
        }
        return file;
    }

    private static String relation(String relations, String kind, String target) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='%s/%s' Target='%s'/></Relationships>"
                .formatted(relations, kind, target);
    }

    private static void part(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }

    private static OpenProject project(TestWindow window) {
        return TestWindow.onWindow(() -> window.window().desk().session().projectProperty().get());
    }

    private static boolean isThere(TestWindow window, String id) {
        return TestWindow.onWindow(() -> window.robot().lookup("#" + id).tryQuery().filter(Node::isVisible).isPresent());
    }

    // What the bar says until the data is there.
    private static List<Double> progress(TestWindow window) {
        List<Double> shares = new ArrayList<>();
        TestWindow.onWindow(() -> project(window).dataProperty().subscribe(now ->
                window.robot().lookup("#reading-progress").tryQuery().map(ProgressBar.class::cast).ifPresent(bar -> shares.add(bar.getProgress()))));
        return shares;
    }

    @Test
    void firstRowsAreShownWhileTheRestIsReadAndThenAllOfThem() throws Exception {
        Path file = workbook(LONG);
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, file)) {
            window.size(1280, 800);
            TableView<?> rows = window.find("rows", TableView.class);
            assertTrue(window.find("reading-line", Label.class).getText().startsWith("The first rows"));
            assertEquals("orders.xlsx", window.find("reading-name", Label.class).getText());
            assertEquals(200, rows.getItems().size());
            assertEquals("amount 1\nnumber", rows.getColumns().get(1).getText());
            assertEquals(List.of(), window.slow().stream().filter(each -> each.endsWith("at DATA")).toList());
            List<Double> shares = progress(window);
            window.pictures(PICTURES, "data-reading");
            window.size(1000, 700);
            window.pictures(PICTURES, "data-reading-small");

            window.find("columns", TableView.class);
            assertFalse(isThere(window, "reading-line"));
            assertEquals(Optional.empty(), TestWindow.onWindow(() -> project(window).firstRows().rowsProperty().get()));
            assertEquals(LONG, TestWindow.onWindow(() -> project(window).rowsRead()));
            List<Double> told = shares.stream().filter(share -> share >= 0).toList();
            assertEquals(told.stream().sorted().toList(), told);
            assertTrue(told.stream().distinct().count() > 5, told.toString());
        }
    }

    @Test
    void readingIsStoppedAndTakenUpAgain() throws Exception {
        Path file = workbook(LONG);
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.GERMAN, file)) {
            window.size(1000, 700);
            window.find("rows", TableView.class);
            window.picture(PICTURES.resolve("data-reading-german.png"));
            window.click("cancel-busy");
            assertFalse(isThere(window, "rows"));
            window.picture(PICTURES.resolve("data-reading-stopped.png"));

            window.click("read-again");
            window.find("rows", TableView.class);
            assertTrue(isThere(window, "reading-line"));
        }
    }

    @Test
    void aHeadThatCannotBeReadSaysNothingBesideWhatTheReadingSays() throws Exception {
        Path file = workbook(300);
        Path root = folder.resolve("orders.lathe-project");
        ProjectFolder.create(root, ProjectSettings.EMPTY.withSource(ProjectFolder.relativeSource(root, file))).close();
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 5000));
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, root)) {
            window.find("read-again", Node.class);
            assertEquals(1, window.robot().lookup(".problem-card").queryAll().size());
            assertFalse(isThere(window, "problem-banner"));
            assertFalse(isThere(window, "rows"));
        }
    }

    @Test
    void aShortFileIsShownWholeAtOnce() throws Exception {
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, null)) {
            List<Imported> heads = new ArrayList<>();
            TestWindow.onWindow(() -> window.window().desk().session().projectProperty().subscribe(opened -> {
                if (opened != null) {
                    opened.firstRows().rowsProperty().subscribe(head -> head.ifPresent(heads::add));
                }
            }));
            TestWindow.onWindow(() -> {
                window.window().desk().session().open(workbook(150));
                return folder;
            });
            window.find("columns", TableView.class);
            assertEquals(Place.DATA, window.window().place());
            assertEquals(List.of(), heads);
        }
    }
}
