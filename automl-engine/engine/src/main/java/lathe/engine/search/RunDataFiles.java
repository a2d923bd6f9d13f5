package lathe.engine.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import lathe.engine.evaluate.FoldPlan;
import lathe.engine.learn.Target;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The run's data as column files that workers map: the typed table once, written by the main process.
///
/// `data.json` describes fields and target; `N.numbers` holds doubles, `N.codes` and `N.levels` a text column, `target`,
/// `folds` and, where rows have weights, `weights` the rest; all little endian.
public final class RunDataFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RunDataFiles() { }

    public static void write(Path folder, RunData data) throws IOException {
        Files.createDirectories(folder);
        ObjectNode root = JSON.createObjectNode();
        root.put("rows", data.table().rows());
        root.put("classes", data.target().classCount());
        root.put("balanced", data.balanced());
        root.put("smote", data.smote());
        root.put("weighted", data.target().isWeighted());
        root.put("folds", data.folds().count());
        root.put("forward", data.folds().isForward());
        ArrayNode fields = root.putArray("fields");
        for (int i = 0; i < data.table().schema().size(); i++) {
            Field field = data.table().schema().field(i);
            ObjectNode node = fields.addObject();
            node.put("name", field.name()).put("type", field.type().name()).put("role", field.role().name());
            ArrayNode tokens = node.putArray("missingTokens");
            field.missingTokens().forEach(tokens::add);
            writeColumn(folder, i, data.table().columns().get(i));
        }
        writeDoubles(folder.resolve("target"), data.target().toArray());
        if (data.target().isWeighted()) {
            writeDoubles(folder.resolve("weights"), data.target().weights());
        }
        writeInts(folder.resolve("folds"), data.folds().toArray());
        Files.writeString(folder.resolve("data.json"), JSON.writeValueAsString(root));
    }

    public static RunData read(Path folder) throws IOException {
        JsonNode root = JSON.readTree(Files.readString(folder.resolve("data.json")));
        int rows = root.path("rows").asInt();
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (JsonNode node : root.path("fields")) {
            FieldType type = FieldType.valueOf(node.path("type").asString());
            List<String> tokens = new ArrayList<>();
            node.path("missingTokens").forEach(token -> tokens.add(token.asString()));
            columns.add(readColumn(folder, fields.size(), type, rows));
            fields.add(new Field(node.path("name").asString(), type, Role.valueOf(node.path("role").asString()), "", tokens));
        }
        double[] answers = readDoubles(folder.resolve("target"), rows);
        int classes = root.path("classes").asInt();
        FoldPlan folds = new FoldPlan(readInts(folder.resolve("folds"), rows), root.path("folds").asInt(),
                root.path("forward").asBoolean());
        Target target = target(answers, classes);
        return new RunData(new Table(new Schema(fields), columns), root.path("weighted").asBoolean()
                ? target.weighted(readDoubles(folder.resolve("weights"), rows)) : target, folds,
                root.path("balanced").asBoolean(), root.path("smote").asDouble());
    }

    private static Target target(double[] answers, int classes) {
        if (classes == 0) {
            return Target.regression(answers);
        }
        int[] indices = new int[answers.length];
        for (int row = 0; row < indices.length; row++) {
            indices[row] = (int) answers[row];
        }
        return Target.classes(indices, classes);
    }

    private static void writeColumn(Path folder, int index, Column column) throws IOException {
        switch (column) {
            case NumberColumn numbers -> writeDoubles(folder.resolve(index + ".numbers"), numbers.values());
            case StringColumn strings -> {
                writeInts(folder.resolve(index + ".codes"), strings.codes());
                Files.write(folder.resolve(index + ".levels"), JSON.writeValueAsBytes(strings.levels()));
            }
        }
    }

    private static Column readColumn(Path folder, int index, FieldType type, int rows) throws IOException {
        if (type.isNumber()) {
            return new NumberColumn(readDoubles(folder.resolve(index + ".numbers"), rows));
        }
        List<String> levels = new ArrayList<>();
        JSON.readTree(Files.readString(folder.resolve(index + ".levels"), StandardCharsets.UTF_8))
                .forEach(level -> levels.add(level.asString()));
        return new StringColumn(readInts(folder.resolve(index + ".codes"), rows), levels);
    }

    private static void writeDoubles(Path file, double[] values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(values);
        Files.write(file, buffer.array());
    }

    private static void writeInts(Path file, int[] values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asIntBuffer().put(values);
        Files.write(file, buffer.array());
    }

    static double[] readDoubles(Path file, int count) throws IOException {
        double[] values = new double[count];
        map(file).asDoubleBuffer().get(values);
        return values;
    }

    private static int[] readInts(Path file, int count) throws IOException {
        int[] values = new int[count];
        map(file).asIntBuffer().get(values);
        return values;
    }

    private static ByteBuffer map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return mapped.order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
