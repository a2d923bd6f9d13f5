package lathe.engine.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lathe.engine.builtin.Expressions;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.derive.Evaluation;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExpressionPropertyTest {

    private static final Schema SCHEMA = new Schema(List.of(Field.of("a", FieldType.NUMBER), Field.of("b", FieldType.NUMBER),
            Field.of("t", FieldType.CATEGORY), Field.of("d", FieldType.DATE)));

    private static final List<String> PIECES = List.of("a", "b", "t", "d", "1", "2.5", "'x'", "\"y\"", "`a`", "`", "'", "(", ")", ",", "+", "-", "*", "/",
            "^", "<", ">=", "=", "<>", "and", "or", "not", "!", "if", "min", "abs", "days_between", "missing", " ", ".", "1e", "e", "0x1F", "[", "]",
            "true", "\u0663", "\uD83D\uDE00", "\\", "%", "?", "\n");

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(PIECES).list().ofMaxSize(14).map(pieces -> String.join("", pieces));
    }

    private static void readsOrSaysWhy(String text) {
        switch (Expressions.LANGUAGE.read(text, SCHEMA)) {
            case Reading.Fits fits -> assertEquals(fits.value(), fits.expression().type(SCHEMA));
            case Reading.Wrong wrong -> assertTrue(!wrong.what().isBlank() && wrong.start() >= 0 && wrong.start() <= wrong.end()
                    && wrong.end() <= text.length(), wrong::toString);
        }
    }

    @Property(tries = 2000)
    void anyTextIsReadOrRefused(@ForAll String text) {
        readsOrSaysWhy(text);
    }

    @Property(tries = 4000)
    void anySoupOfPiecesIsReadOrRefused(@ForAll("soup") String text) {
        readsOrSaysWhy(text);
    }

    /// A text with what plain Java makes of it; `NaN` is missing.
    record Sum(String text, double value) { }

    private static final double A = 3.25;
    private static final double B = -0.5;

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }

    @Provide
    Arbitrary<Sum> sums() {
        Arbitrary<Sum> leaves = Arbitraries.oneOf(Arbitraries.just(new Sum("a", A)), Arbitraries.just(new Sum("`b`", B)),
                Arbitraries.just(new Sum("m", Double.NaN)),
                Arbitraries.integers().between(0, 9).map(n -> new Sum(Integer.toString(n), n)));
        return Arbitraries.recursive(() -> leaves, inner -> Arbitraries.oneOf(
                Combinators.combine(inner, inner).as((x, y) -> new Sum("(%s + %s)".formatted(x.text, y.text), finite(x.value + y.value))),
                Combinators.combine(inner, inner).as((x, y) -> new Sum("(%s - %s)".formatted(x.text, y.text), finite(x.value - y.value))),
                Combinators.combine(inner, inner).as((x, y) -> new Sum("%s * %s".formatted(bracketed(x), bracketed(y)), finite(x.value * y.value))),
                Combinators.combine(inner, inner).as((x, y) -> new Sum("((%s) / (%s))".formatted(x.text, y.text), finite(x.value / y.value))),
                Combinators.combine(inner, inner).as((x, y) -> new Sum("min(%s, %s)".formatted(x.text, y.text), Math.min(x.value, y.value))),
                Combinators.combine(inner, inner, inner).as((x, y, z) -> new Sum("if(%s < %s, %s, 1)".formatted(x.text, y.text, z.text),
                        Double.isNaN(x.value) || Double.isNaN(y.value) ? Double.NaN : x.value < y.value ? z.value : 1)),
                inner.map(x -> new Sum("abs(%s)".formatted(x.text), Math.abs(x.value)))), 0, 4);
    }

    private static String bracketed(Sum sum) {
        return "(" + sum.text + ")";
    }

    @Property(tries = 500)
    void computesWhatJavaComputes(@ForAll("sums") Sum sum) {
        Schema schema = new Schema(List.of(Field.of("a", FieldType.NUMBER), Field.of("b", FieldType.NUMBER), Field.of("m", FieldType.NUMBER)));
        Table table = new Table(schema, List.of(new NumberColumn(new double[] {A}), new NumberColumn(new double[] {B}),
                new NumberColumn(new double[] {Double.NaN})));

        Reading.Fits fits = assertInstanceOf(Reading.Fits.class, Expressions.LANGUAGE.read(sum.text, schema), sum.text);

        assertEquals(sum.value, ((NumberColumn) new Evaluation(table).column(fits.expression())).value(0), 0, sum.text);
    }

    @Property(tries = 200)
    void textsInQuotesComeThroughAsTheyAre(@ForAll String text) {
        if (text.isEmpty() || text.length() > 400) {
            return;
        }
        Table table = new Table(SCHEMA, List.of(new NumberColumn(new double[1]), new NumberColumn(new double[1]), StringColumn.of(List.of(text)),
                StringColumn.of(List.of(""))));

        Reading.Fits fits = assertInstanceOf(Reading.Fits.class,
                Expressions.LANGUAGE.read("t = '" + text.replace("'", "''") + "'", SCHEMA), text);

        assertEquals("true", ((StringColumn) new Evaluation(table).column(fits.expression())).text(0));
    }
}
