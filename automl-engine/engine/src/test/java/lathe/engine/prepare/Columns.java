package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.engine.builtin.Steps;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Matrix;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;

/// Columns and targets that tests of this room share.
final class Columns {

    static final Seed SEED = new Seed(7);
    static final RecipeFitter FITTER = new RecipeFitter(Steps.ALL);

    private Columns() { }

    /// An everyday column of a type, every tenth cell missing.
    static Column everyday(FieldType type, int rows, long seed) {
        Random random = new Random(seed);
        if (type.isNumber()) {
            return new NumberColumn(IntStream.range(0, rows)
                    .mapToDouble(row -> row % 10 == 9 ? Double.NaN : Math.exp(2 * random.nextGaussian())).toArray());
        }
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            texts.add(row % 10 == 9 ? "" : cell(type, random));
        }
        return StringColumn.of(texts);
    }

    private static String cell(FieldType type, Random random) {
        int pick = random.nextInt(12);
        return switch (type) {
            case NUMBER -> throw new IllegalArgumentException("numbers are no texts");
            case CATEGORY -> List.of("red", "Red", "blue", "green ", "GREEN").get(pick % 5) + pick / 8;
            case BOOLEAN -> pick < 5 ? "true" : "false";
            case TEXT -> "alpha beta %s gamma %s".formatted("w" + pick, "v" + random.nextInt(4));
            case DATE -> "20%02d-%02d-%02dT%02d:00:00".formatted(10 + pick, 1 + pick, 10 + pick, pick);
            case LIST -> String.join(Table.LIST_SEPARATOR, List.of("a", "b", "c", "d").subList(0, 1 + pick % 4));
        };
    }

    /// The same cell in every row.
    static Column constant(FieldType type, int rows) {
        return type.isNumber() ? everyday(type, 1, 5).select(new int[rows])
                : StringColumn.of(List.of(cell(type, new Random(5)))).select(new int[rows]);
    }

    static Column missing(FieldType type, int rows) {
        return type.isNumber() ? new NumberColumn(IntStream.range(0, rows).mapToDouble(row -> Double.NaN).toArray())
                : StringColumn.of(IntStream.range(0, rows).mapToObj(row -> "").toList());
    }

    /// Cells that training has never seen, a missing one among them.
    static Column unseen(FieldType type) {
        return type.isNumber() ? new NumberColumn(new double[] {1e308, -1e308, Double.NaN, 0, Double.MIN_VALUE})
                : StringColumn.of(List.of("never", "99", "", "2024-02-31", "Ünïcode \uD83D\uDE00"));
    }

    static Target target(Task task, int rows, long seed) {
        Random random = new Random(seed);
        return switch (task) {
            case REGRESSION -> Target.regression(random.doubles(rows).toArray());
            case BINARY -> Target.classes(random.ints(rows, 0, 2).toArray(), 2);
            case MULTICLASS -> Target.classes(random.ints(rows, 0, 3).toArray(), 3);
        };
    }

    static Table table(Field field, Column column) {
        return new Table(new Schema(List.of(field)), List.of(column));
    }

    static Recipe recipe(Preparation preparation) {
        return new Recipe(preparation, Map.of());
    }

    static double[][] values(Matrix matrix) {
        return IntStream.range(0, matrix.width()).mapToObj(matrix::column).toArray(double[][]::new);
    }

    static boolean isFinite(Matrix matrix) {
        for (double[] column : values(matrix)) {
            for (double value : column) {
                if (!Double.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }
}
