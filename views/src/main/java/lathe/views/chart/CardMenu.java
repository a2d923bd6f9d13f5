package lathe.views.chart;

import atlantafx.base.theme.Styles;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import lathe.views.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/// The small menu of a figure card.
final class CardMenu extends MenuButton {

    private final Texts texts;
    private final MenuItem view;

    CardMenu(FigureCard card, Texts texts) {
        this.texts = texts;
        setGraphic(new FontIcon(MaterialDesignD.DOTS_HORIZONTAL));
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "figure-menu");
        setTooltip(new Tooltip(texts.get("menu")));
        view = item("show", "show.table", MaterialDesignT.TABLE, () -> card.setTableShown(!card.isTableShown()));
        getItems().addAll(view, new SeparatorMenuItem(),
                item("picture", "save.picture", MaterialDesignI.IMAGE_OUTLINE, card::savePicture),
                item("drawing", "save.drawing", MaterialDesignV.VECTOR_CURVE, card::saveDrawing),
                item("numbers", "save.numbers", MaterialDesignF.FILE_DELIMITED_OUTLINE, card::saveNumbers),
                new SeparatorMenuItem(), item("copy", "copy", MaterialDesignC.CONTENT_COPY, card::copy));
    }

    private MenuItem item(String id, String text, Ikon icon, Runnable action) {
        MenuItem item = new MenuItem(texts.get(text), new FontIcon(icon));
        item.setId("figure-" + id);
        item.setOnAction(event -> action.run());
        return item;
    }

    void named(String title) {
        setAccessibleText(texts.get("menu.of", title));
    }

    void usable(boolean any, boolean tableShown) {
        setDisable(!any);
        view.setText(texts.get(tableShown ? "show.chart" : "show.table"));
    }
}
