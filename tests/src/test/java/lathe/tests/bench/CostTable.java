package lathe.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lathe.engine.builtin.Learners;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Learner;
import lathe.engine.provenance.Seed;
import lathe.engine.search.TrialPlan.Start;
import lathe.tests.bench.RecordedRun.Attempt;
import tools.jackson.databind.JsonNode;

/// What recorded fits took beside what their learners expected, one line a configuration and table, for `tests/bench/cost_model.py`.
///
/// Arguments: folder of recorded runs, folder of the development tables, file to write. Settings drawn while a table was tuned are
/// left out: their names do not say what they were.
final class CostTable {

    private static final int MOST_TRAINING = 12_000;
    private static final int MOST_TEST = 8_000;

    private final Map<String, Start> known = new HashMap<>();
    private final DevelopmentTables tables;

    private CostTable(DevelopmentTables tables) {
        this.tables = tables;
        Stream.concat(Configurations.portfolio().stream(), Configurations.byLot().stream())
                .forEach(start -> known.put(Configurations.name(start), start));
    }

    public static void main(String[] args) throws IOException {
        CostTable costs = new CostTable(new DevelopmentTables(Path.of(args[1])));
        List<String> lines = new ArrayList<>(List.of("table,learner,configuration,rows,features,outputs,joined,expected,measured"));
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".run")).sorted().toList()) {
                costs.add(file, lines);
            }
        }
        Files.write(Path.of(args[2]), lines);
        System.out.printf(Locale.ROOT, "%d fits%n", lines.size() - 1);
    }

    private void add(Path file, List<String> lines) throws IOException {
        RecordedRun run = RecordedRun.read(file);
        Optional<BenchTable> table = table(file.getFileName().toString(), run.table());
        if (table.isEmpty()) {
            return;
        }
        int rows = table.get().target().rows();
        int trained = rows > 2_500 && rows <= 6_000 ? rows * 2 / 3 : rows * 4 / 5;
        DataShape shape = new DataShape(table.get().target().task(), table.get().target().classCount(), trained,
                table.get().training().schema().size());
        for (Attempt attempt : run.attempts()) {
            Start start = known.get(attempt.configuration());
            if (start != null) {
                Learner learner = Learners.byId(start.learner());
                List<Double> sorted = attempt.seconds().stream().sorted().toList();
                lines.add(String.format(Locale.ROOT, "%s,%s,\"%s\",%d,%d,%d,%d,%.6f,%.6f", run.table(), learner.id(),
                        attempt.configuration(), shape.rows(), shape.features(), Math.max(1, shape.classes()), attempt.joined() ? 1 : 0,
                        learner.expectedSeconds(shape, Configurations.on(shape, start)), sorted.get(sorted.size() / 2)));
            }
        }
    }

    private Optional<BenchTable> table(String file, String name) throws IOException {
        if (name.startsWith("generated_")) {
            return Optional.of(GeneratedTable.make(Integer.parseInt(name.substring(name.indexOf('_') + 1))));
        }
        for (JsonNode entry : tables.entries()) {
            if (entry.path("name").asString().equals(name)) {
                String seed = file.substring(name.length() + 1, file.length() - ".run".length());
                return Optional.of(tables.read(entry, new Seed(Long.parseLong(seed)), MOST_TRAINING, MOST_TEST));
            }
        }
        return Optional.empty();
    }
}
