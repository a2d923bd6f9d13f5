package lathe.views.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
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
import org.jspecify.annotations.Nullable;

/// A run as it goes, and what came of it.
final class LivePage extends VBox {

    private static final double REDRAW_SECONDS = 1;
    private static final double NARROW = 900;
    private static final double BOARD_HEIGHT = 260;
    private static final double[] WIDTHS = {57, 43};

    private record Arrangement(boolean narrow, boolean underWay) { }

    private final Running running;
    private final Texts texts;
    private final LiveWords words;
    private final LiveHeader header;
    private final FigureCard chart;
    private final BoardTable board;
    private final Label unscored = Parts.named("train-unscored", Parts.styled(Parts.muted(""), "small", "board-foot"));
    private final NowCard now;
    private final VBox framed;
    private final NotesCard notes;
    private final ResultCard result;
    private final GridPane grid = new Cards();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final Subscription subscription;
    private List<LiveTrial> drawn = List.of();
    private double drawnAt = -1;
    private RunState.Phase phase = RunState.Phase.NONE;
    private @Nullable Arrangement arrangement;

    LivePage(Running running, Desk desk, Texts texts, MoreTime more, Runnable setUp) {
        super(Parts.WIDE_GAP);
        this.running = running;
        this.texts = texts;
        this.words = new LiveWords(texts);
        header = new LiveHeader(running, texts, words, desk.goTo(), setUp);
        chart = Parts.named("train-chart", ChartRoom.of(desk).card(texts.get("chart.title")));
        board = new BoardTable(texts, words);
        framed = Parts.styled(new VBox(Parts.grow(board), unscored), "card", "board-frame");
        now = new NowCard(texts, words);
        notes = new NotesCard(texts);
        result = new ResultCard(texts, words, more);
        chart.setEmptyText(texts.get("chart.empty"));
        chart.setDrawingHeight(220);
        layOut();
        subscription = Subscription.combine(running.stateProperty().subscribe(this::show),
                running.secondsLeftProperty().subscribe(left -> tick()), running.endingProperty().subscribe(ending -> tick()));
    }

    private void layOut() {
        for (Region each : List.of(chart, now, result)) {
            each.setMinHeight(USE_PREF_SIZE);
        }
        notes.setPrefHeight(150);
        notes.setMinHeight(150);
        board.setPrefHeight(BOARD_HEIGHT);
        unscored.setMaxWidth(Double.MAX_VALUE);
        framed.setMinHeight(BOARD_HEIGHT);
        Parts.grow(Parts.styled(scroll, "screen-scroll"));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getStylesheets().add(Objects.requireNonNull(LivePage.class.getResource("train.css")).toExternalForm());
        setPadding(Parts.page().getPadding());
        getChildren().addAll(header, scroll);
        arrange();
        widthProperty().subscribe(width -> arrange());
    }

    // While it goes on, the chart is what is looked at; afterwards the answer comes first. A narrow window has one column.
    private void arrange() {
        Arrangement wanted = new Arrangement(getWidth() > 0 && getWidth() < NARROW, phase.isUnderWay());
        if (wanted.equals(arrangement)) {
            return;
        }
        arrangement = wanted;
        Region said = wanted.underWay() ? now : result;
        List<Region> picture = List.of(chart, framed);
        List<Region> words = List.of(said, notes);
        List<Region> order = new ArrayList<>(wanted.underWay() ? picture : words);
        order.addAll(wanted.underWay() ? words : picture);
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        grid.getRowConstraints().clear();
        int columns = wanted.narrow() ? 1 : 2;
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(columns == 1 ? 100 : WIDTHS[i]);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < order.size(); i++) {
            grid.add(order.get(i), i % columns, i / columns);
            if (i % columns == 0) {
                RowConstraints row = new RowConstraints();
                row.setVgrow(picture.contains(order.get(i)) ? Priority.ALWAYS : Priority.NEVER);
                grid.getRowConstraints().add(row);
            }
        }
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
            if (!phase.isUnderWay()) {
                result.show(state);
            }
            arrange();
            scroll.setVvalue(0);   // the answer stands at the top
        }
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

    /// Asks for the height that texts need at the width there is; a scroll pane asks without a width, as if none were wrapped.
    private static final class Cards extends GridPane {

        Cards() {
            super(Parts.WIDE_GAP, Parts.WIDE_GAP);
        }

        @Override
        protected double computeMinHeight(double width) {
            return super.computeMinHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
        }
    }

    void close() {
        subscription.unsubscribe();
    }
}
