package lathe.engine.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.NumberColumn;
import lathe.scoring.Pipeline;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// One file format a pipeline can be written to. An export is done only when the file was opened again and gave the
/// pipeline's own answers.
public interface Exporter {

    /// Stable lower-case id, as in `--format onnx`.
    String id();

    /// With the dot: `.onnx`.
    String fileEnding();

    /// Writes the whole pipeline, raw columns in, answers out. The target appears complete or not at all; an existing
    /// file is replaced.
    ///
    /// @param metadata  texts stored in the file by name
    /// @param checkRows rows with the pipeline's inputs, tried on the written file before it takes its place
    /// @return how close the written file came
    /// @throws lathe.scoring.ProblemException if the file cannot be written or answers otherwise than the pipeline
    ExportCheck export(Pipeline pipeline, Map<String, String> metadata, Table checkRows, Path target);

    /// As above without rows: the file is only opened.
    default ExportCheck export(Pipeline pipeline, Map<String, String> metadata, Path target) {
        return export(pipeline, metadata, noRows(pipeline.signature().inputs()), target);
    }

    private static Table noRows(Schema schema) {
        return new Table(schema, schema.fields().stream().map(Exporter::noRows).toList());
    }

    private static Column noRows(Field field) {
        return field.type().isNumber() ? new NumberColumn(new double[0]) : StringColumn.of(List.of());
    }
}
