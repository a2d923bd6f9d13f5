package lathe.engine.adapter.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import lathe.scoring.ProblemException;
import org.jspecify.annotations.Nullable;

/// Records that can be looked at before they are taken.
final class AheadRecords implements AutoCloseable {

    /// A record still to come.
    ///
    /// @param line       in which it starts
    /// @param afterBlank whether blank lines stand before it
    record Row(List<String> cells, int line, boolean afterBlank) { }

    private final CsvRecords records;
    private final ArrayDeque<Row> ahead = new ArrayDeque<>();
    private List<String> cells = List.of();
    private int line;
    private boolean afterBlank;
    private @Nullable ProblemException broken;

    AheadRecords(CsvRecords records) {
        this.records = records;
    }

    /// Moves to the next record; false at the end of the file.
    boolean next() {
        Row row = ahead.poll();
        if (row != null) {
            cells = row.cells();
            line = row.line();
            afterBlank = row.afterBlank();
            return true;
        }
        if (broken != null) {
            throw broken;
        }
        if (!records.next()) {
            return false;
        }
        cells = records.cells();
        line = records.startLine();
        afterBlank = records.afterBlank();
        return true;
    }

    /// The cells of the record; valid until the next one.
    List<String> cells() {
        return cells;
    }

    /// Line in which the record starts.
    int startLine() {
        return line;
    }

    /// Whether blank lines stand before the record.
    boolean afterBlank() {
        return afterBlank;
    }

    /// The records to come, at most `most`. What breaks the format is told when it is reached.
    List<Row> ahead(int most) {
        if (ahead.isEmpty()) {
            cells = List.copyOf(cells);   // the reader of records uses its list again
        }
        try {
            while (broken == null && ahead.size() < most && records.next()) {
                ahead.add(new Row(List.copyOf(records.cells()), records.startLine(), records.afterBlank()));
            }
        } catch (ProblemException e) {
            broken = e;
        }
        return new ArrayList<>(ahead).subList(0, Math.min(most, ahead.size()));
    }

    /// Whether the file ends after at most so many further records.
    boolean endsWithin(int most) {
        return ahead(most + 1).size() <= most && broken == null;
    }

    @Override
    public void close() {
        records.close();
    }
}
