package lathe.engine.adapter.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lathe.engine.data.CellKind;
import lathe.engine.data.JsonLimits;
import lathe.engine.data.NestedCells;
import lathe.engine.data.NestedColumn;
import lathe.engine.data.NumberCells;
import lathe.engine.data.RawColumn;
import lathe.engine.data.TextCells;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One column of the file while it is read.
abstract sealed class ParquetColumn {

    /// What to select for it.
    abstract String expression();

    abstract List<String> names();

    /// Takes the value at a position of the current row.
    abstract void add(ResultSet row, int position) throws SQLException;

    /// The cells taken since the last call.
    abstract List<RawColumn> take();

    /// Numbers that a double holds exactly enough.
    static final class OfNumbers extends ParquetColumn {

        private final String name;
        private final String expression;
        private double[] values = new double[64];
        private int rows;

        OfNumbers(String name, String expression) {
            this.name = name;
            this.expression = expression;
        }

        @Override
        String expression() {
            return expression;
        }

        @Override
        List<String> names() {
            return List.of(name);
        }

        @Override
        void add(ResultSet row, int position) throws SQLException {
            if (rows == values.length) {
                values = Arrays.copyOf(values, rows * 2);
            }
            double value = row.getDouble(position);
            values[rows++] = row.wasNull() ? Double.NaN : value;
        }

        @Override
        List<RawColumn> take() {
            NumberCells taken = new NumberCells(Arrays.copyOf(values, rows));
            rows = 0;
            return List.of(taken);
        }
    }

    /// Everything that travels as text.
    static final class OfTexts extends ParquetColumn {

        private final String name;
        private final String expression;
        private final CellKind kind;
        private TextCells.Builder cells = new TextCells.Builder();

        OfTexts(String name, String expression, CellKind kind) {
            this.name = name;
            this.expression = expression;
            this.kind = kind;
        }

        @Override
        String expression() {
            return expression;
        }

        @Override
        List<String> names() {
            return List.of(name);
        }

        @Override
        void add(ResultSet row, int position) throws SQLException {
            String text = row.getString(position);
            cells.add(kind, text == null ? "" : text);
        }

        @Override
        List<RawColumn> take() {
            TextCells taken = cells.build();
            cells = new TextCells.Builder();
            return List.of(taken);
        }
    }

    /// Structs, maps and lists, handed over by DuckDB as JSON.
    static final class OfNested extends ParquetColumn {

        private static final JsonMapper MAPPER = JsonLimits.mapper();

        private final String name;
        private final String expression;
        private final List<NestedColumn> columns;
        private NestedCells cells;

        OfNested(String name, String expression, List<NestedColumn> columns) {
            this.name = name;
            this.expression = expression;
            this.columns = columns;
            this.cells = new NestedCells(columns);
        }

        /// An object with the column as its only key, so that dotted names begin with the column's.
        static ObjectNode wrapped(String name, String json) {
            ObjectNode node = MAPPER.createObjectNode();
            if (!json.isEmpty()) {
                node.set(name, MAPPER.readTree(json));
            }
            return node;
        }

        @Override
        String expression() {
            return expression;
        }

        @Override
        List<String> names() {
            return columns.stream().map(NestedColumn::name).toList();
        }

        @Override
        void add(ResultSet row, int position) throws SQLException {
            String json = row.getString(position);
            cells.add(wrapped(name, json == null ? "" : json));
        }

        @Override
        List<RawColumn> take() {
            List<RawColumn> taken = new ArrayList<>(cells.build());
            cells = new NestedCells(columns);
            return taken;
        }
    }
}
