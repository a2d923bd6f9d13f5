package lathe.engine.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import lathe.engine.data.Imported;
import lathe.engine.evaluate.FoldPlan;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Monotone;
import lathe.engine.learn.Target;
import lathe.engine.prepare.ColumnWishes;
import lathe.engine.profile.Finding;
import lathe.engine.profile.Profiler;
import lathe.engine.profile.TableProfile;
import lathe.engine.search.RunData;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.RunSpec;
import lathe.engine.track.SearchSettings;
import lathe.scoring.FieldType;
import lathe.scoring.Fingerprint;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.Signature;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.derive.DerivedColumn;

/// Checks what was read, decides which columns take part, and splits the rows.
final class RunPreparation {

    private static final double THRESHOLD = 0.5;

    private final ProjectSettings asked;
    private final SearchSettings settings;
    private final Imported imported;
    private final List<DerivedColumn> derived;
    private final Consumer<RunEvent> events;
    private final Map<String, String> ignored = new HashMap<>();

    RunPreparation(ProjectSettings asked, ProjectTable table, Consumer<RunEvent> events) {
        this.asked = asked;
        this.settings = asked.search();
        this.imported = table.imported();
        this.derived = table.derived();
        this.events = events;
    }

    /// @param folds how many are wanted for all rows of the search
    /// @throws ProblemException if the request does not fit the data
    PreparedRun prepare(ToIntFunction<DataShape> folds) {
        Table table = imported.table();
        checkColumns(table.schema());
        checkDerived();
        TargetCoding coding = new TargetCoder(table, asked.target(), RowWeights.of(table, asked.target(), asked.columns())).code(asked.chosenTask(),
                settings.positive().isEmpty() ? Optional.empty() : Optional.of(settings.positive()));
        LossWish.require(settings.loss(), coding);
        TableProfile profile = Profiler.profile(table, asked.target(), Profiler.FOR_TRAINING, asked.limits());
        DirectionWishes.require(asked, table.schema(), coding.task());
        chooseColumns(profile);
        Table rows = table.select(coding.rows());
        Schema features = new Schema(table.schema().fields().stream()
                .filter(field -> !ignored.containsKey(field.name()) && !field.name().equals(asked.target()))
                .map(field -> field.withRole(Role.FEATURE)).toList());
        if (features.size() == 0) {
            throw new ProblemException(Problem.of("no-features",
                    "No column is left to learn from; left out are %s.".formatted(reasons()),
                    "Keep at least one column whose values differ from row to row."));
        }
        return split(rows, features, coding, profile, folds);
    }

    private PreparedRun split(Table rows, Schema learnt, TargetCoding coding, TableProfile profile,
            ToIntFunction<DataShape> folds) {
        Target target = coding.target();
        List<DerivedColumn> needed = DerivedColumn.needed(derived, learnt.names());
        Schema inputs = inputs(rows.schema(), learnt, needed);
        Table raw = rows.project(inputs);
        Table features = inputs.equals(learnt) ? raw : rows.project(learnt);
        RowsApart apart = RowsApart.of(rows, inputs, target, settings);
        int[] kept = apart.kept();
        int[] held = apart.held();
        Target searched = target.select(kept);
        DataShape whole = new DataShape(coding.task(), coding.classes().size(), kept.length, features.schema().size());
        int wanted = folds.applyAsInt(whole);
        FoldPlan plan = apart.folds(searched, wanted);
        DataShape shape = new DataShape(whole.task(), whole.classes(), plan.mostTrained(), whole.features());
        Signature signature = new Signature(inputs, coding.task(), asked.target(), coding.classes(),
                coding.positive(), THRESHOLD);
        Table seen = features.select(kept);
        return new PreparedRun(imported, profile, signature, needed, inputs.equals(learnt) ? seen : raw.select(kept),
                new RunData(seen, searched, plan, settings.balancesClasses(), SmoteComparison.share(settings, coding)), raw.select(held), target.select(held), apart, wanted, shape, Fingerprint.of(imported.table()),
                reasons());
    }

