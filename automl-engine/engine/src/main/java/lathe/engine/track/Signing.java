package lathe.engine.track;

import lathe.engine.data.DateStyle;

/// That somebody has signed something, and what stood there then.
///
/// @param by      name; empty if nobody has signed
/// @param on      day, such as `2024-01-31`
/// @param content fingerprint of what was signed
public record Signing(String by, String on, String content) {

    /// Nobody has signed.
    public static final Signing NONE = new Signing("", "", "");

    /// @throws IllegalArgumentException if one of the three is missing, or the day is none
    public Signing {
        boolean nothing = by.isEmpty() && on.isEmpty() && content.isEmpty();
        if (!nothing && (by.isBlank() || content.isBlank() || !DateStyle.isDay(on))) {
            throw new IllegalArgumentException(
                    "signed needs by, on (a day such as 2024-01-31) and content, as the Data screen writes them, had '%s', '%s' and '%s'"
                            .formatted(by, on, content));
        }
    }
}
