package lathe.views.text;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The words of one room, in the user's language.
///
/// They lie beside the room's classes as `texts.properties` (English, complete) and `texts_de.properties`. A text is an ICU
/// message pattern: `{0, plural, one {# row} other {# rows}}`.
///
/// Source of the patterns: Unicode CLDR plural rules, through ICU4J.
public final class Texts {

    private final ResourceBundle bundle;
    private final Locale locale;
    private final Numbers numbers;

    private Texts(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
        this.numbers = new Numbers(locale);
    }

    /// @param room any class of the room
    /// @throws MissingResourceException if the room has no texts
    public static Texts of(Class<?> room, Locale locale) {
        String name = room.getPackageName() + ".texts";
        ResourceBundle.Control control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Texts(ResourceBundle.getBundle(name, locale, room.getClassLoader(), control), locale);
    }

    /// @param arguments for the place-holders `{0}`, `{1}` ...; numbers are written in the user's locale
    /// @throws MissingResourceException if there is no such text: a mistake of ours
    public String get(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return new MessageFormat(pattern, locale).format(arguments);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    public Numbers numbers() {
        return numbers;
    }

    public Locale locale() {
        return locale;
    }
}
