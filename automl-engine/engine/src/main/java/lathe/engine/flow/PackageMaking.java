package lathe.engine.flow;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lathe.engine.evaluate.Conformal;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.AskedLoss;
import lathe.engine.learn.BaselineLearner;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.LossLearner;
import lathe.engine.learn.Target;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Environment;
import lathe.engine.provenance.Seed;
import lathe.engine.report.ModelCard;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.ReportedScore;
import lathe.engine.track.RunRecord;
import lathe.engine.track.ScoreKind;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.Matrix;
import lathe.scoring.NumberColumn;
import lathe.scoring.Pipeline;
import lathe.scoring.Predictions;
import lathe.scoring.StringColumn;
import lathe.scoring.Uncertainty;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Features;
import lathe.scoring.form.Form;
import lathe.scoring.pack.GoldenRows;
import lathe.scoring.pack.Manifest;
import lathe.scoring.pack.ModelPackage;
import lathe.scoring.pack.PackageWriter;
import lathe.scoring.pack.RecipeId;
import lathe.scoring.step.FittedRecipe;

/// Makes model packages of a run: the baseline in its first second, the best so far, the final one.
final class PackageMaking {

    private static final int MOST_LEVELS = 50;

    private final PreparedRun run;
    private final Metric metric;
    private final RunRecord record;
    private final ProjectSettings asked;
    private final String profile;
    private final List<Manifest.InputFacts> inputs;

    /// @param asked its brief and dictionary go into the model card
    PackageMaking(PreparedRun run, Metric metric, RunRecord record, ProjectSettings asked) {
        this.asked = asked;
        this.run = run;
        this.metric = metric;
        this.record = record;
        this.profile = ProfileJson.of(run.profile());
        this.inputs = run.raw().schema().fields().stream().map(this::facts).toList();
    }

    /// The last package and what it says of itself.
    record Final(Pipeline pipeline, List<ReportedScore> scores, Predictions holdout) { }

    /// Writes the featureless model, so that there is one whatever happens.
    void writeBaseline(Path file) {
        Form form = baseline();
        FittedRecipe nothing = new FittedRecipe(List.of(), List.of());
        String id = RecipeId.of(nothing);
        Pipeline pipeline = new Pipeline(run.signature(), Map.of(id, nothing), new Blend(List.of(new Blend.Member(1, id, form))));
        Manifest.MemberNote note = new Manifest.MemberNote("baseline", 1, "baseline", Map.of());
        write(file, pipeline, List.of(outOfFold(baselineValue(), run.search().folds().validated().length)), new Made(List.of(note), ""), new Uncertainty.None());
    }

    double baselineValue() {
        int[] rows = run.search().folds().validated();
        Target truth = run.search().target().select(rows);
        Predictions same = baseline().predict(Features.of(new Matrix(List.of(), new double[0][], rows.length)));
        return metric.compute(truth, same, run.signature().positive());
    }

    private Form baseline() {
        Target target = run.search().target();
        FitContext context = new FitContext(new Seed(0), Deadline.never(), new CancelToken());
        AskedLoss loss = record.spec().search().loss();
        Hyperparameters chosen = loss.isNone() ? Hyperparameters.NONE : new Hyperparameters(Map.of(LossLearner.LOSS, loss.text()));
        return new BaselineLearner().fit(new Matrix(List.of(), new double[0][], target.rows()), target, chosen, context);
    }

    /// Writes the best so far.
    void write(Contender contender, Path file) {
        write(file, PipelineAssembly.of(contender, run),
                List.of(outOfFold(contender.value(), run.search().folds().validated().length)), new Made(notes(contender), ""),
                uncertainty(contender));
    }

    /// Opens the holdout on the frozen model, writes the package with its scores.
    Final writeFinal(FinalChoice.Chosen chosen, Path file, FinalScores scores) {
        Pipeline pipeline = PipelineAssembly.of(chosen.contender(), run);
        Predictions holdout = run.hasHoldout() ? pipeline.predict(run.holdout())
                : new Predictions(run.signature().outputs(), new double[0]);
        List<ReportedScore> reported = run.hasHoldout()
                ? scores.report(ScoreKind.HOLDOUT, run.holdoutTrue(), holdout, run.apart().drawnHeld())
                : scores.report(ScoreKind.OUT_OF_FOLD, chosen.truth(), chosen.outOfFold(), run.drawnOutOfFold());
        write(file, pipeline, reported.stream().map(PackageMaking::inManifest).toList(), new Made(notes(chosen.contender()), chosen.taughtBy()),
                uncertainty(chosen.truth(), chosen.outOfFold()));
        return new Final(pipeline, reported, holdout);
    }

