package lathe.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import lathe.scoring.Predictions;
import lathe.scoring.Signature;

/// Writes predictions as CSV: `prediction`, and `p_<class>` for each class. Numbers and labels are written exactly.
final class PredictionCsv {

    private final Signature signature;
    private long written;

    PredictionCsv(Signature signature) {
        this.signature = signature;
    }

    void header(Writer out) throws IOException {
        StringBuilder line = new StringBuilder("prediction");
        signature.classes().forEach(name -> line.append(',').append(quoted("p_" + name)));
        out.append(line.append('\n'));
    }

    void rows(Predictions predictions, Writer out) {
        List<String> labels = signature.classes().stream().map(PredictionCsv::quoted).toList();
        StringBuilder lines = new StringBuilder();
        for (int row = 0; row < predictions.rows(); row++) {
            if (labels.isEmpty()) {
                lines.append(predictions.at(row, 0));
            } else {
                lines.append(labels.get(signature.decide(predictions, row)));
                for (int k = 0; k < labels.size(); k++) {
                    lines.append(',').append(predictions.at(row, k));
                }
            }
            lines.append('\n');
        }
        written += predictions.rows();
        try {
            out.append(lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    long written() {
        return written;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
