package lathe.engine.flow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lathe.engine.export.ExportCheck;
import lathe.engine.export.Exporter;
import lathe.engine.export.WholeFile;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.RunRecord;
import lathe.scoring.ProblemException;
import lathe.scoring.pack.ModelPackage;
import lathe.scoring.pack.PackageReader;

/// Gives a model away: checked, copied, written in other formats. Desktop and command line both come in here.
public final class HandOver {

    private HandOver() { }

    /// The package of a run: the one kept under its name, otherwise the project's.
    public static Path model(ProjectFolder project, RunRecord run) {
        Path kept = project.root().resolve("models").resolve(run.spec().id() + ".lathe");
        return Files.exists(kept) ? kept : project.root().resolve(ProjectFolder.MODEL_FILE);
    }

    /// Opens a package, which scores its golden rows again.
    ///
    /// @throws ProblemException if it is damaged or gives other numbers than when it was made
    public static ExportCheck verify(Path model) {
        ModelPackage opened = PackageReader.open(model);
        return new ExportCheck(opened.golden().rows().rows(), opened.golden().largestDifference(opened.pipeline()));
    }

    /// Copies a package and opens the copy.
    ///
    /// @param out replaced if it is there, whole or not at all
    /// @throws ProblemException if the package is damaged or the copy cannot be written
    public static ExportCheck copy(Path model, Path out) {
        verify(model);
        WholeFile.write(out, temporary -> Files.copy(model, temporary, StandardCopyOption.REPLACE_EXISTING));
        return verify(out);
    }

    /// Writes a package in another format and compares its answers on the golden rows.
    ///
    /// @throws ProblemException if it cannot be written or answers otherwise
    public static ExportCheck export(Path model, Exporter exporter, Path out) {
        ModelPackage opened = PackageReader.open(model);
        return exporter.export(opened.pipeline(), metadata(opened), opened.golden().rows(), out);
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
