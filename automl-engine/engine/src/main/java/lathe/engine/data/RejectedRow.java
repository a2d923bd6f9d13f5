package lathe.engine.data;

/// A row that was left out because it breaks the format.
///
/// @param place  where it starts in the file: `line 17`
/// @param reason in plain words: `5 cells instead of 7`
/// @param text   how it begins, cut after 100 characters
public record RejectedRow(String place, String reason, String text) {

    private static final int MOST_TEXT = 100;

    public RejectedRow {
        text = text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
    }
}
