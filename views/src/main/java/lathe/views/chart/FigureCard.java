package lathe.views.chart;

import java.net.URL;
import java.util.Objects;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import lathe.views.chart.FigureFiles.Size;
import org.jspecify.annotations.Nullable;

/// One chart of a screen: title, drawing, the sentence in words, the same numbers as a table, and saving.
///
/// Use it on the window's thread only. {@link #setFigure} may be called as often as news come in: the drawing follows
/// once a pulse.
public final class FigureCard extends VBox {

    static final String SHEET = sheet();
    private static final double HEIGHT = 260;

    private final ChartRoom room;
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final Label empty = new Label();
    private final Text words = new Text();
    private final HBox header = new HBox(10);
    private final TextFlow sentence;
    private final DrawingPane drawing;
    private final StackPane body;
    private final CardMenu menu;
    private final ReadOnlyObjectWrapper<@Nullable Figure> figure = new ReadOnlyObjectWrapper<>();
    private @Nullable FigureGrid grid;
    private boolean tableShown;

    FigureCard(ChartRoom room, String name) {
        this.room = room;
        this.drawing = new DrawingPane(room.dark(), room.locale());
        this.menu = new CardMenu(this, room.texts());
        this.body = new StackPane(drawing, empty);
        Text lead = new Text(room.texts().get("in.words") + " ");
        lead.getStyleClass().add("figure-lead");
        words.getStyleClass().add("figure-words");
        this.sentence = new TextFlow(lead, words);
        dress();
        fillHeader();
        getChildren().addAll(header, body, sentence);
        setEmptyText(room.texts().get("empty"));
        setTitle(name);
        setSubtitle("");
        setDrawingHeight(HEIGHT);
        clear();
    }

    private void dress() {
        getStyleClass().add("figure-card");
        title.getStyleClass().add("figure-title");
        subtitle.getStyleClass().add("figure-subtitle");
        empty.getStyleClass().add("figure-empty");
        sentence.getStyleClass().add("figure-sentence");
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        empty.setWrapText(true);
        setVgrow(body, Priority.ALWAYS);
        setMinWidth(160);
    }

    private void fillHeader() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        title.setMinWidth(60);
        header.getChildren().addAll(title, subtitle, space, menu);
        menu.setMinWidth(Region.USE_PREF_SIZE);
        header.setAlignment(Pos.CENTER_LEFT);
    }

    /// What is chosen for the drawing stands in the place of the title, which names the files and the menu all the same.
    public void setChoices(Region choices) {
        HBox.setHgrow(choices, Priority.ALWAYS);
        header.getChildren().setAll(choices, menu);
    }

    public void setTitle(String text) {
        title.setText(text);
        menu.named(text);
    }

    public String title() {
        return title.getText();
    }

    /// @param text empty for none
    public void setSubtitle(String text) {
        subtitle.setText(text);
        subtitle.setVisible(!text.isEmpty());
        subtitle.setManaged(!text.isEmpty());
    }

    /// What stands in the place of the drawing while there is nothing to draw.
    public void setEmptyText(String text) {
        empty.setText(text);
    }

    /// The height the drawing asks for; it grows with the card.
    public void setDrawingHeight(double pixels) {
        setDrawingHeight(pixels, Math.min(pixels, 120));
    }

    /// @param least below which it is not shrunk
    public void setDrawingHeight(double pixels, double least) {
        body.setPrefHeight(pixels);
        body.setMinHeight(least);
    }

    /// Without frame and padding, for a card inside a card.
    public void setBare(boolean bare) {
        getStyleClass().remove("figure-bare");
        if (bare) {
            getStyleClass().add("figure-bare");
        }
    }

    /// The sentence stands above the drawing, for drawings so high that it would be out of sight.
    public void setSentenceFirst() {
        getChildren().remove(sentence);
        getChildren().add(1, sentence);
    }

    /// @param inWords the figure in one or two sentences; under the drawing, and what a screen reader says; empty for none
    public void setFigure(Figure shown, String inWords) {
        figure.set(shown);
        words.setText(inWords);
        show();
    }

    /// Nothing to draw: the empty text shows.
    public void clear() {
        figure.set(null);
        words.setText("");
        show();
    }

    public ReadOnlyObjectProperty<@Nullable Figure> figureProperty() {
        return figure.getReadOnlyProperty();
    }

    /// @param chosen hears which point, bar or cell was clicked or chosen with Enter, in the order of the figure
    public void setOnPick(IntConsumer chosen) {
        drawing.onPick(chosen);
    }

    /// Shows the numbers instead of the drawing, or the drawing again.
    public void setTableShown(boolean shown) {
        tableShown = shown;
        show();
    }

    public boolean isTableShown() {
        return tableShown;
    }

    private void show() {
        Figure now = figure.get();
        boolean any = now != null && !now.isEmpty();
        boolean table = any && tableShown;
        String told = title.getText() + ". " + (any ? words.getText() : empty.getText());
        drawing.show(any ? now : null, told);
        drawing.setVisible(any && !table);
        empty.setVisible(!any);
        sentence.setVisible(any && !words.getText().isEmpty());
        sentence.setManaged(sentence.isVisible());
        menu.usable(any, table);
        if (table && now != null) {
            grid().show(now.table(room.texts()::get));
        }
        if (grid != null) {
            grid.setVisible(table);
        }
    }

    private FigureGrid grid() {
        FigureGrid made = grid;
        if (made == null) {
            made = new FigureGrid(room.locale());
            made.setAccessibleRole(AccessibleRole.TABLE_VIEW);
            grid = made;
            body.getChildren().add(made);
        }
        return made;
    }

    void savePicture() {
        Figure now = figure.get();
        if (now != null) {
            room.saving().picture(now, title.getText(), size());
        }
    }

    void saveDrawing() {
        Figure now = figure.get();
        if (now != null) {
            room.saving().drawing(now, title.getText(), size());
        }
    }

    void saveNumbers() {
        Figure now = figure.get();
        if (now != null) {
            room.saving().numbers(now, title.getText());
        }
    }

    void copy() {
        Figure now = figure.get();
        if (now != null) {
            FigureCopy.copy(now, title.getText(), room.texts(), size());
        }
    }

    /// As wide and high as on the screen, but never cramped.
    private Size size() {
        int width = (int) Math.clamp(drawing.getWidth() + 32, 640, 1600);
        int height = (int) Math.clamp(drawing.getHeight() + 64, 400, 1200);
        return new Size(width, height, 2);
    }

    DrawingPane drawing() {
        return drawing;
    }

    @Override
    public String getUserAgentStylesheet() {
        return SHEET;
    }

    private static String sheet() {
        URL found = FigureCard.class.getResource("chart.css");
        return Objects.requireNonNull(found, "chart.css").toExternalForm();
    }
}
