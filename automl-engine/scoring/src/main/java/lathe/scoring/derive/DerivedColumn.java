package lathe.scoring.derive;

import java.util.ArrayList;
import java.util.List;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Schema;
import lathe.scoring.Table;

/// A column computed from others of its row.
///
/// @param name       its own; no other column may have it
/// @param type       what the expression gives; texts may be taken as categories or as free text
/// @param expression of the columns before it
public record DerivedColumn(String name, FieldType type, Expression expression) {

    public DerivedColumn {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a derived column needs a name");
        }
    }

    /// The column as a feature.
    public Field field() {
        return Field.of(name, type);
    }

    /// The schema with the derived columns at its end; each may read those before it.
    ///
    /// @throws IllegalArgumentException if a name comes twice, a column read is not there, or a type does not fit its expression
    public static Schema schema(Schema inputs, List<DerivedColumn> derived) {
        Schema all = inputs;
        for (DerivedColumn column : derived) {
            ValueType type = column.expression().type(all);
            if (type == ValueType.LIST || type != ValueType.of(column.type())) {
                throw new IllegalArgumentException("derived column '%s' of type %s gives %s".formatted(column.name(), column.type(), type.words()));
            }
            List<Field> fields = new ArrayList<>(all.fields());
            fields.add(column.field());
            all = new Schema(fields);
        }
        return all;
    }

    /// The table with the derived columns at its end. Cost: rows × parts of the expressions.
    ///
    /// @throws IllegalArgumentException as [#schema]
    public static Table addTo(Table table, List<DerivedColumn> derived) {
        Table all = table;
        for (DerivedColumn column : derived) {
            List<Field> fields = new ArrayList<>(all.schema().fields());
            List<Column> columns = new ArrayList<>(all.columns());
            fields.add(column.field());
            columns.add(new Evaluation(all).column(column.expression()));
            all = new Table(new Schema(fields), columns);
        }
        return all;
    }

    /// Of some derived columns those that are needed to make the columns named, in order.
    public static List<DerivedColumn> needed(List<DerivedColumn> derived, List<String> names) {
        List<String> wanted = new ArrayList<>(names);
        List<DerivedColumn> needed = new ArrayList<>();
        for (DerivedColumn column : derived.reversed()) {
            if (wanted.contains(column.name())) {
                needed.addFirst(column);
                wanted.addAll(column.expression().columns());
            }
        }
        return needed;
    }
}
