package lathe.engine.report;

import java.util.Arrays;
import java.util.Collection;

/// Finished markup. Everything put into it is escaped unless it is finished markup itself.
///
/// @param markup well-formed on its own
record Html(String markup) {

    static final Html NOTHING = new Html("");

    private static final String GAP = "{}";

    /// Fills the gaps `{}` of a template in order; a text is escaped so that it can stand in an element or a quoted attribute.
    ///
    /// @param template a constant of this package
    /// @throws IllegalArgumentException if there are more or fewer values than gaps
    static Html of(String template, Object... values) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (Object value : values) {
            int gap = template.indexOf(GAP, from);
            if (gap < 0) {
                throw new IllegalArgumentException("%d values do not fit the gaps of: %s".formatted(values.length, template));
            }
            out.append(template, from, gap).append(value instanceof Html html ? html.markup : escape(String.valueOf(value)));
            from = gap + GAP.length();
        }
        if (template.indexOf(GAP, from) >= 0) {
            throw new IllegalArgumentException("%d values do not fill the gaps of: %s".formatted(values.length, template));
        }
        return new Html(out.append(template, from, template.length()).toString());
    }

    static Html join(Collection<Html> parts) {
        StringBuilder out = new StringBuilder();
        parts.forEach(part -> out.append(part.markup).append('\n'));
        return new Html(out.toString());
    }

    static Html join(Html... parts) {
        return join(Arrays.asList(parts));
    }

    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(allowed(point) ? point : 0xFFFD);
            }
        });
        return out.toString();
    }

    // Controls do not belong in a page; the separator of list items becomes visible too.
    private static boolean allowed(int point) {
        boolean control = point < 0x20 && point != '\t' && point != '\n' || point >= 0x7F && point < 0xA0;
        boolean turnsText = point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
        boolean noText = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE || point >= 0xFFFE && point <= 0xFFFF;
        return !control && !turnsText && !noText;
    }
}
