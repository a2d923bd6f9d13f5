package lathe.scoring.derive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.derive.Expression.Amount;
import lathe.scoring.derive.Expression.Call;
import lathe.scoring.derive.Expression.Column;
import org.junit.jupiter.api.Test;

class DerivedColumnTest {

    private static final Schema SCHEMA = new Schema(List.of(Field.of("x", FieldType.NUMBER), Field.of("note", FieldType.TEXT),
            Field.of("tags", FieldType.LIST)));
    private static final Table TABLE = new Table(SCHEMA, List.of(new NumberColumn(new double[] {4, Double.NaN, 0}),
            StringColumn.of(List.of("a", "", "b")), StringColumn.of(List.of("", "", ""))));

    private static DerivedColumn number(String name, Expression expression) {
        return new DerivedColumn(name, FieldType.NUMBER, expression);
    }

    private static Expression half(String of) {
        return new Call(Operation.DIVIDE, List.of(new Column(of), new Amount(2)));
    }

    @Test
    void readsColumnsMadeBefore() {
        Table made = DerivedColumn.addTo(TABLE, List.of(number("half", half("x")), number("quarter", half("half"))));

        assertEquals(List.of("x", "note", "tags", "half", "quarter"), made.schema().names());
        assertArrayEquals(new double[] {1, Double.NaN, 0}, made.numbers("quarter").values());
    }

    @Test
    void findsWhatIsNeeded() {
        List<DerivedColumn> all = List.of(number("half", half("x")), number("other", half("x")), number("quarter", half("half")));

        assertEquals(List.of(all.get(0), all.get(2)), DerivedColumn.needed(all, List.of("quarter", "x")));
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThrows(IllegalArgumentException.class, () -> DerivedColumn.schema(SCHEMA, List.of(number("quarter", half("half")), number("half", half("x")))));
        assertThrows(IllegalArgumentException.class, () -> DerivedColumn.schema(SCHEMA, List.of(number("x", half("x")))));
        assertThrows(IllegalArgumentException.class, () -> DerivedColumn.schema(SCHEMA, List.of(number("n", new Column("note")))));
        assertThrows(IllegalArgumentException.class, () -> DerivedColumn.schema(SCHEMA, List.of(new DerivedColumn("n", FieldType.LIST, new Column("tags")))));
        assertThrows(IllegalArgumentException.class, () -> DerivedColumn.schema(SCHEMA, List.of(number("n", half("note")))));
    }

    @Test
    void refusesTreesThatAreTooDeepOrTooLarge() {
        Expression deep = new Column("x");
        for (int i = 0; i < Expression.DEEPEST; i++) {
            deep = new Call(Operation.ABS, List.of(deep));
        }
        Expression tooDeep = deep;
        assertThrows(IllegalArgumentException.class, () -> tooDeep.type(SCHEMA));
        Expression wide = new Column("x");
        for (int i = 0; i < 8; i++) {
            wide = new Call(Operation.ADD, List.of(wide, wide));
        }
        Expression tooWide = wide;
        assertThrows(IllegalArgumentException.class, () -> tooWide.type(SCHEMA));
    }

    @Test
    void takesTextsOfFreeTextAsFreeText() {
        assertEquals(FieldType.TEXT, new Call(Operation.COALESCE, List.of(new Column("note"), new Expression.Text("none"))).fieldType(SCHEMA));
        assertEquals(FieldType.CATEGORY, new Expression.Text("none").fieldType(SCHEMA));
    }
}
