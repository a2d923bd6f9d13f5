package lathe.engine.flow.resume;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.CRC32C;
import lathe.engine.evaluate.FoldPlan;
import lathe.engine.track.SafeFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How a run divided its rows, and what its table was: `plan.json`. A run without it cannot be continued.
///
/// @param lathe   version that began the run
/// @param wanted  folds asked for
/// @param rows    out-of-fold rows
/// @param width   numbers of an answer
/// @param folds   folds there are
/// @param divided checksum of the fold of each row
/// @param columns of the table as read
public record KeptPlan(String lathe, int wanted, int rows, int width, int folds, long divided, ColumnMarks columns) {

    private static final Logger LOG = Logger.getLogger(KeptPlan.class.getName());
    private static final String FILE = "plan.json";
    private static final long MOST_BYTES = 16L << 20;
    private static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param wanted folds asked for
    /// @param width  numbers of an answer
    public static KeptPlan of(String lathe, int wanted, FoldPlan plan, int width, ColumnMarks columns) {
        return new KeptPlan(lathe, wanted, plan.validated().length, width, plan.count(), divided(plan), columns);
    }

    /// Checksum of the fold of each row.
    public static long divided(FoldPlan plan) {
        CRC32C sum = new CRC32C();
        ByteBuffer four = ByteBuffer.allocate(Integer.BYTES);
        for (int fold : plan.toArray()) {
            sum.update(four.clear().putInt(fold).flip());
        }
        return sum.getValue();
    }

    void write(Path folder) {
        ObjectNode root = JSON.createObjectNode().put("format", FORMAT).put("lathe", lathe).put("wanted", wanted)
                .put("rows", rows).put("width", width).put("folds", folds).put("divided", divided)
                .put("tableRows", columns.rows());
        ObjectNode marks = root.putObject("columns");
        columns.marks().forEach(marks::put);
        SafeFile.replace(folder.resolve(FILE), JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8));
    }

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /// Nothing if it is not there or not understood.
    public static Optional<KeptPlan> read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            KeptPlan plan = new KeptPlan(root.path("lathe").asString(""), root.path("wanted").asInt(0), root.path("rows").asInt(0),
                    root.path("width").asInt(0), root.path("folds").asInt(0), root.path("divided").asLong(-1), columns(root));
            return root.path("format").asInt(0) == FORMAT && plan.wanted > 0 && plan.rows > 0 && plan.width > 0 && plan.folds > 0
                    ? Optional.of(plan) : Optional.empty();
        } catch (IOException | JacksonException unreadable) {
            LOG.log(Level.INFO, "no plan in " + file, unreadable);
            return Optional.empty();
        }
    }

    private static ColumnMarks columns(JsonNode root) {
        Map<String, String> marks = new LinkedHashMap<>();
        root.path("columns").properties().forEach(entry -> marks.put(entry.getKey(), entry.getValue().asString("")));
        return new ColumnMarks(root.path("tableRows").asInt(0), marks);
    }
}
