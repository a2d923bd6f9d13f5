package lathe.engine.adapter.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lathe.engine.data.CellKind;
import lathe.engine.data.ImportLimits;
import lathe.engine.data.NumberCells;
import lathe.engine.data.RawColumn;
import lathe.engine.data.TextCells;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Table;
import org.jspecify.annotations.Nullable;

/// Collects the cells of one column of a result.
final class DatabaseColumn {

    /// How the driver is asked for a cell.
    enum Reading { NUMBER, WIDE_NUMBER, BOOLEAN, DATE, MOMENT, MOMENT_WITH_ZONE, LIST, TEXT }

    private final String name;
    private final int index;
    private final Reading reading;
    private TextCells.Builder texts = new TextCells.Builder();
    private double[] numbers = new double[64];
    private int rows;

    /// @param index of the column in the result, from 1
    DatabaseColumn(String name, int index, Reading reading) {
        this.name = name;
        this.index = index;
        this.reading = reading;
    }

    String name() {
        return name;
    }

    /// How a type is read; null for binary data, which is not.
    static @Nullable Reading reading(int type, String typeName) {
        String lower = typeName.toLowerCase(Locale.ROOT);
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.REAL, Types.FLOAT, Types.DOUBLE, Types.DECIMAL,
                    Types.NUMERIC -> Reading.NUMBER;
            case Types.BIGINT -> Reading.WIDE_NUMBER;
            case Types.BOOLEAN -> Reading.BOOLEAN;
            case Types.BIT -> lower.equals("bool") ? Reading.BOOLEAN : Reading.TEXT;
            case Types.DATE -> Reading.DATE;
            case Types.TIMESTAMP -> lower.equals("timestamptz") ? Reading.MOMENT_WITH_ZONE : Reading.MOMENT;
            case Types.TIMESTAMP_WITH_TIMEZONE -> Reading.MOMENT_WITH_ZONE;
            case Types.ARRAY -> Reading.LIST;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> null;
            default -> Reading.TEXT;
        };
    }

    void add(ResultSet result) throws SQLException {
        switch (reading) {
            case NUMBER -> addNumber(result);
            case WIDE_NUMBER -> add(CellKind.NUMBER, result.getString(index));
            case BOOLEAN -> {
                boolean value = result.getBoolean(index);
                add(CellKind.BOOLEAN, result.wasNull() ? null : Boolean.toString(value));
            }
            case DATE -> add(CellKind.DATE, text(result.getObject(index, LocalDate.class)));
            case MOMENT -> add(CellKind.DATE, text(result.getObject(index, LocalDateTime.class)));
            case MOMENT_WITH_ZONE -> {
                OffsetDateTime moment = result.getObject(index, OffsetDateTime.class);
                add(CellKind.DATE, moment == null ? null : moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime().toString());
            }
            case LIST -> add(CellKind.LIST, list(result.getArray(index)));
            case TEXT -> add(CellKind.TEXT, result.getString(index));
        }
        rows++;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private void addNumber(ResultSet result) throws SQLException {
        double value = result.getDouble(index);
        if (rows == numbers.length) {
            numbers = Arrays.copyOf(numbers, rows + (rows >> 1));
        }
        numbers[rows] = result.wasNull() ? Double.NaN : value;
    }

    private void add(CellKind kind, @Nullable String text) {
        if (text != null && text.length() > ImportLimits.CELL_LENGTH) {
            throw new ProblemException(Problem.of("cell-too-long", "A cell of column '%s' has more than %d characters."
                    .formatted(name, ImportLimits.CELL_LENGTH), "Leave the column out, or shorten it in a query."));
        }
        texts.add(kind, text == null ? "" : text);
    }

    private static @Nullable String list(@Nullable Array array) throws SQLException {
        if (array == null || !(array.getArray() instanceof Object[] items)) {
            return null;
        }
        List<String> all = new ArrayList<>();
        for (Object item : items) {
            if (item != null) {
                all.add(item.toString());
            }
        }
        return String.join(Table.LIST_SEPARATOR, all);
    }

    /// The cells so far; begins anew.
    RawColumn take() {
        RawColumn taken = reading == Reading.NUMBER ? new NumberCells(Arrays.copyOf(numbers, rows)) : texts.build();
        rows = 0;
        texts = new TextCells.Builder();
        return taken;
    }
}
