package lathe.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import lathe.engine.data.Imported;
import lathe.engine.data.TableImport;
import lathe.engine.flow.AutoMl;
import lathe.engine.flow.FileProfiling;
import lathe.engine.flow.Labelling;
import lathe.engine.flow.ProjectReading;
import lathe.engine.label.LabelSheet;
import lathe.engine.profile.Thresholds;
import lathe.engine.progress.CancelToken;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.SafeFile;
import lathe.engine.track.TypedTargets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Rows without a target: lists those worth labelling first, and takes what was typed for them.
@Command(name = "label", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Lists rows without a target, those worth labelling first at the front, and takes the targets typed for them.",
            "First come rows of which the project's model is least sure: between its two likeliest classes, or with the widest range",
            "around a number. They are spread, so that they are not ten copies of one. Without a model, rows are spread over the table.",
            "What is typed is kept in typed-targets.json of the project, by what a row holds; the data is not changed. Runs learn from it."},
        footer = {"", "Example: lathe label churn.lathe-project --show 50 --out rows.csv", "         (fill in the empty column of the target)",
            "         lathe label churn.lathe-project --from rows.csv", "         lathe run churn.lathe-project"})
final class LabelCommand implements Callable<Integer> {

    private static final int USUAL = 20;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PROJECT", description = "Project folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--show", paramLabel = "N", description = "How many rows to list, as CSV (default: 20).")
    private int show = USUAL;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "Write the list there instead of standard output.")
    private @Nullable Path out;

    @Option(names = "--from", paramLabel = "FILE", description = {"Take the targets typed in such a list; rows whose target is empty stay as they are.",
        "All or, if one cannot be taken, none."})
    private @Nullable Path from;

    @Option(names = "--new-classes", description = "With --from: take classes that the data does not have yet.")
    private boolean newClasses;

    @Override
    public Integer call() {
        if (show < 1) {
            throw new ParameterException(spec.commandLine(), "--show must be at least 1, was " + show);
        }
        if (from != null) {
            take(from);
        } else {
            list(ProjectFolder.readSettings(folder), ProjectFolder.readTypedTargets(folder));
        }
        return 0;
    }

    private Labelling labelling(ProjectSettings settings, TypedTargets typed) {
        AutoMl.requireComplete(settings);
        Path source = folder.resolve(settings.source()).normalize();
        ProjectRun.requireReadable(source);
        Imported read = new TableImport().read(source, new FileProfiling(Thresholds.USUAL).held(source, ProjectReading.of(settings)));
        return Labelling.of(read, settings, typed, Labelling.model(folder, settings.target()), new CancelToken());
    }

    private void list(ProjectSettings settings, TypedTargets typed) {
        Labelling labelling = labelling(settings, typed);
        List<LabelSheet.Line> lines = labelling.open().stream().limit(show)
                .map(row -> new LabelSheet.Line(row.row(), row.key(), row.doubt().words())).toList();
        String sheet = LabelSheet.of(labelling.table(), settings.target(), lines);
        if (out != null) {
            SafeFile.replace(out, sheet.getBytes(StandardCharsets.UTF_8));
        } else {
            PrintWriter printed = spec.commandLine().getOut();
            printed.print(sheet);
            printed.flush();
        }
        say("%d of %d rows without a target are labelled. Listed are %d, %s.".formatted(labelling.typed(), labelling.all(), lines.size(),
                labelling.byModel() ? "the least sure ones first" : "spread over the table, as no model of '%s' tells them apart".formatted(settings.target())));
    }

    private void take(Path file) {
        ProjectRun.requireReadable(file);
        try (ProjectFolder project = ProjectFolder.open(folder)) {
            String target = project.settings().target();
            TypedTargets before = project.typedTargets().all();
            Labelling labelling = labelling(project.settings(), before);
            Map<String, String> typed = new TreeMap<>(LabelSheet.read(file, labelling.answers(), newClasses));
            int all = typed.size();
            typed.keySet().retainAll(labelling.known());
            long again = typed.entrySet().stream().filter(entry -> entry.getValue().equals(before.of(target).get(entry.getKey()))).count();
            var _ = project.typedTargets().change(now -> now.with(target, typed));
            say("%d targets were taken%s%s. Learn from them with: lathe run %s".formatted(typed.size() - again,
                    again == 0 ? "" : ", %d were known already".formatted(again),
                    all == typed.size() ? "" : ", %d belong to no row without a target".formatted(all - typed.size()), folder));
        }
    }

    private void say(String sentence) {
        PrintWriter said = spec.commandLine().getErr();
        said.println(sentence);
        said.flush();
    }
}
