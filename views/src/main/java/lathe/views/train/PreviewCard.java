package lathe.views.train;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import lathe.scoring.Problem;
import lathe.views.desk.Place;
import lathe.views.parts.Parts;
import lathe.views.parts.ProblemCard;
import lathe.views.text.Texts;

/// What the run will do, in sentences; or why it cannot begin, with the way out.
final class PreviewCard extends VBox {

    private static final List<String> OF_DATA = List.of("source-missing", "file-missing", "target-missing", "target-unknown",
            "target-constant", "too-few-rows");

    private final Texts texts;
    private final SetupWords words;
    private final Consumer<Place> goTo;
    private final VBox body = Parts.named("train-preview", new VBox(10));

    PreviewCard(Texts texts, SetupWords words, Consumer<Place> goTo) {
        this.texts = texts;
        this.words = words;
        this.goTo = goTo;
        Parts.styled(this, "card");
        setSpacing(12);
        getChildren().addAll(Parts.styled(new Label(texts.get("card.preview")), "card-title"), body);
    }

    void show(SetupState state) {
        if (state.blocker().isPresent()) {
            body.getChildren().setAll(blocker(state.blocker().get()));
        } else if (state.reading() && state.forecast().isEmpty()) {
            ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.setAccessibleText(texts.get("preview.reading"));
            body.getChildren().setAll(Parts.muted(texts.get("preview.reading")), bar);
        } else {
            body.getChildren().setAll(words.preview(state).stream().map(Parts::text).toList());
            body.getChildren().add(Parts.inWords(texts.get("preview.result")));
        }
    }

    private Node blocker(Problem problem) {
        Place place = OF_DATA.contains(problem.code()) ? Place.DATA : Place.PREPARE;
        boolean elsewhere = OF_DATA.contains(problem.code()) || problem.code().equals("no-features")
                || problem.code().equals("drop-target");
        if (!elsewhere) {
            return Parts.named("train-blocker", new ProblemCard(problem));
        }
        Button help = Parts.named("train-blocker-help", Parts.button(
                texts.get(place == Place.DATA ? "go.data" : "go.prepare"), () -> goTo.accept(place)));
        return Parts.named("train-blocker", new ProblemCard(problem, help));
    }
}
