package lathe.views.parts;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// A dashed area that takes dropped files, with a button that asks for them.
public final class DropZone extends VBox {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final double TEXT_WIDTH = 440;

    private final HBox buttons;

    /// @param choose  asks for a file
    /// @param dropped takes the files
    public DropZone(String title, String advice, String button, Runnable choose, Consumer<List<Path>> dropped) {
        super(12);
        Parts.named("drop-zone", Parts.styled(this, "drop-zone"));
        setAlignment(Pos.CENTER);
        FontIcon picture = new FontIcon(MaterialDesignF.FILE_DOWNLOAD_OUTLINE);
        picture.getStyleClass().add("empty-icon");
        Label name = Parts.styled(Parts.text(title), "empty-title");
        name.setTextAlignment(TextAlignment.CENTER);
        Label words = Parts.muted(advice);
        words.setMaxWidth(TEXT_WIDTH);
        words.setTextAlignment(TextAlignment.CENTER);
        Button ask = Parts.named("choose-file", Parts.primary(button, choose));
        buttons = new HBox(Parts.GAP, ask);
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(picture, name, words, buttons);
        setOnDragOver(this::over);
        setOnDragExited(event -> pseudoClassStateChanged(OVER, false));
        setOnDragDropped(event -> {
            boolean files = event.getDragboard().hasFiles();
            event.setDropCompleted(files);
            event.consume();
            if (files) {
                dropped.accept(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            }
        });
    }

    /// With a second way to choose.
    public DropZone with(Button other) {
        buttons.getChildren().add(other);
        return this;
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            pseudoClassStateChanged(OVER, true);
        }
        event.consume();
    }
}
