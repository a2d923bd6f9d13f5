package lathe.views.frame;

import java.util.Locale;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import lathe.views.desk.Desk;
import lathe.views.desk.OpenProject;
import lathe.views.parts.Parts;
import lathe.views.parts.Tone;
import lathe.views.text.Texts;
import lathe.views.theme.Theme;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// What is open, what was done last, and how the window looks.
final class TopBar extends HBox {

    private static final Map<Theme.Mode, Ikon> ICONS = Map.of(Theme.Mode.LIGHT, MaterialDesignW.WHITE_BALANCE_SUNNY,
            Theme.Mode.DARK, MaterialDesignW.WEATHER_NIGHT, Theme.Mode.SYSTEM, MaterialDesignT.THEME_LIGHT_DARK);

    private final Texts texts;
    private final Label project = Parts.named("project-name", new Label());
    private final Label saved;
    private final HBox status = new HBox(8);
    private final Button undo;
    private final Button redo;
    private @Nullable OpenProject open;
    private Subscription subscription = Subscription.EMPTY;

    TopBar(Desk desk, Texts texts, BooleanProperty guided) {
        super(12);
        this.texts = texts;
        Parts.styled(this, "top-bar");
        setAlignment(Pos.CENTER_LEFT);
        status.setAlignment(Pos.CENTER_LEFT);
        saved = Parts.named("saved", Parts.pill(texts.get("saved"), Tone.NEUTRAL));
        undo = Parts.named("undo", Parts.iconButton(MaterialDesignU.UNDO, texts.get("undo"), this::undo));
        redo = Parts.named("redo", Parts.iconButton(MaterialDesignR.REDO, texts.get("redo"), this::redo));
        Label slash = Parts.muted("/");
        getChildren().addAll(Parts.styled(new Label("Lathe"), "app-name"), slash, project, saved, status, Parts.spacer(),
                undo, redo, modeMenu(guided), themeMenu(desk.theme()));
        slash.visibleProperty().bind(saved.visibleProperty());
        show(null);
    }

    void show(@Nullable OpenProject now) {
        open = now;
        subscription.unsubscribe();
        saved.setVisible(now != null);
        undo.setVisible(now != null);
        redo.setVisible(now != null);
        status.getChildren().clear();
        project.setText("");
        if (now != null) {
            subscription = now.settingsProperty().subscribe(settings -> refresh(now));
        }
    }

    /// Where the state of a run is shown while other screens are looked at.
    HBox status() {
        return status;
    }

    void undo() {
        if (open != null) {
            open.history().undo();
            refresh(open);
        }
    }

    void redo() {
        if (open != null) {
            open.history().redo();
            refresh(open);
        }
    }

    private void refresh(OpenProject now) {
        project.setText(now.name());
        tell(undo, "undo", now.history().undoable().orElse(""));
        tell(redo, "redo", now.history().redoable().orElse(""));
    }

    private void tell(Button button, String key, String what) {
        button.setDisable(what.isEmpty());
        String words = what.isEmpty() ? texts.get(key) : texts.get(key + "-what", what);
        button.getTooltip().setText(words);
        button.setAccessibleText(words);
    }

    private MenuButton modeMenu(BooleanProperty guided) {
        MenuButton menu = Parts.named("mode", new MenuButton());
        ToggleGroup group = new ToggleGroup();
        for (boolean each : new boolean[] {true, false}) {
            RadioMenuItem item = new RadioMenuItem(texts.get(each ? "guided" : "expert"));
            item.setToggleGroup(group);
            item.setSelected(guided.get() == each);
            item.setOnAction(event -> guided.set(each));
            menu.getItems().add(item);
        }
        guided.subscribe(now -> menu.setText(texts.get(now ? "guided" : "expert")));
        return menu;
    }

    private MenuButton themeMenu(Theme theme) {
        MenuButton menu = Parts.named("theme", new MenuButton());
        menu.setAccessibleText(texts.get("theme"));
        ToggleGroup group = new ToggleGroup();
        for (Theme.Mode mode : Theme.Mode.values()) {
            RadioMenuItem item = new RadioMenuItem(texts.get("theme." + mode.name().toLowerCase(Locale.ROOT)));
            item.setToggleGroup(group);
            item.setSelected(theme.modeProperty().get() == mode);
            item.setOnAction(event -> theme.modeProperty().set(mode));
            menu.getItems().add(item);
        }
        theme.modeProperty().subscribe(mode -> menu.setGraphic(new FontIcon(ICONS.get(mode))));
        return menu;
    }
}
