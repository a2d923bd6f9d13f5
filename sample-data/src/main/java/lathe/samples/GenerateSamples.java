package lathe.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the four tables and their catalogue into a folder; `sample-data/README.md` says how to run it.
public final class GenerateSamples {

    private GenerateSamples() {
    }

    /// @param args the folder to write to; created when missing
    /// @throws IOException if a file cannot be written
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("arguments must be one folder, were " + args.length);
        }
        Path folder = Path.of(args[0]);
        writeAll(folder);
        for (CatalogueEntry entry : Catalogue.ofSamples().tables()) {
            System.out.printf("%s  %,d bytes%n", entry.file(), Files.size(folder.resolve(entry.file())));
        }
    }

    /// Writes every table and the catalogue, replacing files of these names.
    ///
    /// @throws IOException if a file cannot be written
    public static void writeAll(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (SampleTable table : SampleTable.ALL) {
            table.write(folder.resolve(table.entry().file()));
        }
        Catalogue.ofSamples().write(folder);
    }
}