    // The best so far is a single trial.
    private Uncertainty uncertainty(Contender contender) {
        Target truth = run.search().target().select(run.search().folds().validated());
        return uncertainty(truth, contender.shares().getFirst().scored().outOfFold());
    }

    // A quantile is an end of a range itself: one around it would say nothing.
    private Uncertainty uncertainty(Target truth, Predictions outOfFold) {
        return record.spec().search().loss().isQuantile() ? new Uncertainty.None() : Conformal.of(truth, outOfFold, Conformal.LEVEL);
    }

    // What a package is made of; the teacher of a pupil is named.
    private record Made(List<Manifest.MemberNote> members, String taughtBy) { }

    private void write(Path file, Pipeline pipeline, List<Manifest.ReportedScore> scores, Made made,
            Uncertainty uncertainty) {
        Manifest manifest = new Manifest(Instant.now(), Environment.latheVersion(), scores, provenance(made.taughtBy()), made.members(), inputs,
                uncertainty);
        GoldenRows golden = GoldenRows.make(pipeline, run.raw(), record.spec().search().seed().child("golden", 0).random());
        String card = ModelCard.html(run.signature(), manifest, asked.brief(), record.spec().columns(), asked.dictionary());
        PackageWriter.write(file, ModelPackage.of(pipeline, manifest, golden, profile, card), true);
    }

    private static List<Manifest.MemberNote> notes(Contender contender) {
        List<Manifest.MemberNote> notes = new ArrayList<>();
        for (Contender.Share share : contender.shares()) {
            notes.add(new Manifest.MemberNote(share.name(), share.weight(), share.trial().learner(),
                    share.trial().hyperparameters().values()));
        }
        return notes;
    }

    private Manifest.ReportedScore outOfFold(double value, int rows) {
        return new Manifest.ReportedScore(metric.id(), value, Double.NaN, Double.NaN, Double.NaN, rows, "out-of-fold");
    }

    private static Manifest.ReportedScore inManifest(ReportedScore reported) {
        return new Manifest.ReportedScore(reported.score().metric(), reported.score().value(), reported.score().lower(),
                reported.score().upper(), reported.score().level(), reported.score().rows(),
                reported.kind() == ScoreKind.HOLDOUT ? "holdout" : "out-of-fold");
    }

    private Map<String, String> provenance(String taughtBy) {
        Map<String, String> facts = new TreeMap<>(record.environment().libraries());
        if (!taughtBy.isEmpty()) {
            facts.put("pupil of the blend of", taughtBy);
        }
        facts.put("run", record.spec().id());
        facts.put("data fingerprint", run.fingerprint().hex());
        facts.put("data rows", Integer.toString(record.spec().rows()));
        if (record.spec().reading().draws()) {
            facts.put("data sample", Double.toString(record.spec().reading().sample()));
        }
        ProjectTable.rowsKept(run.imported()).ifPresent(sentence -> facts.put("data rows kept", sentence));
        record.spec().table().derived().forEach((name, expression) -> facts.put("derived column " + name, expression));
        facts.put("seed", Long.toString(record.spec().search().seed().value()));
        facts.put("validation", record.spec().search().validation().text());
        facts.put("java", record.environment().java());
        facts.put("os", record.environment().os() + " " + record.environment().arch());
        return facts;
    }

    private Manifest.InputFacts facts(Field field) {
        Column column = run.raw().column(field.name());
        String unit = asked.dictionary().column(field.name()).unit();
        return switch (column) {
            case NumberColumn numbers -> {
                double low = Double.NaN;
                double high = Double.NaN;
                for (double value : numbers.values()) {
                    low = Double.isNaN(value) || low <= value ? low : value;
                    high = Double.isNaN(value) || high >= value ? high : value;
                }
                yield new Manifest.InputFacts(field.name(), List.of(), low, high, unit);
            }
            case StringColumn strings -> new Manifest.InputFacts(field.name(), levels(strings), Double.NaN, Double.NaN, unit);
        };
    }

    private static List<String> levels(StringColumn column) {
        return column.levels().size() > MOST_LEVELS ? List.of() : column.levels();
    }

}
