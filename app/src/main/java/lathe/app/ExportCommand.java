package lathe.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import lathe.engine.adapter.onnx.OnnxAgreement;
import lathe.engine.adapter.onnx.OnnxCheck;
import lathe.engine.adapter.onnx.OnnxExporter;
import lathe.engine.export.ExportProblems;
import lathe.scoring.pack.ModelPackage;
import lathe.scoring.pack.PackageReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes a model in a format others run, and compares its answers with the package's before calling it done.
@Command(name = "export", mixinStandardHelpOptions = true,
        description = "Writes the whole pipeline, from raw columns to the answer, as one file of another format.",
        footer = {"", "Example: lathe export model.lathe --format onnx --out model.onnx"})
final class ExportCommand implements Callable<Integer> {

    /// Formats that can be written.
    enum Format { ONNX }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "Model package (.lathe).")
    @SuppressWarnings("NullAway.Init")
    private Path model;

    @Option(names = "--format", required = true, paramLabel = "onnx", description = "Format to write: onnx.")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Override
    public Integer call() {
        ModelPackage opened = PackageReader.open(model);
        return switch (format) {
            case ONNX -> onnx(opened);
        };
    }

    private int onnx(ModelPackage opened) {
        new OnnxExporter().export(opened.pipeline(), metadata(opened), opened.golden().rows(), out);
        OnnxAgreement agreement;
        try {
            agreement = OnnxCheck.compare(out, opened.pipeline(), opened.golden().rows());
        } catch (IOException failed) {
            throw ExportProblems.cannotWrite(out, failed);
        }
        spec.commandLine().getOut().println(String.format(Locale.ROOT,
                "%s is written and runs: on %d golden rows it differs from the package by at most %.1e.", out,
                agreement.rows(), agreement.largestDifference()));
        return 0;
    }

    // What only the package knows; the exporter adds the signature.
    private static Map<String, String> metadata(ModelPackage opened) {
        Map<String, String> texts = new TreeMap<>();
        texts.put("lathe.version", opened.manifest().latheVersion());
        texts.put("lathe.created", opened.manifest().created().toString());
        opened.manifest().provenance().forEach((key, value) -> texts.put("lathe." + key.replace(' ', '_'), value));
        opened.manifest().scores().forEach(score -> texts.put("lathe.score." + score.metric(), String.format(Locale.ROOT,
                "%s [%s, %s] %s, %d rows", score.value(), score.lower(), score.upper(), score.kind(), score.rows())));
        return texts;
    }
}
