package lathe.views.brief;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import lathe.engine.track.Brief;

/// The parts of a brief that are words.
enum BriefPart {
    CONTEXT(Brief::context, Brief::withContext, 3),
    VALUE(Brief::value, Brief::withValue, 2),
    REQUIREMENTS(Brief::requirements, Brief::withRequirements, 2),
    STAKEHOLDERS(Brief::stakeholders, Brief::withStakeholders, 1),
    SIGN_OFF(Brief::signOff, Brief::withSignOff, 1);

    @SuppressWarnings("ImmutableEnumChecker")   // functions without state
    private final Function<Brief, String> get;
    @SuppressWarnings("ImmutableEnumChecker")
    private final BiFunction<Brief, String, Brief> with;
    private final int lines;

    BriefPart(Function<Brief, String> get, BiFunction<Brief, String, Brief> with, int lines) {
        this.get = get;
        this.with = with;
        this.lines = lines;
    }

    String of(Brief brief) {
        return get.apply(brief);
    }

    Brief in(Brief brief, String text) {
        return with.apply(brief, text);
    }

    /// Lines of its field; one is a single-line field.
    int lines() {
        return lines;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
