package lathe.views.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lathe.views.frame.LatheWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

    private static final Path ROOMS = Path.of("src", "main", "resources", "lathe", "views");

    static List<Path> rooms() throws IOException {
        try (Stream<Path> found = Files.walk(ROOMS)) {
            return found.filter(path -> path.endsWith("texts.properties")).map(Path::getParent).sorted().toList();
        }
    }

    @Test
    void thereAreRooms() throws IOException {
        assertTrue(rooms().size() > 1, rooms().toString());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void germanSaysEverythingEnglishSaysWithTheSamePlaceHolders(Path room) throws IOException {
        Properties english = read(room.resolve("texts.properties"));
        Properties german = read(room.resolve("texts_de.properties"));

        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(german.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertEquals(arguments(english, key), arguments(german, key), room + ": " + key);
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void everyTextIsSaidOnce(Path room) throws IOException {
        for (String name : List.of("texts.properties", "texts_de.properties")) {
            List<String> keys = Files.readAllLines(room.resolve(name), StandardCharsets.UTF_8).stream()
                    .filter(line -> line.matches("[a-z][^ =]* ?=.*")).map(line -> line.replaceAll(" ?=.*", "")).toList();

            assertEquals(keys.size(), new TreeSet<>(keys).size(), room + "/" + name + " has a key twice");
        }
    }

    @Test
    void patternsKnowPluralsOfTheUsersLanguage() {
        Texts german = Texts.of(LatheWindow.class, Locale.GERMAN);

        assertEquals("Weiter: Daten", german.get("next-to", german.get("place.data")));
        assertEquals("1.234,5", german.numbers().fixed(1234.5, 1));
        assertFalse(german.has("no-such-text"));
    }

    @Test
    void otherLanguagesReadEnglish() {
        assertEquals("Back", Texts.of(LatheWindow.class, Locale.FRENCH).get("back"));
    }

    private static Set<String> arguments(Properties texts, String key) {
        return new TreeSet<>(new MessageFormat(texts.getProperty(key), Locale.ENGLISH).getArgumentNames());
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
