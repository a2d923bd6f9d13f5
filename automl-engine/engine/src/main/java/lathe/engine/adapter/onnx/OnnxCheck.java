package lathe.engine.adapter.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.NumberColumn;
import lathe.scoring.Pipeline;
import lathe.scoring.Predictions;
import lathe.scoring.Signature;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// Runs a written file in ONNX Runtime and holds its answers against the pipeline's.
///
/// The Java library of ONNX Runtime cannot carry characters beyond U+FFFF or U+0000 (see [OnnxExporter]). A text column
/// that has one enters the tried graph as a constant instead, and the label leaves it as a class index, so that such rows
/// are compared as well; the nodes between are the file's own.
public final class OnnxCheck {

    private static final String CLASS_INDEX = "lathe class index";
    private static final int ML_OPSET = 5;

    private OnnxCheck() {
    }

    /// Answers all rows both ways. With no rows the file is only opened.
    ///
    /// @param rows must have the pipeline's inputs, matched by name
    /// @throws IOException           if the file cannot be read
    /// @throws IllegalStateException if ONNX Runtime refuses the file or fails on a row
    public static OnnxAgreement compare(Path onnx, Pipeline pipeline, Table rows) throws IOException {
        Table inputs = rows.project(pipeline.signature().inputs());
        ModelProto model = ModelProto.parseFrom(Files.readAllBytes(onnx));
        try {
            Answers answers = run(adapt(model, pipeline, inputs), pipeline, inputs);
            return inputs.rows() == 0 ? new OnnxAgreement(0, 0, 0)
                    : compare(answers, pipeline.predict(inputs), pipeline.signature(), OnnxAgreement.limit(pipeline));
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime fails on the file '%s': %s".formatted(onnx, e.getMessage()), e);
        }
    }

    /// @param values  row by row, as predictions are
    /// @param classes class index of each row; empty for regression
    private record Answers(double[] values, long[] classes) {
    }

    private static ModelProto adapt(ModelProto model, Pipeline pipeline, Table inputs) {
        ModelProto.Builder adapted = model.toBuilder();
        for (int i = model.getGraph().getInputCount() - 1; i >= 0; i--) {
            String name = model.getGraph().getInput(i).getName();
            if (inputs.column(name) instanceof StringColumn texts && !canCarry(texts)) {
                List<String> cells = new ArrayList<>();
                for (int row = 0; row < texts.rows(); row++) {
                    cells.add(texts.text(row));
                }
                TensorProto constant = Tensors.texts(new long[] {texts.rows(), 1}, cells);
                adapted.getGraphBuilder().removeInput(i).addInitializer(constant.toBuilder().setName(name));
            }
        }
        return pipeline.signature().task().isClassification() ? withClassIndex(adapted, pipeline.signature()) : adapted.build();
    }

    private static ModelProto withClassIndex(ModelProto.Builder model, Signature signature) {
        long[] indices = new long[signature.classes().size()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = i;
        }
        String label = model.getGraph().getOutput(1).getName();
        model.getGraphBuilder().addNode(NodeProto.newBuilder().setDomain(GraphBuilder.ML)
                .setOpType("LabelEncoder").addInput(label).addOutput(CLASS_INDEX)
                .addAttribute(Attributes.of("keys_tensor", Tensors.texts(new long[] {indices.length}, signature.classes())))
                .addAttribute(Attributes.of("values_tensor", Tensors.longs(new long[] {indices.length}, indices)))
                .addAttribute(Attributes.of("default_tensor", Tensors.longs(new long[] {1}, -1))));
        if (model.getOpsetImportList().stream().noneMatch(opset -> opset.getDomain().equals(GraphBuilder.ML))) {
            model.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(GraphBuilder.ML).setVersion(ML_OPSET));
        }
        model.getGraphBuilder().addOutput(GraphBuilder.perRow(CLASS_INDEX, TensorProto.DataType.INT64));
        return model.build();
    }

    private static boolean canCarry(StringColumn texts) {
        return texts.levels().stream().allMatch(text -> text.chars().noneMatch(
                c -> c == 0 || Character.isSurrogate((char) c)));
    }

    private static Answers run(ModelProto model, Pipeline pipeline, Table inputs) throws OrtException {
        OrtEnvironment environment = OnnxGraphRunner.environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session = environment.createSession(model.toByteArray(), options)) {
            if (inputs.rows() == 0) {
                return new Answers(new double[0], new long[0]);
            }
            Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
            try {
                for (String name : session.getInputNames()) {
                    tensors.put(name, tensor(environment, inputs.column(name)));
                }
                try (OrtSession.Result result = session.run(tensors)) {
                    return answers(result, pipeline.signature());
                }
            } finally {
                tensors.values().forEach(OnnxTensor::close);
            }
        }
    }

    private static OnnxTensor tensor(OrtEnvironment environment, Column column) throws OrtException {
        long[] shape = {column.rows(), 1};
        return switch (column) {
            case NumberColumn numbers -> OnnxTensor.createTensor(environment, DoubleBuffer.wrap(numbers.values()), shape);
            case StringColumn texts -> {
                String[] cells = new String[texts.rows()];
                for (int row = 0; row < cells.length; row++) {
                    cells[row] = texts.text(row);
                }
                yield OnnxTensor.createTensor(environment, cells, shape);
            }
        };
    }

    private static Answers answers(OrtSession.Result result, Signature signature) {
        DoubleBuffer values = tensor(result.get(0)).getDoubleBuffer();
        double[] numbers = new double[values.remaining()];
        values.get(numbers);
        if (!signature.task().isClassification()) {
            return new Answers(numbers, new long[0]);
        }
        LongBuffer indices = tensor(result.get(result.size() - 1)).getLongBuffer();
        long[] classes = new long[indices.remaining()];
        indices.get(classes);
        return new Answers(numbers, classes);
    }

    private static OnnxTensor tensor(OnnxValue value) {
        if (value instanceof OnnxTensor tensor) {
            return tensor;
        }
        throw new IllegalStateException("an output must be a tensor, was " + value.getType());
    }

    private static OnnxAgreement compare(Answers answers, Predictions expected, Signature signature, double limit) {
        if (answers.values().length != expected.values().length) {
            throw new IllegalStateException("the file must give %d numbers, gave %d"
                    .formatted(expected.values().length, answers.values().length));
        }
        double largest = 0;
        for (int i = 0; i < answers.values().length; i++) {
            largest = Math.max(largest, difference(answers.values()[i], expected.values()[i]));
        }
        int mismatches = 0;
        for (int row = 0; row < answers.classes().length; row++) {
            boolean same = answers.classes()[row] == signature.decide(expected, row);
            mismatches += same || isNearTie(expected, row, signature, limit) ? 0 : 1;
        }
        return new OnnxAgreement(expected.rows(), largest, mismatches, limit);
    }

    private static double difference(double actual, double expected) {
        if (Double.compare(actual, expected) == 0) {
            return 0;
        }
        double difference = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }

    private static boolean isNearTie(Predictions predictions, int row, Signature signature, double limit) {
        if (signature.positive() >= 0) {
            return Math.abs(predictions.at(row, signature.positive()) - signature.threshold()) <= limit;
        }
        int best = predictions.best(row);
        double margin = Double.POSITIVE_INFINITY;
        for (int output = 0; output < predictions.width(); output++) {
            if (output != best) {
                margin = Math.min(margin, predictions.at(row, best) - predictions.at(row, output));
            }
        }
        return !(margin > limit);
    }
}
