package lathe.engine.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lathe.engine.data.ImportReport;
import lathe.engine.profile.TableProfile;
import lathe.engine.profile.pass.TableFigures;

/// The profile of a file and how it came about.
///
/// @param sampleRows rows of the sample that types and most findings rest on; 0 where all rows were in memory
/// @param estimated  columns some of whose figures are estimated
public record ProfiledFile(TableProfile profile, ImportReport report, int sampleRows, Set<String> estimated) {

    public ProfiledFile {
        estimated = Set.copyOf(estimated);
    }

    public boolean isFromSample() {
        return sampleRows > 0;
    }

    /// What was read of the file and for what, in sentences; none where all rows were in memory.
    public List<String> reading() {
        List<String> sentences = new ArrayList<>();
        if (isFromSample()) {
            sentences.add(String.format(Locale.ROOT, "All %,d rows were read once for the figures of the columns; the file is too long to be held in memory.",
                    profile.rows()));
            sentences.add(String.format(Locale.ROOT, "Types were found on a random sample of %,d rows, in blocks spread over the file, and checked on all rows. "
                    + "Findings that end in (In a sample ...) rest on that sample.", sampleRows));
        }
        if (!estimated.isEmpty()) {
            sentences.add(String.format(Locale.ROOT, "With ~ numbers of different values are estimated (0.4 %% off as a rule), and so are the quantiles and commonest"
                    + " values of these columns: they have more than %,d different ones.", TableFigures.EXACT));
        }
        return sentences;
    }
}
