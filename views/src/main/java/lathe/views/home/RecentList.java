package lathe.views.home;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.scoring.Problem;
import lathe.views.parts.Parts;
import lathe.views.parts.Tone;
import lathe.views.text.Terms;
import lathe.views.text.Texts;
import lathe.views.work.Loadable;

/// The projects that were open before, one a line.
final class RecentList extends VBox {

    private final Texts texts;
    private final Terms terms;
    private final Consumer<Path> open;
    private final VBox lines = new VBox(2);

    RecentList(Texts texts, HomeViewModel model, Consumer<Path> open) {
        super(Parts.GAP);
        this.texts = texts;
        this.terms = Terms.of(texts.locale());
        this.open = open;
        Parts.named("recent", Parts.styled(this, "card"));
        ScrollPane scroll = Parts.styled(new ScrollPane(lines), "screen-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        getChildren().addAll(Parts.styled(new Label(texts.get("recent")), "card-title"), Parts.grow(scroll));
        model.recentProperty().subscribe(this::show);
    }

    private void show(Loadable<List<RecentProject>> now) {
        switch (now) {
            case Loadable.Ready<List<RecentProject>>(List<RecentProject> found) -> lines.getChildren().setAll(found.isEmpty()
                    ? List.of(Parts.muted(texts.get("recent-none"))) : found.stream().map(this::line).toList());
            case Loadable.Failed<List<RecentProject>>(Problem problem) -> lines.getChildren().setAll(Parts.muted(problem.message()));
            case Loadable.Empty<List<RecentProject>> _, Loadable.Busy<List<RecentProject>> _ ->
                    lines.getChildren().setAll(Parts.muted(texts.get("recent-reading")));
        }
    }

    private Node line(RecentProject project) {
        Label name = Parts.styled(new Label(project.name()), "strong");
        String predicts = project.target().isEmpty() ? texts.get("recent-no-target") : texts.get("recent-target", project.target());
        String score = project.metric().isEmpty() ? "" : " · " + terms.metric(project.metric()) + " "
                + texts.numbers().significant(project.score(), 3);
        VBox words = new VBox(2, name, Parts.styled(new Label(predicts + score), "muted", "small"));
        words.setMinWidth(0);
        HBox line = new HBox(12, words, Parts.spacer());
        if (!project.data()) {
            line.getChildren().add(Parts.pill(texts.get("recent-data-gone"), Tone.CAUTION));
        }
        Label when = Parts.styled(new Label(texts.numbers().moment(project.when())), "muted", "small");
        when.setMinWidth(USE_PREF_SIZE);
        line.getChildren().add(when);
        line.setAlignment(Pos.CENTER_LEFT);
        Button button = Parts.styled(new Button("", line), "flat", "line-button");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.setAccessibleText(texts.get("recent-open", project.name()));
        Parts.named("recent-" + project.name(), button);
        button.setOnAction(event -> open.accept(project.folder()));
        return button;
    }
}
