package lathe.views.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import lathe.engine.data.ImportReport;
import lathe.engine.data.Imported;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;

/// The heading of the screen: the file, how large it is and how it was read.
final class DataHead extends HBox {

    static final double MOST_NAME = 420;

    private final Texts texts;
    private final Label name = Parts.named("file-name", Parts.styled(new Label(), "screen-title"));
    private final Label about = Parts.named("file-about", Parts.styled(new Label(), "screen-subtitle"));
    private final Tooltip tip = new Tooltip();

    DataHead(Texts texts, DataViewModel model, Node... actions) {
        super(12);
        this.texts = texts;
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(36);
        name.setMinWidth(USE_PREF_SIZE);
        name.setMaxWidth(MOST_NAME);
        about.setMinWidth(80);
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        about.setTooltip(tip);
        ProgressIndicator busy = Parts.named("reading-again", new ProgressIndicator());
        busy.setPrefSize(20, 20);
        busy.setAccessibleText(texts.get("reading-again"));
        busy.visibleProperty().bind(model.againProperty());
        busy.managedProperty().bind(model.againProperty());
        getChildren().addAll(name, about, busy, Parts.spacer());
        getChildren().addAll(actions);
        model.tableProperty().subscribe(() -> show(model));
        show(model);
    }

    private void show(DataViewModel model) {
        Imported read = model.tableProperty().get();
        if (read != null) {
            name.setText(model.fileName());
            String words = texts.get("file-about", read.table().rows(), read.table().schema().size(), found(texts, read.report()));
            about.setText(words);
            tip.setText(words);
        }
    }

    /// How it was read, in a few words.
    static String found(Texts texts, ImportReport report) {
        List<String> found = new ArrayList<>();
        if (!report.separator().isEmpty()) {
            found.add(texts.get("separator." + ImportForm.separatorKey(report.separator())));
        }
        if (!report.charset().isEmpty()) {
            found.add(report.charset());
        }
        if (!report.sheet().isEmpty()) {
            found.add(texts.get(report.format().equals("jdbc") ? "found.table" : "found.sheet", report.sheet()));
        }
        if (report.headerRow() > 0) {
            found.add(texts.get("found.header", report.headerRow()));
        }
        String format = "format." + report.format().toLowerCase(Locale.ROOT);
        if (found.isEmpty() && texts.has(format)) {
            found.add(texts.get(format));
        }
        return String.join(", ", found);
    }
}
