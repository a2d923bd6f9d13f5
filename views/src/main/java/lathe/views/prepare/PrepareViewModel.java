package lathe.views.prepare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import lathe.engine.flow.ColumnPreparation;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.learn.Monotone;
import lathe.engine.prepare.StepOption;
import lathe.engine.prepare.StepPreview;
import lathe.engine.prepare.StepWish;
import lathe.engine.profile.FieldProfile;
import lathe.engine.profile.Finding;
import lathe.engine.profile.TableProfile;
import lathe.engine.progress.CancelToken;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Problem;
import lathe.scoring.Role;
import lathe.scoring.Table;
import lathe.views.desk.OpenProject;
import lathe.views.work.Loadable;
import lathe.views.work.Progress;
import lathe.views.work.Work;
import org.jspecify.annotations.Nullable;

/// Keeps the plan of every column up to date with data, profile and settings, and makes previews beside the window.
public final class PrepareViewModel {

    static final int PREVIEW_ROWS = 6;
    private static final long PAUSE_MILLIS = 60;   // a key held down runs over rows without a preview of each

    /// What a preview is of; the same wish gives the same preview.
    private record Wanted(int version, StepPreview.Wish wish) { }

    private final OpenProject project;
    private final Work work;
    private final PlanWords words;
    private final ReadOnlyObjectWrapper<PrepareState> state = new ReadOnlyObjectWrapper<>(PrepareState.START);
    private final Subscription subscription;
    private CancelToken looking = new CancelToken();
    private CancelToken previewing = new CancelToken();
    private @Nullable Table seen;
    private @Nullable ColumnFacts facts;
    private @Nullable Wanted wanted;
    private String target = "";
    private int version;   // of the facts
    private String awaited = "";   // a column to be shown once it is there

    public PrepareViewModel(OpenProject project, Work work, Locale locale) {
        this.project = project;
        this.work = work;
        this.words = new PlanWords(locale);
        this.subscription = Subscription.combine(project.dataProperty().subscribe(data -> refresh()),
                project.profileProperty().subscribe(profile -> refresh()), project.settingsProperty().subscribe(settings -> refresh()));
    }

    public PrepareState state() {
        return state.get();
    }

    public ReadOnlyObjectProperty<PrepareState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public void filter(UnaryOperator<PlanFilter> change) {
        state.set(state().withFilter(change.apply(state().filter())));
    }

    /// @param names   columns a choice will be made for
    /// @param focused the one whose card is shown
    public void select(List<String> names, String focused) {
        state.set(state().withSelection(names, focused));
        preview();
    }

    /// Shows the card of a column that is about to be made.
    void selectOnceThere(String column) {
        awaited = column;
        selectAwaited();
    }

    private void selectAwaited() {
        if (!awaited.isEmpty() && state().columns().stream().anyMatch(plan -> plan.name().equals(awaited))) {
            String column = awaited;
            awaited = "";
            select(List.of(column), column);
        }
    }

    /// The kind of model the preview is for.
    public void seenBy(Preparation preparation) {
        state.set(state().withSeenBy(preparation));
        preview();
    }

    /// Steps offered for a type; leaving out is offered apart from them.
    static List<String> steps(FieldType type) {
        return ColumnPreparation.options(type).stream().map(StepOption::id).filter(id -> !id.equals(ColumnPlan.LEAVE_OUT)).toList();
    }

    /// Steps that all these columns can be prepared with.
    static List<String> commonSteps(List<ColumnPlan> plans) {
        List<String> common = new ArrayList<>(plans.isEmpty() ? List.of() : steps(plans.getFirst().type()));
        plans.forEach(plan -> common.retainAll(steps(plan.type())));
        return List.copyOf(common);
    }

    /// Makes a choice for columns, as one change that can be undone.
    ///
    /// @param choice [ColumnPlan#AUTOMATIC], [ColumnPlan#LEAVE_OUT] or a step; columns it does not fit stay as they are
    public void choose(List<ColumnPlan> plans, String choice) {
        List<ColumnPlan> fitting = plans.stream().filter(plan -> choice.isEmpty() || choice.equals(ColumnPlan.LEAVE_OUT)
                || steps(plan.type()).contains(choice)).toList();
        if (!fitting.isEmpty()) {
            project.change(words.change(fitting, choice), settings -> with(settings, fitting, choice));
        }
    }

    private static ProjectSettings with(ProjectSettings settings, List<ColumnPlan> plans, String choice) {
        return with(settings, plans, before -> ColumnPlan.choose(before, choice));
    }

    private static ProjectSettings with(ProjectSettings settings, List<ColumnPlan> plans, UnaryOperator<ColumnChoice> change) {
        Map<String, ColumnChoice> columns = new HashMap<>(settings.columns());
        for (ColumnPlan plan : plans) {
            ColumnChoice now = change.apply(settings.column(plan.name()));
            if (now.equals(ColumnChoice.NONE)) {
                columns.remove(plan.name());
            } else {
                columns.put(plan.name(), now);
            }
        }
        return settings.withColumns(columns);
    }

