package lathe.views.prepare;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lathe.engine.prepare.Spread;
import lathe.engine.prepare.StepPreview;
import lathe.views.chart.Axis;
import lathe.views.chart.BarFigure;
import lathe.views.chart.ChartRoom;
import lathe.views.chart.FigureCard;
import lathe.views.chart.Unit;
import lathe.views.parts.Parts;

/// A column before and after its step: real rows, and how all values lie.
final class PreviewPane extends VBox {

    private static final int FEATURES = 2;
    private static final int BARS = 6;
    private static final int LONGEST = 22;
    private static final double HEIGHT = 140;

    private final PlanWords words;
    private final GridPane rows = Parts.named("preview-rows", new GridPane(12, 4));
    private final Label more = Parts.muted("");
    private final FigureCard before;
    private final FigureCard after;

    PreviewPane(PlanWords words, ChartRoom room) {
        super(12);
        this.words = words;
        before = Parts.named("preview-before", room.card(words.texts.get("preview.before")));
        after = Parts.named("preview-after", room.card(words.texts.get("preview.after")));
        for (FigureCard each : List.of(before, after)) {
            each.setBare(true);
            each.setDrawingHeight(HEIGHT);
        }
        getChildren().addAll(Parts.styled(Parts.text(words.texts.get("preview.rows")), "strong"), rows, more, before, after);
    }

    void show(StepPreview preview) {
        fillRows(preview);
        int hidden = preview.features().size() - Math.min(FEATURES, preview.features().size()) + preview.more();
        more.setText(hidden == 0 ? "" : words.texts.get("preview.more", hidden));
        more.setManaged(hidden > 0);
        before.setFigure(figure(preview.before()), words.spread(preview.before()));
        if (preview.features().isEmpty()) {
            after.setSubtitle("");
            after.setEmptyText(words.texts.get("preview.nothing"));
            after.clear();
        } else {
            StepPreview.Feature first = preview.features().getFirst();
            after.setSubtitle(cut(first.name()));
            after.setFigure(figure(first.spread()), words.spread(first.spread()));
        }
    }

    private void fillRows(StepPreview preview) {
        rows.getChildren().clear();
        rows.getColumnConstraints().clear();
        int features = Math.min(FEATURES, preview.features().size());
        for (int column = 0; column <= features; column++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth(100.0 / (features + 1));
            width.setHalignment(column == 0 ? HPos.LEFT : HPos.RIGHT);
            rows.getColumnConstraints().add(width);
        }
        rows.add(head(words.texts.get("preview.cell")), 0, 0);
        for (int feature = 0; feature < features; feature++) {
            rows.add(head(preview.features().get(feature).name()), feature + 1, 0);
        }
        int line = 1;
        for (StepPreview.Row row : preview.rows()) {
            Label cell = Parts.text(row.before().isEmpty() ? words.texts.get("missing") : cut(row.before()));
            rows.add(row.before().isEmpty() ? Parts.styled(cell, "muted") : cell, 0, line);
            for (int feature = 0; feature < features; feature++) {
                Label value = new Label(words.number(row.after().get(feature)));
                value.setMinWidth(Region.USE_PREF_SIZE);
                rows.add(value, feature + 1, line);
            }
            line++;
        }
    }

    private static Label head(String text) {
        return Parts.styled(Parts.muted(cut(text)), "small");
    }

    private BarFigure figure(Spread spread) {
        Axis count = Axis.of("", Unit.COUNT);
        if (spread.labels().isEmpty()) {
            return BarFigure.histogram(Axis.of("", Unit.NUMBER), count, spread.edges().isEmpty() ? List.of(0.0) : spread.edges(),
                    spread.counts().stream().map(Integer::doubleValue).toList());
        }
        List<BarFigure.Bar> bars = new ArrayList<>();
        for (int i = 0; i < Math.min(BARS, spread.labels().size()); i++) {
            bars.add(BarFigure.Bar.of(cut(spread.labels().get(i)), spread.counts().get(i)));
        }
        return BarFigure.horizontal(Axis.of("", Unit.COUNT), count, bars);
    }

    static String cut(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
    }
}
