package lathe.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import lathe.scoring.Field;
import lathe.scoring.Signature;
import lathe.scoring.Task;
import lathe.scoring.Uncertainty;
import lathe.scoring.pack.Manifest;
import lathe.scoring.pack.ModelPackage;
import lathe.scoring.pack.PackageReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Says in words what is in a package.
@Command(name = "show", mixinStandardHelpOptions = true,
        description = "Shows what a model package predicts, from which columns, how well, and where it comes from.",
        footer = {"", "Example: lathe show model.lathe"})
final class ShowCommand implements Callable<Integer> {

    private static final int MOST_LEVELS = 6;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "Model package (.lathe).")
    @SuppressWarnings("NullAway.Init")
    private Path model;

    @Override
    public Integer call() {
        ModelPackage opened = PackageReader.open(model);
        PrintWriter out = spec.commandLine().getOut();
        Signature signature = opened.signature();
        out.println("predicts  %s (%s)%s".formatted(signature.target(), name(signature.task()),
                signature.classes().isEmpty() ? "" : ": " + String.join(", ", signature.classes())));
        if (signature.task() == Task.BINARY) {
            out.println("positive  " + signature.classes().get(signature.positive()));
        }
        out.println();
        opened.manifest().scores().forEach(score -> out.println(sentence(score)));
        about(opened.manifest().uncertainty()).ifPresent(out::println);
        out.println();
        out.println("members");
        opened.manifest().members().forEach(member -> out.println(String.format(Locale.ROOT, "  %3.0f %%  %-16s %s",
                100 * member.weight(), member.name(), member.hyperparameters())));
        out.println();
        out.println("inputs");
        signature.inputs().fields().forEach(field -> out.println("  " + input(field, opened.manifest())));
        out.println();
        out.println("made      %s with Lathe %s".formatted(opened.manifest().created(), opened.manifest().latheVersion()));
        opened.manifest().provenance().forEach((key, value) -> out.println("  %-17s %s".formatted(key, value)));
        out.flush();
        return 0;
    }

    private static String name(Task task) {
        return task.name().toLowerCase(Locale.ROOT);
    }

    private static String sentence(Manifest.ReportedScore score) {
        String interval = Double.isNaN(score.lower()) ? ""
                : String.format(Locale.ROOT, ", 95 %% interval %.5g to %.5g", score.lower(), score.upper());
        return String.format(Locale.ROOT, "%-18s %.5g%s (%s, %d rows)", score.metric(), score.value(), interval, score.kind(),
                score.rows());
    }

    private static Optional<String> about(Uncertainty uncertainty) {
        return switch (uncertainty) {
            case Uncertainty.None _ -> Optional.empty();
            case Uncertainty.Range range -> Optional.of(String.format(Locale.ROOT, "%-18s %.0f %% of new rows within the range of --ranges",
                    "ranges", 100 * range.level()));
            case Uncertainty.Sets sets -> Optional.of(String.format(Locale.ROOT, "%-18s %.0f %% of new rows within the set of --ranges",
                    "sets", 100 * sets.level()));
        };
    }

    private static String input(Field field, Manifest manifest) {
        String facts = manifest.inputs().stream().filter(each -> each.name().equals(field.name())).findFirst()
                .map(ShowCommand::facts).orElse("");
        return "%-28s %-9s %s".formatted(field.name(), field.type().name().toLowerCase(Locale.ROOT), facts);
    }

    private static String facts(Manifest.InputFacts facts) {
        if (!Double.isNaN(facts.low())) {
            return String.format(Locale.ROOT, "%.5g to %.5g %s", facts.low(), facts.high(), facts.unit());
        }
        String levels = String.join(", ", facts.levels().stream().limit(MOST_LEVELS).toList());
        return facts.levels().size() > MOST_LEVELS ? levels + ", …" : levels;
    }
}
