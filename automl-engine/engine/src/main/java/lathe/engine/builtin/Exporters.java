package lathe.engine.builtin;

import java.util.List;
import lathe.engine.adapter.onnx.OnnxExporter;
import lathe.engine.export.Exporter;

/// The formats a pipeline may be written to.
public final class Exporters {

    public static final List<Exporter> ALL = List.of(new OnnxExporter());

    private Exporters() { }
}
