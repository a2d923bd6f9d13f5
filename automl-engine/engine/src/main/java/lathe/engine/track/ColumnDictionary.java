package lathe.engine.track;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lathe.engine.profile.Finding;
import lathe.engine.profile.Severity;
import lathe.scoring.Fingerprint;

/// What the columns mean, in the words of those who know, and who has signed that it is right.
///
/// @param columns what is said about columns, by name, sorted; those of which nothing is said are not kept
/// @param signed  by whom, and what stood here then: it holds as long as that stands here
public record ColumnDictionary(Map<String, ColumnMeaning> columns, Signing signed) {

    /// Nothing said, nobody signed.
    public static final ColumnDictionary EMPTY = new ColumnDictionary(Map.of(), Signing.NONE);

    public ColumnDictionary {
        Map<String, ColumnMeaning> said = new TreeMap<>(columns);
        said.values().removeIf(ColumnMeaning.NONE::equals);
        columns = Collections.unmodifiableMap(said);
    }

    /// What is said about a column; nothing if it is not named.
    public ColumnMeaning column(String name) {
        return columns.getOrDefault(name, ColumnMeaning.NONE);
    }

    public ColumnDictionary withColumn(String name, ColumnMeaning meaning) {
        Map<String, ColumnMeaning> changed = new TreeMap<>(columns);
        changed.put(name, meaning);
        return new ColumnDictionary(changed, signed);
    }

    /// Signed as it stands now.
    ///
    /// @throws IllegalArgumentException if the name is blank
    public ColumnDictionary signedBy(String name, LocalDate day) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("who signs needs a name");
        }
        return new ColumnDictionary(columns, new Signing(name.strip(), day.toString(), fingerprint().hex()));
    }

    public ColumnDictionary withoutSignature() {
        return new ColumnDictionary(columns, Signing.NONE);
    }

    public boolean hasSignature() {
        return !signed.by().isEmpty();
    }

    /// Whether it stands as it was signed.
    public boolean signatureHolds() {
        return hasSignature() && signed.content().equals(fingerprint().hex());
    }

    // Lengths keep apart what stands side by side.
    private Fingerprint fingerprint() {
        StringBuilder all = new StringBuilder();
        columns.forEach((name, each) -> Stream.of(name, each.meaning(), each.unit(), each.owner(), each.personal())
                .forEach(part -> all.append(part.length()).append(':').append(part)));
        return Fingerprint.of(all.toString());
    }

    /// Those of some columns that hold data about persons, in their order.
    public List<String> personal(Collection<String> names) {
        return names.stream().filter(name -> column(name).holdsPersonalData()).toList();
    }

    /// A finding for each of some columns that holds data about persons.
    public List<Finding> findings(Collection<String> names) {
        return personal(names).stream().map(name -> new Finding("personal-data", Severity.INFO, name,
                "Column '%s' contains personal data, as the column dictionary says.".formatted(name))).toList();
    }
}
