package lathe.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lathe.engine.builtin.EnsembleMethods;
import lathe.engine.builtin.Learners;
import lathe.engine.builtin.Metrics;
import lathe.engine.builtin.Strategies;
import lathe.engine.data.BadRows;
import lathe.engine.data.ImportOptions;
import lathe.engine.ensemble.EnsembleMethod;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.Validation;
import lathe.engine.learn.AskedLoss;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Monotone;
import lathe.engine.provenance.Seed;
import lathe.engine.search.Strategy;
import lathe.engine.track.Brief;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.ReadingChoice;
import lathe.engine.track.SearchSettings;
import lathe.scoring.Role;
import lathe.scoring.Task;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Makes a project of a table and runs it.
@Command(name = "train", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Searches for the best model of a table within a budget and writes model.lathe, leaderboard.csv and report.html.",
        footer = {"", "Example: lathe train sample-data/telecom-churn.csv --target churned --budget 60s"})
final class TrainCommand implements Callable<Integer> {

    private static final Duration USUAL_BUDGET = Duration.ofSeconds(60);
    private static final Duration BOUNDED_BY_TRIALS = Duration.ofSeconds((long) SearchSettings.LONGEST);

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Lathe lathe;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private DataWords words = new DataWords();

    @Option(names = "--target", required = true, paramLabel = "COLUMN", description = "Column to predict.")
    @SuppressWarnings("NullAway.Init")
    private String target;

    @Option(names = "--task", paramLabel = "TASK", description = "binary, multiclass or regression (found if left out).")
    private Optional<Task> task = Optional.empty();

    @Option(names = "--metric", paramLabel = "METRIC",
            description = "What to be good at; by default roc_auc, log_loss or rmse, by task.")
    private String metric = "";

    @Option(names = "--budget", paramLabel = "TIME", converter = BudgetConverter.class,
            description = "Time for everything: 60s, 5m, 2h (default: 60s; without limit if --trials is given).")
    private @Nullable Duration budget;

    @Option(names = "--threads", paramLabel = "N", description = "Fits at a time (default: one per core).")
    private int threads;

    @Option(names = "--seed", paramLabel = "N", description = "Start of everything random (default: 1).")
    private long seed = 1;

    @Option(names = "--trials", paramLabel = "N", description = "Try at most N configurations.")
    private int trials;

    @Option(names = "--learners", paramLabel = "A,B", split = ",", description = "Learners to try (default: all but plug-ins).")
    private List<String> learners = List.of();

    @Option(names = "--positive", paramLabel = "CLASS", description = "Class that counts as positive in a binary task.")
    private String positive = "";

    @Option(names = "--drop", paramLabel = "A,B", split = ",", description = "Columns to leave out.")
    private List<String> drop = List.of();

    @Option(names = "--weight", paramLabel = "COLUMN",
            description = "Column that says how much each row counts, in learning and in scores; 0 leaves the row out.")
    private String weight = "";

    @Option(names = "--monotone", paramLabel = "COLUMN=DIRECTION",
            description = {"Let the answer (a number, or the probability of the positive class) only rise or only fall with a number:",
                "--monotone price=decreasing --monotone size=increasing. Learners that cannot keep to it are left out."})
    private Map<String, Monotone> monotone = Map.of();

    @Option(names = "--prepare", paramLabel = "COLUMN=STEP",
            description = {"How a column is prepared, with what is set about it in brackets (default: automatic):",
                "--prepare income=log --prepare \"age=bins(count=8)\" --prepare \"city=merge(N.Y.=NY, new york=NY)\"; docs/prepare.md lists all steps."})
    private Map<String, String> prepare = Map.of();

    @Option(names = "--sample", paramLabel = "SHARE",
            description = {"Share of the rows to read, in blocks spread over the file, for CSV and Parquet (default: all,",
                "or as many as can be read in a tenth of the budget)."})
    private double sample;

