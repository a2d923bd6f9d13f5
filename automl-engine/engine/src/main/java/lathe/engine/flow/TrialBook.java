package lathe.engine.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import lathe.engine.evaluate.Metric;
import lathe.engine.flow.resume.KeptTrial;
import lathe.engine.flow.resume.KeptTrials;
import lathe.engine.search.TrialEnd;
import lathe.engine.search.TrialOutcome;
import lathe.engine.track.RunWriter;
import lathe.engine.track.TrialRecord;

/// The trials of a run as they end: each is written down, kept for a continuation, and told.
final class TrialBook {

    private final RunWriter writer;
    private final KeptTrials kept;
    private final RunNews news;
    private final Metric metric;
    private final List<TrialEnd> ends = Collections.synchronizedList(new ArrayList<>());
    private final List<TrialRecord> records = Collections.synchronizedList(new ArrayList<>());

    TrialBook(RunWriter writer, KeptTrials kept, RunNews news, Metric metric) {
        this.writer = writer;
        this.kept = kept;
        this.news = news;
        this.metric = metric;
    }

    RunWriter writer() {
        return writer;
    }

    Metric metric() {
        return metric;
    }

    KeptTrials kept() {
        return kept;
    }

    void add(TrialEnd end) {
        double at = news.at();
        write(end, TrialRecords.of(end), at);
        news.accept(new RunEvent.TrialEnded(end, at));
    }

    void takeOver(KeptTrial trial, TrialRecord record) {
        write(trial.end(), record, trial.at());
        news.accept(new RunEvent.TrialTakenOver(trial.end(), trial.at()));
    }

    private void write(TrialEnd end, TrialRecord record, double at) {
        ends.add(end);
        records.add(record);
        writer.append(record);
        kept.keep(end, at);
    }

    /// In the order in which they were written.
    List<TrialRecord> records() {
        return List.copyOf(records);
    }

    /// Those that can be handed over.
    List<TrialEnd> usable() {
        return ends.stream().filter(KeptTrial::isUsable).toList();
    }

    /// Whether one that looks at columns has a score.
    boolean hasModel() {
        return ends.stream().anyMatch(end -> end.outcome() instanceof TrialOutcome.Scored && !end.trial().isFeatureless());
    }

    /// Of all with a score.
    Optional<TrialOutcome.Scored> best() {
        TrialOutcome.Scored best = null;
        for (TrialEnd end : ends) {
            if (end.outcome() instanceof TrialOutcome.Scored scored && (best == null || metric.better(scored.value(), best.value()))) {
                best = scored;
            }
        }
        return Optional.ofNullable(best);
    }
}
