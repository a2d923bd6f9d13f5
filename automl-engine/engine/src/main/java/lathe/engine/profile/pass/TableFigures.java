package lathe.engine.profile.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lathe.engine.profile.FieldProfile;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.NumberColumn;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// Entry of this package: takes the rows of a table in pieces, gives statistics of every column.
public final class TableFigures {

    /// Different values of a column that are counted exactly in tables of at most 64 columns.
    public static final int EXACT = 1 << 16;

    private static final int EXACT_IN_ALL = 1 << 22;
    private static final int LEAST_EXACT = 1 << 10;

    private final List<ColumnFigures> columns = new ArrayList<>();
    private final Schema schema;
    private long rows;

    public TableFigures(Schema schema) {
        this.schema = schema;
        int exact = Math.clamp(EXACT_IN_ALL / Math.max(1, schema.size()), LEAST_EXACT, EXACT);
        for (Field field : schema.fields()) {
            columns.add(field.type().isNumber() ? new NumberFigures(field, exact) : new TextFigures(field, exact));
        }
    }

    /// @param piece with columns as the schema says
    /// @throws ProblemException if the rows become too many to count
    public void add(Table piece) {
        rows += piece.rows();
        if (rows > Integer.MAX_VALUE) {
            throw new ProblemException(Problem.of("too-many-rows", "A table may have at most %,d rows.".formatted(Integer.MAX_VALUE),
                    "Split the file."));
        }
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).add(piece.columns().get(i));
        }
    }

    public int rows() {
        return (int) rows;
    }

    /// Statistics in the order of the columns.
    ///
    /// @param sample some of the rows, of the same schema; tells apart columns in which every value is another
    public List<FieldProfile> profiles(Table sample) {
        List<FieldProfile> profiles = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnFigures figures = columns.get(i);
            profiles.add(figures.profile(figures.isEstimated() && areDifferent(sample.columns().get(i))));
        }
        return profiles;
    }

    /// Names of columns with estimated figures.
    public Set<String> estimated() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isEstimated()) {
                names.add(schema.field(i).name());
            }
        }
        return names;
    }

    private static boolean areDifferent(Column column) {
        double[] keys = switch (column) {
            case NumberColumn numbers -> Arrays.stream(numbers.values()).filter(value -> !Double.isNaN(value)).sorted().toArray();
            case StringColumn texts -> Arrays.stream(texts.codes()).filter(code -> code >= 0).sorted().asDoubleStream().toArray();
        };
        for (int i = 1; i < keys.length; i++) {
            if (keys[i] == keys[i - 1]) {
                return false;
            }
        }
        return true;
    }
}
