package lathe.views.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import lathe.engine.profile.Limit;
import lathe.engine.track.ColumnMeaning;
import lathe.views.desk.OpenProject;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every page of Data and Prepare without a mouse: what can be done is reached by Tab, and where the keyboard is can be seen.
class WalkOverPagesByKeyboardIT {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void shortTable() throws Exception {
        file = folder.resolve("telecom-churn.csv");
        Files.write(file, Files.readAllLines(Walker.SAMPLES.resolve("telecom-churn.csv")).subList(0, 1001).stream()
                .map(line -> line.replace(",invoice,", line.hashCode() % 3 == 0 ? ",Invoice.," : ",invoice,")).toList());
    }

    @Test
    void everyPageIsWorked() throws Exception {
        try (Walker walker = new Walker(folder)) {
            TestWindow window = walker.window();
            window.answer(file);
            walker.tabTo("choose-file");
            walker.press(KeyCode.SPACE);
            walker.awaitPlace(Place.DATA);
            window.size(1000, 700);
            chooseTarget(walker);
            window.forgiveSlowHandlers();
            explore(walker);
            dictionary(walker);
            contract(walker);
            versions(walker);
            limits(walker);
            window.size(1280, 800);
            walker.press(KeyCode.CONTROL, KeyCode.DIGIT4);
            walker.awaitPlace(Place.PREPARE);
            window.find("prepare-table", Node.class);
            window.forgiveSlowHandlers();
            derive(walker);
            rows(walker);
            setAndMerge(walker);
            assertEquals(List.of(), walker.unseen(), "nothing shows that the keyboard is there");
            assertEquals(List.of(), window.slow());
        }
    }

    @SuppressWarnings("unchecked")
    private static void chooseTarget(Walker walker) {
        ComboBox<String> target = walker.window().find("target", ComboBox.class);
        walker.tabTo("target");
        walker.downTo(target, "churned");
        walker.press(KeyCode.ENTER);
        assertEquals("churned", walker.settings().target());
    }

    private static void type(Walker walker, String field, String text) {
        walker.tabTo(field);
        walker.press(KeyCode.CONTROL, KeyCode.A);
        walker.window().robot().write(text, 0);
        walker.window().settle();
    }

    // Tab leads to the view that is on, arrows to the others.
    private static void view(Walker walker, String from, String to) {
        walker.tabTo("tab-" + from);
        for (int i = 0; i < 6 && !("tab-" + to).equals(walker.window().window().focused().getId()); i++) {
            walker.press(from.equals("explore") ? KeyCode.LEFT : KeyCode.RIGHT);
        }
    }

    private static void push(Walker walker, String button) {
        walker.tabTo(button);
        walker.press(KeyCode.SPACE);
    }

    // Without waiting for the window's thread, which asks here.
    private static OpenProject project(Walker walker) {
        return walker.window().window().desk().session().projectProperty().get();
    }

    private static String said(Walker walker, String id) {
        return walker.window().robot().lookup("#" + id).queryAs(Label.class).getText();
    }

    private static void explore(Walker walker) {
        TestWindow window = walker.window();
        walker.seen("tab-columns");
        view(walker, "columns", "explore");
        window.await("the rows", () -> window.robot().lookup("#explore-kept").queryAs(Label.class).getText().startsWith("All"));
        type(walker, "explore-where", "age > 60");
        window.await("fewer rows", () -> window.robot().lookup("#explore-kept").queryAs(Label.class).getText().contains(" of "));
        for (String id : List.of("explore-by", "explore-measure", "explore-first", "explore-second")) {
            ComboBox<?> box = window.find(id, ComboBox.class);
            walker.tabTo(id);
            Object before = box.getValue();
            walker.press(id.equals("explore-second") ? KeyCode.UP : KeyCode.DOWN);   // the target is the last column
            assertTrue(!before.equals(box.getValue()), "an arrow chooses another of " + id);
        }
        walker.seen("explore-second");
        walker.seen("explore-groups");
    }

    private static void dictionary(Walker walker) {
        view(walker, "explore", "dictionary");
        walker.seen("dictionary-columns");
        walker.press(KeyCode.HOME);
        String column = said(walker, "dictionary-name");
        type(walker, "dictionary-meaning-field", "who it is");
        type(walker, "dictionary-unit-field", "none");
        type(walker, "dictionary-owner-field", "sales");
        walker.seen("personal-yes");
        push(walker, "personal-yes");
        assertEquals(new ColumnMeaning("who it is", "none", "sales", "yes"), walker.settings().dictionary().column(column));
        type(walker, "sign-name", "Dr. Stein");
        push(walker, "sign");
        assertTrue(walker.settings().dictionary().signatureHolds());
        walker.seen("dictionary-export");
    }

