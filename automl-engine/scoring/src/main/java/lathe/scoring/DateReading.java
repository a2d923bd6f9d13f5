package lathe.scoring;

import org.jspecify.annotations.Nullable;

/// How the dates of a column are written: by one pattern ([DateText]), or in several orders at once ([MixedDateText]).
interface DateReading {

    /// The date in canonical form, or `null` if the text is none.
    @Nullable String read(String text);

    /// What a cell must look like, for messages.
    String expected();

    /// As [NumberReading#isLenient].
    boolean isLenient();

    /// @throws IllegalArgumentException if there is no such format
    static DateReading of(String format) {
        return format.startsWith(MixedDateText.MIXED) ? MixedDateText.of(format) : new DateText(format);
    }
}
