package lathe.views.parts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import lathe.views.work.Progress;

/// In the middle of the room: what happens, how far it is, and a button that ends it.
public final class WaitingBox implements Waiting {

    private final Label happening = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final VBox box;

    /// @param cancelText name of the cancel button
    public WaitingBox(String cancelText, Runnable cancel) {
        bar.setPrefWidth(280);
        box = new VBox(12, happening, bar, cancelButton(cancelText, cancel));
        box.setAlignment(Pos.CENTER);
    }

    /// The button that ends what one waits for.
    public static Node cancelButton(String text, Runnable cancel) {
        return Parts.named("cancel-busy", Parts.button(text, cancel));
    }

    /// Lets a bar say how far something is; where that is not known, it only moves.
    public static void show(Progress now, ProgressBar bar) {
        bar.setProgress(Double.isNaN(now.share()) ? ProgressBar.INDETERMINATE_PROGRESS : now.share());
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Progress now) {
        happening.setText(now.sentence());
        show(now, bar);
    }
}