    private static void contract(Walker walker) {
        TestWindow window = walker.window();
        view(walker, "dictionary", "contract");
        push(walker, "contract-propose");
        window.await("a contract", () -> !project(walker).settings().contract().isEmpty());
        walker.tabTo("contract-columns");
        walker.press(KeyCode.HOME);
        for (int i = 0; i < 25 && !said(walker, "contract-name").equals("age"); i++) {
            walker.press(KeyCode.DOWN);
        }
        type(walker, "contract-min", "18");
        walker.tabTo("contract-max");
        assertEquals("18", walker.settings().contract().get("age").min());
        walker.tabTo("contract-type");
        walker.tabTo("contract-levels");
        boolean before = walker.settings().contract().get("age").required();
        walker.seen("contract-required");
        push(walker, "contract-required");
        assertEquals(!before, walker.settings().contract().get("age").required());
        push(walker, "contract-check");
        window.await("what the check found", () -> window.robot().lookup("#contract-found").queryAs(Label.class).getText().contains("row"));
    }

    private static void versions(Walker walker) {
        TestWindow window = walker.window();
        walker.seen("earlier-versions");
        push(walker, "earlier-versions");
        ListView<?> versions = window.find("versions", ListView.class);
        window.await("the versions", () -> !versions.getItems().isEmpty());
        walker.seen("versions");
        push(walker, "versions-done");
        window.find("lights", Node.class);
    }

    private static void limits(Walker walker) {
        push(walker, "limits");
        type(walker, "limit-missing_share", "10");
        push(walker, "limits-done");
        assertEquals(0.1, walker.settings().limits().of(Limit.MISSING_SHARE));
    }

    private static void derive(Walker walker) {
        TestWindow window = walker.window();
        push(walker, "derive-new");
        type(walker, "derive-name", "per_month");
        type(walker, "derive-expression", "total_paid / tenure_months");
        push(walker, "derive-save");
        window.await("the column", () -> project(walker).settings().table().derived().containsKey("per_month"));
    }

    private static void rows(Walker walker) {
        TestWindow window = walker.window();
        push(walker, "rows-open");
        type(walker, "rows-where", "age >= 20");
        push(walker, "rows-apply");
        window.await("the condition", () -> project(walker).settings().table().where().equals("age >= 20"));
        push(walker, "rows-duplicates");
        assertTrue(walker.settings().table().removesDuplicates());
        walker.seen("rows-sample");
        push(walker, "rows-close");
    }

    private static void setAndMerge(Walker walker) {
        TestWindow window = walker.window();
        goTo(walker, "monthly_charge");
        choose(walker, "card-choose-clip");
        window.await("the step", () -> project(walker).settings().column("monthly_charge").step().equals("clip"));
        type(walker, "card-set-highest", "60");
        walker.press(KeyCode.ENTER);
        window.await("the limit", () -> project(walker).settings().column("monthly_charge").step().equals("clip(highest=60)"));

        goTo(walker, "payment_method");
        TestWindow.onWindow(() -> {   // further steps stand in a menu of their own
            project(walker).change("merge", settings -> settings.withColumn("payment_method", settings.column("payment_method").withStep("merge")));
            return "merge";
        });
        window.await("the step", () -> project(walker).settings().column("payment_method").step().equals("merge"));
        walker.seen("merge-table");
        window.await("the values", () -> !window.robot().lookup("#merge-table").queryTableView().getItems().isEmpty());
        type(walker, "merge-invoice", "paper");
        walker.press(KeyCode.ENTER);
        window.await("the merge", () -> project(walker).settings().column("payment_method").step().contains("invoice=paper"));
        walker.tabTo("merge-none");
    }

    private static void goTo(Walker walker, String column) {
        walker.tabTo("prepare-table");
        walker.press(KeyCode.HOME);
        for (int i = 0; i < 40 && !said(walker, "card-name").equals(column); i++) {
            walker.press(KeyCode.DOWN);
        }
        assertEquals(column, said(walker, "card-name"));
    }

    private static void choose(Walker walker, String entry) {
        MenuButton menu = walker.window().find("card-choice", MenuButton.class);
        walker.tabTo("card-choice");
        walker.press(KeyCode.SPACE);
        walker.window().await("the menu", menu::isShowing);
        List<String> entries = TestWindow.onWindow(() -> menu.getItems().stream().filter(item -> !(item instanceof SeparatorMenuItem))
                .map(item -> String.valueOf(item.getId())).toList());
        assertTrue(entries.contains(entry), entries.toString());
        for (int i = 0; i <= entries.indexOf(entry); i++) {
            walker.press(KeyCode.DOWN);
        }
        walker.press(KeyCode.ENTER);
    }
}
