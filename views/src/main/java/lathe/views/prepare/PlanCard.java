package lathe.views.prepare;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.engine.profile.Finding;
import lathe.engine.prepare.StepPreview;
import lathe.views.chart.ChartRoom;
import lathe.views.parts.Parts;
import lathe.views.parts.ProblemCard;
import lathe.views.parts.Tone;
import lathe.views.work.Loadable;
import org.jspecify.annotations.Nullable;

/// The selected column: what is done to it and why, the other choices, and what comes of it.
final class PlanCard extends VBox {

    private final PlanWords words;
    private final PrepareViewModel model;
    private final Label name = Parts.named("card-name", Parts.styled(Parts.text(""), "card-title"));
    private final HBox type = new HBox(Parts.GAP);
    private final MenuButton choice = Parts.named("card-choice", new MenuButton());
    private final Button automatic;
    private final Button keep;
    private final VBox reasons = Parts.inWords("");
    private final HBox buttons = new HBox(Parts.GAP);
    private final VBox findings = new VBox(6);
    private final VBox outcome = new VBox();
    private final DirectionChoice direction;
    private final StepFields fields;
    private final MergePane merge;
    private final PreviewPane preview;
    private final TableViewModel table;
    private final Label expression = Parts.named("card-expression", Parts.text(""));
    private final Label needed = Parts.named("card-needed", Parts.muted(""));
    private final Button delete;
    private final VBox derived;
    private @Nullable ColumnPlan shown;

    /// @param edit is called to change the expression of a derived column
    PlanCard(PlanWords words, PrepareViewModel model, TableViewModel table, MergeViewModel merges, ChartRoom room, Consumer<String> edit) {
        this.words = words;
        this.table = table;
        Button change = Parts.named("card-derive-change", Parts.button(words.texts.get("card.derive.change"), () -> edit.accept(name.getText())));
        delete = Parts.named("card-derive-delete", Parts.button(words.texts.get("card.derive.delete"), () -> table.delete(name.getText())));
        derived = new VBox(6, Parts.styled(expression, "expression"), new HBox(Parts.GAP, change, delete), needed);
        this.model = model;
        this.direction = new DirectionChoice(words, this::direct);
        this.fields = new StepFields(words, model::set);
        this.merge = new MergePane(words, merges, model::set);
        this.preview = new PreviewPane(words, room);
        Parts.named("prepare-card", Parts.styled(this, "card"));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAlignment(Pos.CENTER_LEFT);
        automatic = Parts.named("card-automatic", Parts.button(words.texts.get("bulk.automatic"), () -> choose(ColumnPlan.AUTOMATIC)));
        keep = Parts.named("card-keep", Parts.button(words.texts.get("card.keep"), this::keep));
        Label label = Parts.styled(Parts.text(words.texts.get("card.choice")), "strong");
        label.setLabelFor(choice);
        choice.setOnShowing(event -> {
            ColumnPlan plan = shown;
            if (plan != null) {
                choice.getItems().setAll(ChoiceItems.of(words, PrepareViewModel.steps(plan.type()), "card-choose-", this::choose));
            }
        });
        choice.getItems().setAll(ChoiceItems.of(words, List.of(), "card-choose-", each -> { }));
        reasons.setSpacing(4);
        buttons.getChildren().setAll(automatic, keep);
        VBox inside = new VBox(12, new VBox(4, name, type), derived, label, choice, reasons, fields, merge, direction, buttons, findings, outcome);
        inside.setPadding(new Insets(0, 12, 0, 0));
        ScrollPane scroll = Parts.styled(new ScrollPane(inside), "screen-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().add(Parts.grow(scroll));
    }

    private void choose(String what) {
        ColumnPlan plan = shown;
        if (plan != null) {
            model.choose(List.of(plan), what);
        }
    }

    private void direct(String way) {
        ColumnPlan plan = shown;
        if (plan != null) {
            model.direct(plan, way);
        }
    }

    private void keep() {
        ColumnPlan plan = shown;
        if (plan != null) {
            model.keep(plan);
        }
    }

    void show(PrepareState state) {
        ColumnPlan plan = state.focused().orElse(null);
        if (plan != null && !plan.equals(shown)) {
            shown = plan;
            name.setText(plan.name());
            type.getChildren().setAll(Parts.pill(words.terms.type(plan.type()), Tone.NEUTRAL));
            choice.setText(words.plan(plan));
            choice.setAccessibleText(words.texts.get("choice.of", plan.name(), words.plan(plan)));
            reasons.getChildren().setAll(words.reasons(plan).stream().map(Parts::text).toList());
            direction.show(plan);
            fields.show(plan);
            merge.show(plan);
            set(automatic, plan.changed());
            set(keep, plan.use() == ColumnPlan.Use.LEFT_OUT_BY_LATHE);
            findings.getChildren().setAll(plan.findings().stream().map(this::finding).toList());
            set(buttons, automatic.isManaged() || keep.isManaged());
            set(findings, !plan.findings().isEmpty());
        }
        showExpression(plan);
        Node now = outcome(state.preview(), plan);
        if (outcome.getChildren().size() != 1 || !outcome.getChildren().getFirst().equals(now)) {
            outcome.getChildren().setAll(now);
        }
    }

    private void showExpression(@Nullable ColumnPlan plan) {
        String made = plan == null ? "" : table.expression(plan.name()).orElse("");
        set(derived, !made.isEmpty());
        if (plan != null && !made.isEmpty()) {
            expression.setText("= " + made);
            String by = table.needs(plan.name()).orElse("");
            delete.setDisable(!by.isEmpty());
            needed.setText(by.isEmpty() ? "" : words.texts.get("card.derive.needed", by));
            set(needed, !by.isEmpty());
        }
    }

    private static void set(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private Node finding(Finding finding) {
        HBox pill = new HBox(Parts.pill(words.finding(finding.code()), PlanWords.tone(finding)));
        return new VBox(4, pill, Parts.text(finding.sentence()));
    }

    private Node outcome(Loadable<StepPreview> made, @Nullable ColumnPlan plan) {
        return switch (made) {
            case Loadable.Ready<StepPreview>(StepPreview value) -> {
                preview.show(value);
                yield preview;
            }
            case Loadable.Failed<StepPreview>(var problem) -> new ProblemCard(problem);
            case Loadable.Busy<StepPreview> _ -> outcome.getChildren().contains(preview) ? preview : busy();
            case Loadable.Empty<StepPreview> _ -> Parts.muted(words.texts.get(plan != null && plan.use() != ColumnPlan.Use.USED
                    ? "preview.unused" : "preview.waiting"));
        };
    }

    private Node busy() {
        ProgressIndicator ring = new ProgressIndicator();
        ring.setPrefSize(20, 20);
        HBox line = new HBox(Parts.GAP, ring, Parts.muted(words.texts.get("preview.waiting")));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
