package lathe.scoring.step;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lathe.scoring.StringColumn;

/// Year, month, day, weekday (0 = Monday), days since 1970-01-01 and hour of ISO dates; missing or unreadable gives `NaN`.
///
/// @param column  date column read
/// @param parts   which parts
/// @param outputs column put for each part
public record DateParts(String column, List<Part> parts, List<String> outputs) implements OneColumnStep {

    /// One number taken from a date.
    public enum Part { YEAR, MONTH, DAY, WEEKDAY, EPOCH_DAY, HOUR }

    // The same text decides in the ONNX graph, so that both call the same dates unreadable.
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(?:T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d.*)?");

    public DateParts {
        parts = List.copyOf(parts);
        outputs = List.copyOf(outputs);
        if (parts.size() != outputs.size()) {
            throw new IllegalArgumentException("every part needs an output, had %d and %d"
                    .formatted(parts.size(), outputs.size()));
        }
    }

    @Override
    public void apply(Frame frame) {
        StringColumn source = frame.strings(column);
        double[][] ofLevel = new double[source.levels().size()][];
        double[][] out = new double[parts.size()][source.rows()];
        for (int row = 0; row < source.rows(); row++) {
            int code = source.code(row);
            if (code >= 0 && ofLevel[code] == null) {
                ofLevel[code] = read(source.levels().get(code));   // not every level need be in a row
            }
            for (int part = 0; part < out.length; part++) {
                out[part][row] = code < 0 ? Double.NaN : ofLevel[code][part];
            }
        }
        frame.put(outputs, out);
    }

    private double[] read(String text) {
        double[] numbers = new double[parts.size()];
        Arrays.fill(numbers, Double.NaN);
        Matcher matcher = ISO.matcher(text);
        if (!matcher.matches()) {
            return numbers;
        }
        int hour = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
        try {
            LocalDate date = LocalDate.parse(text.substring(0, 10));
            for (int part = 0; part < numbers.length; part++) {
                numbers[part] = number(parts.get(part), date, hour);
            }
        } catch (DateTimeException noSuchDay) {
            return numbers;   // 2024-02-31: the pattern lets it through, the calendar does not
        }
        return numbers;
    }

    private static double number(Part part, LocalDate date, int hour) {
        return switch (part) {
            case YEAR -> date.getYear();
            case MONTH -> date.getMonthValue();
            case DAY -> date.getDayOfMonth();
            case WEEKDAY -> date.getDayOfWeek().getValue() - 1;
            case EPOCH_DAY -> date.toEpochDay();
            case HOUR -> hour;
        };
    }
}
