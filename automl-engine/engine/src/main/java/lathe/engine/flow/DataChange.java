package lathe.engine.flow;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lathe.engine.profile.Finding;
import lathe.engine.profile.TableShift;
import lathe.engine.profile.TableSketch;
import lathe.engine.track.DataVersion;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.Fingerprint;
import lathe.scoring.Table;

/// The data of a project is another than when it was read last.
///
/// @param before   the version read last
/// @param rows     rows it has now
/// @param findings what differs, see [TableShift]
public record DataChange(DataVersion before, int rows, List<Finding> findings) {

    private static final int MOST_SENTENCES = 5;

    public DataChange {
        findings = List.copyOf(findings);
    }

    /// Keeps the version that was just read; empty if it is the one read before, or the first.
    ///
    /// @param table all rows of the source; samples are no versions
    public static Optional<DataChange> noted(ProjectFolder project, ProjectSettings settings, Table table) {
        DataVersion now = new DataVersion(Fingerprint.of(table), Instant.now().truncatedTo(ChronoUnit.SECONDS), settings.source(), TableSketch.of(table));
        return project.versions().keep(now).map(before ->
                new DataChange(before, table.rows(), TableShift.compare(before.sketch(), table, settings.limits())));
    }

    /// What to tell: that it has changed, and the first differences.
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add("The data is another than when it was read last (%s): %d rows, %d then%s.".formatted(
                DateTimeFormatter.ISO_LOCAL_DATE.format(before.read().atZone(ZoneId.systemDefault())), rows, before.sketch().rows(),
                findings.isEmpty() ? "; the same columns, and no column's values have moved beyond chance" : ""));
        findings.stream().limit(MOST_SENTENCES).map(Finding::sentence).forEach(sentences::add);
        if (findings.size() > MOST_SENTENCES) {
            sentences.add("%d more columns differ.".formatted(findings.size() - MOST_SENTENCES));
        }
        return sentences;
    }
}
