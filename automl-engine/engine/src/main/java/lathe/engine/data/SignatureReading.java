package lathe.engine.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import lathe.scoring.CellParser;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Schema;
import lathe.scoring.Table;

/// Reads raw rows as a signature says: columns by name, types never guessed again, further columns ignored.
final class SignatureReading {

    private final Path file;
    private final Schema signature;
    private final boolean[] lenient;   // by field, whether a bad cell is missing
    private final UnreadCells unread;
    private final int[] indices;

    /// @param unread is told of cells that count as missing
    /// @throws ProblemException if the file lacks a column of the signature
    SignatureReading(Path file, List<String> names, Schema signature, BadCells policy, UnreadCells unread) {
        this.file = file;
        this.signature = signature;
        this.lenient = new boolean[signature.size()];
        for (int i = 0; i < lenient.length; i++) {
            lenient[i] = policy == BadCells.MISSING || new CellParser(signature.field(i)).isLenient();
        }
        this.unread = unread;
        this.indices = signature.names().stream().mapToInt(names::indexOf).toArray();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] < 0) {
                missing.add("'" + signature.field(i).name() + "'");
            }
        }
        if (!missing.isEmpty()) {
            throw FileChecks.problem(file, "columns-missing",
                    "The model needs %d columns that the file lacks: %s.".formatted(missing.size(), String.join(", ", missing)),
                    "Add them, or rename the columns of the file.");
        }
    }

    Table read(RawTable raw) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < indices.length; i++) {
            Field field = signature.field(i);
            boolean missing = lenient[i];
            CellReading reading = new CellReading(field, (row, text) -> bad(field, missing, () -> raw.place(row), text));
            columns.add(reading.read(raw.column(indices[i])));
        }
        return new Table(signature, columns);
    }

    private void bad(Field field, boolean missing, Supplier<String> place, String text) {
        if (missing) {
            unread.add(field.name(), text, place);
            return;
        }
        String shown = text.length() > 60 ? text.substring(0, 60) + "..." : text;
        String wanted = field.type().name().toLowerCase(Locale.ROOT);
        throw new ProblemException(new Problem("cell-unreadable",
                "Column '%s' must hold a %s, was '%s'.".formatted(field.name(), wanted, shown),
                file + ", " + place.get(), "Correct the cell, or let unreadable cells count as missing (--bad-cells missing)."));
    }
}
