package lathe.engine.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lathe.engine.builtin.Metrics;
import lathe.engine.evaluate.Metric;
import lathe.engine.evaluate.Validation;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Learner;
import lathe.engine.profile.Finding;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.RunSpec;
import lathe.engine.track.SearchSettings;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.Table;
import lathe.scoring.Task;

/// What a run with such settings will do, as far as it can be told before it begins.
///
/// @param task        settled
/// @param classes     labels in order; empty for regression
/// @param positive    index of the positive class of a binary task, otherwise −1
/// @param metric      id, settled
/// @param rows        rows with a target
/// @param rowsWithout rows without one; they are not learnt from
/// @param holdoutRows about as many rows are kept for the final score
/// @param folds       each model is tried on; 1 for a single split
/// @param workers     models are fitted by so many processes at a time
/// @param columns     learnt from, in the order of the table
/// @param leftOut     not learnt from, by choice or because they are constants or identifiers
/// @param learners    ids of those that will be tried
/// @param teaching    seconds of the budget that go into one more model, taught by the best blend, where models explain most of the target;
///                    0 if in no case
public record RunForecast(Task task, List<String> classes, int positive, String metric, int rows, int rowsWithout,
                          int holdoutRows, int folds, int workers, List<String> columns, List<String> leftOut,
                          List<String> learners, double teaching) {

    private static final Set<String> USELESS = Set.of("constant", "identifier");

    public RunForecast {
        classes = List.copyOf(classes);
        columns = List.copyOf(columns);
        leftOut = List.copyOf(leftOut);
        learners = List.copyOf(learners);
    }

    /// @param table    the source as read
    /// @param findings about the table, with the target known
    /// @throws ProblemException for what would end the run before its first trial
    public static RunForecast of(ProjectSettings settings, Table table, List<Finding> findings) {
        AutoMl.requireComplete(settings);
        SearchSettings search = settings.search();
        List<Learner> learners = LearnerChoice.of(settings);
        if (!settings.column(settings.target()).chosenRole().map(Role.FEATURE::equals).orElse(true)) {
            throw new ProblemException(Problem.of("drop-target", "'%s' cannot be left out, it is the target."
                    .formatted(settings.target()), "Choose another target or keep the column."));
        }
        TargetCoding coding = new TargetCoder(table, settings.target(), RowWeights.of(table, settings.target(), settings.columns())).code(settings.chosenTask(),
                Optional.of(search.positive()).filter(label -> !label.isEmpty()));
        LossWish.require(search.loss(), coding);
        if (table.schema().names().containsAll(settings.columns().keySet())) {
            DirectionWishes.require(settings, table.schema(), coding.task());
        }
        List<String> columns = new ArrayList<>(table.schema().names());
        columns.remove(settings.target());
        List<String> leftOut = columns.stream().filter(name -> isLeftOut(name, settings, findings)).toList();
        columns.removeAll(leftOut);
        ValidationColumn.require(table.schema().names(), settings.target(), search.validation());
        if (columns.isEmpty()) {
            throw new ProblemException(Problem.of("no-features", "No column is left to learn from; %s left out."
                    .formatted(leftOut.size() == 1 ? "one is" : leftOut.size() + " are"),
                    "Keep at least one column whose values differ from row to row."));
        }
        int rows = coding.rows().length;
        Optional<RowsApart> apart = apart(table, columns, coding, search);
        int held = apart.map(each -> each.held().length).orElse((int) Math.round(rows * search.holdout()));
        int workers = search.threads() > 0 ? search.threads() : Runtime.getRuntime().availableProcessors();
        DataShape shape = new DataShape(coding.task(), coding.classes().size(), rows - held, columns.size());
        LearnerChoice.requireOneThatFits(learners, shape);
        int wanted = FoldChoice.folds(learners, shape, search.budgetSeconds(), workers);
        int folds = apart.map(each -> each.folds(coding.target().select(each.kept()), wanted).count()).orElse(wanted);
        String metric = LossWish.metric(search, coding.task()).id();
        return new RunForecast(coding.task(), coding.classes(), coding.positive(), metric, rows, table.rows() - rows, held, folds, workers,
                columns, leftOut, learners.stream().filter(each -> each.refusal(shape).isEmpty()).map(Learner::id).toList(),
                PupilStage.secondsBeside(settings, coding.task(), metric, learners, inputs(table, columns), rows - held));
    }

    // What a column divides has sizes of its own; at random they are as asked, and dividing takes time on many rows.
    private static Optional<RowsApart> apart(Table table, List<String> columns, TargetCoding coding, SearchSettings search) {
        if (search.validation() instanceof Validation.Random) {
            return Optional.empty();
        }
        return Optional.of(RowsApart.of(table.select(coding.rows()), inputs(table, columns), coding.target(), search));
    }

    private static Schema inputs(Table table, List<String> columns) {
        return new Schema(columns.stream().map(table.schema()::field).toList());
    }

    // As the run itself decides: chosen, dividing the rows, or found useless and not spoken of.
    private static boolean isLeftOut(String name, ProjectSettings settings, List<Finding> findings) {
        ColumnChoice choice = settings.column(name);
        boolean divides = settings.search().validation().takesColumn() && settings.search().validation().column().equals(name);
        if (divides || choice.chosenRole().filter(role -> role != Role.FEATURE).isPresent()) {
            return true;
        }
        return !settings.columns().containsKey(name)
                && findings.stream().anyMatch(each -> each.field().equals(name) && USELESS.contains(each.code()));
    }
}
