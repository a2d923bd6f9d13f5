package lathe.views.handover;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.scoring.Problem;
import lathe.views.desk.Desk;
import lathe.views.parts.Parts;
import lathe.views.parts.ProblemCard;
import lathe.views.parts.Tone;
import lathe.views.text.Texts;
import lathe.views.work.Loadable;
import lathe.views.work.Progress;

/// One thing that can be done with the model: what it is for, the button, what came of it.
final class DeedCard extends VBox {

    private final Deed deed;
    private final Desk desk;
    private final Texts texts;
    private final HandOverViewModel model;
    private final Button button;
    private final VBox outcome = new VBox(Parts.GAP);

    DeedCard(Deed deed, Desk desk, Texts texts, HandOverViewModel model) {
        super(Parts.GAP);
        this.deed = deed;
        this.desk = desk;
        this.texts = texts;
        this.model = model;
        Parts.styled(this, "card");
        setMinWidth(0);
        String words = texts.get(deed.key() + ".button");
        button = Parts.named("hand-over-" + deed.key(), deed == Deed.SAVE ? Parts.primary(words, this::begin)
                : Parts.button(words, this::begin));
        outcome.setId("outcome-" + deed.key());
        HBox row = new HBox(Parts.WIDE_GAP, Parts.grow(new VBox(4,
                Parts.styled(Parts.text(texts.get(deed.key() + ".title")), "card-title"),
                Parts.muted(texts.get(deed.key() + ".for")))), button);
        getChildren().add(row);
        model.stateProperty().map(state -> state.deed(deed)).subscribe(this::show);
    }

    private void begin() {
        if (deed.ending().isEmpty()) {
            model.verify();
            return;
        }
        String name = model.state().known().map(run -> run.spec().target()).orElse("model").replaceAll("[^\\p{L}\\p{N}_-]+", "-")
                + "." + deed.ending();
        Optional<Path> out = desk.picker().save(texts.get(deed.key() + ".button"), name, deed.ending());
        out.ifPresent(file -> model.write(deed, file));
    }

    private void show(Loadable<Done> now) {
        button.setDisable(now.isBusy());
        outcome.getChildren().clear();
        switch (now) {
            case Loadable.Empty<Done> _ -> { }
            case Loadable.Busy<Done>(Progress _) -> {
                ProgressBar bar = new ProgressBar();
                bar.setMaxWidth(Double.MAX_VALUE);
                outcome.getChildren().add(bar);
            }
            case Loadable.Failed<Done>(Problem problem) -> outcome.getChildren().add(new ProblemCard(problem));
            case Loadable.Ready<Done>(Done done) -> outcome.getChildren().add(ready(done));
        }
        getChildren().remove(outcome);
        if (!outcome.getChildren().isEmpty()) {
            getChildren().add(outcome);
        }
    }

    private HBox ready(Done done) {
        String figure = done.check().largestDifference() == 0 ? "0"
                : String.format(Locale.ROOT, "%.0e", done.check().largestDifference());
        HBox row = new HBox(12, Parts.pill(texts.get("checked"), Tone.GOOD),
                Parts.grow(Parts.text(texts.get(deed.key() + ".done", String.valueOf(done.file().getFileName()),
                        done.check().rows(), figure))));
        if (!deed.ending().isEmpty()) {
            row.getChildren().add(Parts.button(texts.get("show-in-folder"), () -> desk.reveal().accept(done.file())));
        }
        return row;
    }
}
