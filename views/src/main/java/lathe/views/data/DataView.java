package lathe.views.data;

import java.util.Locale;

/// What the lower part of the screen shows.
enum DataView {
    COLUMNS, ROWS, DICTIONARY, CONTRACT, EXPLORE;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
