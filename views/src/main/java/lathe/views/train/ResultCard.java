package lathe.views.train;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.engine.flow.RunResult;
import lathe.views.parts.Parts;
import lathe.views.parts.ProblemCard;
import lathe.views.run.RunState;
import lathe.views.text.Texts;

/// What came of a run: the score with its interval and what it means, or why there is none.
final class ResultCard extends VBox {

    private final Texts texts;
    private final LiveWords words;

    private final MoreTime more;

    ResultCard(Texts texts, LiveWords words, MoreTime more) {
        super(12);
        this.more = more;
        this.texts = texts;
        this.words = words;
        Parts.named("train-result", Parts.styled(this, "card"));
    }

    void show(RunState state) {
        getChildren().setAll(Parts.styled(new Label(texts.get("card.result")), "card-title"));
        state.result().ifPresent(this::show);
        state.problem().ifPresent(problem -> getChildren().add(Parts.named("train-problem", new ProblemCard(problem))));
        if (state.phase() == RunState.Phase.CANCELLED) {
            getChildren().add(Parts.text(texts.get("cancelled.kept", state.scored().size())));
        }
        getChildren().add(more);
    }

    private void show(RunResult result) {
        Label number = Parts.named("train-score", Parts.styled(new Label(words.finalScore(result)), "big-number"));
        String metric = result.run().spec().search().metric();
        HBox line = new HBox(12, number, Parts.muted(words.terms().metric(metric)));
        line.setAlignment(Pos.BASELINE_LEFT);
        Node[] sentences = words.result(result).stream().map(Parts::text).toArray(Node[]::new);
        getChildren().addAll(line, Parts.styled(new VBox(6, sentences), "in-words"));
    }
}
