package lathe.views.prepare;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lathe.views.parts.CheckedField;
import lathe.views.parts.Parts;
import lathe.views.parts.Titles;

/// Which rows models learn from.
final class RowsCard extends VBox {

    private static final List<Double> SHARES = List.of(0.0, 1.0, 0.5, 0.2, 0.1, 0.05, 0.01);

    private final TableViewModel model;
    private final CheckedField<TableViewModel.Check> where;
    private final Button apply;
    private final Button all;
    private final CheckBox duplicates;
    private final CheckBox contradictions;
    private final CheckBox unusual;
    private final ComboBox<Double> sample = Parts.named("rows-sample", new ComboBox<>());
    private final Label kept = Parts.named("rows-kept", Parts.text(""));
    private String shownWhere = "";
    private boolean refreshing;

    RowsCard(PlanWords words, TableViewModel model, Runnable done) {
        this.model = model;
        Parts.named("rows-card", Parts.styled(this, "card"));
        apply = Parts.named("rows-apply", Parts.primary(words.texts.get("rows.apply"), this::keep));
        all = Parts.named("rows-clear", Parts.button(words.texts.get("rows.clear"), () -> model.keepWhere("")));
        where = new CheckedField<>("rows-where", words.texts.get("rows.where"), model::checkWhere,
                check -> enable(check.usable()));
        where.prompt(words.texts.get("rows.where.example"));
        duplicates = box(words, "duplicates", model::removeDuplicates);
        contradictions = box(words, "contradictions", model::removeContradictions);
        unusual = box(words, "unusual", model::removeUnusualRows);
        sample.setConverter(new Titles<>(share -> share == 0 ? words.texts.get("rows.sample.auto") : share == 1 ? words.texts.get("rows.sample.all")
                : words.texts.get("rows.sample.share", words.texts.numbers().percent(share, 0))));
        sample.setMaxWidth(Double.MAX_VALUE);
        sample.valueProperty().subscribe(share -> {
            if (!refreshing && share != null && share != model.sample()) {
                model.sample(share);
            }
        });
        Label ofSample = Parts.styled(Parts.text(words.texts.get("rows.sample")), "strong");
        ofSample.setLabelFor(sample);
        Button close = Parts.named("rows-close", Parts.button(words.texts.get("rows.close"), done));
        VBox inside = new VBox(12, Parts.styled(Parts.text(words.texts.get("rows.title")), "card-title"), kept, where,
                new FlowPane(Parts.GAP, Parts.GAP, apply, all), new VBox(8, duplicates, contradictions, unusual), new VBox(4, ofSample, sample), Parts.inWords(words.texts.get("rows.about")));
        inside.setPadding(new Insets(0, 12, 0, 0));
        ScrollPane scroll = Parts.styled(new ScrollPane(inside), "screen-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setSpacing(12);
        getChildren().addAll(Parts.grow(scroll), close);
        show();
    }

    private CheckBox box(PlanWords words, String what, Consumer<Boolean> chosen) {
        CheckBox box = Parts.named("rows-" + what, new CheckBox(words.texts.get("rows." + what)));
        box.setWrapText(true);
        box.selectedProperty().addListener((property, was, now) -> {
            if (!refreshing) {
                chosen.accept(now);
            }
        });
        return box;
    }

    private void keep() {
        model.keepWhere(where.text());
    }

    private void enable(boolean usable) {
        apply.setDisable(!usable || where.text().strip().equals(model.where()));
        all.setDisable(model.where().isEmpty());
    }

    /// Brings the card up to date; what is being typed stays unless the choice itself has changed.
    void show() {
        refreshing = true;
        if (!shownWhere.equals(model.where())) {
            shownWhere = model.where();
            where.setText(shownWhere);
        }
        where.look();
        duplicates.setSelected(model.removesDuplicates());
        contradictions.setSelected(model.removesContradictions());
        unusual.setSelected(model.removesUnusualRows());
        List<Double> shares = SHARES.contains(model.sample()) ? SHARES
                : Stream.concat(SHARES.stream(), Stream.of(model.sample())).toList();
        if (!sample.getItems().equals(shares)) {
            sample.getItems().setAll(shares);
        }
        sample.setValue(model.sample());
        kept.setText(model.rowsKept());
        kept.setManaged(!kept.getText().isEmpty());
        refreshing = false;
    }
}
