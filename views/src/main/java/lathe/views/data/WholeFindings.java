package lathe.views.data;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.layout.VBox;
import lathe.engine.profile.Finding;
import lathe.engine.track.ProjectSettings;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;

/// What was noticed about the table as a whole, while the light of it is on: no column could show it.
final class WholeFindings extends VBox {

    private final Texts texts;
    private final DataViewModel model;
    private final IntConsumer showRow;
    private List<Finding> shown = List.of();
    private ProjectSettings decided = ProjectSettings.EMPTY;

    WholeFindings(Texts texts, DataViewModel model, IntConsumer showRow) {
        super(12);
        this.texts = texts;
        this.model = model;
        this.showRow = showRow;
        Parts.named("whole-findings", Parts.styled(this, "in-words"));
        setVisible(false);
        setManaged(false);
        model.stateProperty().subscribe((DataState state) -> show());
        model.project().settingsProperty().subscribe((ProjectSettings settings) -> show());
    }

    private void show() {
        DataState state = model.state();
        ProjectSettings settings = model.project().settings();
        List<Finding> now = state.whole().stream().filter(each -> state.kind().equals(Optional.of(FindingKind.of(each)))).toList();
        setVisible(!now.isEmpty());
        setManaged(!now.isEmpty());
        if (!now.equals(shown) || !settings.equals(decided)) {
            shown = now;
            decided = settings;
            getChildren().setAll(now.stream().map(each -> new FindingBox(texts, model, each, Optional.empty(), showRow)).toList());
        }
    }
}
