package lathe.views.handover;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.engine.flow.ColumnMatch;
import lathe.engine.flow.ScoredFile;
import lathe.scoring.Problem;
import lathe.views.desk.Desk;
import lathe.views.parts.Parts;
import lathe.views.parts.ProblemCard;
import lathe.views.parts.Titles;
import lathe.views.parts.Tone;
import lathe.views.text.Texts;
import lathe.views.work.Loadable;
import lathe.views.work.Progress;

/// A file is dropped, its columns are matched, and it comes back with predictions, probabilities and reasons.
final class ScoreCard extends VBox {

    private static final List<String> ENDINGS = List.of("csv", "tsv", "txt", "gz", "xlsx", "parquet", "jsonl", "ndjson");
    private static final int MOST_NAMES = 24;

    private final Desk desk;
    private final Texts texts;
    private final ScoreViewModel model;
    private final VBox matches = Parts.named("score-matches", new VBox(Parts.GAP));
    private final VBox options;
    private final VBox result = Parts.named("score-result", new VBox(Parts.GAP));
    private final Label chosen = Parts.named("score-file", Parts.muted(""));
    private final Button csv;
    private final Button excel;
    private final Button parquet;

    ScoreCard(Desk desk, Texts texts, ScoreViewModel model) {
        super(12);
        this.desk = desk;
        this.texts = texts;
        this.model = model;
        this.csv = Parts.named("score-csv", Parts.primary(texts.get("score.csv"), () -> write("csv")));
        this.excel = Parts.named("score-excel", Parts.button(texts.get("score.excel"), () -> write("xlsx")));
        this.parquet = Parts.named("score-parquet", Parts.button(texts.get("score.parquet"), () -> write("parquet")));
        this.options = options();
        Parts.styled(this, "card");
        setMinWidth(0);
        getChildren().addAll(Parts.styled(Parts.text(texts.get("score.title")), "card-title"),
                Parts.muted(texts.get("score.for")), dropZone(), matches, options, result);
        model.stateProperty().subscribe(this::show);
    }