    // What callers give: the features that are no derived ones, and whatever those are made of.
    private static Schema inputs(Schema all, Schema learnt, List<DerivedColumn> needed) {
        Set<String> made = needed.stream().map(DerivedColumn::name).collect(Collectors.toSet());
        Set<String> read = needed.stream().flatMap(column -> column.expression().columns().stream()).collect(Collectors.toSet());
        return new Schema(all.fields().stream()
                .filter(field -> !made.contains(field.name()) && (read.contains(field.name()) || learnt.find(field.name()).isPresent()))
                .map(field -> field.withRole(Role.FEATURE)).toList());
    }

    private List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        ignored.forEach((name, reason) -> reasons.add("'%s' (%s)".formatted(name, reason)));
        reasons.sort(null);
        return reasons;
    }

    private void checkColumns(Schema schema) {
        for (Map.Entry<String, ColumnChoice> choice : asked.columns().entrySet()) {
            String name = choice.getKey();
            if (schema.find(name).isEmpty()) {
                throw new ProblemException(Problem.of("column-unknown", "There is no column '%s'; the table has %s."
                        .formatted(name, Sentences.list(schema.names(), 12)), "Name columns of the table."));
            }
            if (name.equals(asked.target()) && isLeftOut(choice.getValue())) {
                throw new ProblemException(Problem.of("drop-target", "'%s' cannot be left out, it is the target."
                        .formatted(name), "Choose another target or keep the column."));
            }
            ColumnPreparation.problem(schema.field(name), choice.getValue().step()).ifPresent(problem -> {
                throw new ProblemException(problem);
            });
        }
        ValidationColumn.require(schema.names(), asked.target(), settings.validation());
    }

    // At scoring the target is what is asked for, so nothing can be made of it.
    private void checkDerived() {
        for (DerivedColumn column : derived) {
            boolean read = DerivedColumn.needed(derived, List.of(column.name())).stream()
                    .anyMatch(each -> each.expression().columns().contains(asked.target()));
            if (read && !column.name().equals(asked.target()) && !isLeftOut(asked.column(column.name()))) {
                throw new ProblemException(new Problem("derived-from-target", "It is made of the target '%s', which is not known when a model is asked."
                        .formatted(asked.target()), "derived column " + column.name(), "Change its expression, or leave the column out."));
            }
        }
    }

    private static boolean isLeftOut(ColumnChoice choice) {
        return choice.chosenRole().filter(role -> role != Role.FEATURE).isPresent();
    }

    /// What a person wants of columns, in the words of learners: a direction speaks of the second class there, of the positive
    /// one here.
    static ColumnWishes wishes(ProjectSettings asked, PreparedRun run) {
        Map<String, Monotone> directions = RunSpec.directions(asked.columns());
        directions.keySet().retainAll(run.search().table().schema().names());
        if (run.signature().positive() == 0) {
            directions.replaceAll((name, direction) -> direction.opposite());
        }
        return new ColumnWishes(chosenSteps(asked), directions);
    }

    private static Map<String, String> chosenSteps(ProjectSettings asked) {
        Map<String, String> steps = new HashMap<>();
        asked.columns().forEach((name, choice) -> {
            if (!choice.step().isEmpty()) {
                steps.put(name, choice.step());
            }
        });
        return steps;
    }

    // Neither reason reads the target, so both may be decided over all rows.
    private void chooseColumns(TableProfile profile) {
        asked.columns().forEach((name, choice) -> {
            if (isLeftOut(choice)) {
                ignored.put(name, choice.chosenRole().equals(Optional.of(Role.WEIGHT)) ? "it says how much rows count" : "left out on request");
            }
        });
        if (settings.validation().takesColumn()) {
            ignored.put(settings.validation().column(), "it divides the rows");
        }
        for (Finding finding : profile.findings()) {
            boolean useless = finding.code().equals("constant") || finding.code().equals("identifier");
            if (useless && !finding.field().equals(asked.target()) && !asked.columns().containsKey(finding.field())) {
                ignored.putIfAbsent(finding.field(), finding.code());
            }
            events.accept(new RunEvent.Note(finding.sentence()));
        }
    }
}
