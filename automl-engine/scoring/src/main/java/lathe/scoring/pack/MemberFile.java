package lathe.scoring.pack;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import lathe.scoring.form.Form;
import lathe.scoring.step.FittedRecipe;
import tools.jackson.databind.node.ObjectNode;

/// One fitted recipe with the form that reads it, as a file between processes: a zip of JSON and raw numbers, not packed.
///
/// @param recipeId id of the recipe, see [RecipeId]
/// @param recipe   prepares the raw columns
/// @param form     predicts from them
public record MemberFile(String recipeId, FittedRecipe recipe, Form form) {

    private static final String JSON = "member.json";
    private static final String TENSORS = "tensors.safetensors";
    private static final String FORMAT = "lathe-member";
    private static final int VERSION = 1;

    /// Writes the file in one step, replacing one that is there.
    /// @throws lathe.scoring.ProblemException if it cannot be written
    public static void write(Path path, String recipeId, FittedRecipe recipe, Form form) {
        TensorWriter tensors = new TensorWriter();
        ObjectNode node = JsonText.object().put("format", FORMAT).put("formatVersion", VERSION).put("recipeId", recipeId);
        node.set("recipe", StepCodec.write(recipe, tensors));
        node.set("form", FormCodec.write(form, tensors));
        byte[] json = JsonText.bytes(node);
        AtomicFile.write(path, true, AtomicFile.Safety.PROCESS_CRASH, out -> {
            try (ZipWriting zip = new ZipWriting(out, Instant.EPOCH.plusSeconds(ZipWriting.FIRST_SECOND))) {
                zip.stored(JSON, content -> content.write(json));
                zip.stored(TENSORS, tensors::writeTo);
            }
        });
    }

    /// @throws lathe.scoring.ProblemException if there is no such file or it is no sound member
    public static MemberFile read(Path path) {
        return Opening.of(path, () -> {
            try (ZipReading zip = ZipReading.open(path, List.of(JSON, TENSORS))) {
                JsonRecord record = JsonRecord.of(JsonText.parse(zip.bytes(JSON), JSON), JSON,
                        "format", "formatVersion", "recipeId", "recipe", "form");
                if (!record.text("format").equals(FORMAT) || record.whole("formatVersion") != VERSION) {
                    throw new DamagedException("%s is not of format %s %d".formatted(JSON, FORMAT, VERSION));
                }
                StoredTensors tensors = zip.read(TENSORS, StoredTensors::read);
                MemberFile member = new MemberFile(record.text("recipeId"),
                        StepCodec.readRecipe(record.node("recipe"), tensors), FormCodec.read(record.node("form"), tensors));
                tensors.checkAllUsed();
                return member;
            }
        });
    }
}
