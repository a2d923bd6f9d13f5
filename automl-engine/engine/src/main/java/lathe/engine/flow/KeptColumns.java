package lathe.engine.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lathe.engine.data.CellKind;
import lathe.engine.data.NumberCells;
import lathe.engine.data.RawColumn;
import lathe.engine.data.RawTable;
import lathe.engine.data.TextCells;
import lathe.engine.export.CellType;
import lathe.engine.export.OutputCell;
import lathe.scoring.Column;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// The columns of a file as they are handed back beside the predictions: every cell as it stands in the file, or as what it means.
final class KeptColumns {

    static final KeptColumns NONE = new KeptColumns(List.of(), List.of(), List.of(), List.of(), List.of());

    private final List<String> names;
    private final List<RawColumn> columns;
    private final List<Boolean> foreign;
    private final List<CellType> types;
    private final List<Optional<Column>> typed;

    private KeptColumns(List<String> names, List<RawColumn> columns, List<Boolean> foreign, List<CellType> types,
            List<Optional<Column>> typed) {
        this.names = names;
        this.columns = columns;
        this.foreign = foreign;
        this.types = types;
        this.typed = typed;
    }

    /// As what they mean: numbers, dates and booleans of the model as such, all other cells as they stand in the file.
    static KeptColumns typed(RawTable raw, Table rows) {
        List<CellType> types = new ArrayList<>();
        List<Optional<Column>> typed = new ArrayList<>();
        for (int i = 0; i < raw.columns().size(); i++) {
            OptionalInt place = rows.schema().find(raw.names().get(i));
            CellType type = place.isPresent() ? type(rows.schema().field(place.getAsInt()).type())
                    : raw.column(i) instanceof NumberCells ? CellType.NUMBER : CellType.TEXT;
            types.add(type);
            typed.add(place.isPresent() && type != CellType.TEXT ? Optional.of(rows.columns().get(place.getAsInt())) : Optional.empty());
        }
        return new KeptColumns(raw.names(), raw.columns(), Collections.nCopies(types.size(), true), types, typed);
    }

    private static CellType type(FieldType type) {
        return switch (type) {
            case NUMBER -> CellType.NUMBER;
            case BOOLEAN -> CellType.BOOLEAN;
            case DATE -> CellType.MOMENT;
            case CATEGORY, TEXT, LIST -> CellType.TEXT;
        };
    }

    /// @param typed columns of the model; those of numbers, dates and booleans cannot hold a formula
    static KeptColumns of(RawTable raw, Table typed) {
        Schema schema = typed.schema();
        List<Boolean> foreign = raw.names().stream().map(name -> schema.find(name).isEmpty()
                || holdsText(schema.field(name).type())).toList();
        return new KeptColumns(raw.names(), raw.columns(), foreign, Collections.nCopies(foreign.size(), CellType.TEXT),
                Collections.nCopies(foreign.size(), Optional.empty()));
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

    List<CellType> types() {
        return types;
    }

    List<OutputCell> cells(int row) {
        List<OutputCell> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Optional<Column> meant = typed.get(i);
            cells.add(meant.isPresent() ? meant(meant.get(), row) : switch (columns.get(i)) {
                case NumberCells numbers -> number(numbers.value(row));
                case TextCells texts -> text(texts, texts.code(row), foreign.get(i));
            });
        }
        return cells;
    }

    private static OutputCell meant(Column column, int row) {
        return switch (column) {
            case NumberColumn numbers -> number(numbers.value(row));
            case StringColumn texts -> texts.isMissing(row) ? OutputCell.NOTHING : new OutputCell.Exact(texts.text(row));
        };
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
