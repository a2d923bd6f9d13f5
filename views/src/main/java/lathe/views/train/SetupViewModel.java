package lathe.views.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import lathe.engine.builtin.Learners;
import lathe.engine.data.Imported;
import lathe.engine.evaluate.Validation;
import lathe.engine.flow.RunForecast;
import lathe.engine.learn.AskedLoss;
import lathe.engine.learn.Learner;
import lathe.engine.profile.Finding;
import lathe.engine.profile.TableProfile;
import lathe.engine.progress.CancelToken;
import lathe.engine.provenance.Seed;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.SearchSettings;
import lathe.scoring.Problem;
import lathe.views.desk.OpenProject;
import lathe.views.text.Terms;
import lathe.views.text.Texts;
import lathe.views.work.Loadable;
import lathe.views.work.Work;

/// The choices of the set-up page and what they will lead to. Every choice can be undone.
public final class SetupViewModel {

    private final OpenProject project;
    private final Work work;
    private final Texts texts;
    private final Terms terms;
    private final ReadOnlyObjectWrapper<SetupState> state;
    private final Subscription subscription;
    private CancelToken forecasting = new CancelToken();

    public SetupViewModel(OpenProject project, Work work, Texts texts) {
        this.project = project;
        this.work = work;
        this.texts = texts;
        this.terms = Terms.of(texts.locale());
        this.state = new ReadOnlyObjectWrapper<>(SetupState.of(project.settings()));
        this.subscription = Subscription.combine(project.settingsProperty().subscribe(each -> refresh()),
                project.dataProperty().subscribe(each -> refresh()), project.profileProperty().subscribe(each -> refresh()));
    }

    public ReadOnlyObjectProperty<SetupState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private void refresh() {
        forecasting.cancel();
        ProjectSettings settings = project.settings();
        SetupState now = state.get().withSettings(settings);
        state.set(switch (project.dataProperty().get()) {
            case Loadable.Empty<Imported> _ -> settings.source().isEmpty()
                    ? now.blocked(List.of(), problem("source-missing")) : now.withReading(List.of());
            case Loadable.Busy<Imported> _ -> now.withReading(List.of());
            case Loadable.Failed<Imported>(Problem problem) -> now.blocked(List.of(), problem);
            case Loadable.Ready<Imported>(Imported read) -> withData(now, read);
        });
    }

    private SetupState withData(SetupState now, Imported read) {
        List<String> columns = read.table().schema().names();
        if (now.settings().target().isEmpty()) {
            return now.blocked(columns, problem("target-missing"));
        }
        return switch (project.profileProperty().get()) {
            case Loadable.Failed<TableProfile>(Problem problem) -> now.blocked(columns, problem);
            case Loadable.Ready<TableProfile>(TableProfile profile) -> {
                forecast(now.settings(), read, profile.findings());
                yield new SetupState(now.settings(), columns, now.forecast().isEmpty(), now.forecast(), now.blocker());
            }
            case Loadable.Empty<TableProfile> _ -> now.withReading(columns);
            case Loadable.Busy<TableProfile> _ -> now.withReading(columns);
        };
    }

    private void forecast(ProjectSettings settings, Imported read, List<Finding> findings) {
        List<String> columns = read.table().schema().names();
        forecasting = work.run((cancel, progress) -> RunForecast.of(settings, read.table(), findings),
                forecast -> state.set(state.get().with(columns, forecast)),
                problem -> state.set(state.get().blocked(columns, inWindowWords(problem))));
    }

    // The engine's remedies speak of the command line.
    private Problem inWindowWords(Problem problem) {
        String key = "problem." + problem.code();
        return texts.has(key + ".remedy") ? new Problem(problem.code(), texts.has(key) ? texts.get(key) : problem.what(),
                problem.where(), texts.get(key + ".remedy")) : problem;
    }

    private Problem problem(String code) {
        return Problem.of(code, texts.get("problem." + code), texts.get("problem." + code + ".remedy"));
    }

