package lathe.views.parts;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// A dashed area that takes a dropped file, with a button that asks for one.
public final class DropZone extends VBox {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final double TEXT_WIDTH = 440;

    /// @param choose  asks for a file
    /// @param dropped takes the file
    public DropZone(String title, String advice, String button, Runnable choose, Consumer<Path> dropped) {
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
        getChildren().addAll(picture, name, words, ask);
        setOnDragOver(this::over);
        setOnDragExited(event -> pseudoClassStateChanged(OVER, false));
        setOnDragDropped(event -> {
            boolean files = event.getDragboard().hasFiles();
            event.setDropCompleted(files);
            event.consume();
            if (files) {
                dropped.accept(event.getDragboard().getFiles().getFirst().toPath());
            }
        });
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            pseudoClassStateChanged(OVER, true);
        }
        event.consume();
    }
}
