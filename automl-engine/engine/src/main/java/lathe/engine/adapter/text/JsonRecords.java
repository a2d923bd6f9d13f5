package lathe.engine.adapter.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Path;
import lathe.engine.data.FileChecks;
import lathe.engine.data.ImportLimits;
import lathe.engine.data.JsonLimits;
import lathe.engine.data.ReadWatch;
import lathe.scoring.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The objects of a JSON file, one after the other: JSON lines, or one array of objects.
final class JsonRecords implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonLimits.mapper();

    private final Path file;
    private final JsonParser parser;
    private boolean insideArray;
    private boolean started;
    private int line;

    JsonRecords(Path file, TextCharset charset, ReadWatch watch) {
        this.file = file;
        try {
            InputStream in = TextBytes.open(file, watch);
            in.skipNBytes(charset.markSize());
            this.parser = MAPPER.createParser(new InputStreamReader(in, charset.charset()));
        } catch (IOException e) {
            throw FileChecks.unreadable(file, e);
        }
    }

    /// The next object; null at the end.
    @Nullable JsonNode next() {
        try {
            JsonToken token = parser.nextToken();
            if (!started && token == JsonToken.START_ARRAY) {
                insideArray = true;
                token = parser.nextToken();
            }
            started = true;
            if (token == null || insideArray && token == JsonToken.END_ARRAY) {
                return null;
            }
            line = parser.currentTokenLocation().getLineNr();
            if (token != JsonToken.START_OBJECT) {
                throw broken("Each record must be an object in braces, was '%s'.".formatted(shown()), line);
            }
            return MAPPER.readTree(parser);
        } catch (StreamConstraintsException tooMuch) {
            throw broken("The record goes beyond a limit: nesting at most %d deep, texts at most %d characters."
                    .formatted(ImportLimits.DEPTH, ImportLimits.CELL_LENGTH), parser.currentLocation().getLineNr());
        } catch (JacksonException e) {
            int where = e.getLocation() == null ? parser.currentLocation().getLineNr() : e.getLocation().getLineNr();
            throw broken("This is not valid JSON (%s).".formatted(said(e)), where);
        }
    }

    /// Jackson's words without its own account of the place.
    private static String said(JacksonException e) {
        String message = e.getOriginalMessage();
        int source = message.indexOf(" (start marker");
        return source < 0 ? message : message.substring(0, source);
    }

    private String shown() {
        String text = parser.getString();
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    private ProblemException broken(String what, int where) {
        return FileChecks.problem(file, "json-broken", "Line %d: %s".formatted(where, what),
                "Correct this line; each record is one JSON object.");
    }

    /// Line in which the last object starts.
    int line() {
        return line;
    }

    @Override
    public void close() {
        parser.close();
    }
}
