package lathe.views.data.explore;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lathe.engine.profile.ColumnPair;
import lathe.engine.profile.GroupMeasure;
import lathe.engine.profile.GroupedRows;
import lathe.scoring.Field;
import lathe.scoring.Problem;
import lathe.scoring.Table;
import lathe.views.chart.BarFigure;
import lathe.views.chart.BoxFigure;
import lathe.views.chart.ChartRoom;
import lathe.views.chart.Figure;
import lathe.views.chart.FigureCard;
import lathe.views.chart.LineFigure;
import lathe.views.chart.MatrixFigure;
import lathe.views.chart.ScatterFigure;
import lathe.views.chart.WaterfallFigure;
import lathe.views.desk.Desk;
import lathe.views.parts.CheckedField;
import lathe.views.parts.Parts;
import lathe.views.parts.Titles;
import lathe.views.text.Texts;
import lathe.views.work.Loadable;

/// The view Explore: rows that meet a condition, in groups, and any two columns side by side.
public final class ExplorePane extends StackPane {

    private static final double LEAST_HEIGHT = 250;
    private static final double LINE = 24;
    private static final double BESIDE = 90;
    private static final double LEAST_CARD = 300;
    private static final double CHOICE = 200;
    private static final double LEAST_CHOICE = 84;
    private static final double LEAST_DRAWING = 120;
    private static final double LEAST_LINE = 15;
    private static final double LEAST_BESIDE = 64;

    private final Texts texts;
    private final ExploreViewModel model;
    private final GroupStory groupStory;
    private final PairStory pairStory;
    private final CheckedField<ExploreViewModel.Condition> where;
    private final ComboBox<String> by = Parts.named("explore-by", new ComboBox<>());
    private final ComboBox<GroupMeasure> measure = Parts.named("explore-measure", new ComboBox<>());
    private final ComboBox<String> first = Parts.named("explore-first", new ComboBox<>());
    private final ComboBox<String> second = Parts.named("explore-second", new ComboBox<>());
    private final FigureCard groups;
    private final FigureCard pair;
    private boolean showing;