    /// Sets something about the step of a column.
    ///
    /// @param answer hears why it cannot be set so, or an empty text once it is
    void set(ColumnPlan plan, StepWish wish, Consumer<String> answer) {
        var _ = work.run((cancel, progress) -> ColumnPreparation.problem(Field.of(plan.name(), plan.type()), wish.text()), problem -> {
            if (problem.isEmpty() && !wish.text().equals(project.settings().column(plan.name()).step())) {
                project.change(words.changeSet(plan, wish), settings -> with(settings, List.of(plan), before -> before.withStep(wish.text())));
            }
            answer.accept(problem.map(Problem::what).orElse(""));
        }, problem -> answer.accept(problem.what()));
    }

    /// Says which way the answer may go while a number grows.
    ///
    /// @param direction as [ColumnChoice#monotone]; empty for both ways
    public void direct(ColumnPlan plan, String direction) {
        project.change(words.changeDirection(plan, direction), settings -> with(settings, List.of(plan),
                before -> before.withDirection(Monotone.of(direction).orElse(null))));
    }

    /// Uses a column that was left out, prepared as Lathe chooses.
    public void keep(ColumnPlan plan) {
        project.change(words.keep(plan), settings -> settings.withColumn(plan.name(),
                ColumnPlan.choose(settings.column(plan.name()), ColumnPlan.AUTOMATIC).withRole(Role.FEATURE)));
    }

    private void refresh() {
        Loadable<Table> data = project.dataProperty().get().map(read -> read.table());
        Table table = data.optional().orElse(null);
        ProjectSettings settings = project.settings();
        if (!isSame(table, seen) || !target.equals(settings.target())) {
            forget(table, settings.target());
        }
        state.set(state().withPlans(data.map(now -> plans(now, settings))));
        selectAwaited();
        preview();
    }

    // A table is as large as a file; whether it is the same one is all that is asked.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(@Nullable Table one, @Nullable Table other) {
        return one == other;
    }

    private void forget(@Nullable Table table, String newTarget) {
        looking.cancel();
        seen = table;
        target = newTarget;
        facts = null;
        if (table != null) {
            looking = work.run((cancel, progress) -> ColumnFacts.of(table, newTarget, cancel), found -> {
                facts = found;
                version++;
                refresh();
            }, problem -> state.set(state().withPreview(new Loadable.Failed<>(problem))));
        }
    }

    private List<ColumnPlan> plans(Table table, ProjectSettings settings) {
        TableProfile profile = project.profileProperty().get().optional().orElse(null);
        Map<String, List<Finding>> findings = new HashMap<>();
        Map<String, FieldProfile> fields = new HashMap<>();
        if (profile != null) {
            profile.findings().forEach(each -> findings.computeIfAbsent(each.field(), name -> new ArrayList<>()).add(each));
            profile.fields().forEach(each -> fields.put(each.name(), each));
        }
        List<ColumnPlan> plans = new ArrayList<>();
        for (Field field : table.schema().fields()) {
            if (!field.name().equals(settings.target())) {
                FieldProfile counted = fields.get(field.name());
                plans.add(plan(field, settings, findings.getOrDefault(field.name(), List.of()),
                        counted == null ? -1 : counted.distinct()));
            }
        }
        return List.copyOf(plans);
    }

    private ColumnPlan plan(Field field, ProjectSettings settings, List<Finding> found, int distinct) {
        ColumnChoice choice = settings.column(field.name());
        boolean ours = choice.chosenRole().filter(role -> role == Role.IGNORED || role == Role.FEATURE).isPresent();
        return new ColumnPlan(field.name(), field.type(),
                ColumnPlan.use(choice, settings.columns().containsKey(field.name()), found), choice.chosenRole().orElse(Role.FEATURE),
                choice.step(), choice.monotone(), facts == null ? null : facts.automatic().get(field.name()), distinct, found,
                ours || !choice.step().isEmpty() || !choice.monotone().isEmpty());
    }

    private void preview() {
        ColumnFacts known = facts;
        ColumnPlan plan = state().focused().orElse(null);
        if (known == null || plan == null || known.sample().schema().find(plan.name()).isEmpty()) {
            show(null, Loadable.empty());
            return;
        }
        boolean forTrees = state().seenBy() == Preparation.TREES;
        String step = plan.effectiveStep(forTrees).orElse("");
        if (plan.use() != ColumnPlan.Use.USED || step.isEmpty()) {
            show(null, Loadable.empty());
            return;
        }
        Wanted now = new Wanted(version, new StepPreview.Wish(project.settings().target(), plan.name(), step, state().seenBy()));
        if (!now.equals(wanted)) {
            show(now, new Loadable.Busy<>(Progress.UNKNOWN));
            CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, work::later).execute(() -> make(now));
        }
    }

    private void show(@Nullable Wanted now, Loadable<StepPreview> preview) {
        previewing.cancel();
        wanted = now;
        if (!state().preview().equals(preview)) {
            state.set(state().withPreview(preview));
        }
    }

    private void make(Wanted asked) {
        ColumnFacts known = facts;
        if (known == null || !Objects.equals(asked, wanted)) {
            return;   // another column was chosen in the meantime
        }
        previewing = work.run((cancel, progress) -> ColumnPreparation.preview(known.sample(), asked.wish(), PREVIEW_ROWS),
                made -> state.set(state().withPreview(new Loadable.Ready<>(made))),
                problem -> state.set(state().withPreview(new Loadable.Failed<>(problem))));
    }

    /// Ends jobs and stops listening.
    public void close() {
        subscription.unsubscribe();
        looking.cancel();
        previewing.cancel();
        wanted = null;
    }
}
