package lathe.views.understand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lathe.engine.explain.ColumnImportance;
import lathe.engine.explain.Importances;
import lathe.scoring.Problem;

/// What is known about the columns so far, and which one is looked at.
///
/// @param phase    where the measuring stands
/// @param columns  those measured, the most important first
/// @param total    columns to measure
/// @param judged   the whole result once it is there
/// @param column   the one looked at
/// @param chosen   whether somebody chose it; otherwise the most important one is shown
/// @param output   class whose probability is followed; 0 for numbers
/// @param problem  why it cannot be measured
record FeaturesState(Phase phase, List<ColumnImportance> columns, int total, Optional<Importances> judged, String column,
                     boolean chosen, int output, Optional<Problem> problem) {

    enum Phase { WAITING, MEASURING, STOPPED, DONE }

    FeaturesState {
        columns = List.copyOf(columns);
    }

    static FeaturesState of(int total, String column, int output) {
        return new FeaturesState(Phase.WAITING, List.of(), total, Optional.empty(), column, false, output, Optional.empty());
    }

    /// Begins from nothing.
    FeaturesState begun() {
        return new FeaturesState(Phase.MEASURING, List.of(), total, Optional.empty(), column, chosen, output, Optional.empty());
    }

    FeaturesState with(List<ColumnImportance> more) {
        List<ColumnImportance> all = new ArrayList<>(columns);
        all.addAll(more);
        all.sort(Comparator.comparingDouble((ColumnImportance each) -> -each.loss()));
        return new FeaturesState(phase, all, total, judged, column, chosen, output, problem);
    }

    FeaturesState stopped() {
        return new FeaturesState(Phase.STOPPED, columns, total, judged, column, chosen, output, problem);
    }

    FeaturesState failed(Problem why) {
        return new FeaturesState(Phase.STOPPED, columns, total, judged, column, chosen, output, Optional.of(why));
    }

    FeaturesState done(Importances all) {
        String shown = chosen || all.columns().isEmpty() ? column : all.columns().getFirst().column();
        return new FeaturesState(Phase.DONE, all.columns(), total, Optional.of(all), shown, chosen, output, Optional.empty());
    }

    FeaturesState withColumn(String name) {
        return new FeaturesState(phase, columns, total, judged, name, true, output, problem);
    }

    FeaturesState withOutput(int newOutput) {
        return new FeaturesState(phase, columns, total, judged, column, chosen, newOutput, problem);
    }

    double share() {
        return total == 0 ? 1 : (double) columns.size() / total;
    }
}
