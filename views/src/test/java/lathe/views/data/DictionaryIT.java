package lathe.views.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import lathe.engine.track.ColumnDictionary;
import lathe.engine.track.ColumnMeaning;
import lathe.engine.track.ProjectFolder;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DictionaryIT {

    private static final Path SAMPLES = Path.of("..", "sample-data").toAbsolutePath().normalize();
    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    Path folder;

    private TestWindow open(Locale locale) throws Exception {
        Path file = Files.copy(SAMPLES.resolve("telecom-churn.csv"), folder.resolve("telecom-churn.csv"));
        TestWindow window = new TestWindow(folder, SAMPLES, locale, file);
        window.await("the project to open", () -> window.window().place() == Place.DATA);
        window.find("columns", TableView.class);
        window.size(1280, 800);
        window.forgiveSlowHandlers();   // the first layout of the screen
        window.click("tab-dictionary");
        return window;
    }

    private static ColumnDictionary dictionary(TestWindow window) {
        return TestWindow.onWindow(() -> window.window().desk().session().projectProperty().get().settings().dictionary());
    }

    @SuppressWarnings("unchecked")
    private static void pick(TestWindow window, String... columns) {
        TableView<ColumnItem> table = window.find("dictionary-columns", TableView.class);
        TestWindow.onWindow(() -> {
            table.getSelectionModel().clearSelection();
            for (String column : columns) {
                table.getItems().stream().filter(item -> item.row().name().equals(column)).forEach(table.getSelectionModel()::select);
            }
            return table;
        });
        window.settle();
    }

    private static void type(TestWindow window, String id, String text) {
        window.click(id);
        window.robot().write(text);
    }

    @Test
    void whatColumnsMeanIsTypedSignedAndNotedAsChanged() throws Exception {
        try (TestWindow window = open(Locale.ENGLISH)) {
            window.picture(PICTURES.resolve("dictionary-empty.png"));
            pick(window, "age");
            type(window, "dictionary-meaning-field", "Age in full years on the day of the invoice");
            type(window, "dictionary-unit-field", "years");
            window.click("personal-yes");   // leaves the field
            assertEquals(new ColumnMeaning("Age in full years on the day of the invoice", "years", "", "yes"), dictionary(window).column("age"));
            window.find("light-personal-data", javafx.scene.Node.class);

            pick(window, "age", "contract");
            type(window, "dictionary-owner-field", "Billing");
            window.robot().push(KeyCode.ENTER);
            assertEquals(List.of("Billing", "Billing"), List.of(dictionary(window).column("age").owner(), dictionary(window).column("contract").owner()));

            type(window, "sign-name", "Dr. Stein");
            window.click("sign");
            assertTrue(dictionary(window).signatureHolds());
            window.pictures(PICTURES, "dictionary");
            pick(window, "contract");
            window.click("personal-no");
            assertFalse(dictionary(window).signatureHolds());
            assertTrue(window.find("dictionary-state", Label.class).getText().contains("changed since it was signed"));
            window.size(1000, 700);
            window.picture(PICTURES.resolve("dictionary-small.png"));
            window.click("undo");
            assertTrue(dictionary(window).signatureHolds());
            assertEquals(List.of(), window.slow());
        }
        try (ProjectFolder kept = ProjectFolder.open(projectFolder())) {
            assertTrue(kept.settings().dictionary().signatureHolds());
        }
    }

    private Path projectFolder() throws Exception {
        try (var all = Files.list(folder)) {
            return all.filter(ProjectFolder::exists).findFirst().orElseThrow();
        }
    }

    @Test
    void isFilledInElsewhereAndTakenBack() throws Exception {
        try (TestWindow window = open(Locale.GERMAN)) {
            Path saved = folder.resolve("dictionary.csv");
            window.answer(saved);
            window.click("dictionary-export");
            window.await("the saved table", () -> Files.exists(saved));
            Files.writeString(saved, Files.readString(saved).replace("\nage,,,,", "\nage,Alter,Jahre,Vertrieb,ja") + "gone,x,,,\n");
            window.answer(saved);
            window.click("dictionary-import");
            window.await("what was filled in", () -> !dictionary(window).columns().isEmpty());

            assertEquals(new ColumnMeaning("Alter", "Jahre", "Vertrieb", "yes"), dictionary(window).column("age"));
            assertEquals(1, dictionary(window).columns().size());
            pick(window, "age");
            assertEquals("Alter", window.find("dictionary-meaning-field", TextArea.class).getText());
            assertEquals("Jahre", window.find("dictionary-unit-field", TextField.class).getText());
            window.size(1000, 700);
            window.picture(PICTURES.resolve("dictionary-german-small.png"));
        }
    }

    @Test
    void hintsAtPersonalDataAndSetsNothing() throws Exception {
        StringBuilder rows = new StringBuilder("contact,vorname,spent\n");
        for (int i = 0; i < 60; i++) {
            rows.append("p%d@mail.example,%s,%d\n".formatted(i, i % 2 == 0 ? "Eva" : "Max", i * 7 % 50));
        }
        try (TestWindow window = new TestWindow(folder, SAMPLES, Locale.ENGLISH, Files.writeString(folder.resolve("people.csv"), rows))) {
            window.await("the project to open", () -> window.window().place() == Place.DATA);
            window.await("the profile", () -> window.robot().lookup("#light-identifier").tryQuery().isPresent());
            window.size(1280, 800);
            window.forgiveSlowHandlers();   // the first layout of the screen
            window.click("tab-dictionary");
            pick(window, "contact");
            Label hint = window.find("personal-hint", Label.class);
            assertEquals("Its values look like e-mail addresses. Say whether they are of persons.", hint.getText());
            window.pictures(PICTURES, "data-dictionary-hints");
            assertEquals(ColumnDictionary.EMPTY, dictionary(window));
            pick(window, "vorname");
            assertEquals("By its name it may hold names of persons. Say whether it does.", hint.getText());
            window.click("personal-yes");
            assertTrue(dictionary(window).column("vorname").holdsPersonalData());
            assertFalse(hint.isVisible());
            pick(window, "spent");
            assertFalse(hint.isVisible());
        }
    }
}
