package lathe.engine.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lathe.engine.builtin.Metrics;
import lathe.engine.data.Imported;
import lathe.engine.data.TableImport;
import lathe.engine.evaluate.Metric;
import lathe.engine.learn.Target;
import lathe.engine.progress.CancelToken;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunSpec;
import lathe.scoring.Fingerprint;
import lathe.scoring.Predictions;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Schema;
import lathe.scoring.Signature;
import lathe.scoring.Table;
import lathe.scoring.explain.RowExplainer;
import lathe.scoring.pack.ModelPackage;
import lathe.scoring.pack.PackageReader;

/// The model of a run, opened again with the rows that no one has learnt from, to look at what it does.
///
/// The source is read and split as the run did it, so the score of these rows is exactly the score the run reported.
/// Immutable, safe for many threads. The rows stay in memory.
public final class Examination {

    private static final int CHUNK = 4096;

    /// Which rows are looked at.
    public enum Rows {
        /// Rows kept apart from everything before.
        HOLDOUT,
        /// All rows with a target, because the run kept none apart. The model has learnt from them, so scores flatter.
        TRAINING
    }

    private final RunRecord run;
    private final Path modelFile;
    private final ModelPackage model;
    private final Rows kind;
    private final Table rows;
    private final int[] fileRows;
    private final Target truth;
    private final Predictions predictions;
    private final RowExplainer explainer;

    private Examination(RunRecord run, Path modelFile, ModelPackage model, Judged judged, CancelToken cancel) {
        this.run = run;
        this.modelFile = modelFile;
        this.model = model;
        this.kind = judged.kind;
        this.rows = judged.rows;
        this.fileRows = judged.fileRows;
        this.truth = judged.truth;
        this.predictions = predict(model, rows, cancel);
        this.explainer = RowExplainer.of(model);
    }

    private record Judged(Rows kind, Table rows, int[] fileRows, Target truth) { }

    /// As [#open(ProjectFolder, RunRecord, CancelToken)] for a run of the project by its id.
    public static Examination open(ProjectFolder project, String runId, CancelToken cancel) {
        return open(project, project.runs().run(runId), cancel);
    }

    /// Reads the package and the source; takes as long as importing the source and predicting its rows.
    ///
    /// @throws ProblemException if the run left no model, or the source is gone or not what it was
    /// @throws java.util.concurrent.CancellationException if cancelled meanwhile
    public static Examination open(ProjectFolder project, RunRecord run, CancelToken cancel) {
        Path file = modelFile(project, run.spec().id());
        ModelPackage model = PackageReader.open(file);
        cancel.stopIfCancelled();
        RunSpec spec = run.spec();
        Path source = project.root().resolve(spec.source()).normalize();
        ProjectTable table = ProjectTable.of(new TableImport().read(source, ProjectReading.of(spec), cancel, progress -> { }), spec,
                project.runs().typedTargets(spec.id()));
        Imported imported = table.imported();
        cancel.stopIfCancelled();
        if (!Fingerprint.of(imported.table()).equals(spec.fingerprint())) {
            throw new ProblemException(new Problem("source-changed", "The data is not what the run %s has learnt from."
                    .formatted(spec.id()), source.toString(), "Train again on the data as it is now, or put the old file back."));
        }
        return new Examination(run, file, model, judged(table, model.signature(), spec), cancel);
    }

    private static Judged judged(ProjectTable source, Signature signature, RunSpec spec) {
        Table table = source.imported().table();
        Schema inputs = signature.inputs();
        TargetCoding coding = new TargetCoder(table, spec.target(), RowWeights.of(table, spec.target(), spec.columns())).code(Optional.of(spec.task()),
                spec.search().positive().isEmpty() ? Optional.empty() : Optional.of(spec.search().positive()));
        Table rows = table.select(coding.rows());
        Table features = rows.project(inputs);
        RowsApart apart = RowsApart.of(rows, inputs, coding.target(), spec.search());
        boolean heldOut = apart.held().length > 0;
        int[] chosen = heldOut ? apart.held() : apart.kept();
        int[] fileRows = Arrays.stream(chosen).map(row -> source.sourceRow(coding.rows()[row]) + 1).toArray();
        return new Judged(heldOut ? Rows.HOLDOUT : Rows.TRAINING, features.select(chosen), fileRows,
                coding.target().select(chosen));
    }

    // A run's own package; while a run is the latest one its package is the project's, too.
    private static Path modelFile(ProjectFolder project, String runId) {
        Path kept = project.models().resolve(runId + ".lathe");
        if (Files.isRegularFile(kept)) {
            return kept;
        }
        Path latest = project.root().resolve(ProjectFolder.MODEL_FILE);
        if (Files.isRegularFile(latest)
                && runId.equals(PackageReader.open(latest).manifest().provenance().get("run"))) {
            return latest;
        }
        throw new ProblemException(new Problem("run-without-model", "The run %s has left no model.".formatted(runId),
                project.root().toString(), "Choose another run, or train again."));
    }

    private static Predictions predict(ModelPackage model, Table rows, CancelToken cancel) {
        int width = model.signature().outputs();
        double[] values = new double[rows.rows() * width];
        for (int start = 0; start < rows.rows(); start += CHUNK) {
            cancel.stopIfCancelled();
            int[] chunk = IntStream.range(start, Math.min(start + CHUNK, rows.rows())).toArray();
            double[] some = model.pipeline().predict(rows.select(chunk)).values();
            System.arraycopy(some, 0, values, start * width, some.length);
        }
        return new Predictions(width, values);
    }

    public RunRecord run() {
        return run;
    }

    public ModelPackage model() {
        return model;
    }

    /// Where the package lies.
    public Path modelFile() {
        return modelFile;
    }

    public Rows kind() {
        return kind;
    }

    /// The rows looked at: the signature's inputs.
    public Table rows() {
        return rows;
    }

    /// Place of a row in the source, counted from 1 without the line of names.
    public int fileRow(int row) {
        return fileRows[row];
    }

    /// The true answers of the rows.
    public Target truth() {
        return truth;
    }

    /// The true answer of a row as the source has it: the class, or the number.
    public String truthText(int row) {
        List<String> classes = model.signature().classes();
        return classes.isEmpty() ? Double.toString(truth.value(row)) : classes.get(truth.classIndex(row));
    }

    /// The model's answers for the rows.
    public Predictions predictions() {
        return predictions;
    }

    /// The metric the run was steered by.
    public Metric metric() {
        return Metrics.byId(run.spec().search().metric()).orElseGet(() -> Metrics.defaultFor(model.signature().task()));
    }

    /// Index of the positive class of a binary task, otherwise −1.
    public int positive() {
        return model.signature().positive();
    }

    /// Explains rows of this examination, or any others with the signature's inputs.
    public RowExplainer explainer() {
        return explainer;
    }

    /// The model's answers for other rows, for example one with a changed cell.
    public Predictions predict(Table others) {
        return model.pipeline().predict(others);
    }
}
