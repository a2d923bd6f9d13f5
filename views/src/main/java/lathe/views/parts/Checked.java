package lathe.views.parts;

/// What checking a text has given.
public interface Checked {

    /// Whether it can be used as it is.
    boolean usable();

    /// In one sentence: what it gives, or where it is wrong and what to do.
    String said();
}
