package lathe.scoring.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lathe.scoring.Pipeline;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Signature;
import lathe.scoring.step.FittedRecipe;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Opens `model.lathe`. What comes out has been checked and gives the answers it gave when it was written.
public final class PackageReader {

    private static final List<String> ENTRIES = List.of(PackageWriter.MANIFEST, PackageWriter.PIPELINE, PackageWriter.TENSORS,
            PackageWriter.GOLDEN, PackageWriter.PROFILE, PackageWriter.CARD);

    private PackageReader() {
    }

    /// Reads everything and scores the golden rows.
    ///
    /// @throws ProblemException if there is no such file, it is no Lathe model, it is newer than this Lathe, it is
    ///     damaged, or its answers are not those it was written with
    public static ModelPackage open(Path path) {
        return Opening.of(path, () -> {
            try (ZipReading zip = ZipReading.open(path, ENTRIES)) {
                ModelPackage model = read(path, zip);
                checkGolden(path, model);
                return model;
            }
        });
    }

    private static ModelPackage read(Path path, ZipReading zip) throws IOException {
        JsonNode manifest = JsonText.parse(zip.bytes(PackageWriter.MANIFEST), PackageWriter.MANIFEST);
        int version = version(path, manifest);
        JsonRecord record = ManifestCodec.record(manifest, PackageWriter.MANIFEST);
        Signature signature = SignatureCodec.read(record.node("signature"));
        StoredTensors tensors = zip.read(PackageWriter.TENSORS, StoredTensors::read);
        JsonNode parts = JsonText.parse(zip.bytes(PackageWriter.PIPELINE), PackageWriter.PIPELINE);
        if (parts instanceof ObjectNode object && !object.has(PackageWriter.DERIVED)) {
            object.putArray(PackageWriter.DERIVED);   // it is written only where there are any
        }
        Pipeline pipeline = pipeline(signature, JsonRecord.of(parts, PackageWriter.PIPELINE, PackageWriter.DERIVED, "recipes", "model"), tensors);
        tensors.checkAllUsed();
        GoldenRows golden = GoldenCodec.read(JsonText.parse(zip.bytes(PackageWriter.GOLDEN), PackageWriter.GOLDEN),
                signature.inputs());
        byte[] profile = zip.bytes(PackageWriter.PROFILE);
        JsonText.parse(profile, PackageWriter.PROFILE);
        return new ModelPackage(version, pipeline, ManifestCodec.read(record, signature), golden,
                new String(profile, StandardCharsets.UTF_8), new String(zip.bytes(PackageWriter.CARD), StandardCharsets.UTF_8));
    }

    private static int version(Path path, JsonNode manifest) {
        JsonNode format = manifest.path("format");
        JsonNode version = manifest.path("formatVersion");
        if (!format.isString() || !format.stringValue().equals(PackageWriter.FORMAT) || !version.isInt() || version.intValue() < 1) {
            throw new DamagedException("%s does not name the format %s and its version"
                    .formatted(PackageWriter.MANIFEST, PackageWriter.FORMAT));
        }
        if (version.intValue() > ModelPackage.FORMAT_VERSION) {
            throw new ProblemException(new Problem("model-newer", "The model has format version %d, this Lathe reads up to %d."
                    .formatted(version.intValue(), ModelPackage.FORMAT_VERSION), path.toString(), "Open it with a newer Lathe."));
        }
        return version.intValue();
    }

    private static Pipeline pipeline(Signature signature, JsonRecord record, StoredTensors tensors) {
        Map<String, FittedRecipe> recipes = new TreeMap<>();
        JsonNode nodes = record.node("recipes");
        for (String id : nodes.propertyNames()) {
            recipes.put(id, StepCodec.readRecipe(nodes.path(id), tensors));
        }
        return new Pipeline(signature, ExpressionCodec.read(record.list(PackageWriter.DERIVED)), recipes, FormCodec.readBlend(record.node("model"), tensors));
    }

    private static void checkGolden(Path path, ModelPackage model) {
        double difference = model.golden().largestDifference(model.pipeline());
        if (!(difference <= GoldenRows.tolerance(model.pipeline()))) {
            throw new ProblemException(new Problem("model-disagrees", String.format(Locale.ROOT,
                    "The model does not give the answers it was written with: they differ by up to %.2e.", difference),
                    path.toString(), "Do not use it; copy the file again from where it came, or train the model again."));
        }
    }
}
