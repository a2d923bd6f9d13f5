package lathe.scoring;

import java.util.Optional;

/// Reads measures such as `12 kg`, `12000 g`, `5 lb` or `5 ft 11 in` as numbers in one unit. A number without a unit is taken to
/// be in that unit. What is in no known unit of the same kind is unreadable.
final class MeasureText implements NumberReading {

    private static final int LONGEST = 60;
    private static final String BLANKS = " \u00A0\u2007\u202F\u2009";
    private static final String WITHIN_NUMBERS = ".," + BLANKS;
    private static final int GROUP = 3;

    private final NumberText numbers;
    private final MeasureUnit unit;

    MeasureText(NumberText numbers, MeasureUnit unit) {
        this.numbers = numbers;
        this.unit = unit;
    }

    @Override
    public boolean isLenient() {
        return true;
    }

    @Override
    public String expected() {
        return "a measure such as 12 " + unit.symbol();
    }

    @Override
    public double read(String text) {
        double bare = numbers.read(text);
        return bare != CellParser.UNREADABLE || text.length() > LONGEST ? bare : new Parts(text).sum();
    }

    /// Goes through one text, a number and its unit at a time.
    private final class Parts {

        private final String text;
        private int at;

        Parts(String text) {
            this.text = text;
        }

        double sum() {
            boolean negative = text.startsWith("-") || text.startsWith("\u2212");
            double sum = 0;
            MeasureUnit before = null;
            while (at < text.length()) {
                double value = number(before == null);
                MeasureUnit found = unit().filter(each -> each.kind() == unit.kind()).orElse(null);
                if (value == CellParser.UNREADABLE || found == null || before != null && !isPartOf(before, found)) {
                    return CellParser.UNREADABLE;
                }
                double converted = found.in(unit, value);
                sum = before == null ? converted : NumberReading.rounded(negative ? sum - converted : sum + converted);
                before = found;
            }
            return before == null ? CellParser.UNREADABLE : sum;
        }

        // Feet are followed by inches, hours by minutes; degrees by nothing.
        private static boolean isPartOf(MeasureUnit whole, MeasureUnit part) {
            return part.kind() != MeasureUnit.Kind.TEMPERATURE && part.in(whole, 1) < 1;
        }

        private double number(boolean first) {
            int from = at;
            if (first && at < text.length() && "+-\u2212".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            int end = from;
            while (at < text.length() && (isDigit(at) || WITHIN_NUMBERS.indexOf(text.charAt(at)) >= 0 || isThousandsMark())) {
                at++;
                end = isDigit(at - 1) ? at : end;
            }
            at = end;
            return end == from ? CellParser.UNREADABLE : numbers.read(text.substring(from, end));
        }

        // 1'200 is a number, 5'11 are feet and inches.
        private boolean isThousandsMark() {
            boolean mark = "'\u2019".indexOf(text.charAt(at)) >= 0 && at + GROUP < text.length();
            for (int i = 1; mark && i <= GROUP; i++) {
                mark = isDigit(at + i);
            }
            return mark && (at + GROUP + 1 == text.length() || !isDigit(at + GROUP + 1));
        }

        private Optional<MeasureUnit> unit() {
            int from = at;
            while (at < text.length() && (!isDigit(at) || isPower())) {
                at++;
            }
            return MeasureUnit.find(text.substring(from, at));
        }

        // The digit of m2 and m3.
        private boolean isPower() {
            char digit = text.charAt(at);
            boolean ends = at + 1 == text.length() || BLANKS.indexOf(text.charAt(at + 1)) >= 0;
            return (digit == '2' || digit == '3') && ends && Character.isLetter(text.charAt(at - 1));
        }

        private boolean isDigit(int place) {
            return text.charAt(place) >= '0' && text.charAt(place) <= '9';
        }
    }
}
