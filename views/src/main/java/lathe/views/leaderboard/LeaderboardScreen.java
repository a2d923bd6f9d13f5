package lathe.views.leaderboard;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import lathe.engine.flow.RunHistory.RunSummary;
import lathe.scoring.Problem;
import lathe.views.chart.ChartRoom;
import lathe.views.chart.FigureCard;
import lathe.views.desk.Desk;
import lathe.views.desk.OpenProject;
import lathe.views.desk.Place;
import lathe.views.desk.Screen;
import lathe.views.parts.EmptyState;
import lathe.views.parts.LoadablePane;
import lathe.views.parts.Parts;
import lathe.views.parts.ProblemCard;
import lathe.views.parts.Titles;
import lathe.views.run.SpeedLine;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// All models of a run, best first.
public final class LeaderboardScreen implements Screen {

    private static final double DETAILS_WIDTH = 288;
    private static final double NARROW = 860;
    private static final double LOW_DETAILS = 220;

    private final Desk desk;
    private final BoardWords words;
    private final LeaderboardViewModel model;
    private final BoardTable table;
    private final FilterBar filters;
    private final DetailsPane details;
    private final ComboBox<RunSummary> runs = Parts.named("run-choice", new ComboBox<>());
    private final Label about = Parts.muted("");
    private final SpeedLine speed;
    private final Label answer = Parts.named("leaderboard-answer", Parts.text(""));
    private final FigureCard chart;
    private final ToggleButton asTable = Parts.named("view-table", new ToggleButton());
    private final ToggleButton asChart = Parts.named("view-chart", new ToggleButton());
    private final BorderPane ready = new BorderPane();
    private final VBox page;
    private final LoadablePane<RunBoard> pane;
    private final Timeline clock;
    private final Subscription subscription;
    private boolean refreshing;

