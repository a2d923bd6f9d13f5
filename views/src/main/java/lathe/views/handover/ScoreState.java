package lathe.views.handover;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lathe.engine.flow.ColumnMatch;
import lathe.engine.flow.ScoredFile;
import lathe.views.work.Loadable;
import org.jspecify.annotations.Nullable;

/// A file to be scored and what has become of it.
///
/// @param file       null as long as none is chosen
/// @param matches    its columns beside the model's
/// @param keep       whether the file's columns stand before the predictions
/// @param reasons    for each row
/// @param ranges     whether the range or set that holds the truth stands beside each prediction
/// @param badMissing whether a cell of the wrong kind counts as missing
/// @param result     the file of predictions
record ScoreState(@Nullable Path file, Loadable<List<ColumnMatch>> matches, boolean keep, int reasons, boolean ranges, boolean badMissing,
                  Loadable<ScoredFile> result) {

    static final ScoreState START = new ScoreState(null, Loadable.empty(), true, 3, false, false, Loadable.empty());

    ScoreState withFile(Path newFile) {
        return new ScoreState(newFile, Loadable.empty(), keep, reasons, ranges, badMissing, Loadable.empty());
    }

    ScoreState withMatches(Loadable<List<ColumnMatch>> found) {
        return new ScoreState(file, found, keep, reasons, ranges, badMissing, result);
    }

    ScoreState withKeep(boolean newKeep) {
        return new ScoreState(file, matches, newKeep, reasons, ranges, badMissing, result);
    }

    ScoreState withReasons(int newReasons) {
        return new ScoreState(file, matches, keep, newReasons, ranges, badMissing, result);
    }

    ScoreState withRanges(boolean wanted) {
        return new ScoreState(file, matches, keep, reasons, wanted, badMissing, result);
    }

    ScoreState withBadMissing(boolean missing) {
        return new ScoreState(file, matches, keep, reasons, ranges, missing, result);
    }

    ScoreState withResult(Loadable<ScoredFile> outcome) {
        return new ScoreState(file, matches, keep, reasons, ranges, badMissing, outcome);
    }

    Optional<Path> chosen() {
        return Optional.ofNullable(file);
    }

    long count(ColumnMatch.State wanted) {
        return matches.optional().orElse(List.of()).stream().filter(match -> match.state() == wanted).count();
    }

    /// Whether every column the model needs is there and nothing is under way.
    boolean isReady() {
        return matches.optional().isPresent() && count(ColumnMatch.State.MISSING) == 0 && !result.isBusy();
    }

    /// Name suggested for the predictions of a file: `new-customers-predicted.csv`.
    static String suggestion(Path file, String ending) {
        Path last = file.getFileName();
        String name = last == null ? "file" : last.toString().replaceFirst("(\\.[A-Za-z0-9]{1,8}){1,2}$", "");
        return name + "-predicted." + ending;
    }
}
