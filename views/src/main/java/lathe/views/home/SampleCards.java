package lathe.views.home;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lathe.scoring.Problem;
import lathe.views.parts.Parts;
import lathe.views.parts.ProblemCard;
import lathe.views.parts.Tone;
import lathe.views.text.Terms;
import lathe.views.text.Texts;
import lathe.views.work.Loadable;

/// The sample tables as cards: four in a row, or two where the window is narrow.
final class SampleCards extends GridPane {

    private static final double WIDE = 900;

    private final Texts texts;
    private final Terms terms;
    private final Consumer<Sample> open;
    private List<Node> cards = List.of();
    private int columns = 4;

    SampleCards(Texts texts, HomeViewModel model, Consumer<Sample> open) {
        this.texts = texts;
        this.terms = Terms.of(texts.locale());
        this.open = open;
        Parts.named("samples", this);
        setHgap(Parts.WIDE_GAP);
        setVgap(Parts.WIDE_GAP);
        model.samplesProperty().subscribe(this::show);
        widthProperty().subscribe(width -> {
            int now = width.doubleValue() >= WIDE ? 4 : 2;
            if (now != columns && width.doubleValue() > 0) {
                columns = now;
                arrange();
            }
        });
    }

    private void show(Loadable<List<Sample>> now) {
        cards = switch (now) {
            case Loadable.Ready<List<Sample>>(List<Sample> found) -> found.stream().map(this::card).toList();
            case Loadable.Failed<List<Sample>>(Problem problem) -> List.of(new ProblemCard(problem));
            case Loadable.Empty<List<Sample>> _, Loadable.Busy<List<Sample>> _ -> List.of(Parts.muted(texts.get("samples-reading")));
        };
        arrange();
    }

    private void arrange() {
        getChildren().clear();
        getColumnConstraints().clear();
        int across = Math.min(columns, Math.max(1, cards.size()));
        for (int i = 0; i < across; i++) {
            ColumnConstraints even = new ColumnConstraints();
            even.setPercentWidth(100.0 / across);
            getColumnConstraints().add(even);
        }
        for (int i = 0; i < cards.size(); i++) {
            add(cards.get(i), i % across, i / across);
            setVgrow(cards.get(i), Priority.ALWAYS);
        }
    }

    private Node card(Sample sample) {
        String key = Objects.requireNonNullElse(sample.file().getFileName(), sample.file()).toString();
        String title = known("sample." + key + ".title", sample.title());
        Label name = Parts.styled(Parts.text(title), "card-title");
        Button button = Parts.named("sample-" + key.replaceAll("\\..*", ""), Parts.button(texts.get("sample-open"),
                () -> open.accept(sample)));
        button.setAccessibleText(texts.get("sample-open-named", title));
        VBox words = Parts.grow(new VBox(Parts.GAP, Parts.pill(terms.task(sample.task()), Tone.NEUTRAL), name,
                Parts.text(known("sample." + key + ".story", sample.story())),
                Parts.muted(texts.get("sample-size", sample.target(), sample.rows(), sample.columns()))));
        return Parts.styled(new VBox(12, words, button), "card");
    }

    private String known(String key, String otherwise) {
        return texts.has(key) ? texts.get(key) : otherwise;
    }
}
