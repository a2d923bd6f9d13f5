package lathe.views.home;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lathe.views.desk.Desk;
import lathe.views.desk.Screen;
import lathe.views.parts.DropZone;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;

/// The screen Home.
public final class HomeScreen implements Screen {

    private static final List<String> ENDINGS = List.of("csv", "tsv", "txt", "gz", "zip", "xlsx", "parquet", "jsonl", "json", "ndjson",
            "duckdb", "db", "yaml");
    private static final double TOP_HEIGHT = 236;
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final Desk desk;
    private final Texts texts;
    private final HomeViewModel model;
    private final StackPane content;

    public HomeScreen(Desk desk) {
        this.desk = desk;
        texts = Texts.of(HomeScreen.class, desk.locale());
        model = new HomeViewModel(desk.work(), desk.preferences()::recent, desk.samples());
        DropZone drop = new DropZone(texts.get("new"), texts.get("new-advice"), texts.get("choose"), this::choose, desk.session()::open)
                .with(Parts.named("choose-folder", Parts.button(texts.get("choose-folder"), this::chooseFolder)))
                .with(Parts.named("paste-table", Parts.button(texts.get("paste"), this::paste)));
        RecentList recent = new RecentList(texts, model, this::open);
        HBox top = new HBox(Parts.WIDE_GAP, Parts.grow(drop), Parts.grow(recent));
        for (VBox each : List.of(drop, recent)) {
            each.setPrefWidth(400);
            each.setMinWidth(0);
        }
        top.setMinHeight(TOP_HEIGHT);
        top.setPrefHeight(TOP_HEIGHT);
        SampleCards samples = new SampleCards(texts, model, sample -> desk.session().open(sample.file(), sample.target()));
        VBox page = Parts.page(Parts.heading(texts.get("title"), texts.get("about")), top,
                new VBox(Parts.GAP, Parts.styled(new Label(texts.get("samples")), "card-title"), samples), limits());
        ScrollPane scroll = Parts.styled(new ScrollPane(page), "screen-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        content = new StackPane(scroll, opening());
        desk.session().openingProperty().subscribe(opening -> {
            if (opening) {
                model.giveWay();
            } else if (content.getScene() != null) {
                model.refresh();   // nothing was opened
            }
        });
        content.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (PASTE.match(event)) {
                paste();
                event.consume();
            }
        });
        String sheet = Objects.requireNonNull(HomeScreen.class.getResource("home.css")).toExternalForm();
        content.getStylesheets().add(sheet);
    }

    private VBox limits() {
        VBox limits = Parts.styled(new VBox(4, Parts.styled(Parts.text(texts.get("limits")), "strong"),
                Parts.text(texts.get("limits-what"))), "in-words");
        return Parts.named("limits", limits);
    }

    private StackPane opening() {
        Label words = Parts.styled(new Label(texts.get("opening")), "strong");
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(28, 28);
        HBox box = Parts.styled(new HBox(12, turning, words), "notice-bar");
        box.setMaxSize(HBox.USE_PREF_SIZE, HBox.USE_PREF_SIZE);
        box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        StackPane veil = Parts.named("opening", Parts.styled(new StackPane(box), "veil"));
        veil.visibleProperty().bind(desk.session().openingProperty());
        return veil;
    }

    private void choose() {
        desk.session().open(desk.picker().openSeveral(texts.get("choose-title"), ENDINGS));
    }

    private void chooseFolder() {
        desk.picker().folder(texts.get("choose-folder-title")).ifPresent(this::open);
    }

    private void paste() {
        Clipboard board = Clipboard.getSystemClipboard();
        if (board.hasFiles()) {
            desk.session().open(board.getFiles().stream().map(File::toPath).toList());
        } else {
            desk.session().paste(Objects.requireNonNullElse(board.getString(), ""));
        }
    }

    private void open(Path file) {
        desk.session().open(file);
    }

    @Override
    public Parent content() {
        return content;
    }

    @Override
    public void shown() {
        if (!desk.session().openingProperty().get()) {
            model.refresh();
        }
    }
}
