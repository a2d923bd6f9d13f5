package lathe.scoring.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.scoring.Column;
import lathe.scoring.Matrix;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// The working columns of a recipe while it is applied: the raw ones first, replaced and joined by what steps put.
public final class Frame {

    private final int rows;
    private final Map<String, Column> columns = new HashMap<>();

    public Frame(Table table) {
        rows = table.rows();
        for (int i = 0; i < table.columns().size(); i++) {
            columns.put(table.schema().field(i).name(), table.columns().get(i));
        }
    }

    /// Goes on from numbers that were prepared before.
    public Frame(Matrix prepared) {
        rows = prepared.rows();
        for (int i = 0; i < prepared.width(); i++) {
            put(prepared.names().get(i), prepared.column(i));
        }
    }

    public int rows() {
        return rows;
    }

    /// @throws IllegalArgumentException if there is no such column or it is not a number
    public double[] numbers(String name) {
        if (columns.get(name) instanceof NumberColumn numbers) {
            return numbers.values();
        }
        throw new IllegalArgumentException("no number column '%s'".formatted(name));
    }

    /// @throws IllegalArgumentException if there is no such column or it is a number
    public StringColumn strings(String name) {
        if (columns.get(name) instanceof StringColumn strings) {
            return strings;
        }
        throw new IllegalArgumentException("no text column '%s'".formatted(name));
    }

    public void put(String name, double[] values) {
        columns.put(name, new NumberColumn(values));
    }

    public void put(String name, StringColumn column) {
        columns.put(name, column);
    }

    /// Puts number columns, one for each name.
    public void put(List<String> names, double[][] values) {
        for (int i = 0; i < values.length; i++) {
            put(names.get(i), values[i]);
        }
    }

    public Matrix matrix(List<String> features) {
        double[][] values = new double[features.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers(features.get(i));
        }
        return new Matrix(features, values, rows);
    }
}
