package lathe.engine.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Looks at all nested records of a file and says which flat columns they make. Objects become dotted columns; an object
/// used as a map, with more than [ImportLimits#MAP_COLUMNS] keys of which a record has but a few, becomes a list of keys. A list of
/// objects, such as the items of an order, becomes a list for each of their fields, which can then be counted, summed and averaged.
public final class NestedShape {

    private final Place root = new Place();
    private int places;

    /// What was seen at one place.
    private static final class Place {

        private final Map<String, Place> children = new LinkedHashMap<>();
        private long objects;
        private long keys;
        private boolean scalars;
        private boolean arrays;
        private boolean looseItems;   // some item of an array is no object
        private @Nullable Place items;

        boolean isMap() {
            return children.size() > ImportLimits.MAP_COLUMNS && keys < objects * children.size() / 2;
        }

        /// What the objects of a list hold; null if they are not alike enough for lists of their own.
        @Nullable Place alike() {
            Place of = items;
            return of == null || of.children.isEmpty() || looseItems || scalars || of.isMap() || !children.isEmpty() ? null : of;
        }
    }

    /// @param node an object
    public void observe(JsonNode node) {
        observe(node, root);
    }

    private void observe(JsonNode node, Place place) {
        if (node.isObject()) {
            place.objects++;
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                place.keys++;
                observe(entry.getValue(), place.children.computeIfAbsent(entry.getKey(), key -> counted()));
            }
        } else if (node.isArray()) {
            place.arrays = true;
            node.forEach(item -> observeItem(item, place));
        } else if (!node.isNull()) {
            place.scalars = true;
        }
    }

    private void observeItem(JsonNode item, Place place) {
        if (item.isObject()) {
            Place items = place.items == null ? counted() : place.items;
            place.items = items;
            observe(item, items);
        } else if (!item.isNull()) {
            place.looseItems = true;
        }
    }

    private Place counted() {
        places++;
        if (places > ImportLimits.COLUMNS * 10) {
            throw tooMany();
        }
        return new Place();
    }

    private static ProblemException tooMany() {
        return new ProblemException(Problem.of("too-many-columns",
                "The nested fields make more than %d columns.".formatted(ImportLimits.COLUMNS),
                "Leave out the parts that are not needed."));
    }

    /// The columns, in order of first appearance.
    ///
    /// @throws ProblemException if two places share a dotted name, or there are more than [ImportLimits#COLUMNS]
    public List<NestedColumn> columns() {
        List<NestedColumn> columns = new ArrayList<>();
        for (Map.Entry<String, Place> child : root.children.entrySet()) {
            collect(List.of(child.getKey()), child.getValue(), columns);
        }
        if (columns.size() > ImportLimits.COLUMNS) {
            throw tooMany();
        }
        Set<String> names = new HashSet<>();
        for (NestedColumn column : columns) {
            if (column.name().isBlank() || !names.add(column.name())) {
                throw new ProblemException(Problem.of("header-invalid",
                        "Names must be unique and not empty, but '%s' is not.".formatted(column.name()),
                        "Rename one of the keys; nested keys are joined by dots."));
            }
        }
        return columns;
    }

    private static void collect(List<String> path, Place place, List<NestedColumn> columns) {
        String name = String.join(".", path);
        Place items = place.alike();
        if (items != null) {
            collectItems(path, List.of(), items, columns);
            return;
        }
        if (place.arrays) {
            columns.add(new NestedColumn(name, path, NestedColumn.Kind.LIST));
        } else if (place.isMap()) {
            columns.add(new NestedColumn(name, path, NestedColumn.Kind.KEYS));
            return;
        } else if (place.scalars || place.children.isEmpty()) {
            columns.add(new NestedColumn(name, path, NestedColumn.Kind.SCALAR));
        }
        for (Map.Entry<String, Place> child : place.children.entrySet()) {
            List<String> below = new ArrayList<>(path);
            below.add(child.getKey());
            collect(below, child.getValue(), columns);
        }
    }

    // Lists within the items are told one after the other.
    private static void collectItems(List<String> path, List<String> item, Place place, List<NestedColumn> columns) {
        for (Map.Entry<String, Place> child : place.children.entrySet()) {
            List<String> below = new ArrayList<>(item);
            below.add(child.getKey());
            if (child.getValue().children.isEmpty()) {
                columns.add(new NestedColumn(String.join(".", path) + "." + String.join(".", below), path, NestedColumn.Kind.ITEMS, below));
            } else {
                collectItems(path, below, child.getValue(), columns);
            }
        }
    }
}
