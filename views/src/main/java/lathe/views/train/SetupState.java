package lathe.views.train;

import java.util.List;
import java.util.Optional;
import lathe.engine.builtin.Learners;
import lathe.engine.flow.RunForecast;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.SearchSettings;
import lathe.scoring.Problem;

/// What the set-up page shows. Nothing in it changes.
///
/// @param settings of the project
/// @param columns  of the table as read; empty before
/// @param reading  whether the data or its profile is still worked on
/// @param forecast what the run will do; the last one known while a new one is worked out
/// @param blocker  why no run can begin
public record SetupState(ProjectSettings settings, List<String> columns, boolean reading, Optional<RunForecast> forecast,
                         Optional<Problem> blocker) {

    public SetupState {
        columns = List.copyOf(columns);
    }

    static SetupState of(ProjectSettings settings) {
        return new SetupState(settings, List.of(), true, Optional.empty(), Optional.empty());
    }

    SetupState withSettings(ProjectSettings now) {
        return new SetupState(now, columns, reading, forecast, blocker);
    }

    SetupState withReading(List<String> known) {
        return new SetupState(settings, known, true, forecast, Optional.empty());
    }

    SetupState with(List<String> known, RunForecast next) {
        return new SetupState(settings, known, false, Optional.of(next), Optional.empty());
    }

    SetupState blocked(List<String> known, Problem why) {
        return new SetupState(settings, known, false, Optional.empty(), Optional.of(why));
    }

    public SearchSettings search() {
        return settings.search();
    }

    public boolean canStart() {
        return !reading && blocker.isEmpty() && forecast.isPresent();
    }

    /// Whether only the number of trials ends the search.
    public boolean isUntimed() {
        return search().trialLimit() > 0 && search().budgetSeconds() >= SearchSettings.LONGEST;
    }

    /// Whether a learner may be tried.
    public boolean tries(String learner) {
        List<String> chosen = search().learners();
        return chosen.isEmpty() ? Learners.isUsual(learner) : chosen.contains(learner);
    }
}
