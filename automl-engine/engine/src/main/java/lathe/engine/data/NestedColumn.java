package lathe.engine.data;

import java.util.List;

/// A flat column that stands for one place in nested records.
///
/// @param name the path joined by dots
/// @param path keys from the record down
/// @param kind what stands there
/// @param item for [Kind#ITEMS] keys from an object of the list down; otherwise empty
public record NestedColumn(String name, List<String> path, Kind kind, List<String> item) {

    /// What a place in nested records holds.
    public enum Kind {
        /// Text, numbers or truth values.
        SCALAR,
        /// Arrays; objects in them become JSON text.
        LIST,
        /// Arrays of objects: the list of what their items hold in one field.
        ITEMS,
        /// Objects with too many different keys for columns: the list of the keys present.
        KEYS
    }

    public NestedColumn {
        path = List.copyOf(path);
        item = List.copyOf(item);
    }

    NestedColumn(String name, List<String> path, Kind kind) {
        this(name, path, kind, List.of());
    }
}
