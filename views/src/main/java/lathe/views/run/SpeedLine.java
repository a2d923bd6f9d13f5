package lathe.views.run;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import lathe.engine.track.RunRecord;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;
import org.jspecify.annotations.Nullable;

/// What the quick answers of a run cost in score, in the words its report has; how quick they are is told on pointing at it. Takes no room
/// where quick answers were not asked for.
public final class SpeedLine extends Label {

    private static final double WIDEST_TIP = 480;
    // How quick the model is, how quick another would be, what that costs, and how it was made.
    private static final int COST = 2;

    private final Texts texts;
    private final Tooltip tip = new Tooltip();

    public SpeedLine(Locale locale) {
        texts = Texts.of(SpeedLine.class, locale);
        Parts.named("speed-line", Parts.styled(this, "muted"));
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        tip.setWrapText(true);
        tip.setMaxWidth(WIDEST_TIP);
        setTooltip(tip);
        show(null);
    }

    /// @param run null for none
    public void show(@Nullable RunRecord run) {
        String speed = run == null ? "" : run.speed();
        List<String> sentences = List.of(speed.split("(?<=\\.) (?=\\p{Lu})"));
        setText(speed.isEmpty() ? "" : texts.get("quick.cost", sentences.size() > COST ? sentences.get(COST) : speed));
        tip.setText(speed);
        setAccessibleHelp(speed);
        setVisible(!speed.isEmpty());
        setManaged(!speed.isEmpty());
    }
}
