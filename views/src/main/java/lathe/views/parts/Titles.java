package lathe.views.parts;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Titles of the values in a list that nobody types into.
public final class Titles<T> extends StringConverter<T> {

    private final Function<T, String> title;

    public Titles(Function<T, String> title) {
        this.title = title;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : title.apply(value);
    }

    // A converter must have it; a list that is not editable never calls it.
    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("nothing is typed into this list");
    }
}
