package lathe.engine.flow;

import java.util.ArrayList;
import java.util.List;
import lathe.engine.data.CellKind;
import lathe.engine.data.NumberCells;
import lathe.engine.data.RawColumn;
import lathe.engine.data.RawTable;
import lathe.engine.data.TextCells;
import lathe.engine.export.OutputCell;
import lathe.scoring.FieldType;
import lathe.scoring.Schema;
import lathe.scoring.Table;

/// The columns of a file as they are handed back beside the predictions: every cell as it stands in the file.
final class KeptColumns {

    static final KeptColumns NONE = new KeptColumns(List.of(), List.of(), List.of());

    private final List<String> names;
    private final List<RawColumn> columns;
    private final List<Boolean> foreign;

    private KeptColumns(List<String> names, List<RawColumn> columns, List<Boolean> foreign) {
        this.names = names;
        this.columns = columns;
        this.foreign = foreign;
    }

    /// @param typed columns of the model; those of numbers, dates and booleans cannot hold a formula
    static KeptColumns of(RawTable raw, Table typed) {
        Schema schema = typed.schema();
        List<Boolean> foreign = raw.names().stream().map(name -> schema.find(name).isEmpty()
                || holdsText(schema.field(name).type())).toList();
        return new KeptColumns(raw.names(), raw.columns(), foreign);
    }

    private static boolean holdsText(FieldType type) {
        return switch (type) {
            case CATEGORY, TEXT, LIST -> true;
            case NUMBER, BOOLEAN, DATE -> false;
        };
    }

    List<String> names() {
        return names;
    }

    List<OutputCell> cells(int row) {
        List<OutputCell> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(switch (columns.get(i)) {
                case NumberCells numbers -> number(numbers.value(row));
                case TextCells texts -> text(texts, texts.code(row), foreign.get(i));
            });
        }
        return cells;
    }

    private static OutputCell number(double value) {
        if (Double.isNaN(value)) {
            return OutputCell.NOTHING;
        }
        return Double.isFinite(value) ? new OutputCell.Numeric(value) : new OutputCell.Exact(Double.toString(value));
    }

    private static OutputCell text(TextCells texts, int code, boolean foreign) {
        if (code < 0) {
            return OutputCell.NOTHING;
        }
        String text = texts.text(code);
        if (texts.kind(code) == CellKind.NUMBER) {
            return numberOrText(text);
        }
        return foreign ? new OutputCell.Text(text) : new OutputCell.Exact(text);
    }

    // A number of a workbook stays a number; whole ones beyond its precision are better kept as they are written.
    private static OutputCell numberOrText(String text) {
        try {
            double value = Double.parseDouble(text);
            return Math.abs(value) < 1L << 53 ? new OutputCell.Numeric(value) : new OutputCell.Exact(text);
        } catch (NumberFormatException notOne) {
            return new OutputCell.Text(text);
        }
    }
}
