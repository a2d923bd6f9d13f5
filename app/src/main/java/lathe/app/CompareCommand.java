package lathe.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import lathe.engine.data.TableImport;
import lathe.engine.flow.ProjectDefinitions;
import lathe.engine.flow.ProjectReading;
import lathe.engine.profile.Finding;
import lathe.engine.profile.TableShift;
import lathe.engine.track.DataVersion;
import lathe.engine.track.ProjectFolder;
import lathe.scoring.Fingerprint;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Says what differs between two versions of a table, or between what two projects mean by their columns.
@Command(name = "compare", mixinStandardHelpOptions = true,
        description = {"Says what differs between two versions of a table: columns that came or went, other types, values that moved.",
            "Of two projects: columns of equal or nearly equal name whose meaning, unit, type, scale, values, dates or marks for \"no value\" differ."},
        footer = {"", "Examples: lathe compare orders-may.csv orders-june.csv", "          lathe compare orders.lathe-project orders-june.csv",
            "          lathe compare orders.lathe-project returns.lathe-project"})
final class CompareCommand implements Callable<Integer> {

    private static final int FINGERPRINT_DIGITS = 12;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE",
            description = "The earlier table: a file, a folder or a pattern; or a project, for the data it read last.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "The later table, or another project.")
    private String after = "";

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Override
    public Integer call() {
        boolean projects = ProjectFolder.exists(Path.of(before)) && ProjectFolder.exists(Path.of(after));
        return projects ? projects(Path.of(before), Path.of(after)) : ProjectFolder.exists(Path.of(before)) ? project(Path.of(before)) : tables();
    }

    private int projects(Path first, Path second) {
        ProjectDefinitions here = ProjectDefinitions.read(first);
        ProjectDefinitions there = ProjectDefinitions.read(second);
        List<Finding> differences = here.compare(there);
        PrintWriter out = spec.commandLine().getOut();
        out.println(line("here: " + first, here.version().sketch().rows(), here.columns().size(), here.version().fingerprint()));
        out.println(line("there: " + second, there.version().sketch().rows(), there.columns().size(), there.version().fingerprint()));
        out.println(here.overview(there));
        if (differences.isEmpty()) {
            out.println("They mean the same by them, as far as can be told.");
        }
        print(differences, out);
        out.flush();
        return 0;
    }

    // The rows of that data may be gone; what the project keeps of it is enough.
    private int project(Path folder) {
        DataVersion last = ProjectFolder.readVersions(folder).stream().reduce((_, newer) -> newer).orElseThrow(() ->
                new ProblemException(new Problem("no-version", "This project has not read any data yet.", folder.toString(),
                        "Train it first: lathe run %s".formatted(folder))));
        DataArgument second = DataArgument.of(List.of(after));
        Table now = new TableImport().read(second.path(), ProjectReading.of(ProjectFolder.readSettings(folder))).table();
        return compare(line("%s, read %s".formatted(last.source(), last.read()), last.sketch().rows(), last.sketch().columns().size(), last.fingerprint()),
                last.fingerprint(), line(second.path(), now), Fingerprint.of(now), () -> TableShift.compare(last.sketch(), now, limits.thresholds()));
    }

    private int tables() {
        DataArgument first = DataArgument.of(List.of(before));
        DataArgument second = DataArgument.of(List.of(after));
        Table then = read(first);
        Table now = read(second);
        return compare(line(first.path(), then), Fingerprint.of(then), line(second.path(), now), Fingerprint.of(now),
                () -> TableShift.compare(then, now, limits.thresholds()));
    }

    private int compare(String first, Fingerprint then, String second, Fingerprint now, Supplier<List<Finding>> differences) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(first);
        out.println(second);
        if (then.equals(now)) {
            out.println("Both hold the same cells.");
        } else {
            differences(differences.get(), out);
        }
        out.flush();
        return 0;
    }

    private Table read(DataArgument argument) {
        return new TableImport().read(argument.path(), argument.with(reading.toImportOptions())).table();
    }

    private static String line(Path path, Table table) {
        return line(path.toString(), table.rows(), table.schema().size(), Fingerprint.of(table));
    }

    private static String line(String what, int rows, int columns, Fingerprint fingerprint) {
        return String.format(Locale.ROOT, "%s: %d rows, %d columns, fingerprint %s", what, rows, columns, fingerprint.hex().substring(0, FINGERPRINT_DIGITS));
    }

    private static void differences(List<Finding> findings, PrintWriter out) {
        if (findings.isEmpty()) {
            out.println("Other rows, but the same columns, and no column's values have moved beyond chance.");
        }
        print(findings, out);
    }

    private static void print(List<Finding> findings, PrintWriter out) {
        findings.forEach(finding -> out.println("%-8s %s".formatted(finding.severity().name().toLowerCase(Locale.ROOT), finding.sentence())));
    }
}