    private HBox dropZone() {
        Button choose = Parts.named("score-choose", Parts.button(texts.get("score.choose"), () ->
                desk.picker().open(texts.get("score.choose"), ENDINGS).ifPresent(model::choose)));
        HBox zone = Parts.named("score-drop", Parts.styled(new HBox(12, choose, Parts.grow(chosen)), "drop-zone"));
        zone.setAlignment(Pos.CENTER_LEFT);
        zone.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();   // the window would open it as a new project
        });
        zone.setOnDragDropped(event -> {
            if (event.getDragboard().hasFiles()) {
                model.choose(event.getDragboard().getFiles().getFirst().toPath());
            }
            event.setDropCompleted(true);
            event.consume();
        });
        return zone;
    }

    private VBox options() {
        CheckBox keep = Parts.named("score-keep", new CheckBox(texts.get("score.keep")));
        keep.setSelected(model.state().keep());
        keep.setOnAction(event -> model.set(state -> state.withKeep(keep.isSelected())));
        CheckBox bad = Parts.named("score-bad", new CheckBox(texts.get("score.bad")));
        bad.setOnAction(event -> model.set(state -> state.withBadMissing(bad.isSelected())));
        ComboBox<Integer> reasons = Parts.named("score-reasons", new ComboBox<>());
        reasons.getItems().addAll(0, 1, 2, 3);
        reasons.setConverter(new Titles<>(count -> texts.get("score.reasons", count)));
        reasons.setValue(model.state().reasons());
        reasons.setAccessibleText(texts.get("score.reasons-label"));
        reasons.setOnAction(event -> model.set(state -> state.withReasons(reasons.getValue())));
        CheckBox ranges = Parts.named("score-ranges", new CheckBox(texts.get("score.ranges")));
        ranges.setOnAction(event -> model.set(state -> state.withRanges(ranges.isSelected())));
        FlowPane choices = new FlowPane(Parts.WIDE_GAP, Parts.GAP, keep, reasons, ranges, bad);
        choices.setAlignment(Pos.CENTER_LEFT);
        return new VBox(12, choices, new FlowPane(Parts.GAP, Parts.GAP, csv, excel, parquet));
    }

    private void write(String ending) {
        model.state().chosen().ifPresent(file -> desk.picker()
                .save(texts.get("score." + (ending.equals("xlsx") ? "excel" : ending)), ScoreState.suggestion(file, ending), ending)
                .ifPresent(model::score));
    }

    private void show(ScoreState state) {
        chosen.setText(state.chosen().map(Path::getFileName).map(Path::toString).orElse(texts.get("score.drop")));
        chosen.setTooltip(state.chosen().map(Path::toString).map(Tooltip::new).orElse(null));
        matches.getChildren().setAll(matched(state));
        csv.setDisable(!state.isReady());
        excel.setDisable(!state.isReady());
        parquet.setDisable(!state.isReady());
        options.setVisible(state.matches().optional().isPresent());
        options.setManaged(options.isVisible());
        result.getChildren().setAll(outcome(state.result()));
        result.setVisible(!result.getChildren().isEmpty());
        result.setManaged(result.isVisible());
    }

    private List<Node> matched(ScoreState state) {
        return switch (state.matches()) {
            case Loadable.Empty<List<ColumnMatch>> _ -> List.of();
            case Loadable.Busy<List<ColumnMatch>>(Progress _) -> List.of(bar());
            case Loadable.Failed<List<ColumnMatch>>(Problem problem) -> List.of(new ProblemCard(problem));
            case Loadable.Ready<List<ColumnMatch>>(List<ColumnMatch> all) -> {
                FlowPane counts = new FlowPane(Parts.GAP, Parts.GAP, Parts.pill(texts.get("score.matched",
                        state.count(ColumnMatch.State.MATCHED)), Tone.GOOD));
                long missing = state.count(ColumnMatch.State.MISSING);
                long unused = state.count(ColumnMatch.State.NOT_USED);
                if (missing > 0) {
                    counts.getChildren().add(Parts.pill(texts.get("score.missing", missing), Tone.BAD));
                }
                if (unused > 0) {
                    counts.getChildren().add(Parts.pill(texts.get("score.unused", unused), Tone.NEUTRAL));
                }
                yield missing > 0 ? List.of(counts, names(all, ColumnMatch.State.MISSING, "score.missing-what"))
                        : unused > 0 ? List.of(counts, names(all, ColumnMatch.State.NOT_USED, "score.unused-what"))
                        : List.of(counts);
            }
        };
    }

    private Label names(List<ColumnMatch> all, ColumnMatch.State wanted, String key) {
        List<String> names = all.stream().filter(match -> match.state() == wanted).map(ColumnMatch::column).toList();
        String listed = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
                + (names.size() > MOST_NAMES ? " …" : "");
        return Parts.muted(texts.get(key, listed));
    }

    private List<Node> outcome(Loadable<ScoredFile> now) {
        return switch (now) {
            case Loadable.Empty<ScoredFile> _ -> List.of();
            case Loadable.Busy<ScoredFile>(Progress progress) -> {
                String rows = progress.sentence().isEmpty() ? "0" : progress.sentence();
                HBox row = new HBox(12, Parts.grow(bar()),
                        new Label(texts.get("score.rows", Long.parseLong(rows))),
                        Parts.named("score-cancel", Parts.button(texts.get("cancel"), model::cancel)));
                row.setAlignment(Pos.CENTER_LEFT);
                yield List.of(row);
            }
            case Loadable.Failed<ScoredFile>(Problem problem) -> List.of(new ProblemCard(problem));
            case Loadable.Ready<ScoredFile>(ScoredFile scored) -> {
                HBox row = new HBox(12, Parts.grow(Parts.text(texts.get("score.done", scored.rows(),
                        String.valueOf(scored.file().getFileName())))),
                        Parts.button(texts.get("show-in-folder"), () -> desk.reveal().accept(scored.file())));
                row.setAlignment(Pos.CENTER_LEFT);
                List<Node> told = new ArrayList<>(List.of(row));
                if (!scored.notes().isEmpty()) {
                    told.add(Parts.named("score-notes", Parts.inWords(String.join("\n", scored.notes()))));
                }
                yield told;
            }
        };
    }

    private static ProgressBar bar() {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        return bar;
    }
}
