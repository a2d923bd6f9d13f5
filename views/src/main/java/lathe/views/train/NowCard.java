package lathe.views.train;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lathe.engine.search.WorkerSettings;
import lathe.views.parts.Parts;
import lathe.views.run.LiveWorker;
import lathe.views.run.RunState;
import lathe.views.text.Texts;

/// What each worker does now, and what all of it takes of the machine.
final class NowCard extends VBox {

    private static final double GIGABYTE = 1 << 30;
    private static final int MOST_SHOWN = 8;

    private record Row(Label name, Label doing, ProgressBar bar) { }

    private final Texts texts;
    private final LiveWords words;
    private final GridPane grid = new GridPane(12, 8);
    private final List<Row> rows = new ArrayList<>();
    private final Label memory = Parts.styled(Parts.muted(""), "small");

    NowCard(Texts texts, LiveWords words) {
        this.texts = texts;
        this.words = words;
        ColumnConstraints grows = new ColumnConstraints();
        grows.setHgrow(Priority.ALWAYS);
        grows.setMinWidth(120);
        ColumnConstraints right = new ColumnConstraints();
        right.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(new ColumnConstraints(), grows, right);
        Parts.styled(this, "card");
        setSpacing(12);
        getChildren().addAll(Parts.styled(new Label(texts.get("card.now")), "card-title"), grid, memory);
    }

    void show(RunState state) {
        int count = Math.min(MOST_SHOWN, state.workers().size());
        while (rows.size() < count) {
            add();
        }
        for (int i = 0; i < rows.size(); i++) {
            LiveWorker worker = state.workers().get(i);
            if (worker != null) {
                show(rows.get(i), worker);
            }
        }
        Runtime java = Runtime.getRuntime();
        double used = (java.totalMemory() - java.freeMemory()) / GIGABYTE;
        int workers = Math.max(1, state.workers().size());
        memory.setText(texts.get("memory", texts.numbers().fixed(used, 1), workers,
                texts.numbers().fixed(WorkerSettings.megabytesFor(workers) / 1024.0, 1)));
    }

    private void add() {
        Row row = new Row(Parts.muted(texts.get("worker", rows.size() + 1)), new Label(), new ProgressBar(0));
        row.name().setMinWidth(USE_PREF_SIZE);
        row.bar().setPrefWidth(150);
        grid.addRow(rows.size(), row.name(), row.doing(), row.bar());
        rows.add(row);
    }

    private void show(Row row, LiveWorker worker) {
        row.doing().setText(words.worker(worker));
        row.bar().setVisible(worker.busy());
        // Within a fold nothing is known, so a fold under way counts half.
        row.bar().setProgress(worker.folds() == 0 ? 0 : (worker.fold() - 0.5) / worker.folds());
        row.bar().setAccessibleText(row.doing().getText());
    }
}
