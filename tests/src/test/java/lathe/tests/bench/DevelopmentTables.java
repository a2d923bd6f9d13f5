package lathe.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Column;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.Table;
import lathe.scoring.Task;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The development tables that lie in a folder `shared/data` beside the checkout.
final class DevelopmentTables {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path data;

    DevelopmentTables(Path data) {
        this.data = data;
    }

    boolean areThere() {
        return Files.exists(data.resolve("index.json"));
    }

    List<JsonNode> entries() throws IOException {
        List<JsonNode> entries = new ArrayList<>();
        for (JsonNode entry : JSON.readTree(Files.readString(data.resolve("index.json")))) {
            if (entry.path("group").asString().equals("dev")) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /// One of them, divided anew for each seed.
    BenchTable read(JsonNode entry, Seed seed, int mostTraining, int mostTest) throws IOException {
        Table all = new TableImport().read(data.resolve(entry.path("file").asString()), ImportOptions.defaults()).table();
        Set<Integer> without = new HashSet<>();
        JSON.readTree(Files.readString(data.resolve(entry.path("split").asString()))).path("excluded_missing_target")
                .forEach(row -> without.add(row.asInt()));
        int[] rows = IntStream.range(0, all.rows()).filter(row -> !without.contains(row)).toArray();
        Set<String> dropped = new HashSet<>(Set.of(entry.path("target").asString()));
        entry.path("drop_for_fair_benchmark").forEach(column -> dropped.add(column.asString()));
        Schema inputs = new Schema(all.schema().fields().stream().filter(field -> !dropped.contains(field.name()))
                .map(field -> field.withRole(Role.FEATURE)).toList());
        Column answers = all.column(entry.path("target").asString()).select(rows);
        Task task = Task.valueOf(entry.path("task").asString().toUpperCase(Locale.ROOT));
        Target target = BenchTable.target(answers, task);
        int positive = task == Task.BINARY ? BenchTable.classIndex(answers, entry.path("positive").asString()) : -1;
        return BenchTable.divided(entry.path("name").asString(), all.select(rows).project(inputs), target,
                task == Task.BINARY && positive < 0 ? 1 : positive, seed, mostTraining, mostTest);
    }
}
