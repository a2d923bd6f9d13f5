package lathe.scoring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lathe.scoring.pack.ModelPackage;
import lathe.scoring.pack.PackageReader;

/// Opens a model file and predicts. This is what engineers embed:
///
/// ```java
/// Scorer scorer = Scorer.open(Path.of("model.lathe"));
/// Prediction answer = scorer.score(Map.of("age", "42", "city", "Bonn"));
/// ```
///
/// Immutable, safe for many threads.
public final class Scorer {

    private final ModelPackage model;
    private final List<CellParser> parsers;

    private Scorer(ModelPackage model) {
        this.model = model;
        this.parsers = model.signature().inputs().fields().stream().map(CellParser::new).toList();
    }

    /// Reads and checks the file; its golden rows have been scored when this returns.
    ///
    /// @throws ProblemException if the file is missing, no Lathe model, newer than this Lathe, damaged, or does not give
    ///     the answers it was written with
    public static Scorer open(Path path) {
        return new Scorer(PackageReader.open(path));
    }

    /// For a package that is open already.
    public static Scorer of(ModelPackage model) {
        return new Scorer(model);
    }

    public Signature signature() {
        return model.signature();
    }

    /// The whole package: manifest, profile, card.
    public ModelPackage model() {
        return model;
    }

    /// Predicts every row of a typed table. Inputs are matched by name, further columns are ignored.
    ///
    /// @throws ProblemException if an input is missing or has the wrong kind of column
    public Predictions score(Table table) {
        for (Field field : signature().inputs().fields()) {
            int at = table.schema().find(field.name()).orElseThrow(() -> columnMissing(field));
            if (field.type().isNumber() != (table.columns().get(at) instanceof NumberColumn)) {
                throw new ProblemException(new Problem("column-type", "The model reads this column as %s."
                        .formatted(field.type().isNumber() ? "numbers" : "text"), "column " + field.name(),
                        "Import the column with that type."));
            }
        }
        return model.pipeline().predict(table);
    }

    /// Predicts one row given as raw texts by column name; an empty text is missing, further names are ignored.
    ///
    /// @throws ProblemException if an input is not there or its text does not fit the input's type
    public Prediction score(Map<String, String> rawRow) {
        return Prediction.of(signature(), model.pipeline().predict(table(List.of(rawRow))), 0);
    }

    /// Types raw rows by the signature.
    ///
    /// @throws ProblemException if an input is not there or a text does not fit its type
    public Table table(List<Map<String, String>> rawRows) {
        List<Column> columns = new ArrayList<>();
        for (CellParser parser : parsers) {
            columns.add(parser.field().type().isNumber() ? numbers(parser, rawRows) : texts(parser, rawRows));
        }
        return new Table(signature().inputs(), columns);
    }

    private static NumberColumn numbers(CellParser parser, List<Map<String, String>> rawRows) {
        double[] values = new double[rawRows.size()];
        for (int row = 0; row < values.length; row++) {
            String cell = cell(parser, rawRows, row);
            values[row] = parser.number(cell);
            if (values[row] == CellParser.UNREADABLE) {
                requireLenient(parser, cell, row);
                values[row] = Double.NaN;
            }
        }
        return new NumberColumn(values);
    }

    private static StringColumn texts(CellParser parser, List<Map<String, String>> rawRows) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < rawRows.size(); row++) {
            String cell = cell(parser, rawRows, row);
            String text = parser.text(cell);
            if (text == null) {
                requireLenient(parser, cell, row);
            }
            texts.add(text == null ? "" : text);
        }
        return StringColumn.of(texts);
    }

    private static String cell(CellParser parser, List<Map<String, String>> rawRows, int row) {
        String cell = rawRows.get(row).get(parser.field().name());
        if (cell == null) {
            throw columnMissing(parser.field());
        }
        return cell;
    }

    private static ProblemException columnMissing(Field field) {
        return new ProblemException(new Problem("column-missing", "The model needs this column, the data does not have it.",
                "column " + field.name(), "Add the column, or leave its cells empty if the values are unknown."));
    }

    private static void requireLenient(CellParser parser, String cell, int row) {
        if (!parser.isLenient()) {
            throw unreadable(parser, cell, row);
        }
    }

    private static ProblemException unreadable(CellParser parser, String cell, int row) {
        String shown = cell.length() > 40 ? cell.substring(0, 40) + "…" : cell;
        return new ProblemException(new Problem("cell-unreadable", "'%s' is not %s.".formatted(shown, parser.expected()),
                "row %d, column %s".formatted(row + 1, parser.field().name()), "Correct the cell, or leave it empty."));
    }
}