    @Option(names = "--holdout", paramLabel = "SHARE|none", converter = HoldoutConverter.class,
            description = "Share of rows kept for the final score (default: 0.2).")
    private double holdout = 0.2;

    @Option(names = "--validation", paramLabel = "HOW", converter = ValidationConverter.class,
            description = {"How rows are divided into folds and holdout (default: random):",
                "group:COLUMN keeps rows with the same value together;",
                "time:COLUMN always judges later rows than those learnt from;",
                "folds:COLUMN takes the parts the column names (holdout or test, train, any other value a fold)."})
    private Validation validation = new Validation.Random();

    @Option(names = "--strategy", paramLabel = "ID", description = "Way to search: portfolio (default), random, grid, bayesian or halving.")
    private String strategy = SearchSettings.DEFAULTS.strategy();

    @Option(names = "--ensemble", paramLabel = "ID",
            description = "Way to join trials: greedy (default), bagging, average, stacking, stagewise or single.")
    private String ensemble = SearchSettings.DEFAULTS.ensemble();

    @Option(names = "--scoring", paramLabel = "best|fast", description = {"What to hand over (default: best):",
        "best is the blend with the best score;",
        "fast is one model taught by the blend, or few models, that answer one row within 1 ms and 100,000 rows in a second",
        "on two cores."})
    private String scoring = SearchSettings.BEST;

    @Option(names = "--class-weights", paramLabel = "none|balanced|smote[:SHARE]", description = {"How much classes count in learning (default: none):",
        "balanced lets each count the same; scores and probabilities are those of the rows as they are.",
        "smote tries models with made-up rows of rarer classes beside those without, for comparison:",
        "up to SHARE of the rows of the commonest class (default: 0.5), in training rows only."})
    private String classWeights = SearchSettings.NO_WEIGHTS;

    @Option(names = "--loss", paramLabel = "LOSS", description = {"What a regression descends: squared, absolute, huber, quantile, poisson, tweedie",
        "or log_cosh (default: what suits the metric). With quantile only learners that can answer with one are tried."})
    private String loss = "";

    @Option(names = "--quantile", paramLabel = "LEVEL",
            description = "With --loss quantile: share of rows that should stay below the answer, such as 0.9 (default: 0.5).")
    private @Nullable Double quantile;

    @Option(names = "--out", paramLabel = "DIR", description = "Project folder (default: a new one named after the data).")
    private @Nullable Path out;

    @Option(names = "--force", description = "Run again in a folder that holds a project, replacing its model.")
    private boolean force;

    @Option(names = "--quiet", description = "Only say what went wrong.")
    private boolean quiet;

    @Mixin
    private TableOptions table = new TableOptions();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Override
    public Integer call() {
        checkNumbers();
        DataArgument argument = words.argument();
        Path data = argument.path();
        Path folder = out != null ? out : ProjectFolder.freshPath(Path.of("").toAbsolutePath(), data.toAbsolutePath().normalize());
        ImportOptions options = argument.with(reading.toImportOptions());
        boolean fresh = !ProjectFolder.exists(folder);
        ProjectSettings settings = settings(folder, argument, options);
        try (ProjectFolder project = fresh ? ProjectFolder.create(folder, settings) : ProjectRun.again(folder, settings, force)) {
            return new ProjectRun(project, spec.commandLine(), lathe.start(), quiet, fresh).run();
        }
    }

