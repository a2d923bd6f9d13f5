package lathe.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// One table that ships with Lathe: what it is, and how to make it.
///
/// Implementations hold no state; every call draws the same table again.
public sealed interface SampleTable permits TelecomChurn, HousePrices, SupportTickets, CardFraud {

    /// All tables, in the order the catalogue shows them.
    List<SampleTable> ALL = List.of(new TelecomChurn(), new HousePrices(), new SupportTickets(), new CardFraud());

    /// What the catalogue says about this table.
    CatalogueEntry entry();

    /// Writes the whole table, replacing a file that is already there.
    ///
    /// @throws IOException if the file cannot be written
    void write(Path file) throws IOException;
}
