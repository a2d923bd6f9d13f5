package lathe.engine.adapter.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import lathe.scoring.step.Arithmetic;
import lathe.scoring.step.Bins;
import lathe.scoring.step.Clip;
import lathe.scoring.step.CodeTable;
import lathe.scoring.step.Cross;
import lathe.scoring.step.DateParts;
import lathe.scoring.step.FittedStep;
import lathe.scoring.step.HashedText;
import lathe.scoring.step.Impute;
import lathe.scoring.step.ListNumbers;
import lathe.scoring.step.ListVector;
import lathe.scoring.step.Lookup;
import lathe.scoring.step.MissingFlag;
import lathe.scoring.step.MissingTokens;
import lathe.scoring.step.NormalRank;
import lathe.scoring.step.NumberLevels;
import lathe.scoring.step.OneHot;
import lathe.scoring.step.Scale;
import lathe.scoring.step.SignedLog;
import lathe.scoring.step.TextStatistics;
import lathe.scoring.step.TextSvd;
import lathe.scoring.step.TextVector;
import lathe.scoring.step.YeoJohnson;

/// Writes fitted steps as nodes; each does in the graph what its `apply` does in Java.
final class StepNodes {

    private final GraphBuilder graph;
    private final DateNodes dates;
    private final TextNodes texts;
    private final SymbolNodes symbols;
    private final JointNodes joints;
    private final RankNodes ranks;
    private final ShapeNodes shapes;

    StepNodes(GraphBuilder graph) {
        this.graph = graph;
        this.dates = new DateNodes(graph);
        this.texts = new TextNodes(graph);
        this.symbols = new SymbolNodes(graph, texts);
        this.joints = new JointNodes(graph);
        this.ranks = new RankNodes(graph);
        this.shapes = new ShapeNodes(graph);
    }

    void write(FittedStep step, GraphFrame frame) {
        if (step.writes().isEmpty()) {
            return;
        }
        switch (step) {
            case MissingTokens tokens -> missingTokens(tokens, frame);
            case Impute impute -> impute(impute, frame);
            case MissingFlag flag -> missingFlag(flag, frame);
            case NumberLevels levels -> numberLevels(levels, frame);
            case Clip clip -> clip(clip, frame);
            case SignedLog log -> signedLog(log, frame);
            case NormalRank rank -> ranks.write(rank, frame);
            case Scale scale -> scale(scale, frame);
            case OneHot oneHot -> oneHot(oneHot, frame);
            case Lookup lookup -> lookup(lookup, frame);
            case DateParts parts -> frame.put(parts.outputs(), dates.write(parts, frame.text(parts.column())));
            case TextVector vector -> frame.put(vector.outputs(), texts.write(vector, frame.text(vector.column())));
            case ListVector list -> frame.put(list.outputs(), texts.write(list, frame.text(list.column())));
            case TextStatistics statistics -> frame.put(statistics.outputs(), symbols.write(statistics, frame.text(statistics.column())));
            case TextSvd svd -> frame.put(svd.outputs(), symbols.write(svd, frame.text(svd.column())));
            case Arithmetic arithmetic -> joints.write(arithmetic, frame);
            case Cross cross -> joints.write(cross, frame);
            case CodeTable table -> joints.write(table, frame);
            case Bins bins -> shapes.write(bins, frame);
            case YeoJohnson power -> shapes.write(power, frame);
            case HashedText hashed -> frame.put(hashed.outputs(), texts.write(hashed, frame.text(hashed.column())));
            case ListNumbers list -> frame.put(list.outputs(), texts.write(list, frame.text(list.column())));
        }
    }

    private void missingTokens(MissingTokens step, GraphFrame frame) {
        if (step.tokens().isEmpty()) {
            return;
        }
        List<String> keys = step.tokens().stream().distinct().toList();
        long[] ones = new long[keys.size()];
        Arrays.fill(ones, 1);
        String nothing = graph.constant(Tensors.texts(new long[] {1, 1}, List.of("")));
        for (String column : step.columns()) {
            String text = frame.text(column);
            String code = encode(text, keys, Tensors.longs(new long[] {ones.length}, ones), Tensors.longs(new long[] {1}, 0));
            frame.putText(column, graph.node("Where", List.of(graph.cast(code, DataType.BOOL), nothing, text)));
        }
    }

