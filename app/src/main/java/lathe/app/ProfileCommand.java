package lathe.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.engine.export.WholeFile;
import lathe.engine.flow.FileProfiling;
import lathe.engine.flow.ProfileJson;
import lathe.engine.flow.ProfiledFile;
import lathe.engine.profile.FieldProfile;
import lathe.engine.profile.NumberSummary;
import lathe.engine.profile.TableProfile;
import lathe.engine.progress.CancelToken;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows how a table was read, what its columns hold and what was noticed.
@Command(name = "profile", mixinStandardHelpOptions = true,
        description = "Shows how a table is read, what its columns hold, and what to look at before training.",
        footer = {"", "Example: lathe profile sample-data/card-fraud.csv --target fraud"})
final class ProfileCommand implements Callable<Integer> {

    private static final int MOST_LEVELS = 4;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private DataWords words = new DataWords();

    @Option(names = "--target", paramLabel = "COLUMN", description = "Column to predict; also looks for leakage and imbalance.")
    private @Nullable String target;

    @Option(names = "--json", paramLabel = "FILE", description = "Write all statistics to this file.")
    private @Nullable Path json;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Override
    public Integer call() {
        DataArgument argument = words.argument();
        ImportOptions options = argument.with(reading.toImportOptions());
        String column = target;
        List<String> names = column == null ? List.of() : new TableImport().names(argument.path(), options);
        if (column != null && !names.contains(column)) {
            throw new ProblemException(Problem.of("target-unknown", "There is no column '%s'; the table has %s."
                    .formatted(column, names), "Name one of them with --target."));
        }
        ReadingLine line = new ReadingLine(spec.commandLine().getErr());
        ProfiledFile profiled;
        try {
            profiled = new FileProfiling(limits.thresholds()).profile(argument.path(), options, column, new CancelToken(), line);
        } finally {
            line.end();
        }
        print(argument.path(), profiled);
        Path file = json;
        if (file != null) {
            WholeFile.text(file, out -> out.write(ProfileJson.of(profiled)));
        }
        return 0;
    }

    private void print(Path data, ProfiledFile profiled) {
        TableProfile profile = profiled.profile();
        PrintWriter out = spec.commandLine().getOut();
        out.println("%s: %d rows, %d columns, read as %s".formatted(data, profile.rows(), profile.fields().size(),
                profiled.report().format()));
        profiled.reading().forEach(sentence -> out.println("  " + sentence));
        profiled.report().notes().forEach(note -> out.println("  " + note.sentence()));
        out.println();
        out.println(String.format(Locale.ROOT, "%-28s %-9s %8s %10s  %s", "column", "type", "missing", "distinct", "values"));
        profile.fields().forEach(field -> out.println(line(field, profiled.estimated().contains(field.name()))));
        out.println();
        if (profile.findings().isEmpty()) {
            out.println("Nothing was noticed that needs attention.");
        }
        profile.findings().forEach(finding -> out.println("%-8s %s".formatted(
                finding.severity().name().toLowerCase(Locale.ROOT), finding.sentence())));
        out.flush();
    }

    private static String line(FieldProfile field, boolean estimated) {
        return String.format(Locale.ROOT, "%-28s %-9s %7.1f%% %10s  %s", field.name(), field.type().name().toLowerCase(Locale.ROOT),
                100 * field.missingShare(), (estimated ? "~" : "") + field.distinct(), values(field));
    }

    private static String values(FieldProfile field) {
        NumberSummary numbers = field.numbers();
        if (numbers != null) {
            return String.format(Locale.ROOT, "%.5g to %.5g, mean %.5g", numbers.min(), numbers.max(), numbers.mean());
        }
        String levels = String.join(", ", field.top().stream().limit(MOST_LEVELS).map(level -> shortened(level.text())).toList());
        return field.distinct() > MOST_LEVELS ? levels + ", …" : levels;
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").replace('\u001F', '|');
        return line.length() <= 24 ? line : line.substring(0, 23) + "…";
    }
}
