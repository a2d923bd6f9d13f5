package lathe.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the texts of one column say about the way its numbers are written. Counts are of distinct texts.
///
/// @param values     texts that are neither missing nor infinite
/// @param invalid    of these, texts that are no number in any style
/// @param onlyPoint  texts that are a number with a decimal point only
/// @param onlyComma  texts that are a number with a decimal comma only
/// @param twoWays    texts that are different numbers in both styles (`1,234`)
/// @param twoWayMark the mark in these, `.` or `,`; `0` if there are none
/// @param notPlain   texts that are a number in some style, but not in the plain one
/// @param codes      whole numbers with leading zeros
/// @param tooLarge   whole numbers beyond 2^53
/// @param infinite   texts for infinity
/// @param examples   some of the invalid ones
record NumberEvidence(int values, int invalid, int onlyPoint, int onlyComma, int twoWays, char twoWayMark, int notPlain,
                      int codes, int tooLarge, int infinite, List<String> examples) {

    private static final long EXACT = 1L << 53;

    static NumberEvidence of(TextCells cells, Set<String> extraTokens) {
        Collector collector = new Collector();
        for (int level = 0; level < cells.levels(); level++) {
            String text = cells.text(level);
            if (extraTokens.contains(text)) {
                continue;
            }
            switch (cells.kind(level)) {
                case NUMBER -> collector.addNative(text);
                case TEXT -> collector.add(text);
                case DATE, BOOLEAN, LIST -> collector.addInvalid(text);
            }
        }
        return collector.evidence();
    }

    boolean numeric() {
        return values > 0 && invalid == 0 && (onlyPoint == 0 || onlyComma == 0);
    }

    /// The mark this column shows without doubt; empty if it shows none.
    String mark() {
        if (invalid * 10 > values || onlyPoint > 0 == onlyComma > 0) {
            return "";
        }
        return onlyPoint > 0 ? "." : ",";
    }

    /// @param fileMark  what other columns show, may be empty
    /// @param separator between the cells of the file, may be empty
    NumberStyle style(String fileMark, String separator) {
        String mark = mark();
        if (mark.isEmpty()) {
            mark = fileMark;
        }
        if (mark.isEmpty() && twoWays > 0) {
            mark = twoWayMark == '.' || separator.equals(";") ? String.valueOf(twoWayMark) : ".";
        }
        if (mark.equals(",")) {
            return NumberStyle.COMMA;
        }
        return notPlain > 0 ? NumberStyle.POINT : NumberStyle.PLAIN;
    }

    private static final class Collector {

        private int values;
        private int invalid;
        private int onlyPoint;
        private int onlyComma;
        private int twoWays;
        private char twoWayMark;
        private int notPlain;
        private int codes;
        private int tooLarge;
        private int infinite;
        private final List<String> examples = new ArrayList<>();

        void addNative(String text) {
            if (MissingWords.infinity(text)) {
                infinite++;
                return;
            }
            values++;
            if (beyondExact(text)) {
                tooLarge++;
            }
        }

        void addInvalid(String text) {
            values++;
            invalid++;
            if (examples.size() < 5) {
                examples.add(text);
            }
        }

        void add(String text) {
            if (addPlain(text) || MissingWords.amongNumbers(text)) {
                return;
            }
            if (MissingWords.infinity(text)) {
                infinite++;
                return;
            }
            double point = NumberStyle.POINT.parse(text);
            double comma = NumberStyle.COMMA.parse(text);
            if (Double.isNaN(point) && Double.isNaN(comma)) {
                addInvalid(text);
                return;
            }
            values++;
            if (Double.isNaN(comma)) {
                onlyPoint++;
            } else if (Double.isNaN(point)) {
                onlyComma++;
            } else if (point != comma) {
                twoWays++;
                twoWayMark = text.indexOf(',') >= 0 ? ',' : '.';
            }
            if (Double.isNaN(NumberStyle.PLAIN.parse(text))) {
                notPlain++;
            }
            codes += leadingZero(text.strip()) ? 1 : 0;
            tooLarge += beyondExact(text.strip()) ? 1 : 0;
        }

        /// Takes the commonest kind of cell, digits with at most one point, without parsing it; false for any other.
        private boolean addPlain(String text) {
            int from = text.charAt(0) == '-' ? 1 : 0;
            int point = -1;
            for (int i = from; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '.' && point < 0) {
                    point = i;
                } else if (c < '0' || c > '9') {
                    return false;
                }
            }
            int length = text.length();
            if (length > 300 || length - from < (point < 0 ? 1 : 2)) {
                return false;
            }
            values++;
            if (point < 0) {
                codes += from == 0 && leadingZero(text) ? 1 : 0;
                tooLarge += beyondExact(text) ? 1 : 0;
            } else if (length - point == 4 && point > from && point - from <= 3 && text.charAt(from) != '0') {
                twoWays++;
                twoWayMark = '.';
            } else {
                onlyPoint++;
            }
            return true;
        }

        private static boolean leadingZero(String text) {
            return text.length() > 1 && text.charAt(0) == '0' && text.chars().allMatch(c -> c >= '0' && c <= '9');
        }

        private static boolean beyondExact(String text) {
            int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
            int digits = text.length() - from;
            return digits > 15 && text.chars().skip(from).allMatch(c -> c >= '0' && c <= '9')
                    && (digits > 18 || Long.parseLong(text, from, text.length(), 10) > EXACT);
        }

        NumberEvidence evidence() {
            return new NumberEvidence(values, invalid, onlyPoint, onlyComma, twoWays, twoWayMark, notPlain, codes, tooLarge,
                    infinite, List.copyOf(examples));
        }
    }
}
