package lathe.engine.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Cells that count as missing because they are not what their column holds, by column, with the first of each. For one thread.
public final class UnreadCells {

    private static final int MOST_SHOWN = 60;

    private final Map<String, Unread> columns = new LinkedHashMap<>();

    private record Unread(long count, String text, String place) {

        Unread more() {
            return new Unread(count + 1, text, place);
        }
    }

    void add(String column, String text, Supplier<String> place) {
        Unread known = columns.get(column);
        columns.put(column, known == null ? new Unread(1, text, place.get()) : known.more());
    }

    /// One for each column with such cells.
    public List<String> sentences() {
        return columns.entrySet().stream().map(column -> {
            Unread unread = column.getValue();
            String text = unread.text.length() > MOST_SHOWN ? unread.text.substring(0, MOST_SHOWN) + "..." : unread.text;
            return unread.count == 1 ? "A cell of column '%s' was not understood and counts as missing: '%s' in %s.".formatted(column.getKey(), text, unread.place)
                    : "%d cells of column '%s' were not understood and count as missing, the first '%s' in %s."
                            .formatted(unread.count, column.getKey(), text, unread.place);
        }).toList();
    }
}
