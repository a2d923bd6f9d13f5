package lathe.views.understand;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import lathe.engine.track.ReportedScore;
import lathe.scoring.Problem;
import lathe.views.chart.ChartRoom;
import lathe.views.desk.Desk;
import lathe.views.desk.OpenProject;
import lathe.views.desk.Place;
import lathe.views.desk.Screen;
import lathe.views.parts.EmptyState;
import lathe.views.parts.LoadablePane;
import lathe.views.parts.Parts;
import lathe.views.parts.ProblemCard;
import lathe.views.parts.Tone;
import lathe.views.text.Texts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// What the latest model does: on the whole table, by column, for one row.
public final class UnderstandScreen implements Screen {

    private final Desk desk;
    private final Texts texts;
    private final ChartRoom charts;
    private final UnderstandViewModel model;
    private final VBox heading = new VBox();
    private final LoadablePane<Opened> body;
    private final VBox page;
    private Subscription open = Subscription.EMPTY;

    public UnderstandScreen(Desk desk, OpenProject project) {
        this.desk = desk;
        this.texts = Texts.of(UnderstandScreen.class, desk.locale());
        this.charts = ChartRoom.of(desk);
        this.model = new UnderstandViewModel(project, desk.work(), texts.get("opening"));
        heading.getChildren().setAll(Parts.heading(texts.get("title"), ""));
        body = Parts.grow(new LoadablePane<>(model.openedProperty(), empty(), this::ready, this::failed, texts.get("cancel"),
                model::stop));
        page = Parts.page(heading, body);
        page.getStylesheets().add(sheet());
        model.openedProperty().subscribe(now -> {
            if (now.optional().isEmpty()) {
                heading.getChildren().setAll(Parts.heading(texts.get("title"), ""));
            }
        });
    }

    private static String sheet() {
        URL found = UnderstandScreen.class.getResource("understand.css");
        return Objects.requireNonNull(found, "understand.css").toExternalForm();
    }

    @Override
    public Parent content() {
        return page;
    }

    @Override
    public void shown() {
        model.shown();
    }

    @Override
    public void hidden() {
        model.hidden();
    }

    @Override
    public void close() {
        open.unsubscribe();
        model.close();
        body.close();
    }

    private Node empty() {
        EmptyState none = new EmptyState(MaterialDesignM.MAGNIFY_SCAN, texts.get("empty.title"), texts.get("empty.advice"),
                Parts.named("go-to-train", Parts.primary(texts.get("empty.train"), () -> desk.goTo().accept(Place.TRAIN))));
        EmptyState stopped = new EmptyState(MaterialDesignM.MAGNIFY_SCAN, texts.get("stopped.title"),
                texts.get("stopped.advice"),
                Parts.named("open-again", Parts.primary(texts.get("stopped.again"), model::again)));
        StackPane either = new StackPane(none, stopped);
        model.stoppedProperty().subscribe(now -> {
            stopped.setVisible(now);
            none.setVisible(!now);
        });
        return either;
    }

    private Node failed(Problem problem) {
        return new VBox(new ProblemCard(problem,
                Parts.named("try-again", Parts.button(texts.get("try-again"), model::again)),
                Parts.named("go-to-train", Parts.button(texts.get("empty.train"), () -> desk.goTo().accept(Place.TRAIN)))));
    }

    private Node ready(Opened opened) {
        open.unsubscribe();
        Speech say = new Speech(texts, opened.signature());
        WholeTab whole = new WholeTab(opened, say, model, charts);
        Tab wholeTab = tab("tab-whole", "tab.whole");
        wholeTab.setContent(whole);
        Tab featuresTab = tab("tab-features", "tab.features");
        Tab oneTab = tab("tab-one", "tab.one");
        TabPane tabs = Parts.named("understand-tabs", new TabPane(wholeTab, featuresTab, oneTab));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        open = whole::close;
        // the other tabs are made when the first one stands, so that the screen comes at once
        Platform.runLater(() -> features(featuresTab, opened, say));
        Platform.runLater(() -> one(oneTab, opened, say));
        head(opened, say);
        return tabs;
    }

    private void features(Tab tab, Opened opened, Speech say) {
        FeaturesViewModel features = new FeaturesViewModel(opened, desk.work());
        FeaturesTab content = new FeaturesTab(say, features, charts, () -> look(tab, Check.DEPENDENCE));
        tab.setContent(content);
        features.stateProperty().subscribe(state -> {
            if (!state.columns().isEmpty()) {
                look(tab, Check.IMPORTANCE);
            }
        });
        tab.selectedProperty().subscribe(selected -> {
            if (selected) {
                features.begin();
                features.dependenceProperty().get().optional().ifPresent(seen -> look(tab, Check.DEPENDENCE));
            }
        });
        open = open.and(content::close).and(features::close);
    }

    private void one(Tab tab, Opened opened, Speech say) {
        PredictionViewModel prediction = new PredictionViewModel(opened.examination(), desk.work());
        PredictionTab content = new PredictionTab(opened, say, prediction, charts, () -> look(tab, Check.ONE_ROW),
                () -> look(tab, Check.WHAT_IF));
        tab.setContent(content);
        tab.selectedProperty().subscribe(selected -> prediction.state().explanation()
                .ifPresent(seen -> look(tab, Check.ONE_ROW)));
        prediction.begin();
        open = open.and(content::close);
    }

    private void look(Tab tab, Check check) {
        if (tab.isSelected()) {
            model.look(check);
        }
    }

    private Tab tab(String id, String key) {
        Tab tab = new Tab(texts.get(key));
        tab.setId(id);
        return tab;
    }

    private void head(Opened opened, Speech say) {
        int rows = opened.examination().rows().rows();
        String about = texts.get(opened.untouched() ? "untouched-rows" : "training-rows", rows);
        String name = say.model(opened.examination().run().best());
        String subtitle = opened.scores().stream().findFirst().map(ReportedScore::score)
                .map(score -> texts.get("about", name, say.score(score), about))
                .orElseGet(() -> texts.get("about-no-score", name, about));
        Label pill = Parts.named("looked", Parts.pill("", Tone.NEUTRAL));
        HBox row = Parts.heading(texts.get("title"), subtitle, pill);
        heading.getChildren().setAll(row);
        List<Check> all = Check.of(opened.signature().task());
        open = open.and(model.lookedProperty().subscribe(looked -> show(pill, all, looked)));
    }

    private void show(Label pill, List<Check> all, Set<Check> looked) {
        List<String> left = all.stream().filter(each -> !looked.contains(each)).map(each -> texts.get(each.key())).toList();
        pill.setText(texts.get("looked", all.size() - left.size(), all.size()));
        pill.getStyleClass().setAll("label", "pill", left.isEmpty() ? "tone-good" : "tone-neutral");
        String tip = left.isEmpty() ? texts.get("looked-all")
                : texts.get("looked-tip", left.stream().collect(Collectors.joining(", ")));
        pill.setTooltip(new Tooltip(tip));
        pill.setAccessibleText(pill.getText() + ". " + tip);
    }
}
