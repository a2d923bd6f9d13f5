package lathe.engine.adapter.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lathe.engine.export.ExportProblems;
import lathe.scoring.Field;
import lathe.scoring.Pipeline;
import lathe.scoring.Role;
import lathe.scoring.Signature;
import lathe.scoring.Task;
import lathe.scoring.derive.DerivedColumn;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.FittedStep;

/// Lays a pipeline out as a graph: raw columns in by name, the answer and the label out.
///
/// Every feature of the signature is declared, read or not. An input that bears the name of an output keeps it; the output
/// then gets an underscore at its end. Outputs stand in this order: answer, label.
final class PipelineGraph {

    private final Pipeline pipeline;
    private final GraphBuilder graph;
    private final StepNodes steps;
    private final Set<String> inputNames;
    private final Map<String, Block> recipes = new HashMap<>();

    private PipelineGraph(Pipeline pipeline) {
        this.pipeline = pipeline;
        this.inputNames = new HashSet<>(pipeline.signature().inputs().names());
        Set<String> publicNames = new HashSet<>(inputNames);
        publicNames.addAll(List.of(outputName("probabilities"), outputName("prediction"), outputName("label")));
        this.graph = new GraphBuilder(publicNames);
        this.steps = new StepNodes(graph);
    }

    static GraphProto of(Pipeline pipeline) {
        return new PipelineGraph(pipeline).build();
    }

    private GraphProto build() {
        List<Field> inputs = inputs(pipeline);
        if (inputs.isEmpty()) {
            throw ExportProblems.notExportable("ONNX", "it reads no column");
        }
        for (Field field : inputs) {
            graph.input(field.name(), field.type().isNumber() ? DataType.DOUBLE : DataType.STRING);
        }
        String answer = new FormNodes(graph, this::features).write(pipeline.model());
        Signature signature = pipeline.signature();
        if (signature.task().isClassification()) {
            graph.output(outputName("probabilities"), answer, DataType.DOUBLE, signature.outputs());
            graph.output(outputName("label"), label(answer), DataType.STRING);
        } else {
            graph.output(outputName("prediction"), answer, DataType.DOUBLE, 1);
        }
        return graph.build();
    }

    /// The raw columns the graph takes: all features, and whatever else a recipe reads.
    static List<Field> inputs(Pipeline pipeline) {
        Set<String> read = new HashSet<>();
        pipeline.recipes().values().forEach(recipe -> read.addAll(read(recipe)));
        DerivedColumn.needed(pipeline.derived(), List.copyOf(read)).forEach(column -> read.addAll(column.expression().columns()));
        return pipeline.signature().inputs().fields().stream()
                .filter(field -> field.role() == Role.FEATURE || read.contains(field.name())).toList();
    }

    private static List<String> read(FittedRecipe recipe) {
        return Stream.concat(recipe.features().stream(), recipe.steps().stream().flatMap(step -> step.reads().stream())).distinct().toList();
    }

    // A recipe is written once, whoever reads it.
    private Block features(String id) {
        Block written = recipes.get(id);
        if (written == null) {
            written = write(id);
            recipes.put(id, written);
        }
        return written;
    }

    private Block write(String id) {
        FittedRecipe recipe = pipeline.recipes().get(id);
        if (recipe == null) {
            throw new IllegalArgumentException("no recipe '%s'".formatted(id));
        }
        GraphFrame frame = new GraphFrame(graph);
        for (Field field : inputs(pipeline)) {
            if (field.type().isNumber()) {
                frame.put(List.of(field.name()), field.name());
            } else {
                frame.putText(field.name(), field.name());
            }
        }
        new ExpressionNodes(graph, frame, pipeline.signature().inputs()).write(DerivedColumn.needed(pipeline.derived(), read(recipe)));
        for (FittedStep step : recipe.steps()) {
            steps.write(step, frame);
        }
        if (recipe.features().isEmpty()) {
            return new Block(graph.repeat(0), 0);   // a tensor needs a column; nobody asks for it
        }
        return frame.block(recipe.features());
    }

    private String label(String probabilities) {
        Signature signature = pipeline.signature();
        if (signature.task() != Task.BINARY) {
            String best = graph.node("ArgMax", List.of(probabilities), Attributes.of("axis", 1), Attributes.of("keepdims", 0));
            String classes = graph.constant(Tensors.texts(new long[] {signature.classes().size()}, signature.classes()));
            return graph.node("Gather", List.of(classes, best), Attributes.of("axis", 0));
        }
        String positive = graph.node("Gather", List.of(probabilities, graph.index(signature.positive())), Attributes.of("axis", 1));
        String threshold = graph.constant(Tensors.doubles(new long[] {1}, signature.threshold()));
        return graph.node("Where", List.of(graph.node("GreaterOrEqual", List.of(positive, threshold)),
                graph.text(signature.classes().get(signature.positive())),
                graph.text(signature.classes().get(1 - signature.positive()))));
    }

    private String outputName(String wanted) {
        String name = wanted;
        while (inputNames.contains(name)) {
            name += "_";
        }
        return name;
    }
}
