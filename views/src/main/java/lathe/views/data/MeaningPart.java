package lathe.views.data;

import java.util.Locale;
import lathe.engine.track.ColumnMeaning;

/// The parts of the dictionary that are typed.
enum MeaningPart {
    MEANING, UNIT, OWNER;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String of(ColumnMeaning said) {
        return switch (this) {
            case MEANING -> said.meaning();
            case UNIT -> said.unit();
            case OWNER -> said.owner();
        };
    }

    ColumnMeaning in(ColumnMeaning said, String text) {
        return switch (this) {
            case MEANING -> said.withMeaning(text);
            case UNIT -> said.withUnit(text);
            case OWNER -> said.withOwner(text);
        };
    }
}
