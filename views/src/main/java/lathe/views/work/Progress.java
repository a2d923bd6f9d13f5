package lathe.views.work;

/// How far a job is.
///
/// @param sentence what happens now; may be empty
/// @param share    of the whole, from 0 to 1; NaN if it cannot be known
public record Progress(String sentence, double share) {

    public static final Progress UNKNOWN = new Progress("", Double.NaN);
}
