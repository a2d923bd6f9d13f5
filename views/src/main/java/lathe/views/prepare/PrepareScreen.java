package lathe.views.prepare;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
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
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// How models will see each column.
public final class PrepareScreen implements Screen {

    private static final double CARD_WIDTH = 344;
    private static final double LOW_CARD = 208;
    private static final double NARROW = 860;

    private final Desk desk;
    private final OpenProject project;
    private final PlanWords words;
    private final PrepareViewModel model;
    private final PlanTable table;
    private final PlanFilterBar filters;
    private final PlanBulkBar bulk;
    private final PlanCard card;
    private final TableViewModel tableModel;
    private final MergeViewModel merges;
    private final DeriveCard derive;
    private final RowsCard rows;
    private final StackPane side = new StackPane();
    private final Label about = Parts.named("prepare-summary", Parts.styled(new Label(), "screen-subtitle"));
    private final VBox top = new VBox(12);
    private final Node nothingLeft;
    private final BorderPane ready = new BorderPane();
    private final VBox page;
    private final LoadablePane<List<ColumnPlan>> pane;
    private final ReadOnlyStringWrapper blocker = new ReadOnlyStringWrapper("");
    private final Subscription subscription;

    public PrepareScreen(Desk desk, OpenProject project) {
        this.desk = desk;
        this.project = project;
        words = new PlanWords(desk.locale());
        model = new PrepareViewModel(project, desk.work(), desk.locale());
        table = new PlanTable(words, model);
        filters = new PlanFilterBar(words, model);
        bulk = new PlanBulkBar(words, model, table::selectAll);
        tableModel = new TableViewModel(project, desk.locale());
        merges = new MergeViewModel(project, desk.work());
        card = new PlanCard(words, model, tableModel, merges, ChartRoom.of(desk), this::derive);
        derive = new DeriveCard(words, tableModel, this::derived);
        rows = new RowsCard(words, tableModel, () -> show(card));
        show(card);
        nothingLeft = Parts.named("nothing-left", new ProblemCard(Problem.of("no-features", words.texts.get("nothing-left"),
                words.texts.get("nothing-left.remedy")), Parts.named("all-automatic",
                Parts.button(words.texts.get("nothing-left.mend"), () -> model.choose(model.state().columns(), ColumnPlan.AUTOMATIC)))));
        layOut();
        pane = new LoadablePane<>(model.stateProperty().map(PrepareState::plans), empty(), plans -> ready, this::failed,
                words.texts.get("busy.cancel"), project::cancelReading);
        Button add = Parts.named("derive-new", Parts.button(words.texts.get("derive.title"), MaterialDesignP.PLUS, () -> derive("")));
        Button choose = Parts.named("rows-open", Parts.button(words.texts.get("rows.open"), MaterialDesignF.FILTER_OUTLINE, () -> show(rows)));
        HBox heading = Parts.heading(words.texts.get("title"), "", add, choose);
        for (Button each : List.of(add, choose)) {
            each.visibleProperty().bind(model.stateProperty().map(state -> !state.columns().isEmpty()));
        }
        heading.getChildren().set(1, about);
        about.setMinWidth(0);
        page = Parts.page(heading, Parts.grow(pane));
        page.getStylesheets().add(Objects.requireNonNull(PrepareScreen.class.getResource("prepare.css")).toExternalForm());
        subscription = model.stateProperty().subscribe(this::render);
    }

    private void layOut() {
        top.getChildren().add(filters);
        top.setPadding(new Insets(0, 0, 12, 0));
        VBox list = new VBox(Parts.GAP, Parts.grow(table.node()), bulk);
        ready.setTop(top);
        ready.setCenter(list);
        ready.widthProperty().subscribe(this::arrange);
        arrange();
    }

    // The card stands beside the table where there is room, otherwise below it.
    private void arrange() {
        boolean narrow = ready.getWidth() > 0 && ready.getWidth() < NARROW;
        if (narrow ? ready.getBottom() != null : ready.getRight() != null) {
            return;
        }
        ready.setRight(null);
        ready.setBottom(null);
        side.setPrefWidth(narrow ? Region.USE_COMPUTED_SIZE : CARD_WIDTH);
        side.setPrefHeight(narrow ? LOW_CARD : Region.USE_COMPUTED_SIZE);
        BorderPane.setMargin(side, narrow ? new Insets(12, 0, 0, 0) : new Insets(0, 0, 0, 16));
        if (narrow) {
            ready.setBottom(side);
        } else {
            ready.setRight(side);
        }
    }

    // Beside the table stands one card at a time.
    private void show(Node shown) {
        side.getChildren().setAll(shown);
    }

    private void derive(String column) {
        show(derive);
        derive.begin(column);   // which takes the keyboard
    }

    private void derived(String column) {
        show(card);
        if (!column.isEmpty()) {
            model.selectOnceThere(column);
        }
    }

    private Node empty() {
        return new EmptyState(MaterialDesignT.TUNE, words.texts.get("empty.title"), words.texts.get("empty.text"),
                Parts.named("go-to-data", Parts.primary(words.texts.get("empty.data"), () -> desk.goTo().accept(Place.DATA))));
    }

    private Node failed(Problem problem) {
        return new VBox(new ProblemCard(problem,
                Parts.named("read-again", Parts.button(words.texts.get("failed.again"), project::read)),
                Parts.named("failed-go-to-data", Parts.button(words.texts.get("empty.data"), () -> desk.goTo().accept(Place.DATA)))));
    }

    private void render(PrepareState state) {
        table.show(state);
        filters.show(state, table.shownRows());
        bulk.show(state);
        card.show(state);
        rows.show();
        String kept = tableModel.rowsKept();
        about.setText(state.columns().isEmpty() ? "" : words.summary(state) + (kept.isEmpty() ? "" : " · " + kept));
        boolean nothing = state.isNothingLeft();
        blocker.set(nothing ? words.texts.get("nothing-left") : "");
        if (nothing != top.getChildren().contains(nothingLeft)) {
            top.getChildren().remove(nothingLeft);
            if (nothing) {
                top.getChildren().addFirst(nothingLeft);
            }
        }
    }

    @Override
    public Parent content() {
        return page;
    }

    @Override
    public ReadOnlyStringProperty blocker() {
        return blocker.getReadOnlyProperty();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        model.close();
        merges.close();
        pane.close();
    }
}
