package lathe.views.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import lathe.engine.track.PayOff;
import lathe.views.chart.ChartRoom;
import lathe.views.chart.FigureCard;
import lathe.views.parts.Parts;

/// The tab about all rows.
final class WholeTab extends VBox {

    private static final double DRAWING = 240;

    private final Speech say;
    private final UnderstandViewModel model;
    private final ChartRoom charts;
    private final GridPane grid = new GridPane(Parts.WIDE_GAP, Parts.WIDE_GAP);
    private final ScrollPane scroll = Parts.named("whole-scroll", Scrolls.of(grid));
    private final List<FigureCard> cards = new ArrayList<>();
    private Subscription subscriptions = Subscription.EMPTY;
    private boolean closed;

    WholeTab(Opened opened, Speech say, UnderstandViewModel model, ChartRoom charts) {
        super(Parts.WIDE_GAP);
        this.say = say;
        this.model = model;
        this.charts = charts;
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            half.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(half);
        }
        switch (opened.whole()) {
            case WholeFacts.Binary facts -> binary(new BinaryStory(say, facts));
            case WholeFacts.Classes facts -> classes(new ClassesStory(say, facts));
            case WholeFacts.Values facts -> values(new ValuesStory(say, facts));
        }
        VBox page = new VBox(Parts.WIDE_GAP, grid, scores(opened));
        scroll.setContent(page);
        getChildren().add(scroll);
    }

    private void binary(BinaryStory story) {
        getChildren().add(new ThresholdBar(say, story, model.thresholdProperty()));
        FigureCard confusion = card("confusion", "binary.confusion-title", Check.THRESHOLD);
        FigureCard roc = card("roc", "binary.roc-title", Check.RANKING);
        FigureCard precision = card("precision", "binary.precision-title", Check.RANKING);
        FigureCard calibration = card("calibration", "binary.calibration-title", Check.CALIBRATION);
        drawn(confusion, story::confusion);
        drawn(roc, story::roc);
        drawn(precision, story::precisionRecall);
        drawn(calibration, story::calibration);
        FigureCard payOff = charts.card(say.get("binary.pay-off-title"));
        payOff.setId("pay-off");
        Runnable money = () -> {
            PayOff said = model.project().settings().brief().payOff();
            story.payOff(model.thresholdProperty().get(), said).ifPresent(told -> told.showOn(payOff));
            place(cards, said.saysNothing() ? List.of() : List.of(payOff));
        };
        subscriptions = subscriptions.and(model.thresholdProperty().subscribe(now -> money.run()))
                .and(model.project().settingsProperty().subscribe(now -> money.run()));
    }

    // Each in its own turn of the window's thread, so that all of them do not keep it long.
    private void drawn(FigureCard card, DoubleFunction<Told> figure) {
        Platform.runLater(() -> {
            if (!closed) {
                subscriptions = subscriptions.and(model.thresholdProperty().subscribe(now -> figure.apply(now.doubleValue()).showOn(card)));
            }
        });
    }

    private void classes(ClassesStory story) {
        getChildren().add(summary(story.summary()));
        FigureCard confusion = card("confusion", "classes.confusion-title", Check.CONFUSION);
        FigureCard perClass = card("per-class", "classes.per-class-title", Check.CLASSES);
        FigureCard ranking = card("roc", "classes.ranking-title", Check.RANKING);
        story.confusion().showOn(confusion);
        story.perClass().showOn(perClass);
        story.ranking().showOn(ranking);
        confusion.setDrawingHeight(320);
        place(cards, List.of());
    }

    private void values(ValuesStory story) {
        getChildren().add(summary(story.summary()));
        FigureCard fit = card("fit", "values.fit-title", Check.FIT);
        FigureCard errors = card("errors", "values.errors-title", Check.ERRORS);
        FigureCard bySize = card("errors-by-size", "values.by-size-title", Check.ERRORS);
        story.fit().showOn(fit);
        story.errors().showOn(errors);
        story.errorsByPrediction().showOn(bySize);
        fit.setDrawingHeight(320);
        place(cards, List.of());
    }

    private VBox summary(String sentence) {
        Label words = Parts.named("whole-summary", Parts.styled(Parts.text(sentence), "strong"));
        return Parts.styled(new VBox(words), "card", "threshold-bar");
    }

    private FigureCard card(String id, String title, Check check) {
        FigureCard card = Parts.named(id, charts.card(say.get(title)));
        card.setDrawingHeight(DRAWING);
        Scrolls.whenSeen(scroll, card, () -> model.look(check));
        cards.add(card);
        return card;
    }

    // Two in a row; a last one without a neighbour takes the whole width.
    private void place(List<FigureCard> first, List<FigureCard> then) {
        List<FigureCard> all = new ArrayList<>(first);
        all.addAll(then);
        if (grid.getChildren().equals(all)) {
            return;
        }
        grid.getChildren().clear();
        for (int i = 0; i < all.size(); i++) {
            boolean alone = i == all.size() - 1 && i % 2 == 0;
            grid.add(all.get(i), i % 2, i / 2, alone ? 2 : 1, 1);
        }
    }

    private VBox scores(Opened opened) {
        FlowPane figures = new FlowPane(24, Parts.GAP);
        opened.scores().forEach(each -> {
            HBox one = new HBox(6, Parts.styled(new Label(say.metric(each.score().metric())), "muted"),
                    Parts.styled(new Label(say.scoreValue(each.score())), "strong"),
                    Parts.styled(new Label(say.scoreSpread(each.score())), "muted"));
            figures.getChildren().add(one);
        });
        figures.setAccessibleText(opened.scores().stream().map(each -> say.score(each.score()))
                .collect(Collectors.joining(", ")));
        return Parts.named("scores", Parts.card(say.get("scores"), figures));
    }

    void close() {
        closed = true;
        subscriptions.unsubscribe();
    }
}
