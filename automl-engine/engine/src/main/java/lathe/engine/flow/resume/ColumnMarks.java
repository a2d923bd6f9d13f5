package lathe.engine.flow.resume;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32C;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// A checksum of each column, to name the columns that differ once the fingerprint of two tables does.
///
/// @param rows  of the table
/// @param marks type and checksum by column, in the order of the table
public record ColumnMarks(int rows, Map<String, String> marks) {

    private static final int MOST_NAMED = 5;
    private static final int CHUNK = 8192;

    public ColumnMarks {
        marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
    }

    public static ColumnMarks of(Table table) {
        Map<String, String> marks = new LinkedHashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            CRC32C sum = new CRC32C();
            switch (table.columns().get(i)) {
                case NumberColumn numbers -> add(sum, numbers.values());
                case StringColumn strings -> {
                    strings.levels().forEach(level -> sum.update((level + "\0").getBytes(StandardCharsets.UTF_8)));
                    add(sum, strings);
                }
            }
            marks.put(table.schema().field(i).name(), "%s %08x".formatted(table.schema().field(i).type(), sum.getValue()));
        }
        return new ColumnMarks(table.rows(), marks);
    }

    private static void add(CRC32C sum, double[] values) {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Double.BYTES);
        for (int start = 0; start < values.length; start += CHUNK) {
            chunk.clear();
            for (int i = start; i < Math.min(values.length, start + CHUNK); i++) {
                chunk.putDouble(values[i]);
            }
            sum.update(chunk.flip());
        }
    }

    private static void add(CRC32C sum, StringColumn column) {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Integer.BYTES);
        for (int start = 0; start < column.rows(); start += CHUNK) {
            chunk.clear();
            for (int i = start; i < Math.min(column.rows(), start + CHUNK); i++) {
                chunk.putInt(column.code(i));
            }
            sum.update(chunk.flip());
        }
    }

    /// What is different in another table, in words; empty if nothing is.
    public String differences(ColumnMarks now) {
        List<String> parts = new ArrayList<>();
        if (rows != now.rows) {
            parts.add("it had %d rows and has %d".formatted(rows, now.rows));
        }
        List<String> gone = marks.keySet().stream().filter(name -> !now.marks.containsKey(name)).toList();
        List<String> added = now.marks.keySet().stream().filter(name -> !marks.containsKey(name)).toList();
        List<String> changed = marks.keySet().stream()
                .filter(name -> now.marks.containsKey(name) && !Objects.equals(marks.get(name), now.marks.get(name))).toList();
        if (!gone.isEmpty()) {
            parts.add("it no longer has %s".formatted(names(gone)));
        }
        if (!added.isEmpty()) {
            parts.add("it now has %s".formatted(names(added)));
        }
        if (rows == now.rows && !changed.isEmpty()) {
            parts.add("it has other values in %s".formatted(names(changed)));
        }
        return String.join(", ", parts);
    }

    private static String names(List<String> names) {
        String shown = String.join(", ", names.stream().limit(MOST_NAMED).map(name -> "'" + name + "'").toList());
        return names.size() > MOST_NAMED ? "%s and %d more columns".formatted(shown, names.size() - MOST_NAMED) : shown;
    }
}
