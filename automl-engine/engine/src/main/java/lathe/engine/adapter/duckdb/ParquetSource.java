package lathe.engine.adapter.duckdb;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lathe.engine.data.BlockDraw;
import lathe.engine.data.ImportNote;
import lathe.engine.data.ImportReport;
import lathe.engine.data.RawColumn;
import lathe.engine.data.RawSource;
import lathe.engine.data.RawTable;
import lathe.engine.data.ReadWatch;
import lathe.engine.data.RowSample;

/// An opened Parquet file, streamed in its own order.
final class ParquetSource implements RawSource {

    private static final int LEAST_BLOCK = 1 << 5;
    private static final int MOST_BLOCK = 1 << 11;
    private static final int BLOCKS_TAKEN = 64;

    private final DuckDb database;
    private final List<ParquetColumn> columns;
    private final List<ImportNote> notes;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final ReadWatch watch;
    private final RowSample sample;
    private final long there;
    private int taken;

    ParquetSource(DuckDb database, List<ParquetColumn> columns, List<ImportNote> notes, ReadWatch watch, RowSample sample)
            throws SQLException {
        this.sample = sample;
        this.there = database.rows();
        this.watch = watch;
        this.database = database;
        this.columns = columns;
        this.notes = notes;
        this.statement = statement(columns.stream().map(ParquetColumn::expression).collect(Collectors.joining(", ")));
        this.rows = statement.executeQuery();
    }

    private PreparedStatement statement(String select) throws SQLException {
        if (sample.isAll()) {
            return database.query(select);
        }
        int blockRows = (int) Math.clamp(there * sample.share() / BLOCKS_TAKEN, LEAST_BLOCK, MOST_BLOCK);
        BlockDraw draw = new BlockDraw(sample);
        StringBuilder blocks = new StringBuilder();
        for (long block = 0; block <= there / blockRows; block++) {
            blocks.append(draw.takes(block) ? '1' : '0');
        }
        return database.query(select, blocks.toString(), blockRows);
    }

    @Override
    public long rowsThere() {
        return there;
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
        ImportReport report = ImportReport.of("parquet").plus(notes);
        return sample.isAll() ? report : report.plus(List.of(sample.note(taken, there)));
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
