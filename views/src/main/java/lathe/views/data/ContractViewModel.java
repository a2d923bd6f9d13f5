package lathe.views.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import lathe.engine.data.ColumnRule;
import lathe.engine.data.Contract;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.Imported;
import lathe.engine.flow.ProjectReading;
import lathe.engine.profile.ContractProposal;
import lathe.engine.profile.Profiler;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.Problem;
import lathe.views.desk.OpenProject;
import lathe.views.text.Texts;
import lathe.views.work.Loadable;
import lathe.views.work.Work;

/// What new data must be: proposed from the table, edited column by column, tried on the table. Every change can be undone.
final class ContractViewModel {

    private final OpenProject project;
    private final Texts texts;
    private final Work work;
    private final Consumer<Problem> problems;
    private final SimpleObjectProperty<Loadable<Contract.Outcome>> outcome = new SimpleObjectProperty<>(Loadable.empty());
    private boolean proposing;
    private Map<String, ColumnRule> tried = Map.of();

    /// @param problems hears why nothing could be proposed
    ContractViewModel(OpenProject project, Texts texts, Work work, Consumer<Problem> problems) {
        this.project = project;
        this.texts = texts;
        this.work = work;
        this.problems = problems;
    }

    Map<String, ColumnRule> rules() {
        return project.settings().contract();
    }

    ObservableValue<Map<String, ColumnRule>> rulesProperty() {
        return project.settingsProperty().map(ProjectSettings::contract);
    }

    /// What trying the contract on the data gave; says nothing of a contract that was changed since.
    ReadOnlyObjectProperty<Loadable<Contract.Outcome>> outcomeProperty() {
        return outcome;
    }

    Optional<ColumnRule> rule(String column) {
        return Optional.ofNullable(rules().get(column));
    }

    /// Puts a contract that the data keeps in the place of the present one.
    void propose() {
        Optional<Imported> raw = project.raw();
        if (raw.isEmpty() || proposing) {
            return;
        }
        proposing = true;
        var _ = work.run((cancel, progress) -> ContractProposal.of(
                Profiler.profile(raw.get().table(), null, List.of()), Set.of()), rules -> {
                    proposing = false;
                    change(texts.get("undo.propose"), rules);
                }, problem -> {
                    proposing = false;
                    problems.accept(problem);
                });
    }

    void clear() {
        change(texts.get("undo.contract-clear"), Map.of());
    }

    /// Asks something of columns; those that are not in the contract come into it.
    void set(List<String> names, UnaryOperator<ColumnRule> edit) {
        Map<String, ColumnRule> changed = new TreeMap<>(rules());
        names.forEach(name -> changed.put(name, edit.apply(changed.getOrDefault(name, ColumnRule.NONE))));
        change(texts.get("undo.contract", names.size(), names.getFirst()), changed);
    }

    /// Takes columns out of the contract: they need not be there.
    void remove(List<String> names) {
        Map<String, ColumnRule> changed = new TreeMap<>(rules());
        changed.keySet().removeAll(names);
        change(texts.get("undo.contract", names.size(), names.getFirst()), changed);
    }

    private void change(String what, Map<String, ColumnRule> rules) {
        project.change(what, settings -> settings.withContract(rules));
    }

    /// Looks at every row of the source.
    void check() {
        if (outcome.get().isBusy()) {
            return;
        }
        ProjectSettings now = project.settings();
        ImportOptions options = ProjectReading.of(now);
        tried = now.contract();
        var _ = work.load(outcome, (cancel, progress) -> new Contract(now.contract()).check(
                project.folder().root().resolve(now.source()).normalize(), options));
    }

    /// What [#check] found of the contract as it stands now, first the sum.
    List<String> found() {
        return switch (outcome.get()) {
            case Loadable.Empty<Contract.Outcome> _ -> List.of();
            case Loadable.Busy<Contract.Outcome> _ -> List.of(texts.get("contract.checking"));
            case Loadable.Failed<Contract.Outcome>(Problem problem) -> List.of(problem.what());
            case Loadable.Ready<Contract.Outcome>(Contract.Outcome value) -> tried.equals(rules()) ? sentences(value) : List.of();
        };
    }

    private List<String> sentences(Contract.Outcome value) {
        List<String> sentences = new ArrayList<>();
        sentences.add(value.isKept() ? texts.get("contract.kept", value.rows()) : texts.get("contract.broken", value.total(), value.rows()));
        value.violations().forEach(violation -> sentences.add(violation.sentence()));
        return sentences;
    }
}
