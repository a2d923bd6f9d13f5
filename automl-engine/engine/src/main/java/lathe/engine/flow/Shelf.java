package lathe.engine.flow;

import java.nio.file.Path;
import java.util.Map;
import lathe.engine.search.Trial;
import lathe.engine.search.TrialEnd;
import lathe.engine.track.TrialRecord;

/// Where models are kept that come after the search and stand beside those of it, as trials do.
///
/// @param folder for models
/// @param taught models of all rows, by trial, where these come without those of the folds
record Shelf(TrialBook book, TrialIntervals intervals, Path folder, Map<Trial, Path> taught) {

    int nextNumber() {
        return book.records().stream().mapToInt(TrialRecord::trial).max().orElse(0) + 1;
    }

    void put(TrialEnd end) {
        book.add(end);
        intervals.offer(end.trial().number(), FinalChoice.scored(end).outOfFold());
    }

    void put(TrialEnd end, Path whole) {
        taught.put(end.trial(), whole);
        put(end);
    }
}
