package lathe.views.parts;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Makes the small pieces all screens share, so that they look the same everywhere. Spacing is on a grid of 8.
public final class Parts {

    public static final double GAP = 8;
    public static final double WIDE_GAP = 16;

    private Parts() { }

    /// The one heading of a screen, with what it is about beside it.
    public static HBox heading(String title, String subtitle, Node... actions) {
        Label name = styled(new Label(title), "screen-title");
        Label about = styled(new Label(subtitle), "screen-subtitle");
        about.setMinWidth(0);
        HBox row = new HBox(12, name, about, spacer());
        name.setMinWidth(Region.USE_PREF_SIZE);
        row.getChildren().addAll(actions);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(36);
        return row;
    }

    /// A framed area with a title.
    public static VBox card(String title, Node... content) {
        VBox card = styled(new VBox(GAP), "card");
        if (!title.isEmpty()) {
            card.getChildren().add(styled(new Label(title), "card-title"));
        }
        card.getChildren().addAll(content);
        return card;
    }

    public static Label text(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// Quieter text for what explains.
    public static Label muted(String text) {
        return styled(text(text), "muted");
    }

    /// A small coloured word.
    public static Label pill(String text, Tone tone) {
        Label label = toned(styled(new Label(text), "pill"), tone);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// Colours a node by meaning.
    public static <N extends Node> N toned(N node, Tone tone) {
        return styled(node, tone.styleClass());
    }

    /// A calm box with a bar at its left: something said in words.
    public static VBox inWords(String text) {
        return styled(new VBox(text(text)), "in-words");
    }

    public static Button button(String text, Ikon icon, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setOnAction(event -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    public static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.setOnAction(event -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// The action most people want here; at most two on a screen.
    public static Button primary(String text, Runnable action) {
        Button button = styled(button(text, action), "accent");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// A button of an icon only, with its name for the screen reader and as a tip.
    public static Button iconButton(Ikon icon, String name, Runnable action) {
        Button button = styled(new Button("", new FontIcon(icon)), "flat");
        button.getStyleClass().add("button-icon");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(event -> action.run());
        return button;
    }

    public static Region spacer() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    /// A screen's column of rows, with the usual margins.
    public static VBox page(Node... rows) {
        VBox page = new VBox(WIDE_GAP, rows);
        page.setPadding(new Insets(20, 24, 20, 24));
        return page;
    }

    public static <N extends Node> N styled(N node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }

    public static <N extends Node> N grow(N node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        HBox.setHgrow(node, Priority.ALWAYS);
        if (node instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        return node;
    }

    /// Names a node for tests and style sheets.
    public static <N extends Node> N named(String id, N node) {
        node.setId(id);
        return node;
    }
}
