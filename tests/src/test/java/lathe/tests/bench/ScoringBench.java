package lathe.tests.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lathe.engine.builtin.Exporters;
import lathe.engine.data.BadCells;
import lathe.engine.data.TableImport;
import lathe.engine.flow.HandOver;
import lathe.scoring.Column;
import lathe.scoring.NumberColumn;
import lathe.scoring.Pipeline;
import lathe.scoring.Schema;
import lathe.scoring.Scorer;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Features;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.FittedStep;
import lathe.scoring.step.Frame;

/// A package scored by Lathe and, as the ONNX file exported from it, by ONNX Runtime: the same rows, one thread each, in turns.
///
/// Arguments: package, table, rows of a batch, repetitions. CPU seconds of the thread that scores.
final class ScoringBench {

    private static final int SINGLE_ROWS = 200;

    private final Scorer scorer;
    private final Table rows;
    private final Map<String, List<Double>> readings = new LinkedHashMap<>();

    private ScoringBench(Scorer scorer, Table rows) {
        this.scorer = scorer;
        this.rows = rows;
    }

    /// What is measured.
    private interface Work {
        void run() throws OrtException;
    }

    public static void main(String[] args) throws OrtException, IOException {
        Path model = Path.of(args[0]);
        long begin = System.nanoTime();
        Scorer scorer = Scorer.open(model);
        double opened = (System.nanoTime() - begin) / 1e9;
        begin = System.nanoTime();
        Scorer.open(model);
        double again = (System.nanoTime() - begin) / 1e9;
        System.out.printf(Locale.ROOT, "%s: %.1f MB, opened in %.2f s (again %.2f s), %d members%n", model, Files.size(model) / 1e6,
                opened, again, scorer.model().pipeline().model().members().size());
        Table table = new TableImport().readAs(Path.of(args[1]), scorer.signature().inputs(), BadCells.MISSING);
        int wanted = Integer.parseInt(args[2]);
        int[] repeated = IntStream.range(0, wanted).map(row -> row % table.rows()).toArray();
        ScoringBench bench = new ScoringBench(scorer, table.select(repeated));
        Path onnx = Files.createTempFile("scoring", ".onnx");
        try {
            HandOver.export(model, Exporters.ALL.getFirst(), onnx);
            bench.run(onnx, Integer.parseInt(args[3]));
        } finally {
            Files.deleteIfExists(onnx);
        }
        bench.parts();
    }

    private void run(Path onnx, int repetitions) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "bench");
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            try (OrtSession session = environment.createSession(onnx.toString(), options)) {
                for (int i = 0; i <= repetitions; i++) {
                    boolean warm = i > 0;
                    read(warm, "batch lathe", () -> scorer.score(rows));
                    read(warm, "batch onnx", () -> onnx(environment, session, rows));
                }
                int[] first = IntStream.range(0, Math.min(rows.rows(), SINGLE_ROWS)).toArray();
                List<Map<String, String>> raw = Arrays.stream(first).mapToObj(row -> cells(rows, row)).toList();
                List<Table> ones = raw.stream().map(cells -> scorer.table(List.of(cells))).toList();
                for (int i = 0; i <= repetitions + 3; i++) {
                    boolean warm = i > 2;
                    read(warm, "single lathe", () -> ones.forEach(scorer::score));
                    read(warm, "single lathe from texts", () -> raw.forEach(scorer::score));
                    read(warm, "single onnx", () -> {
                        for (Table one : ones) {
                            onnx(environment, session, one);
                        }
                    });
                }
                print(first.length);
            }
        }
    }

    private void read(boolean counts, String name, Work work) throws OrtException {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e9;
        if (counts) {
            readings.computeIfAbsent(name, key -> new ArrayList<>()).add(seconds);
        }
    }

    private double median(String name) {
        double[] sorted = readings.getOrDefault(name, List.of(Double.NaN)).stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private void print(int singles) {
        System.out.printf(Locale.ROOT, "batch of %d: lathe %.3f s (%.0f rows/s), onnx %.3f s (%.0f rows/s), ratio %.2f%n", rows.rows(),
                median("batch lathe"), rows.rows() / median("batch lathe"), median("batch onnx"),
                rows.rows() / median("batch onnx"), median("batch lathe") / median("batch onnx"));
        System.out.printf(Locale.ROOT, "one row: lathe %.3f ms, from texts %.3f ms, onnx %.3f ms, ratio %.2f%n",
                1000 * median("single lathe") / singles, 1000 * median("single lathe from texts") / singles,
                1000 * median("single onnx") / singles, median("single lathe") / median("single onnx"));
    }

    private static Map<String, String> cells(Table table, int row) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            cells.put(table.schema().field(i).name(), switch (table.columns().get(i)) {
                case NumberColumn numbers -> numbers.isMissing(row) ? "" : Double.toString(numbers.value(row));
                case StringColumn texts -> texts.text(row);
            });
        }
        return cells;
    }

    private static void onnx(OrtEnvironment environment, OrtSession session, Table table) throws OrtException {
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        try {
            for (String name : session.getInputNames()) {
                tensors.put(name, tensor(environment, table.column(name)));
            }
            try (OrtSession.Result result = session.run(tensors)) {
                if (result.get(0) instanceof OnnxTensor answers && answers.getDoubleBuffer().remaining() < table.rows()) {
                    throw new IllegalStateException("too few answers");
                }
            }
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private static OnnxTensor tensor(OrtEnvironment environment, Column column) throws OrtException {
        long[] shape = {column.rows(), 1};
        return switch (column) {
            case NumberColumn numbers -> OnnxTensor.createTensor(environment, DoubleBuffer.wrap(numbers.values()), shape);
            case StringColumn texts -> OnnxTensor.createTensor(environment,
                    IntStream.range(0, texts.rows()).mapToObj(texts::text).toArray(String[]::new), shape);
        };
    }

    // Which part of the time goes where: preparation by kind of step, members by form.
    private void parts() {
        Pipeline pipeline = scorer.model().pipeline();
        Schema wanted = scorer.signature().inputs();
        Table inputs = rows.project(wanted);
        Map<String, Double> seconds = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        double preparing = 0;
        double predicting = 0;
        for (Map.Entry<String, FittedRecipe> recipe : pipeline.recipes().entrySet()) {
            Frame frame = new Frame(inputs);
            for (FittedStep step : recipe.getValue().steps()) {
                preparing += add(seconds, counts, "step " + step.getClass().getSimpleName(), () -> step.apply(frame));
            }
            Features features = Features.of(frame.matrix(recipe.getValue().features()));
            for (Blend.Member member : pipeline.model().members()) {
                if (member.recipe().equals(recipe.getKey())) {
                    predicting += add(seconds, counts, "form " + member.form().getClass().getSimpleName(),
                            () -> member.form().predict(features));
                }
            }
        }
        System.out.printf(Locale.ROOT, "preparation %.0f %%%n", 100 * preparing / (preparing + predicting));
        seconds.forEach((name, value) -> System.out.printf(Locale.ROOT, "  %-22s x %3d %.3f s%n", name, counts.get(name), value));
    }

    private static double add(Map<String, Double> seconds, Map<String, Integer> counts, String name, Runnable work) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        double own = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e9;
        seconds.merge(name, own, Double::sum);
        counts.merge(name, 1, Integer::sum);
        return own;
    }
}
