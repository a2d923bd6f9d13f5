package lathe.views.frame;

import java.io.File;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import lathe.scoring.Problem;
import lathe.views.desk.Desk;
import lathe.views.desk.OpenProject;
import lathe.views.desk.Place;
import lathe.views.desk.Preferences;
import lathe.views.desk.Screen;
import lathe.views.desk.Session;
import lathe.views.text.Texts;
import lathe.views.theme.Theme;
import lathe.views.train.RunPill;
import lathe.views.work.Work;
import org.jspecify.annotations.Nullable;

/// The window: puts the frame around the screens, and knows which one is shown.
public final class LatheWindow implements AutoCloseable {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Stage stage;
    private final Preferences preferences;
    private final Work work;
    private final Session session;
    private final Desk desk;
    private final BooleanProperty guided = new SimpleBooleanProperty(true);
    private final BorderPane frame = new BorderPane();
    private final StackPane middle = new StackPane();
    private final Banner banner;
    private final Rail rail;
    private final StepBar steps;
    private final TopBar top;
    private final Screen home;
    private final Map<Place, Screen> screens = new EnumMap<>(Place.class);
    private Place place = Place.HOME;
    private @Nullable Screen shown;

    public LatheWindow(Stage stage, DesktopSettings settings) {
        this(stage, settings, new Work());
    }

    /// @param work a test hands in one that measures
    LatheWindow(Stage stage, DesktopSettings settings, Work work) {
        this.stage = stage;
        this.work = work;
        this.preferences = new Preferences(settings.preferences());
        Texts texts = Texts.of(LatheWindow.class, settings.locale());
        banner = new Banner(texts);
        Theme theme = new Theme(Theme.Mode.valueOf(known(preferences.get("theme", "SYSTEM"))));
        session = new Session(work, preferences, settings.projects(), this::problem);
        desk = new Desk(session, work, preferences, theme, settings.locale(),
                Objects.requireNonNullElseGet(settings.picker(), () -> new SystemPicker(stage)), settings.samples(),
                this::goTo, this::problem, banner::notice, Objects.requireNonNull(settings.reveal(), "reveal"));
        guided.set(!preferences.get("mode", "guided").equals("expert"));
        rail = new Rail(texts, this::goTo);
        steps = new StepBar(texts, this::goTo);
        top = new TopBar(desk, texts, guided);
        home = Screens.home(desk);
        show();
        remember(theme);
        if (settings.first() != null) {
            session.open(settings.first());   // before Home is shown, which then waits with what it lists
        }
        session.projectProperty().subscribe(this::changed);
    }

    private void show() {
        frame.setTop(top);
        frame.setLeft(rail);
        frame.setCenter(new StackPane(middle, banner));
        Scene scene = new Scene(frame, preferences.number("width", WIDTH), preferences.number("height", HEIGHT));
        desk.theme().dress(scene);
        shortcuts(scene);
        acceptFiles(scene);
        stage.setTitle("Lathe");
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        stage.setScene(scene);
        stage.setMaximized(preferences.get("maximized", "").equals("true"));
        guided.subscribe(now -> frame.setBottom(now && place != Place.HOME ? steps : null));
    }

    private void remember(Theme theme) {
        theme.modeProperty().subscribe(mode -> preferences.put("theme", mode.name()));
        guided.subscribe(now -> preferences.put("mode", now ? "guided" : "expert"));
    }

    private static String known(String mode) {
        for (Theme.Mode each : Theme.Mode.values()) {
            if (each.name().equals(mode)) {
                return mode;
            }
        }
        return Theme.Mode.SYSTEM.name();
    }

    private void changed(@Nullable OpenProject project) {
        screens.values().forEach(Screen::close);
        screens.clear();
        top.show(project);
        rail.allow(project != null);
        if (project == null) {
            goTo(Place.HOME);
            return;
        }
        top.status().getChildren().add(new RunPill(project.running(), desk.locale(), this::goTo));
        banner.clear();
        boolean fresh = project.settings().target().isEmpty();
        goTo(fresh || guided.get() ? Place.DATA : place.needsProject() ? place : Place.DATA);
    }

    /// Shows a screen; without an open project always Home.
    public void goTo(Place asked) {
        OpenProject project = session.projectProperty().get();
        place = project == null ? Place.HOME : asked;
        Screen next = place == Place.HOME || project == null ? home
                : screens.computeIfAbsent(place, each -> Screens.of(each, desk, project));
        if (!next.equals(shown)) {
            commitEdits();
            if (shown != null) {
                shown.hidden();
            }
            shown = next;
            middle.getChildren().setAll(next.content());
            next.shown();
        }
        rail.select(place);
        steps.show(place, next);
        frame.setBottom(guided.get() && place != Place.HOME ? steps : null);
    }

    // A field hands over what is typed in it when the keyboard leaves it.
    private void commitEdits() {
        for (Node each = focused(); each != null; each = each.getParent()) {
            if (each.equals(middle)) {
                frame.requestFocus();
            }
        }
    }

    public Place place() {
        return place;
    }

    /// The control the keyboard speaks to; null if there is none.
    public @Nullable Node focused() {
        return stage.getScene().getFocusOwner();
    }

    public Desk desk() {
        return desk;
    }

    /// Tells of a mistake of ours.
    void failed(Throwable failure) {
        banner.problem(Work.problemOf(failure));
    }

    private void problem(Problem problem) {
        banner.problem(problem);
    }

    private void shortcuts(Scene scene) {
        Map<KeyCombination, Runnable> keys = scene.getAccelerators();
        for (Place each : Place.values()) {
            keys.put(Rail.shortcut(each), () -> goTo(each));
        }
        keys.put(new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN), top::undo);
        keys.put(new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN), top::redo);
        keys.put(new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN), top::redo);
        keys.put(new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.ALT_DOWN), steps::goNext);
        keys.put(new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN), steps::goBack);
    }

    // A file may be dropped anywhere.
    private void acceptFiles(Scene scene) {
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
        });
        scene.setOnDragDropped(event -> {
            Dragboard board = event.getDragboard();
            event.setDropCompleted(board.hasFiles());
            if (board.hasFiles()) {
                session.open(board.getFiles().stream().map(File::toPath).toList());
            }
            event.consume();
        });
    }

    /// Remembers the window and closes the project; what was edited and what was trained is on disk.
    @Override
    public void close() {
        preferences.put("maximized", Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized() && stage.getScene() != null) {
            preferences.put("width", String.format(Locale.ROOT, "%.0f", stage.getScene().getWidth()));
            preferences.put("height", String.format(Locale.ROOT, "%.0f", stage.getScene().getHeight()));
        }
        screens.values().forEach(Screen::close);
        session.close();
        work.close();
    }
}
