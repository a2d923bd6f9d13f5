package lathe.engine.export;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// What can go wrong while exporting, each as one sentence with its remedy.
public final class ExportProblems {

    private ExportProblems() {
    }

    /// The folder is missing, read-only or full.
    public static ProblemException cannotWrite(Path target, Exception cause) {
        return new ProblemException(new Problem("export-write",
                "The file cannot be written: %s.".formatted(reason(cause)), target.toString(),
                "Choose a folder that exists, may be written to and has room."), cause);
    }

    // The library's message begins with the temporary file, which means nothing to anybody.
    private static String reason(Exception cause) {
        String said = cause instanceof FileSystemException known ? known.getReason() : cause.getMessage();
        return said == null ? "the folder is missing or not open to you" : said;
    }

    /// The form has no counterpart in the format, or breaks a limit of it.
    public static ProblemException notExportable(String format, String reason) {
        return new ProblemException(Problem.of("export-unsupported",
                "this model cannot be written as %s: %s.".formatted(format, reason),
                "Export another row of the leaderboard, or use the model package."));
    }

    /// The written file was tried and gave other answers; it was removed.
    public static ProblemException differs(Path target, double difference, int labels, double limit) {
        return new ProblemException(new Problem("export-differs", String.format(Locale.ROOT,
                "the file written differs from the model by %.3g where %.0e is allowed, and in %d labels; it was removed.",
                difference, limit, labels), target.toString(),
                "Use the model package instead and report this with the model."));
    }
}
