package lathe.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The list of tables in a folder, kept beside them as `catalogue.json`.
///
/// @param tables one entry per file, in the order to show them
public record Catalogue(List<CatalogueEntry> tables) {

    /// Name of the catalogue inside its folder.
    public static final String FILE = "catalogue.json";

    public Catalogue {
        tables = List.copyOf(tables);
    }

    /// The catalogue of the tables this module makes.
    public static Catalogue ofSamples() {
        return new Catalogue(SampleTable.ALL.stream().map(SampleTable::entry).toList());
    }

    /// Reads the catalogue of a folder.
    ///
    /// @throws IOException if there is no catalogue, or it does not have the fields of [CatalogueEntry]
    public static Catalogue read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        try {
            return mapper().readValue(Files.readString(file), Catalogue.class);
        } catch (JacksonException e) {
            throw new IOException("%s is not a catalogue: %s".formatted(file, e.getOriginalMessage()), e);
        }
    }

    /// Writes this catalogue into a folder, replacing the one there.
    ///
    /// @throws IOException if it cannot be written
    public void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), mapper().writeValueAsString(this) + "\n", StandardCharsets.UTF_8);
    }

    /// Line ends are fixed, so the file is the same on every system.
    private static JsonMapper mapper() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
                .build();
    }
}