    public LeaderboardScreen(Desk desk, OpenProject project) {
        this.desk = desk;
        words = new BoardWords(desk.locale());
        speed = new SpeedLine(desk.locale());
        model = new LeaderboardViewModel(project.folder().runs(), desk.work());
        table = new BoardTable(words, model::select, this::copy);
        filters = new FilterBar(words, model, desk.preferences(), keys -> render(model.state()));
        details = new DetailsPane(words, this::copy);
        chart = Parts.named("leaderboard-chart", ChartRoom.of(desk).card(words.texts.get("chart.title")));
        chart.setEmptyText(words.texts.get("chart.none"));
        layOut();
        pane = new LoadablePane<>(model.stateProperty().map(LeaderboardState::board), empty(), board -> ready, this::failed,
                words.texts.get("busy.cancel"), model::close);
        page = Parts.page(heading(), Parts.grow(pane));
        page.getStylesheets().add(Objects.requireNonNull(LeaderboardScreen.class.getResource("leaderboard.css")).toExternalForm());
        subscription = model.stateProperty().subscribe(this::render);
        clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> model.refresh()));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    private Node heading() {
        HBox heading = Parts.heading(words.texts.get("title"), "", views(), runs);
        runs.setAccessibleText(words.texts.get("choose-run"));
        runs.setMinWidth(Region.USE_PREF_SIZE);
        runs.setConverter(new Titles<>(words::run));
        runs.valueProperty().subscribe(summary -> {
            if (summary != null && !refreshing) {
                model.choose(summary.run().spec().id());
            }
        });
        return new VBox(heading, about);
    }

    // Table or chart of the same run.
    private Node views() {
        ToggleGroup group = new ToggleGroup();
        asTable.setText(words.texts.get("view.table"));
        asChart.setText(words.texts.get("view.chart"));
        asTable.getStyleClass().add("left-pill");
        asChart.getStyleClass().add("right-pill");
        for (ToggleButton each : List.of(asTable, asChart)) {
            each.setToggleGroup(group);
            each.setMinWidth(Region.USE_PREF_SIZE);
        }
        asTable.setSelected(true);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);   // one of them always is
            }
            ready.setCenter(asChart.isSelected() ? chart : table.node());
            filters.setVisible(asTable.isSelected());
            filters.setManaged(asTable.isSelected());
            arrange();
        });
        HBox both = new HBox(asTable, asChart);
        both.setAlignment(Pos.CENTER);
        return both;
    }

    private void showChart(RunBoard board) {
        QualityFigure quality = new QualityFigure(words, board);
        if (quality.isThere()) {
            chart.setFigure(quality.figure(), quality.sentence());
        } else {
            chart.clear();
        }
    }

    private void layOut() {
        VBox said = Parts.inWords("");
        said.getChildren().setAll(answer, speed);
        said.setSpacing(6);
        VBox top = new VBox(12, said, filters);
        top.setPadding(new Insets(0, 0, 12, 0));
        ready.setTop(top);
        ready.setCenter(table.node());
        ready.widthProperty().subscribe(this::arrange);
        arrange();
    }

    // Details stand beside the table where there is room, otherwise below it; a chart needs the room for itself.
    private void arrange() {
        boolean narrow = ready.getWidth() > 0 && ready.getWidth() < NARROW;
        boolean below = narrow && !asChart.isSelected();
        if (ready.getRight() != null ? !narrow : below && ready.getBottom() != null) {
            return;
        }
        ready.setRight(null);
        ready.setBottom(null);
        details.setPrefWidth(narrow ? Region.USE_COMPUTED_SIZE : DETAILS_WIDTH);
        details.setPrefHeight(narrow ? LOW_DETAILS : Region.USE_COMPUTED_SIZE);
        BorderPane.setMargin(details, narrow ? new Insets(16, 0, 0, 0) : new Insets(0, 0, 0, 16));
        if (below) {
            ready.setBottom(details);
        } else if (!narrow) {
            ready.setRight(details);
        }
    }

    private Node empty() {
        return new EmptyState(MaterialDesignF.FORMAT_LIST_NUMBERED, words.texts.get("empty.title"), words.texts.get("empty.text"),
                Parts.named("go-to-train", Parts.primary(words.texts.get("empty.train"), () -> desk.goTo().accept(Place.TRAIN))));
    }

    private Node failed(Problem problem) {
        return new VBox(new ProblemCard(problem, Parts.named("read-again",
                Parts.button(words.texts.get("failed.again"), model::readAgain))));
    }

    private void render(LeaderboardState state) {
        refreshing = true;
        List<RunSummary> known = state.runs();
        if (!runs.getItems().equals(known)) {
            runs.getItems().setAll(known);
        }
        Optional<RunBoard> board = state.board().optional();
        runs.setVisible(!known.isEmpty());
        asTable.setVisible(board.isPresent());
        asChart.setVisible(board.isPresent());
        runs.setValue(board.flatMap(shown -> known.stream()
                .filter(each -> each.run().spec().id().equals(shown.run().spec().id())).findFirst()).orElse(null));
        refreshing = false;
        about.setText(board.map(words::subtitle).orElse(""));
        board.ifPresent(shown -> {
            answer.setText(words.answer(shown));
            speed.show(shown.run());
            table.show(shown, state, filters.shownColumns());
            filters.show(shown, state, table.shownRows());
            showChart(shown);
            details.show(chosen(state).map(row -> words.details(shown, row)));
        });
    }

    // A row that the filter hides is not told about.
    private Optional<BoardRow> chosen(LeaderboardState state) {
        return state.selectedRow().filter(row -> state.filter().holds(row, words::title));
    }

    private void copy() {
        LeaderboardState state = model.state();
        state.board().optional().flatMap(board -> chosen(state).map(row -> words.details(board, row))).ifPresent(row -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(row.text());
            Clipboard.getSystemClipboard().setContent(content);
            desk.notices().accept(words.texts.get("copied"));
        });
    }

    @Override
    public Parent content() {
        return page;
    }

    @Override
    public void shown() {
        model.refresh();
        clock.play();
    }

    @Override
    public void hidden() {
        clock.stop();
    }

    @Override
    public void close() {
        clock.stop();
        model.close();
        subscription.unsubscribe();
        pane.close();
    }
}
