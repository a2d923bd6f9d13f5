package lathe.engine.data;

import java.util.List;

/// Something about a column that its cells cannot tell, so a person should. Meanwhile one reading was taken.
///
/// @param kind     what is asked
/// @param column   whose cells fit more than one reading
/// @param readings all that fit, at least two
/// @param taken    format of the reading taken meanwhile, one of these
public record ImportQuestion(Kind kind, String column, List<Reading> readings, String taken) {

    /// What is asked.
    public enum Kind {
        /// Whether the day or the month stands first.
        DATE_ORDER,
        /// Whether a point or a comma is the decimal mark.
        DECIMAL_MARK
    }

    /// One way to read the column.
    ///
    /// @param format  as in [lathe.scoring.Field]; with it as the column's format the question is answered
    /// @param example a cell as it stands in the file
    /// @param means   what the cell is in this reading, in the neutral form: `2024-03-04`, `1234`
    public record Reading(String format, String example, String means) { }

    public ImportQuestion {
        readings = List.copyOf(readings);
        if (readings.size() < 2) {
            throw new IllegalArgumentException("a question needs at least 2 readings, had " + readings.size());
        }
    }

    /// The reading taken meanwhile.
    public Reading takenReading() {
        return readings.stream().filter(reading -> reading.format().equals(taken)).findFirst().orElse(readings.getFirst());
    }

    /// The question in one sentence, with what was taken and how to say otherwise on the command line.
    public String sentence() {
        Reading now = takenReading();
        Reading other = readings.stream().filter(reading -> !reading.equals(now)).findFirst().orElse(now);
        return switch (kind) {
            case DATE_ORDER -> ("Column '%s' could have the day or the month first; '%s' was read as %s (%s), it could be %s. "
                    + "Settle it with --date-format '%s=%s' or '%s=%s'.").formatted(column, now.example(), now.means(), spoken(now),
                    other.means(), column, spoken(now), column, spoken(other));
            case DECIMAL_MARK -> ("Column '%s' could have a decimal point or a decimal comma; '%s' was read as %s, it could be %s. "
                    + "Settle it with --decimal . or --decimal , for all columns, or --column-decimal '%s=,' for this one.")
                    .formatted(column, now.example(), now.means(), other.means(), column);
        };
    }

    // People know yyyy; the optional time is left out.
    private static String spoken(Reading reading) {
        int time = reading.format().indexOf('[');
        return (time < 0 ? reading.format() : reading.format().substring(0, time)).replace("uuuu", "yyyy");
    }
}
