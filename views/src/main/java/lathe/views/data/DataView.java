package lathe.views.data;

import java.util.Locale;

/// What the lower part of the screen shows.
enum DataView {
    COLUMNS, ROWS, DICTIONARY, CONTRACT, EXPLORE, LABEL;

    /// Whether it lists columns, which can be searched then.
    boolean listsColumns() {
        return this != EXPLORE && this != LABEL;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