    public ExplorePane(Desk desk) {
        texts = Texts.of(ExplorePane.class, desk.locale());
        model = new ExploreViewModel(desk.work(), texts);
        ExploreWords words = new ExploreWords(texts);
        groupStory = new GroupStory(words);
        pairStory = new PairStory(words);
        where = new CheckedField<>("explore-where", texts.get("where"), model::check, condition -> {
            if (condition.usable()) {
                choose(() -> model.where(text()));
            }
        });
        where.prompt(texts.get("where.example"));
        measure.setConverter(new Titles<>(words::measure));
        by.valueProperty().subscribe(name -> chosen(name, () -> model.groupBy(name)));
        measure.valueProperty().subscribe(shown -> chosen(shown, () -> model.measure(shown)));
        first.valueProperty().subscribe(name -> chosen(name, this::pairUp));
        second.valueProperty().subscribe(name -> chosen(name, this::pairUp));
        ChartRoom charts = ChartRoom.of(desk);
        groups = card(charts, "explore-groups");
        pair = card(charts, "explore-pair");
        Label kept = Parts.named("explore-kept", Parts.styled(new Label(), "muted"));
        kept.setMinWidth(USE_PREF_SIZE);
        kept.textProperty().bind(model.keptProperty());
        where.inOneLine(kept);
        groups.setChoices(choices(labelled("by", by), labelled("measure", measure)));
        pair.setChoices(choices(labelled("first", first), labelled("second", second)));
        HBox cards = new HBox(Parts.WIDE_GAP, framed(groups), framed(pair));
        VBox inside = new VBox(12, where, Parts.grow(cards));
        ScrollPane scroll = Parts.styled(new ScrollPane(inside), "screen-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Parts.named("explore", this);
        getChildren().add(scroll);
        model.choiceProperty().subscribe((ExploreChoice choice) -> show(choice));
        model.groupsProperty().subscribe(this::showGroups);
        model.pairProperty().subscribe(this::showPair);
    }

    /// What is worked out is kept up to date from now on.
    ///
    /// @param target column to predict; may be empty
    public void show(Table table, String target) {
        model.show(table, target);
        show(model.choiceProperty().get());
        where.look();
    }

    /// Nothing is worked out while nobody looks.
    public void rest() {
        model.rest();
    }

    private String text() {
        return where.text();
    }

    private interface Deed {

        void run();
    }

    private void chosen(Object value, Deed deed) {
        if (value != null) {
            choose(deed);
        }
    }

    private void choose(Deed deed) {
        if (!showing) {
            deed.run();
        }
    }

    private void pairUp() {
        if (first.getValue() != null && second.getValue() != null) {
            model.pair(first.getValue(), second.getValue());
        }
    }

    private static FigureCard card(ChartRoom charts, String id) {
        FigureCard card = Parts.named(id, charts.card(""));
        card.setBare(true);
        card.setSentenceFirst();
        card.setDrawingHeight(LEAST_HEIGHT);
        return card;
    }

    private static VBox framed(FigureCard figure) {
        VBox card = Parts.styled(new VBox(Parts.grow(figure)), "card", "explore-card");
        card.setMinWidth(0);
        card.setPrefWidth(LEAST_CARD);
        return Parts.grow(card);
    }

    private static HBox choices(Node... choices) {
        return new HBox(12, choices);
    }

    private VBox labelled(String key, ComboBox<?> box) {
        Label label = Parts.styled(new Label(texts.get(key)), "strong", "small");
        label.setLabelFor(box);
        box.setAccessibleText(texts.get(key));
        label.setMinWidth(USE_PREF_SIZE);
        box.setMinWidth(LEAST_CHOICE);
        box.setPrefWidth(CHOICE);
        box.setMaxWidth(CHOICE);
        return Parts.grow(new VBox(2, label, box));
    }

    private void show(ExploreChoice choice) {
        showing = true;
        fill(by, model.groupable(), choice.by());
        fill(first, model.chartable(), choice.first());
        fill(second, model.chartable(), choice.second());
        fill(measure, model.measures(), choice.measure());
        showing = false;
    }

    private static <T> void fill(ComboBox<T> box, List<T> items, T value) {
        if (!box.getItems().equals(items)) {
            box.setValue(null);   // otherwise the box goes on to show what stands at the old value's place now
            box.getItems().setAll(items);
        }
        if (items.contains(value)) {
            box.setValue(value);
        }
    }

    private void showGroups(Loadable<GroupedRows> now) {
        switch (now) {
            case Loadable.Ready<GroupedRows>(GroupedRows rows) -> {
                groups.setTitle(texts.get("groups.title", rows.by()));
                tell(groups, groupStory.of(rows));
            }
            case Loadable.Failed<GroupedRows>(Problem problem) -> fail(groups, problem);
            case Loadable.Empty<GroupedRows> _ -> groups.clear();
            case Loadable.Busy<GroupedRows> _ -> groups.setEmptyText(texts.get("busy"));   // what was there stays in view
        }
    }

    private void showPair(Loadable<ColumnPair> now) {
        switch (now) {
            case Loadable.Ready<ColumnPair>(ColumnPair columns) -> {
                Optional<Field> one = model.field(model.choiceProperty().get().first());
                Optional<Field> other = model.field(model.choiceProperty().get().second());
                if (one.isPresent() && other.isPresent()) {
                    pair.setTitle(texts.get("pair.title", one.get().name(), other.get().name()));
                    tell(pair, pairStory.of(columns, side(one.get()), side(other.get())));
                }
            }
            case Loadable.Failed<ColumnPair>(Problem problem) -> fail(pair, problem);
            case Loadable.Empty<ColumnPair> _ -> pair.clear();
            case Loadable.Busy<ColumnPair> _ -> pair.setEmptyText(texts.get("busy"));
        }
    }

    private static PairStory.Side side(Field field) {
        return new PairStory.Side(field.name(), field.type());
    }

    private void tell(FigureCard card, Told told) {
        card.setEmptyText(texts.get("no-rows"));
        int lines = lines(told.figure());
        card.setDrawingHeight(Math.max(LEAST_HEIGHT, lines * LINE + BESIDE), Math.max(LEAST_DRAWING, lines * LEAST_LINE + LEAST_BESIDE));
        card.setFigure(told.figure(), told.sentence());
    }

    private static int lines(Figure figure) {
        return switch (figure) {
            case BarFigure bars -> bars.bars().size();
            case BoxFigure boxes -> boxes.groups().size();
            case MatrixFigure matrix -> matrix.rows().size();
            case LineFigure _, ScatterFigure _, WaterfallFigure _ -> 0;
        };
    }

    private static void fail(FigureCard card, Problem problem) {
        card.setEmptyText(problem.what());
        card.clear();
    }
}