    public void target(String column) {
        project.change(texts.get("undo.target", column), settings -> column.equals(settings.target()) ? settings
                : settings.withTarget(column).withTask("").withSearch(settings.search().withMetric("").withPositive("")));
    }

    /// @param task `binary`, `multiclass`, `regression`; empty to have it found
    public void task(String task) {
        project.change(texts.get("undo.task"), settings -> task.equals(settings.task()) ? settings
                : settings.withTask(task).withSearch(settings.search().withMetric("").withPositive("")));
    }

    public void metric(String id) {
        search(texts.get("undo.metric", terms.metric(id)), search -> search.withMetric(id));
    }

    public void positive(String label) {
        search(texts.get("undo.positive", label), search -> search.withPositive(label));
    }

    public void budget(double seconds) {
        search(texts.get("undo.budget"), search -> search.withBudgetSeconds(seconds));
    }

    /// @param most 0 for no limit; then there must be a limit of time
    public void trials(int most) {
        search(texts.get("undo.trials"), search -> {
            boolean timeless = most == 0 && search.budgetSeconds() >= SearchSettings.LONGEST;
            return (timeless ? search.withBudgetSeconds(SearchSettings.DEFAULTS.budgetSeconds()) : search).withTrialLimit(most);
        });
    }

    /// Lets the number of trials alone end the search.
    public void untimed() {
        search(texts.get("undo.budget"), search -> search.withBudgetSeconds(SearchSettings.LONGEST));
    }

    public void strategy(String id) {
        search(texts.get("undo.strategy"), search -> search.withStrategy(id));
    }

    public void ensemble(String id) {
        search(texts.get("undo.ensemble"), search -> search.withEnsemble(id));
    }

    public void scoring(String kind) {
        search(texts.get("undo.scoring"), search -> search.withScoring(kind));
    }

    /// @param kind as in [SearchSettings#classWeights]
    public void classWeights(String kind) {
        search(texts.get("undo.class-weights"), search -> search.withClassWeights(kind));
    }

    /// @param text as [AskedLoss#text]; the metric follows it again
    public void loss(String text) {
        search(texts.get("undo.loss"), search -> text.equals(search.loss().text()) ? search
                : search.withLoss(AskedLoss.parse(text)).withMetric(""));
    }

    public void holdout(double share) {
        search(texts.get("undo.holdout"), search -> search.withHoldout(share));
    }

    /// @param kind `random`, `group`, `time` or `folds`; the column chosen before stays
    public void validation(String kind) {
        search(texts.get("undo.validation"), search -> search.withValidation(Validation.of(kind, search.validation().column())));
    }

    /// @param column that divides the rows
    public void dividingColumn(String column) {
        search(texts.get("undo.validation"), search -> search.withValidation(Validation.of(search.validation().kind(), column)));
    }

    public void seed(long value) {
        search(texts.get("undo.seed"), search -> search.withSeed(new Seed(value)));
    }

    /// @param count 0 for one per core
    public void threads(int count) {
        search(texts.get("undo.threads"), search -> search.withThreads(count));
    }

    public void learner(String id, boolean tried) {
        search(texts.get(tried ? "undo.learner" : "undo.no-learner", terms.learner(id)), search -> {
            List<String> chosen = new ArrayList<>(Learners.ALL.stream().map(Learner::id)
                    .filter(each -> each.equals(id) ? tried : state.get().tries(each)).toList());
            boolean usual = chosen.equals(Learners.USUAL.stream().map(Learner::id).toList());
            return search.withLearners(usual ? List.of() : chosen);
        });
    }

    private void search(String what, UnaryOperator<SearchSettings> change) {
        project.change(what, settings -> settings.withSearch(change.apply(settings.search())));
    }

    /// Begins the run.
    public void start() {
        if (state.get().canStart()) {
            project.running().start();
        }
    }

    public void close() {
        forecasting.cancel();
        subscription.unsubscribe();
    }
}
