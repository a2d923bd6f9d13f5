package lathe.views.train;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lathe.engine.flow.RunResult;
import lathe.engine.track.ExpectedGain;
import lathe.engine.track.ReportedScore;
import lathe.engine.track.RunRecord;
import lathe.engine.track.ScoreKind;
import lathe.views.run.BestPoint;
import lathe.views.run.BoardRow;
import lathe.views.run.LiveTrial;
import lathe.views.run.LiveWorker;
import lathe.views.run.RunState;
import lathe.views.run.ScoreWords;
import lathe.views.text.Terms;
import lathe.views.text.Texts;

/// Says how a run goes. Pure: the same state gives the same words.
final class LiveWords {

    private static final int MOST_REASONS = 2;

    private final Texts texts;
    private final Terms terms;
    private final ScoreWords scores;

    LiveWords(Texts texts) {
        this.texts = texts;
        this.terms = Terms.of(texts.locale());
        this.scores = new ScoreWords(texts.locale());
    }

    Terms terms() {
        return terms;
    }

    ScoreWords scores() {
        return scores;
    }

    String title(RunState state) {
        return switch (state.phase()) {
            case NONE -> "";
            case STARTING -> texts.get("live.starting");
            case SEARCHING, FINISHING -> texts.get("live.searching", state.target());
            case ENDED -> best(state.result().map(its -> its.run().best()).orElse(""));
            case FAILED -> texts.get("live.failed");
            case CANCELLED -> texts.get("live.cancelled");
        };
    }

    // "Blend of the best is the best" would say it twice.
    private String best(String model) {
        return Terms.isEnsemble(model) ? texts.get("live.ended.blend") : texts.get("live.ended", terms.model(model));
    }

    /// What happens now; or, at the end, what there is.
    String subtitle(RunState state, boolean ending) {
        return switch (state.phase()) {
            case NONE, FAILED -> "";
            case STARTING -> texts.get(ending ? "now.ending" : "now.reading");
            case SEARCHING -> join(ending ? texts.get("now.ending") : tried(state), best(state));
            case FINISHING -> join(texts.get("now.finishing"), best(state));
            case ENDED -> join(state.result().map(this::named).orElse(""),
                    texts.get("over.trials", state.scored().size(), time(state.at())));
            case CANCELLED -> texts.get("over.cancelled", state.scored().size());
        };
    }

    private static String join(String... parts) {
        return Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private String tried(RunState state) {
        List<String> now = state.workers().values().stream().filter(LiveWorker::busy)
                .map(worker -> terms.learner(worker.learner())).distinct().toList();
        int most = state.began().map(start -> start.spec().search().trialLimit()).orElse(0);
        String count = most > 0 ? texts.get("now.of", state.ended(), most) : texts.get("now.count", state.ended());
        return now.isEmpty() ? count : join(texts.get("now.trying", String.join(", ", now)), count);
    }

    /// The best score so far, for example "best ROC AUC 0.8462 ± 0.009"; empty before there is one.
    String best(RunState state) {
        List<BestPoint> points = state.best();
        if (points.isEmpty()) {
            return "";
        }
        BestPoint last = points.getLast();
        return texts.get("now.best", terms.metric(state.metric()),
                scores.score(state.metric(), last.value(), last.lower(), last.upper()));
    }

    /// The sentence under the chart.
    String chart(RunState state) {
        List<BestPoint> points = state.best();
        if (points.isEmpty()) {
            return texts.get("chart.empty");
        }
        BestPoint last = points.getLast();
        LiveTrial trial = state.trials().get(last.trial());
        String model = trial == null ? "" : terms.model(trial.name());
        return texts.get("chart.sentence", model, terms.metric(state.metric()),
                scores.score(state.metric(), last.value(), last.lower(), last.upper()), time(last.at()), points.size() - 1);
    }

    String tip(RunState state, LiveTrial trial) {
        StringBuilder text = new StringBuilder(texts.get("chart.tip", terms.model(trial.name()),
                scores.score(state.metric(), trial.value(), trial.lower(), trial.upper()), time(trial.at())));
        trial.recipe().values().forEach((name, value) -> text.append('\n').append(terms.parameter(name)).append(": ")
                .append(value instanceof Double number ? texts.numbers().significant(number, 3) : String.valueOf(value)));
        return text.toString();
    }

    String worker(LiveWorker worker) {
        return worker.busy() ? texts.get("worker.busy", terms.model(worker.learner() + " #" + worker.trial()), worker.fold(),
                worker.folds()) : texts.get("worker.idle");
    }

    /// Why some models have no score, a line each; empty if all have one.
    String unscored(RunState state) {
        List<BoardRow> rows = state.board().stream().filter(row -> !row.reason().isEmpty()).toList();
        String shown = rows.stream().limit(MOST_REASONS).map(row -> texts.get("board.why", terms.model(row.name()),
                (row.reason() + " " + row.remedy()).strip())).collect(Collectors.joining("\n"));
        return rows.size() > MOST_REASONS ? texts.get("board.more", shown, rows.size() - MOST_REASONS) : shown;
    }

    /// The result in sentences: what the score means, and on which rows it was measured.
    List<String> result(RunResult result) {
        Optional<ReportedScore> main = result.run().scores().stream().findFirst();
        if (main.isEmpty()) {
            return List.of();
        }
        ReportedScore score = main.get();
        String positive = result.run().spec().search().positive();
        String meaning = scores.meaning(score.score().metric(), score.score().value(), positive);
        String rows = texts.get(score.kind() == ScoreKind.HOLDOUT ? "result.holdout" : "result.out-of-fold",
                score.score().rows());
        long ties = result.leaderboard().rows().stream().filter(row -> row.tied()).count();
        return ties == 0 ? List.of(meaning, rows) : List.of(meaning, rows, texts.get("result.ties", ties));
    }

    /// What more time would be expected to bring; empty if nothing can be said.
    String gain(RunRecord run, SetupWords lengths) {
        ExpectedGain gain = run.gain();
        String metric = run.spec().search().metric();
        if (!gain.known()) {
            return "";
        }
        String most = scores.value(metric, gain.upper());
        return texts.get("more.gain", lengths.duration(gain.seconds()), terms.metric(metric), scores.value(metric, gain.mean()))
                + " " + (gain.lower() > 0 ? texts.get("more.between", scores.value(metric, gain.lower()), most) : texts.get("more.most", most));
    }

    private String named(RunResult result) {
        return terms.metric(result.run().spec().search().metric()) + " " + finalScore(result);
    }

    /// The final score, for example "ROC AUC 0.8462 ± 0.009".
    String finalScore(RunResult result) {
        return result.run().scores().stream().findFirst().map(ReportedScore::score)
                .map(score -> scores.score(score.metric(), score.value(), score.lower(), score.upper())).orElse("");
    }

    /// `1:05`, counted from the beginning of the run.
    String time(double seconds) {
        return texts.numbers().clock(Duration.ofSeconds(Math.round(seconds)));
    }
}
