package lathe.views.data;

import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lathe.engine.data.Imported;
import lathe.views.chart.ChartRoom;
import lathe.views.data.explore.ExplorePane;
import lathe.views.data.label.LabelPane;
import lathe.views.desk.Desk;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;
import org.jspecify.annotations.Nullable;

/// The lower part of the screen: a list, and beside it the card of what is selected there. What a view needs is made when it
/// is looked at for the first time.
final class DataBody extends HBox {

    private static final double CARD_WIDTH = 290;
    private static final double NARROW_CARD = 272;
    private static final double NARROW = 960;

    private final Texts texts;
    private final Desk desk;
    private final DataViewModel model;
    private final StackPane lists = Parts.grow(new StackPane());
    private final RowsTable rows;
    private final Node columns;
    private final ColumnCard card;
    private @Nullable Node dictionaryPage;
    private @Nullable DictionaryCard dictionaryCard;
    private @Nullable Node contractPage;
    private @Nullable ContractCard contractCard;
    private @Nullable ExplorePane explore;
    private @Nullable LabelPane label;

    /// @param showRow shows a row of the table, from 0
    DataBody(Texts texts, Desk desk, DataViewModel model, IntConsumer showRow) {
        super(Parts.WIDE_GAP);
        this.texts = texts;
        this.desk = desk;
        this.model = model;
        columns = new VBox(Parts.grow(new ColumnTable(texts, model)), new BulkBar(texts, model));
        rows = new RowsTable(texts);
        card = new ColumnCard(texts, model, ChartRoom.of(desk), showRow);
        lists.setMinWidth(0);
        Parts.grow(this);
        show(DataView.COLUMNS);
        widthProperty().subscribe(width -> fit());
        model.stateProperty().subscribe(state -> fill());
        model.tableProperty().subscribe(this::fill);
    }

    void show(DataView view) {
        switch (view) {
            case COLUMNS -> show(columns, card);
            case ROWS -> show(rows, card);
            case DICTIONARY -> showDictionary();
            case CONTRACT -> showContract();
            case EXPLORE -> showExplore();
            case LABEL -> showLabel();
        }
        if (view != DataView.EXPLORE && explore != null) {
            explore.rest();
        }
        if (view != DataView.LABEL && label != null) {
            label.rest();
        }
        fill();
    }

    private void showDictionary() {
        if (dictionaryPage == null || dictionaryCard == null) {
            DictionaryViewModel dictionary = new DictionaryViewModel(model.project(), texts, desk.work(), desk.problems(), desk.notices());
            dictionaryPage = new VBox(Parts.grow(new DictionaryTable(texts, model, dictionary)),
                    new DictionaryFoot(texts, model, dictionary, desk.picker()));
            dictionaryCard = new DictionaryCard(texts, model, dictionary);
        }
        show(dictionaryPage, dictionaryCard);
    }

    private void showContract() {
        if (contractPage == null || contractCard == null) {
            ContractViewModel contract = new ContractViewModel(model.project(), texts, desk.work(), desk.problems());
            contractPage = new VBox(Parts.grow(new ContractTable(texts, model, contract)), new ContractFoot(texts, model, contract));
            contractCard = new ContractCard(texts, model, contract);
        }
        show(contractPage, contractCard);
    }

    private void showExplore() {
        if (explore == null) {
            explore = new ExplorePane(desk);
        }
        lists.getChildren().setAll(explore);
        getChildren().setAll(lists);
    }

    private void showLabel() {
        if (label == null) {
            label = new LabelPane(desk, model.project());
        }
        lists.getChildren().setAll(label);
        getChildren().setAll(lists);
    }

    /// The screen is left: what was typed shows everywhere from now on.
    void leave() {
        if (label != null) {
            label.rest();
        }
    }

    private void show(Node list, Region beside) {
        lists.getChildren().setAll(list);
        getChildren().setAll(lists, beside);
        fit();
    }

    private void fit() {
        double width = getWidth() < NARROW ? NARROW_CARD : CARD_WIDTH;
        if (getChildren().size() > 1 && getChildren().getLast() instanceof Region beside) {
            beside.setMinWidth(width);
            beside.setMaxWidth(width);
        }
    }

    /// Brings a row into view, from 0; the rows must be shown.
    void go(int row) {
        rows.go(row);
    }

    // Rows are looked up, and figures worked out, only while they are in view.
    void fill() {
        Imported read = model.tableProperty().get();
        if (read == null) {
            return;
        }
        if (lists.getChildren().contains(rows)) {
            rows.show(read.table(), model.state().visible().stream().map(ColumnRow::name)
                    .filter(name -> read.table().schema().find(name).isPresent()).toList());
        }
        if (explore != null && lists.getChildren().contains(explore)) {
            explore.show(read.table(), model.state().target());
        }
        if (label != null && lists.getChildren().contains(label)) {
            label.look();
        }
    }
}
