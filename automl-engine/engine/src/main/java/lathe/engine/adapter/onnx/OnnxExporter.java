package lathe.engine.adapter.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lathe.engine.export.ExportCheck;
import lathe.engine.export.ExportProblems;
import lathe.engine.export.Exporter;
import lathe.scoring.Pipeline;
import lathe.scoring.Table;

/// Writes the whole pipeline as one ONNX file for ONNX Runtime 1.20 and later.
///
/// One input of shape \[N, 1\] for each raw column, by name: `double` for numbers, `string` for everything else in the
/// neutral form of the schema; missing is NaN or the empty text. Outputs: `probabilities` double \[N, K\] and `label`
/// string \[N\], or `prediction` double \[N, 1\].
///
/// ONNX Runtime's Java library hands texts over in modified UTF-8: characters beyond U+FFFF, such as emoji, arrive
/// broken. Java programs that call it themselves must replace them; C, C#, JavaScript and Python have no such limit.
public final class OnnxExporter implements Exporter {

    private static final int IR_VERSION = 10;
    private static final Map<String, Integer> OPSETS =
            Map.of(GraphBuilder.STANDARD, 21, GraphBuilder.ML, 5, GraphBuilder.MICROSOFT, 1);

    @Override
    public String id() {
        return "onnx";
    }

    @Override
    public String fileEnding() {
        return ".onnx";
    }

    @Override
    public ExportCheck export(Pipeline pipeline, Map<String, String> metadata, Table checkRows, Path target) {
        ModelProto model = model(pipeline, metadata);
        Path temporary = target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.write(temporary, bytes(model));
            OnnxAgreement agreement = OnnxCheck.compare(temporary, pipeline, checkRows);
            if (!agreement.holds()) {
                throw ExportProblems.differs(target, agreement.largestDifference(), agreement.labelMismatches(),
                        agreement.limit());
            }
            move(temporary, target);
            return new ExportCheck(agreement.rows(), agreement.largestDifference());
        } catch (IOException e) {
            throw ExportProblems.cannotWrite(target, e);
        } finally {
            delete(temporary);
        }
    }

    private static ModelProto model(Pipeline pipeline, Map<String, String> metadata) {
        GraphProto graph = PipelineGraph.of(pipeline);
        ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(IR_VERSION).setProducerName("Lathe").setGraph(graph);
        Set<String> domains = new TreeSet<>(Set.of(GraphBuilder.STANDARD));
        List<NodeProto> nodes = ForeignGraph.nodes(graph);
        nodes.forEach(node -> domains.add(node.getDomain()));
        for (String domain : domains) {
            model.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(domain).setVersion(opset(domain, nodes)));
        }
        Map<String, String> texts = OnnxMetadata.of(pipeline);
        texts.put("lathe.opsets", domains.stream().map(domain -> (domain + " " + opset(domain, nodes)).strip())
                .collect(Collectors.joining(", ")));
        texts.putAll(metadata);
        texts.forEach((key, value) -> model.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build();
    }

    // The operators for trees with groups of levels left the domain with version 5, the one for all other trees came with it.
    private static int opset(String domain, List<NodeProto> nodes) {
        if (domain.equals(GraphBuilder.ML) && nodes.stream().anyMatch(GroupedTrees::isOld)) {
            if (nodes.stream().anyMatch(node -> node.getOpType().equals(TreeAttributes.OPERATOR))) {
                throw ExportProblems.notExportable("ONNX", "its parts need different versions of the operators for trees");
            }
            return GroupedTrees.OPSET;
        }
        return Objects.requireNonNull(OPSETS.get(domain), domain);
    }

    // Messages count their bytes in an int and overflow silently.
    private static byte[] bytes(ModelProto model) {
        if (model.getSerializedSize() <= 0) {
            throw ExportProblems.notExportable("ONNX", "it is larger than 2 GB");
        }
        return model.toByteArray();
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            temporary.toFile().deleteOnExit();   // an open file on Windows; the export itself is decided by now
        }
    }
}
