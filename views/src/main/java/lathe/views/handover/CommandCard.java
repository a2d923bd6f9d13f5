package lathe.views.handover;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.views.desk.Desk;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The same by command line, to be copied.
final class CommandCard extends VBox {

    private static final int LINES = 4;

    private final TextArea commands = Parts.named("commands", new TextArea());

    CommandCard(Desk desk, Texts texts) {
        super(Parts.GAP);
        Parts.styled(this, "card");
        commands.setEditable(false);
        commands.setPrefRowCount(LINES);
        commands.setWrapText(true);
        commands.setMinHeight(96);
        commands.setAccessibleText(texts.get("commands.title"));
        Parts.styled(commands, "commands");
        HBox head = new HBox(Parts.GAP, Parts.grow(Parts.styled(Parts.text(texts.get("commands.title")), "card-title")),
                Parts.named("copy-commands", Parts.button(texts.get("copy"), MaterialDesignC.CONTENT_COPY, () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(commands.getText());
                    Clipboard.getSystemClipboard().setContent(content);
                    desk.notices().accept(texts.get("copied"));
                })));
        getChildren().addAll(head, Parts.muted(texts.get("commands.for")), commands);
    }

    void show(Path project, Path model) {
        List<String> lines = CommandLines.of(project, model);
        commands.setText(String.join("\n", lines));
    }
}