    private void impute(Impute step, GraphFrame frame) {
        String x = frame.block(step.columns()).tensor();
        String missing = graph.node("IsNaN", List.of(x));
        frame.put(step.columns(), graph.node("Where", List.of(missing, graph.row(step.fills().toArray()), x)));
    }

    private void missingFlag(MissingFlag step, GraphFrame frame) {
        String missing = graph.node("IsNaN", List.of(frame.block(step.columns()).tensor()));
        frame.put(step.outputs(), graph.cast(missing, DataType.DOUBLE));
    }

    // Nothing equals NaN, so missing gives 0 here too.
    private void numberLevels(NumberLevels step, GraphFrame frame) {
        String x = frame.block(step.columns()).tensor();
        String equal = graph.node("Equal", List.of(x, graph.row(step.levels().toArray())));
        frame.put(step.outputs(), graph.cast(equal, DataType.DOUBLE));
    }

    // Comparisons with NaN are false, so missing goes through both Where nodes unchanged.
    private void clip(Clip step, GraphFrame frame) {
        String x = frame.block(step.columns()).tensor();
        String low = graph.row(step.lows().toArray());
        String high = graph.row(step.highs().toArray());
        String raised = graph.node("Where", List.of(graph.node("Less", List.of(x, low)), low, x));
        frame.put(step.columns(), graph.node("Where", List.of(graph.node("Greater", List.of(raised, high)), high, raised)));
    }

    private void signedLog(SignedLog step, GraphFrame frame) {
        String x = frame.block(step.columns()).tensor();
        String size = graph.node("Log", List.of(graph.node("Add", List.of(graph.node("Abs", List.of(x)), graph.row(1)))));
        frame.put(step.columns(), graph.node("Mul", List.of(graph.node("Sign", List.of(x)), size)));
    }

    private void scale(Scale step, GraphFrame frame) {
        String x = frame.block(step.columns()).tensor();
        String centred = graph.node("Sub", List.of(x, graph.row(step.centers().toArray())));
        double[] scales = step.scales().toArray();
        // ONNX Runtime would draw a single constant divisor into a matrix product behind it, as a float32.
        String divisor = scales.length == 1 ? graph.repeat(scales) : graph.row(scales);
        frame.put(step.columns(), graph.node("Div", List.of(centred, divisor)));
    }

    private void oneHot(OneHot step, GraphFrame frame) {
        Map<String, Integer> groups = new LinkedHashMap<>();
        for (int i = 0; i < step.texts().size(); i++) {
            groups.put(step.texts().get(i), step.groups().get(i));
        }
        if (groups.isEmpty()) {
            frame.put(step.outputs(), graph.repeat(new double[step.outputs().size()]));
            return;
        }
        long[] values = groups.values().stream().mapToLong(Integer::longValue).toArray();
        String group = encode(frame.text(step.column()), List.copyOf(groups.keySet()),
                Tensors.longs(new long[] {values.length}, values), Tensors.longs(new long[] {1}, -1));
        String outputs = graph.longs(LongStream.range(0, step.outputs().size()).toArray());
        frame.put(step.outputs(), graph.cast(graph.node("Equal", List.of(group, outputs)), DataType.DOUBLE));
    }

    private void lookup(Lookup step, GraphFrame frame) {
        Map<String, Double> known = new LinkedHashMap<>();
        for (int i = 0; i < step.texts().size(); i++) {
            known.put(step.texts().get(i), step.values().get(i));
        }
        known.put("", step.missing());
        double[] values = known.values().stream().mapToDouble(Double::doubleValue).toArray();
        frame.put(List.of(step.output()), encode(frame.text(step.column()), List.copyOf(known.keySet()),
                Tensors.doubles(new long[] {values.length}, values), Tensors.doubles(new long[] {1}, step.unseen())));
    }

    private String encode(String text, List<String> keys, TensorProto values, TensorProto otherwise) {
        return graph.node(GraphBuilder.ML, "LabelEncoder", List.of(text),
                Attributes.of("keys_tensor", Tensors.texts(new long[] {keys.size()}, keys)),
                Attributes.of("values_tensor", values), Attributes.of("default_tensor", otherwise));
    }
}
