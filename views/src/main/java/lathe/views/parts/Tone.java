package lathe.views.parts;

import java.util.Locale;

/// What a colour means. Colour carries meaning and nothing else.
public enum Tone {
    NEUTRAL, ACCENT, GOOD, CAUTION, BAD;

    String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
