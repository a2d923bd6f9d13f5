package lathe.views.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.engine.profile.Limit;
import lathe.engine.profile.Thresholds;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;

/// From where on something about the data is told of: a field for each limit.
final class LimitsPage extends VBox {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final double CARD_WIDTH = 510;
    private static final double PERCENT = 100;
    // Strengths, though they end at 1 too.
    private static final Set<Limit> PLAIN = Set.of(Limit.CORRELATION, Limit.LEAKAGE_STRENGTH, Limit.LEAKAGE_PERFECT, Limit.JUMP);
    private static final Map<String, List<Limit>> GROUPS = Map.of(
            "gaps", List.of(Limit.MISSING_SHARE, Limit.MISSING_WARNING, Limit.MISSING_TELLS, Limit.NEARLY_CONSTANT),
            "target", List.of(Limit.RARE_CLASS, Limit.LEAKAGE_STRENGTH, Limit.LEAKAGE_PERFECT, Limit.CONTRADICTING_SHARE),
            "numbers", List.of(Limit.OUTLIER_DISTANCE, Limit.OUTLIER_MOST, Limit.ROW_DISTANCE, Limit.REPEATED_SHARE, Limit.REPEATED_FACTOR, Limit.SKEW),
            "texts", List.of(Limit.OTHER_UNIT_SHARE, Limit.TEXT_KIND_SHARE, Limit.MOSTLY_NUMBERS),
            "together", List.of(Limit.CORRELATION, Limit.JUMP, Limit.VANISHING_SHARE, Limit.SHIFT, Limit.SAMPLE_ROWS));

    private final Texts texts;
    private final DataViewModel model;
    private final Map<Limit, TextField> fields = new EnumMap<>(Limit.class);
    private final Map<Limit, Label> errors = new EnumMap<>(Limit.class);
    private final Button usual;

    /// @param close goes back to the columns
    LimitsPage(Texts texts, DataViewModel model, Runnable close) {
        super(Parts.WIDE_GAP);
        this.texts = texts;
        this.model = model;
        Parts.named("limits-page", this);
        usual = Parts.named("limits-usual", Parts.button(texts.get("limits.usual"),
                () -> model.project().change(texts.get("undo.limits"), settings -> settings.withLimits(Thresholds.USUAL))));
        Button done = Parts.named("limits-done", Parts.primary(texts.get("limits.done"), close));
        FlowPane cards = new FlowPane(Parts.WIDE_GAP, Parts.WIDE_GAP);
        for (String group : List.of("gaps", "target", "numbers", "texts", "together")) {
            VBox card = Parts.card(texts.get("limits.group." + group));
            GROUPS.getOrDefault(group, List.of()).forEach(limit -> card.getChildren().add(row(limit)));
            card.setPrefWidth(CARD_WIDTH);
            cards.getChildren().add(card);
        }
        ScrollPane scroll = Parts.styled(new ScrollPane(cards), "screen-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().addAll(Parts.heading(texts.get("limits.title"), "", usual, done), Parts.muted(texts.get("limits.about")), Parts.grow(scroll));
        model.project().settingsProperty().subscribe(settings -> show(settings.limits()));
    }

    private VBox row(Limit limit) {
        TextField field = Parts.named("limit-" + limit.id(), new TextField());
        field.setPrefColumnCount(5);
        field.setMinWidth(USE_PREF_SIZE);
        field.setAlignment(Pos.CENTER_RIGHT);
        field.setOnAction(event -> commit(limit));
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                commit(limit);
            }
        });
        Label name = Parts.text(texts.get("limit." + limit.id()));
        name.setLabelFor(field);
        Label unit = Parts.styled(new Label(isPercent(limit) ? "%" : ""), "muted");
        unit.setMinWidth(14);
        Label error = Parts.named("limit-error-" + limit.id(), Parts.styled(Parts.text(""), "field-error"));
        HBox line = new HBox(Parts.GAP, Parts.grow(name), field, unit);
        line.setAlignment(Pos.CENTER_LEFT);
        fields.put(limit, field);
        errors.put(limit, error);
        tell(limit, "");
        return new VBox(2, line, error);
    }

    private static boolean isPercent(Limit limit) {
        return limit.most() <= 1 && !PLAIN.contains(limit);
    }

    private static double scale(Limit limit) {
        return isPercent(limit) ? PERCENT : 1;
    }

    private void commit(Limit limit) {
        String text = field(limit).getText();
        Thresholds now = model.project().settings().limits();
        OptionalDouble read = texts.numbers().parse(text);
        double value = Double.isNaN(read.orElse(0)) ? limit.usual() : read.orElse(0) / scale(limit);
        if (read.isEmpty() || !limit.allows(value)) {
            tell(limit, limit.most() == Double.MAX_VALUE ? texts.get("limits.wrong", text)
                    : texts.get("limits.wrong-most", text, texts.numbers().field(limit.most() * scale(limit))));
            return;
        }
        tell(limit, "");
        if (text.equals(shown(limit, now))) {
            return;   // what is shown may be rounded
        }
        model.project().change(texts.get("undo.limit", texts.get("limit." + limit.id())), settings ->
                settings.withLimits(settings.limits().with(limit, value)));
        show(model.project().settings().limits());
    }

    private TextField field(Limit limit) {
        return fields.getOrDefault(limit, new TextField());
    }

    private void tell(Limit limit, String wrong) {
        field(limit).pseudoClassStateChanged(DANGER, !wrong.isEmpty());
        Label error = errors.getOrDefault(limit, new Label());
        error.setText(wrong);
        error.setVisible(!wrong.isEmpty());
        error.setManaged(!wrong.isEmpty());
    }

    private String shown(Limit limit, Thresholds limits) {
        return texts.numbers().field(limits.of(limit) * scale(limit));
    }

    private void show(Thresholds limits) {
        usual.setDisable(limits.equals(Thresholds.USUAL));
        fields.forEach((limit, field) -> {
            field.setText(shown(limit, limits));
            field.pseudoClassStateChanged(PseudoClass.getPseudoClass("changed"), limits.changed().containsKey(limit));
            tell(limit, "");
        });
    }
}
