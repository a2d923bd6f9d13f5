package lathe.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import lathe.engine.data.ColumnRule;
import lathe.engine.data.Contract;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.engine.flow.FileProfiling;
import lathe.engine.flow.ProfiledFile;
import lathe.engine.flow.ProjectReading;
import lathe.engine.profile.ContractProposal;
import lathe.engine.profile.Thresholds;
import lathe.engine.progress.CancelToken;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Checks a table against the contract of a project, for pipelines.
@Command(name = "check", mixinStandardHelpOptions = true,
        description = {"Checks a table against the contract in project.yaml: types, ranges, levels, required and unique columns.",
            "Exit code 0 if it is kept, 1 with the list of violations if not.",
            "With --propose a contract that this table keeps is written instead, for you to look at and put right."},
        footer = {"", "Example: lathe check new-orders.csv --schema orders.lathe-project/project.yaml",
            "         lathe check orders.csv --schema contract.yaml --propose", "",
            "The contract stands in project.yaml:", "  format: 1", "  contract:", "    age: {type: number, min: 0, max: 120, required: true}",
            "    plan: {levels: [basic, plus]}", "    customer: {unique: true}"})
final class CheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private DataWords words = new DataWords();

    @Option(names = "--schema", required = true, paramLabel = "FILE", description = "project.yaml with the contract, or its folder.")
    @SuppressWarnings("NullAway.Init")
    private Path schema;

    @Option(names = "--propose", description = {"Write a contract into that file, which may be a new one: types, ranges (numbers may lie"
            + " 10 %% of their range outside of what was seen; dates have none), levels of categories with at most 20, required, unique."})
    private boolean propose;

    @Option(names = "--force", description = "With --propose: replace the contract that is there.")
    private boolean force;

    @Override
    public Integer call() {
        DataArgument argument = words.argument();
        Path file = Files.isDirectory(schema) ? schema.resolve(ProjectFolder.SETTINGS_FILE) : schema;
        if (propose) {
            return propose(argument, file);
        }
        ProjectSettings settings = ProjectFolder.readSettingsFile(file);
        if (settings.contract().isEmpty()) {
            throw new ProblemException(new Problem("contract-missing", "There is no contract in this file.", file.toString(),
                    "Write one under 'contract:', or have one proposed with --propose; lathe check --help shows examples."));
        }
        ImportOptions options = argument.with(ProjectReading.of(settings.withColumns(known(settings, argument))));
        Contract.Outcome outcome = new Contract(settings.contract()).check(argument.path(), options);
        print(outcome);
        return outcome.isKept() ? 0 : Lathe.USER_CAN_FIX;
    }

    private int propose(DataArgument argument, Path file) {
        ProjectSettings settings = Files.exists(file) ? ProjectFolder.readSettingsFile(file) : ProjectSettings.EMPTY;
        if (!settings.contract().isEmpty() && !force) {
            throw new ProblemException(new Problem("contract-exists", "There is a contract in this file already.", file.toString(),
                    "Check the table against it without --propose, or replace it with --force."));
        }
        ImportOptions options = argument.with(ProjectReading.of(settings.withColumns(known(settings, argument))));
        ReadingLine line = new ReadingLine(spec.commandLine().getErr());
        ProfiledFile profiled;
        try {
            profiled = new FileProfiling(Thresholds.USUAL).profile(argument.path(), options, null, new CancelToken(), line);
        } finally {
            line.end();
        }
        Map<String, ColumnRule> rules = ContractProposal.of(profiled.profile(), profiled.estimated());
        ProjectFolder.writeContract(file, rules);
        PrintWriter out = spec.commandLine().getOut();
        rules.forEach((column, rule) -> out.println("%-28s %s".formatted(column, words(rule))));
        out.println("Written to %s: what %d rows keep. Look at it and put right what you know better.".formatted(file, profiled.profile().rows()));
        out.flush();
        return 0;
    }

    private static String words(ColumnRule rule) {
        List<String> words = new ArrayList<>(List.of(rule.type()));
        if (!rule.min().isEmpty() || !rule.max().isEmpty()) {
            words.add(rule.min() + " to " + rule.max());
        }
        if (!rule.levels().isEmpty()) {
            words.add(rule.levels().size() == 1 ? "1 level" : rule.levels().size() + " levels");
        }
        if (rule.required()) {
            words.add("required");
        }
        if (rule.unique()) {
            words.add("unique");
        }
        return String.join(", ", words);
    }

    // Decisions about columns hold for those that are in the contract; others need not be there.
    private static Map<String, ColumnChoice> known(ProjectSettings settings, DataArgument argument) {
        List<String> names = new TableImport().names(argument.path(),
                argument.with(ProjectReading.of(settings.withColumns(Map.of()))));
        Map<String, ColumnChoice> known = new TreeMap<>(settings.columns());
        known.keySet().retainAll(names);
        return known;
    }

    private void print(Contract.Outcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        outcome.violations().forEach(violation -> out.println(violation.sentence()));
        outcome.counts().forEach((rule, count) -> {
            if (count > Contract.MOST_EACH) {
                out.println("%s: %d in all, the first %d are listed".formatted(rule, count, Contract.MOST_EACH));
            }
        });
        out.println(outcome.isKept() ? "The contract is kept: %d rows.".formatted(outcome.rows())
                : "The contract is broken in %d places: %d rows.".formatted(outcome.total(), outcome.rows()));
        out.flush();
    }
}
