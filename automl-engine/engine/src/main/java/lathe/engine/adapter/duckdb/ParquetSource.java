package lathe.engine.adapter.duckdb;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lathe.engine.data.ImportNote;
import lathe.engine.data.ImportReport;
import lathe.engine.data.RawColumn;
import lathe.engine.data.RawSource;
import lathe.engine.data.RawTable;
import lathe.engine.data.ReadWatch;

/// An opened Parquet file, streamed in its own order.
final class ParquetSource implements RawSource {

    private final DuckDb database;
    private final List<ParquetColumn> columns;
    private final List<ImportNote> notes;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final ReadWatch watch;
    private int taken;

    ParquetSource(DuckDb database, List<ParquetColumn> columns, List<ImportNote> notes, ReadWatch watch) throws SQLException {
        this.watch = watch;
        this.database = database;
        this.columns = columns;
        this.notes = notes;
        this.statement = database.query(columns.stream().map(ParquetColumn::expression).collect(Collectors.joining(", ")));
        this.rows = statement.executeQuery();
    }

    @Override
    public List<String> names() {
        return columns.stream().flatMap(column -> column.names().stream()).toList();
    }

    @Override
    public RawTable next(int maxRows) {
        int from = taken;
        try {
            while (taken - from < maxRows && rows.next()) {
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).add(rows, i + 1);
                }
                taken++;
                watch.row();
            }
        } catch (SQLException e) {
            throw database.broken(e);
        }
        List<RawColumn> cells = new ArrayList<>();
        for (ParquetColumn column : columns) {
            cells.addAll(column.take());
        }
        return new RawTable(names(), cells, "row", IntStream.rangeClosed(from + 1, taken).toArray());
    }

    @Override
    public ImportReport report() {
        return ImportReport.of("parquet").plus(notes);
    }

    @Override
    public void close() {
        try (DuckDb closed = database; PreparedStatement first = statement; ResultSet before = rows) {
            assert closed != null && first != null && before != null;
        } catch (SQLException e) {
            throw database.broken(e);
        }
    }
}
