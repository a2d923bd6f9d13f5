package lathe.views.handover;

import java.util.Locale;

/// What can be done with a model. Words of each lie under its [#key].
enum Deed {
    SAVE("lathe"), ONNX("onnx"), VERIFY("");

    private final String ending;

    Deed(String ending) {
        this.ending = ending;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Of the file written; empty if none is.
    String ending() {
        return ending;
    }
}
