package lathe.views.handover;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lathe.engine.track.ReportedScore;
import lathe.engine.track.RunRecord;
import lathe.views.desk.Desk;
import lathe.views.desk.OpenProject;
import lathe.views.desk.Place;
import lathe.views.desk.Screen;
import lathe.views.parts.EmptyState;
import lathe.views.parts.Parts;
import lathe.views.run.SpeedLine;
import lathe.views.text.Texts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The model leaves the window: as a package, as ONNX, as a command, or by scoring a file here and now.
public final class HandOverScreen implements Screen {

    private static final String REPORT = "report.html";

    private final Desk desk;
    private final OpenProject project;
    private final Texts texts;
    private final HandOverViewModel model;
    private final StackPane content = new StackPane();
    private final Label about = Parts.styled(Parts.text(""), "screen-subtitle");
    private final SpeedLine speed;
    private final CommandCard commands;
    private final Node page;
    private final Node empty;

    public HandOverScreen(Desk desk, OpenProject project) {
        this.desk = desk;
        this.project = project;
        this.texts = Texts.of(HandOverScreen.class, desk.locale());
        this.model = new HandOverViewModel(project.folder(), project.running(), desk.work());
        this.commands = new CommandCard(desk, texts);
        this.speed = new SpeedLine(desk.locale());
        this.page = page();
        this.empty = Parts.page(new EmptyState(MaterialDesignP.PACKAGE_VARIANT, texts.get("empty.title"),
                texts.get("empty.what"), Parts.named("go-to-train", Parts.primary(texts.get("empty.train"),
                        () -> desk.goTo().accept(Place.TRAIN)))));
        model.stateProperty().subscribe(this::show);
    }

    private Node page() {
        VBox.setMargin(speed, new Insets(Parts.GAP, 0, 0, 0));
        HBox heading = Parts.heading(texts.get("title"), "",
                Parts.named("open-report", Parts.button(texts.get("report"), this::openReport)),
                Parts.named("show-folder", Parts.button(texts.get("show-project"),
                        () -> desk.reveal().accept(project.folder().root()))));
        VBox left = new VBox(Parts.WIDE_GAP);
        for (Deed deed : Deed.values()) {
            left.getChildren().add(new DeedCard(deed, desk, texts, model));
        }
        left.getChildren().add(commands);
        GridPane columns = new GridPane(Parts.WIDE_GAP, Parts.WIDE_GAP);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            columns.getColumnConstraints().add(half);
        }
        ScoreCard score = new ScoreCard(desk, texts, model.score());
        GridPane.setValignment(score, VPos.TOP);
        columns.addRow(0, left, new VBox(score));
        ScrollPane scroll = Parts.styled(new ScrollPane(Parts.page(new VBox(heading, about, speed), columns)), "screen-scroll");
        scroll.setFitToWidth(true);
        return scroll;
    }

    private void show(HandOverState state) {
        if (state.known().isEmpty()) {
            content.getChildren().setAll(empty);
            return;
        }
        RunRecord run = state.known().get();
        about.setText(subtitle(run));
        speed.show(run);
        commands.show(project.folder().root(), state.model());
        if (!content.getChildren().contains(page)) {
            content.getChildren().setAll(page);
        }
    }

    private String subtitle(RunRecord run) {
        if (run.scores().isEmpty()) {
            return texts.get("about-plain", run.spec().target());
        }
        ReportedScore main = run.scores().getFirst();
        return texts.get("about", run.spec().target(), texts.get("metric." + main.score().metric()),
                texts.numbers().significant(main.score().value(), 4), texts.numbers().significant(main.score().lower(), 4),
                texts.numbers().significant(main.score().upper(), 4));
    }

    private void openReport() {
        Path report = project.folder().root().resolve(REPORT);
        desk.reveal().accept(Files.exists(report) ? report : project.folder().root());
    }

    @Override
    public Parent content() {
        return content;
    }

    @Override
    public void close() {
        model.close();
    }
}
