package lathe.views.train;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import lathe.views.chart.ChartRoom;
import lathe.views.chart.FigureCard;
import lathe.views.desk.Desk;
import lathe.views.parts.Parts;
import lathe.views.run.LiveTrial;
import lathe.views.run.RunState;
import lathe.views.run.Running;
import lathe.views.text.Texts;

/// A run as it goes, and what came of it.
final class LivePage extends VBox {

    private static final double REDRAW_SECONDS = 1;

    private final Running running;
    private final Texts texts;
    private final LiveWords words;
    private final LiveHeader header;
    private final FigureCard chart;
    private final BoardTable board;
    private final Label unscored = Parts.named("train-unscored", Parts.styled(Parts.muted(""), "small", "board-foot"));
    private final NowCard now;
    private final NotesCard notes;
    private final ResultCard result;
    private final GridPane grid = new GridPane(Parts.WIDE_GAP, Parts.WIDE_GAP);
    private final Subscription subscription;
    private List<LiveTrial> drawn = List.of();
    private double drawnAt = -1;
    private RunState.Phase phase = RunState.Phase.NONE;

    LivePage(Running running, Desk desk, Texts texts, Runnable setUp) {
        super(Parts.WIDE_GAP);
        this.running = running;
        this.texts = texts;
        this.words = new LiveWords(texts);
        header = new LiveHeader(running, texts, words, desk.goTo(), setUp);
        chart = Parts.named("train-chart", ChartRoom.of(desk).card(texts.get("chart.title")));
        board = new BoardTable(texts, words);
        now = new NowCard(texts, words);
        notes = new NotesCard(texts);
        result = new ResultCard(texts, words);
        chart.setEmptyText(texts.get("chart.empty"));
        chart.setDrawingHeight(220);
        layOut();
        subscription = Subscription.combine(running.stateProperty().subscribe(this::show),
                running.secondsLeftProperty().subscribe(left -> tick()), running.endingProperty().subscribe(ending -> tick()));
    }

    private void layOut() {
        for (double percent : new double[] {57, 43}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            grid.getColumnConstraints().add(column);
        }
        RowConstraints grows = new RowConstraints();
        grows.setVgrow(Priority.ALWAYS);
        grows.setMinHeight(300);
        RowConstraints below = new RowConstraints();
        below.setMinHeight(150);
        grid.getRowConstraints().addAll(grows, below);
        grid.add(chart, 0, 0);
        VBox framed = Parts.styled(new VBox(Parts.grow(board), unscored), "card", "board-frame");
        grid.add(framed, 1, 0);
        grid.add(now, 0, 1);
        grid.add(notes, 1, 1);
        notes.setPrefHeight(150);
        notes.setMaxHeight(220);
        board.setPrefHeight(300);
        ScrollPane scroll = Parts.grow(Parts.styled(new ScrollPane(grid), "screen-scroll"));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getStylesheets().add(Objects.requireNonNull(LivePage.class.getResource("train.css")).toExternalForm());
        setPadding(Parts.page().getPadding());
        getChildren().addAll(header, scroll);
    }

    private void tick() {
        header.show(running.state());
    }

    private void show(RunState state) {
        header.show(state);
        board.show(state);
        String why = words.unscored(state);
        unscored.setText(why);
        unscored.setVisible(!why.isEmpty());
        unscored.setManaged(!why.isEmpty());
        notes.show(state.notes());
        draw(state);
        if (state.phase().isUnderWay()) {
            now.show(state);
        }
        if (state.phase() != phase) {
            phase = state.phase();
            boolean over = !phase.isUnderWay();
            put(over ? result : now);
            if (over) {
                result.show(state);
            }
        }
    }

    private void put(Node below) {
        grid.getChildren().removeAll(now, result);
        grid.add(below, 0, 1);
    }

    // The line grows with time, so it is drawn again now and then also without news.
    private void draw(RunState state) {
        List<LiveTrial> scored = state.scored();
        if (scored.isEmpty()) {
            if (!drawn.isEmpty()) {
                chart.clear();
            }
        } else if (!scored.equals(drawn) || state.at() > drawnAt + REDRAW_SECONDS) {
            drawnAt = state.at();
            chart.setFigure(BestFigure.of(state, texts, words), words.chart(state));
        }
        drawn = scored;
    }

    void close() {
        subscription.unsubscribe();
    }
}
