package lathe.engine.data;

/// A cell that could not be read as its column's type and counts as missing.
///
/// @param column name of the column
/// @param place  where its row starts in the file: `line 17`, `row 17`
/// @param text   what stands there, cut after 100 characters
public record BadCell(String column, String place, String text) {

    private static final int MOST_TEXT = 100;

    public BadCell {
        text = text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
    }
}
