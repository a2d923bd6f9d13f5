package lathe.views.data;

import java.util.Locale;
import lathe.scoring.FieldType;
import lathe.scoring.Role;

/// Which columns are listed.
enum ColumnFilter {
    ALL, FEATURES, LEFT_OUT, NUMBERS, CATEGORIES, TEXTS, DATES;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean takes(ColumnRow row) {
        return switch (this) {
            case ALL -> true;
            case FEATURES -> row.role() == Role.FEATURE;
            case LEFT_OUT -> row.role() != Role.FEATURE && row.role() != Role.TARGET;
            case NUMBERS -> row.type() == FieldType.NUMBER;
            case CATEGORIES -> row.type() == FieldType.CATEGORY || row.type() == FieldType.BOOLEAN;
            case TEXTS -> row.type() == FieldType.TEXT || row.type() == FieldType.LIST;
            case DATES -> row.type() == FieldType.DATE;
        };
    }
}
