package lathe.tests.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.engine.profile.Profiler;
import lathe.engine.profile.TableProfile;
import lathe.scoring.Table;

/// Reading and profiling a CSV file beside DuckDB's import and `SUMMARIZE` of the same file, in turns in one process; wall
/// time, both with all cores. DuckDB has its defaults.
///
/// Arguments: a CSV file, or rows and columns of one to write; turns.
final class ImportBench {

    private static final int TEXT_COLUMNS = 5;

    private record Times(double reading, double profiling) {
        double both() {
            return reading + profiling;
        }
    }

    private ImportBench() { }

    public static void main(String[] args) throws IOException, SQLException {
        boolean given = args.length == 2;
        Path file = given ? Path.of(args[0]) : written(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        try {
            List<Times> ours = new ArrayList<>();
            List<Times> theirs = new ArrayList<>();
            for (int turn = 0; turn < Integer.parseInt(args[args.length - 1]); turn++) {
                theirs.add(duckdb(file));
                ours.add(lathe(file));
                print("DuckDB", theirs.getLast());
                print("Lathe", ours.getLast());
            }
            System.out.printf(Locale.ROOT, "median: reading %.2f, profiling %.2f, both %.2f times DuckDB's%n",
                    ratio(ours.stream().mapToDouble(Times::reading).toArray(), theirs.stream().mapToDouble(Times::reading).toArray()),
                    ratio(ours.stream().mapToDouble(Times::profiling).toArray(), theirs.stream().mapToDouble(Times::profiling).toArray()),
                    ratio(ours.stream().mapToDouble(Times::both).toArray(), theirs.stream().mapToDouble(Times::both).toArray()));
        } finally {
            if (!given) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void print(String name, Times times) {
        System.out.printf(Locale.ROOT, "%-7s reading %.2f s, profiling %.2f s%n", name, times.reading(), times.profiling());
    }

    private static double ratio(double[] ours, double[] theirs) {
        return median(ours) / median(theirs);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static Times lathe(Path file) {
        long begin = System.nanoTime();
        Table table = new TableImport().read(file, ImportOptions.defaults()).table();
        long read = System.nanoTime();
        TableProfile profile = Profiler.profile(table, table.schema().names().getLast());
        long done = System.nanoTime();
        if (profile.rows() != table.rows()) {
            throw new IllegalStateException("profiled %d of %d rows".formatted(profile.rows(), table.rows()));
        }
        return new Times((read - begin) / 1e9, (done - read) / 1e9);
    }

    private static Times duckdb(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            long begin = System.nanoTime();
            execute(connection, "CREATE TABLE t AS SELECT * FROM read_csv('%s')".formatted(file.toString().replace("'", "''")));
            long read = System.nanoTime();
            execute(connection, "SUMMARIZE t");
            return new Times((read - begin) / 1e9, (System.nanoTime() - read) / 1e9);
        }
    }

    private static void execute(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(query);
            if (rows) {
                try (ResultSet result = statement.getResultSet()) {
                    while (result.next()) {
                        result.getString(1);
                    }
                }
            }
        }
    }

    // Numbers of four decimals, five columns of texts with 5 to 5,000 levels, and a target of two classes.
    private static Path written(int rows, int columns) throws IOException {
        Path file = Files.createTempFile("import", ".csv");
        SplittableRandom random = new SplittableRandom(1);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (int column = 0; column < columns; column++) {
                out.write("c" + column + ",");
            }
            out.write("y\n");
            StringBuilder line = new StringBuilder();
            for (int row = 0; row < rows; row++) {
                line.setLength(0);
                for (int column = 0; column < columns; column++) {
                    int texts = columns - column;
                    if (texts <= TEXT_COLUMNS) {
                        line.append("level ").append(random.nextInt(5 * (int) Math.pow(5.6, TEXT_COLUMNS - texts)));
                    } else {
                        line.append(Math.round(1e4 * random.nextGaussian()) / 1e4);
                    }
                    line.append(',');
                }
                out.append(line).append(random.nextInt(3) == 0 ? "yes\n" : "no\n");
            }
        }
        return file;
    }
}
