package lathe.views.data;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import lathe.engine.profile.FieldProfile;
import lathe.engine.profile.NumberSummary;
import lathe.engine.profile.Quantile;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;

/// The figures of a column, one a line.
final class ColumnStatistics {

    private static final int LEVELS = 6;
    private static final int LONGEST = 60;

    private final Texts texts;

    ColumnStatistics(Texts texts) {
        this.texts = texts;
    }

    List<Node> of(FieldProfile profile) {
        List<Node> lines = new ArrayList<>();
        NumberSummary summary = profile.numbers();
        lines.add(Parts.styled(new Label(texts.get(summary != null ? "statistics" : "statistics.common")), "strong"));
        if (summary != null) {
            lines.add(line(texts.get("statistics.mean"), number(summary.mean())));
            lines.add(line(texts.get("statistics.sd"), number(summary.sd())));
            lines.add(line(texts.get("statistics.min"), number(summary.min())));
            for (Quantile each : summary.quantiles()) {
                lines.add(line(texts.get(each.share() == 0.5 ? "statistics.median" : "statistics.quantile",
                        texts.numbers().percent(each.share(), 0)), number(each.value())));
            }
            lines.add(line(texts.get("statistics.max"), number(summary.max())));
            lines.add(line(texts.get("statistics.zeros"), texts.numbers().whole(summary.zeros())));
        } else {
            profile.top().stream().limit(LEVELS).forEach(level -> lines.add(line(cut(level.text()),
                    texts.numbers().whole(level.count()))));
        }
        lines.add(line(texts.get("statistics.missing"), texts.numbers().whole(profile.missing())));
        return lines;
    }

    private String number(double value) {
        return texts.numbers().significant(value, 5);
    }

    private static String cut(String text) {
        String line = text.replace('\n', ' ').replace("\u001F", ", ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static HBox line(String what, String value) {
        Label name = Parts.styled(Parts.text(what), "muted");
        Label figure = new Label(value);
        figure.setMinWidth(Label.USE_PREF_SIZE);
        HBox line = new HBox(Parts.GAP, name, Parts.spacer(), figure);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }
}
