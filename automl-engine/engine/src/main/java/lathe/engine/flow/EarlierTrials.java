package lathe.engine.flow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lathe.engine.flow.resume.KeptFolder;
import lathe.engine.flow.resume.KeptTrial;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Learner;
import lathe.engine.search.Trial;
import lathe.engine.track.EnsembleRecord;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunStore;
import lathe.engine.track.TrialMeasure;
import lathe.engine.track.TrialRecord;

/// What a run takes over from the one it goes on with.
///
/// @param run      that run; nothing if this one begins anew
/// @param trials   in the order of their numbers
/// @param records  as that run wrote them, by number
/// @param measures of their scores, by number
record EarlierTrials(Optional<RunRecord> run, List<KeptTrial> trials, Map<Integer, TrialRecord> records,
                     Map<Integer, TrialMeasure> measures) {

    static final EarlierTrials NONE = new EarlierTrials(Optional.empty(), List.of(), Map.of(), Map.of());

    EarlierTrials {
        trials = List.copyOf(trials);
        records = Map.copyOf(records);
        measures = Map.copyOf(measures);
    }

    /// @param into     folder for the models
    /// @param learners that may be tried
    static EarlierTrials of(RunStore runs, Resumption resumption, Path into, List<Learner> learners, DataShape shape)
            throws IOException {
        RunRecord earlier = resumption.earlier();
        String id = earlier.spec().id();
        Map<Integer, TrialRecord> records = new HashMap<>();
        runs.trials(id).trials().forEach(record -> records.put(record.trial(), record));
        List<KeptTrial> trials = KeptFolder.of(runs, id).trials(resumption.plan(), into).stream()
                .filter(trial -> isKnown(trial.end().trial(), learners, shape)).toList();
        return new EarlierTrials(Optional.of(earlier), trials, records, runs.measures(id));
    }

    // A file may say anything; what the learner would not take is as if it were not there.
    private static boolean isKnown(Trial trial, List<Learner> learners, DataShape shape) {
        try {
            return learners.stream().filter(learner -> learner.id().equals(trial.learner()))
                    .anyMatch(learner -> learner.space(shape).with(trial.hyperparameters().values()).equals(trial.hyperparameters()));
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    TrialRecord record(KeptTrial trial) {
        TrialRecord written = records.get(trial.end().trial().number());
        return written != null && written.learner().equals(trial.end().trial().learner()) ? written : TrialRecords.of(trial.end());
    }

    EnsembleRecord ensemble() {
        return run.map(RunRecord::ensemble).orElse(EnsembleRecord.NONE);
    }

    /// Scored trials that cannot be handed over.
    long scoresOnly() {
        return trials.stream().filter(trial -> trial.isScored() && !trial.isUsable()).count();
    }

    Stream<TrialMeasure> measuresOfScoresOnly() {
        return trials.stream().filter(trial -> trial.isScored() && !trial.isUsable())
                .flatMap(trial -> Stream.ofNullable(measures.get(trial.end().trial().number())))
                .map(measure -> measure.withTied(false));
    }
}