    private void checkNumbers() {
        require(threads >= 0 && threads <= 256, "--threads must lie in [1, 256], was " + threads);
        require(trials >= 0, "--trials must be at least 1, was " + trials);
        require(sample >= 0 && sample <= 1, "--sample must lie in (0, 1], was " + sample);
        require(metric.isEmpty() || Metrics.byId(metric).isPresent(), "--metric must be one of %s, not '%s'"
                .formatted(Metrics.all().stream().map(Metric::id).toList(), metric));
        List<String> known = Learners.ALL.stream().map(Learner::id).toList();
        List<String> strategies = Strategies.ALL.stream().map(Strategy::id).toList();
        require(strategies.contains(strategy), "--strategy must be one of %s, not '%s'".formatted(strategies, strategy));
        List<String> methods = EnsembleMethods.ALL.stream().map(EnsembleMethod::id).toList();
        require(methods.contains(ensemble), "--ensemble must be one of %s, not '%s'".formatted(methods, ensemble));
        require(List.of(SearchSettings.BEST, SearchSettings.FAST).contains(scoring),
                "--scoring must be best or fast, not '%s'".formatted(scoring));
        require(SearchSettings.areClassWeights(classWeights),
                "--class-weights must be none, balanced, smote or such as smote:0.5, not '%s'".formatted(classWeights));
        require(loss.isEmpty() || AskedLoss.NAMES.contains(loss), "--loss must be one of %s, not '%s'".formatted(AskedLoss.NAMES, loss));
        require(quantile == null || loss.equals(AskedLoss.QUANTILE), "--quantile goes with --loss quantile only");
        require(quantile == null || quantile > 0 && quantile < 1, "--quantile must lie between 0 and 1, was " + quantile);
        require(known.containsAll(learners), "--learners must be among %s, was %s".formatted(known, learners));
    }

    private void require(boolean holds, String sentence) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), sentence);
        }
    }

    private ColumnChoice prepared(ColumnChoice choice, String name, String step) {
        try {
            return choice.withStep(step);
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(spec.commandLine(), "--prepare %s: %s".formatted(name, refused.getMessage()));
        }
    }

    private AskedLoss asked() {
        return loss.equals(AskedLoss.QUANTILE) ? AskedLoss.quantile(quantile == null ? 0.5 : quantile) : AskedLoss.parse(loss);
    }

    private ProjectSettings settings(Path folder, DataArgument argument, ImportOptions options) {
        Path data = argument.path();
        Duration time = budget != null ? budget : trials > 0 ? BOUNDED_BY_TRIALS : USUAL_BUDGET;
        Map<String, ColumnChoice> columns = new HashMap<>();
        options.types().forEach((name, type) -> columns.put(name, ColumnChoice.NONE.withType(type)));
        options.formats().forEach((name, format) ->
                columns.put(name, columns.getOrDefault(name, ColumnChoice.NONE).withFormat(format)));
        monotone.forEach((name, direction) -> columns.put(name, columns.getOrDefault(name, ColumnChoice.NONE).withDirection(direction)));
        prepare.forEach((name, step) -> columns.put(name, prepared(columns.getOrDefault(name, ColumnChoice.NONE), name, step)));
        drop.forEach(name -> columns.put(name, ColumnChoice.DROPPED));
        if (!weight.isEmpty()) {
            columns.put(weight, columns.getOrDefault(weight, ColumnChoice.NONE).withRole(Role.WEIGHT));
        }
        SearchSettings search = new SearchSettings(metric, positive, time.toSeconds(), threads, new Seed(seed), trials, holdout)
                .withLearners(learners).withValidation(validation).withStrategy(strategy).withEnsemble(ensemble).withScoring(scoring)
                .withClassWeights(classWeights).withLoss(asked());
        ReadingChoice choice = new ReadingChoice(options.sheet(), options.headerRow(), options.charset(),
                options.separator(), options.decimalMark(), options.missingTokens(), sample, options.parts().files(),
                options.parts().entry(), options.parts().fileColumn(), options.badRows() == BadRows.LEFT_OUT ? ReadingChoice.SKIP : "",
                argument.beside(options.parts().second().path()), options.parts().second().key(), options.parts().second().summarised() ? ReadingChoice.SUMMARY : "");
        return new ProjectSettings(ProjectFolder.dataName(data), Brief.EMPTY, ProjectFolder.relativeSource(folder, data), target,
                task.map(each -> each.name().toLowerCase(Locale.ROOT)).orElse(""), search, choice, columns)
                .withTable(table.toChoice());
    }
}
