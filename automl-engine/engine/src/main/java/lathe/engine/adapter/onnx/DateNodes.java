package lathe.engine.adapter.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import lathe.scoring.step.DateParts;
import lathe.scoring.step.DateParts.Part;

/// Takes ISO dates apart in the graph: a pattern decides what is a date, integer arithmetic does the calendar.
///
/// Days are counted as in H. Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March, so that the
/// leap day comes last. Years are moved up by 400, one whole cycle, so that no division meets a negative number.
final class DateNodes {

    // The pattern of DateParts; its dot stands for all but Java's line ends, which RE2 would not leave out.
    private static final String ISO = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
            + "(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9][^\\n\\r\\x{85}\\x{2028}\\x{2029}]*)?";
    private static final long[] MONTH_LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int CYCLE = 400;
    private static final int DAYS_OF_CYCLE = 146_097;
    private static final int MARCH_0000_TO_1970 = 719_468;
    private static final int MONDAY_AFTER_1970 = 3;   // 1970-01-01 was a Thursday

    private final GraphBuilder graph;

    DateNodes(GraphBuilder graph) {
        this.graph = graph;
    }

    /// The parts of a text column as doubles, shape \[N, parts\]; NaN where there is no such day.
    String write(DateParts step, String text) {
        String wellFormed = graph.node("RegexFullMatch", List.of(text), Attributes.of("pattern", ISO));
        String safe = graph.node("Where", List.of(wellFormed, text, graph.text("1970-01-01")));   // a cast of anything else throws
        String fields = graph.node("StringSplit", List.of(safe), Attributes.of("delimiter", "-"), Attributes.of("maxsplit", 2));
        String rest = split(graph.node("StringConcat", List.of(pick(fields, 2), graph.text("T00"))), "T");
        Calendar calendar = new Calendar(integer(pick(fields, 0)), integer(pick(fields, 1)), integer(pick(rest, 0)),
                integer(pick(split(pick(rest, 1), ":"), 0)));
        List<String> parts = step.parts().stream().map(part -> number(part, calendar)).toList();
        String joined = graph.cast(graph.node("Concat", parts, Attributes.of("axis", 1)), DataType.DOUBLE);
        String real = graph.node("And", List.of(wellFormed, isInMonth(calendar)));
        return graph.node("Where", List.of(real, joined, graph.row(Double.NaN)));
    }

    // int64 tensors, shape [N, 1]
    private record Calendar(String year, String month, String day, String hour) {
    }

    private String number(Part part, Calendar calendar) {
        return switch (part) {
            case YEAR -> calendar.year();
            case MONTH -> calendar.month();
            case DAY -> calendar.day();
            case WEEKDAY -> math("Mod", math("Add", epochDay(calendar), MONDAY_AFTER_1970), 7);
            case EPOCH_DAY -> epochDay(calendar);
            case HOUR -> calendar.hour();
        };
    }

    // A leap year adds its day to February only: leap days before this March and before the March of the year agree
    // from March on. January gets the day as well, where the pattern already ends at 31.
    private String isInMonth(Calendar calendar) {
        String table = graph.longs(MONTH_LENGTHS);
        String usual = graph.node("Gather", List.of(table, math("Sub", calendar.month(), 1)), Attributes.of("axis", 0));
        String leap = math("Sub", leapDays(math("Add", calendar.year(), CYCLE)), leapDays(marchYear(calendar)));
        return graph.node("LessOrEqual", List.of(calendar.day(), math("Add", usual, leap)));
    }

    private String epochDay(Calendar calendar) {
        String year = marchYear(calendar);
        String month = math("Mod", math("Add", calendar.month(), 9), 12);
        String ofMonths = math("Div", math("Add", math("Mul", month, 153), 2), 5);
        String days = math("Add", math("Mul", year, 365), leapDays(year));
        String all = math("Add", math("Add", days, ofMonths), calendar.day());
        return math("Sub", all, 1 + MARCH_0000_TO_1970 + DAYS_OF_CYCLE);
    }

    private String marchYear(Calendar calendar) {
        String early = graph.cast(graph.node("LessOrEqual", List.of(calendar.month(), graph.longs(2))), DataType.INT64);
        return math("Add", math("Sub", calendar.year(), early), CYCLE);
    }

    private String leapDays(String year) {
        return math("Add", math("Sub", math("Div", year, 4), math("Div", year, 100)), math("Div", year, 400));
    }

    private String math(String operator, String left, String right) {
        return graph.node(operator, List.of(left, right));
    }

    private String math(String operator, String left, long right) {
        return math(operator, left, graph.longs(right));
    }

    private String split(String text, String delimiter) {
        return graph.node("StringSplit", List.of(text), Attributes.of("delimiter", delimiter));
    }

    private String pick(String fields, long index) {
        return graph.node("Gather", List.of(fields, graph.index(index)), Attributes.of("axis", 2));
    }

    private String integer(String text) {
        return graph.cast(text, DataType.INT64);
    }
}
