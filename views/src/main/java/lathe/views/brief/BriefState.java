package lathe.views.brief;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import lathe.engine.track.Brief;

/// What the form shows: the brief of the project, and what was typed into a number field but is no number.
///
/// @param brief as it is saved
/// @param wrong texts that could not be read, by field; such a field keeps its former value in the brief
record BriefState(Brief brief, Map<BriefNumber, String> wrong) {

    static final BriefState EMPTY = new BriefState(Brief.EMPTY, Map.of());

    BriefState {
        EnumMap<BriefNumber, String> copy = new EnumMap<>(BriefNumber.class);
        copy.putAll(wrong);
        wrong = Collections.unmodifiableMap(copy);
    }

    /// The brief was changed here or taken back; what was wrong in a field stays until it is mended.
    BriefState with(Brief now) {
        return new BriefState(now, wrong);
    }

    BriefState withWrong(BriefNumber field, String text) {
        EnumMap<BriefNumber, String> changed = new EnumMap<>(BriefNumber.class);
        changed.putAll(wrong);
        changed.put(field, text);
        return new BriefState(brief, changed);
    }

    BriefState withRight(BriefNumber field) {
        EnumMap<BriefNumber, String> changed = new EnumMap<>(BriefNumber.class);
        changed.putAll(wrong);
        changed.remove(field);
        return new BriefState(brief, changed);
    }
}
