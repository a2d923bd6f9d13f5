package lathe.views.frame;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;
import lathe.views.theme.Theme;

/// Asks a person for the password of a database while the job that needs it waits. It is kept in this process only.
final class PasswordPrompt {

    private static final Logger LOG = Logger.getLogger(PasswordPrompt.class.getName());
    private static final double WIDTH = 380;

    private final Texts texts;
    private final Theme theme;
    private final Stage owner;

    PasswordPrompt(Texts texts, Theme theme, Stage owner) {
        this.texts = texts;
        this.theme = theme;
        this.owner = owner;
    }

    /// Blocks, so never on the window's thread.
    ///
    /// @param purpose who logs in where
    /// @return nothing if the person declines
    Optional<String> ask(String purpose) {
        if (Platform.isFxApplicationThread()) {
            return Optional.empty();
        }
        CompletableFuture<Optional<String>> answer = CompletableFuture.supplyAsync(() -> shown(purpose), Platform::runLater);
        try {
            return answer.get();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            LOG.log(Level.WARNING, "a password could not be asked for", failed);
            return Optional.empty();
        }
    }

    private Optional<String> shown(String purpose) {
        PasswordField field = Parts.named("password", new PasswordField());
        field.setAccessibleText(texts.get("password"));
        VBox content = new VBox(Parts.GAP, Parts.text(texts.get("password.purpose", purpose)), field, Parts.muted(texts.get("password.kept")));
        content.setPrefWidth(WIDTH);
        Dialog<String> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(texts.get("password"));
        DialogPane pane = dialog.getDialogPane();
        pane.setContent(content);
        pane.getButtonTypes().addAll(ButtonType.OK, ButtonType.CANCEL);
        theme.dress(pane.getScene());
        dialog.setResultConverter(button -> ButtonType.OK.equals(button) ? field.getText() : null);
        dialog.setOnShown(event -> field.requestFocus());
        return dialog.showAndWait();
    }
}
