package lathe.engine.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lathe.engine.builtin.Expressions;
import lathe.engine.data.ImportNote;
import lathe.engine.data.Imported;
import lathe.engine.derive.ExpressionLanguage;
import lathe.engine.derive.Reading;
import lathe.engine.label.LackingRows;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.RunSpec;
import lathe.engine.track.TableChoice;
import lathe.engine.track.TypedTargets;
import lathe.scoring.FieldType;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Schema;
import lathe.scoring.Table;
import lathe.scoring.derive.DerivedColumn;
import lathe.scoring.derive.Evaluation;
import lathe.scoring.derive.Expression;
import org.jspecify.annotations.Nullable;

/// The table of a project as models see it: what was read, with the derived columns at its end and the rows that are kept.
public final class ProjectTable {

    /// Code of the note that says how many rows are kept.
    public static final String ROWS_KEPT = "rows-kept";
    /// Code of the note that says how many targets people typed.
    public static final String TARGETS_TYPED = "targets-typed";

    private final Imported imported;
    private final List<DerivedColumn> derived;
    private final Optional<int[]> rows;

    private ProjectTable(Imported imported, List<DerivedColumn> derived, Optional<int[]> rows) {
        this.imported = imported;
        this.derived = List.copyOf(derived);
        this.rows = rows;
    }

    /// With no target typed.
    ///
    /// @throws ProblemException if an expression or the condition does not fit the table, or no row is kept
    public static ProjectTable of(Imported read, ProjectSettings settings) {
        return of(read, settings, TypedTargets.NONE);
    }

    /// @param typed put in where the target is missing
    /// @throws ProblemException if an expression or the condition does not fit the table, or no row is kept
    public static ProjectTable of(Imported read, ProjectSettings settings, TypedTargets typed) {
        return of(labelled(read, settings.target(), typed), settings.target(), settings.table(), settings.columns());
    }

    /// As the run saw it.
    ///
    /// @param typed what the run has kept
    static ProjectTable of(Imported read, RunSpec spec, TypedTargets typed) {
        return of(labelled(read, spec.target(), typed), spec.target(), spec.table(), spec.columns());
    }

    private static Imported labelled(Imported read, String target, TypedTargets typed) {
        Map<String, String> values = typed.of(target);
        if (values.isEmpty() || read.table().schema().find(target).isEmpty()) {
            return read;
        }
        LackingRows.Filled filled = LackingRows.of(read.table(), target).fill(values);
        List<String> words = new ArrayList<>(List.of("%d rows without a target have a typed one".formatted(filled.typed())));
        if (filled.gone() > 0) {
            words.add("%d more typed values belong to rows that are not in this data, or have a target by now".formatted(filled.gone()));
        }
        if (filled.unfit() > 0) {
            words.add("%d are no values of this type".formatted(filled.unfit()));
        }
        return new Imported(filled.table(), read.report().plus(List.of(
                new ImportNote(TARGETS_TYPED, target, String.join("; ", words) + "."))));
    }

    private static ProjectTable of(Imported read, String target, TableChoice choice, Map<String, ColumnChoice> columns) {
        List<DerivedColumn> derived = derived(read.table().schema(), choice, columns);
        Table complete = DerivedColumn.addTo(read.table(), derived);
        if (!choice.choosesRows()) {
            return new ProjectTable(new Imported(complete, read.report()), derived, Optional.empty());
        }
        KeptRows kept = KeptRows.of(complete, target, choice);
        ImportNote note = new ImportNote(ROWS_KEPT, "", kept.sentence());
        return new ProjectTable(new Imported(kept.table(), read.report().plus(List.of(note))), derived, Optional.of(kept.rows()));
    }

    /// The derived columns of a project, typed.
    ///
    /// @param read the columns there are without them
    /// @throws ProblemException naming the column whose expression does not fit
    static List<DerivedColumn> derived(Schema read, TableChoice choice, Map<String, ColumnChoice> columns) {
        List<DerivedColumn> derived = new ArrayList<>();
        Schema schema = read;
        for (Map.Entry<String, String> each : choice.derived().entrySet()) {
            String name = each.getKey();
            String where = "derived column " + name;
            if (schema.find(name).isPresent()) {
                throw new ProblemException(new Problem("derived-name", "There is a column of this name already.", where,
                        "Give the derived column another name."));
            }
            Reading reading = Expressions.LANGUAGE.read(each.getValue(), schema);
            Expression expression = ExpressionLanguage.require(reading, where);
            DerivedColumn column = new DerivedColumn(name, type(expression.fieldType(schema), columns.get(name)), expression);
            derived.add(column);
            schema = DerivedColumn.schema(schema, List.of(column));
        }
        return derived;
    }

    // Texts may be taken as categories or as free text, as a person chooses.
    private static FieldType type(FieldType found, @Nullable ColumnChoice choice) {
        List<FieldType> texts = List.of(FieldType.CATEGORY, FieldType.TEXT);
        return choice == null || !texts.contains(found) ? found : choice.chosenType().filter(texts::contains).orElse(found);
    }

    /// Whether a text can become a derived column of a table with these columns; takes well under a millisecond.
    public static Reading read(String expression, Schema columns) {
        return Expressions.LANGUAGE.read(expression, columns);
    }

    /// Whether a text can say which rows of such a table are kept.
    public static Reading readCondition(String condition, Schema columns) {
        return Expressions.LANGUAGE.condition(condition, columns);
    }

    /// The rows of a table that meet a condition.
    ///
    /// @param where a condition; blank for all rows
    /// @throws ProblemException if it does not fit the table
    public static Table where(Table table, String where) {
        if (where.isBlank()) {
            return table;
        }
        int[] rows = new Evaluation(table).holds(ExpressionLanguage.require(Expressions.LANGUAGE.condition(where, table.schema()), "condition " + where));
        return rows.length == table.rows() ? table : table.select(rows);
    }

    /// Table and report, with a note on the rows that are kept where some may be left out.
    public Imported imported() {
        return imported;
    }

    List<DerivedColumn> derived() {
        return derived;
    }

    /// The row of the source, from 0.
    int sourceRow(int row) {
        return rows.map(all -> all[row]).orElse(row);
    }

    /// The sentence on the rows that are kept; empty where all are.
    public static Optional<String> rowsKept(Imported imported) {
        return note(imported, ROWS_KEPT);
    }

    /// The sentence on the targets that people typed; empty where none was.
    static Optional<String> targetsTyped(Imported imported) {
        return note(imported, TARGETS_TYPED);
    }

    private static Optional<String> note(Imported imported, String code) {
        return imported.report().notes().stream().filter(note -> note.code().equals(code)).map(ImportNote::sentence).findFirst();
    }
}
