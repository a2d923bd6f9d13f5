package lathe.scoring.pack;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import lathe.scoring.step.FittedRecipe;
import tools.jackson.databind.node.ObjectNode;

/// Writes `model.lathe`.
public final class PackageWriter {

    static final String MANIFEST = "manifest.json";
    static final String PIPELINE = "pipeline.json";
    static final String TENSORS = "tensors.safetensors";
    static final String GOLDEN = "golden.json";
    static final String PROFILE = "profile.json";
    static final String CARD = "card.html";
    static final String DERIVED = "derived";
    static final String FORMAT = "lathe-model";

    private PackageWriter() {
    }

    /// Writes the whole file under another name in the same folder, then moves it to its place in one step.
    ///
    /// @param overwrite whether a file that is there may be replaced
    /// @throws lathe.scoring.ProblemException if it cannot be written or is there already; nothing half-written stays
    public static void write(Path path, ModelPackage model, boolean overwrite) {
        TensorWriter tensors = new TensorWriter();
        byte[] pipeline = JsonText.bytes(pipeline(model, tensors));
        byte[] manifest = JsonText.bytes(manifest(model));
        byte[] golden = JsonText.bytes(GoldenCodec.write(model.golden()));
        byte[] profile = model.profile().getBytes(StandardCharsets.UTF_8);
        byte[] card = model.card().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(path, overwrite, AtomicFile.Safety.POWER_CUT, out -> {
            try (ZipWriting zip = new ZipWriting(out, model.manifest().created())) {
                zip.deflated(MANIFEST, content -> content.write(manifest));
                zip.deflated(PIPELINE, content -> content.write(pipeline));
                // not packed: packing halves a forest but takes seconds, while a budget runs out
                zip.stored(TENSORS, tensors::writeTo);
                zip.deflated(GOLDEN, content -> content.write(golden));
                zip.deflated(PROFILE, content -> content.write(profile));
                zip.deflated(CARD, content -> content.write(card));
            }
        });
    }

    private static ObjectNode manifest(ModelPackage model) {
        ObjectNode node = JsonText.object().put("format", FORMAT).put("formatVersion", model.formatVersion());
        node.set("signature", SignatureCodec.write(model.signature()));
        ManifestCodec.write(model.manifest(), node);
        return node;
    }

    private static ObjectNode pipeline(ModelPackage model, TensorWriter tensors) {
        ObjectNode recipes = JsonText.object();
        Map<String, FittedRecipe> sorted = new TreeMap<>(model.pipeline().recipes());
        sorted.forEach((id, recipe) -> recipes.set(id, StepCodec.write(recipe, tensors)));
        ObjectNode node = JsonText.object();
        if (!model.pipeline().derived().isEmpty()) {
            node.set(DERIVED, ExpressionCodec.write(model.pipeline().derived()));
        }
        node.set("recipes", recipes);
        return node.set("model", FormCodec.write(model.pipeline().model(), tensors));
    }
}
