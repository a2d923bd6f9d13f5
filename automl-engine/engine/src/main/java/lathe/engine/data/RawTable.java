package lathe.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows of a file before typing, with the place each came from.
public final class RawTable {

    private final List<String> names;
    private final List<RawColumn> columns;
    private final String placeWord;
    private final int[] places;
    private final List<String> files;
    private final int[] starts;

    /// @param names     unique column names
    /// @param columns   cells, same order as the names, each as long as `places`
    /// @param placeWord what the places count: `line` or `row`
    /// @param places    line or row of the file in which each row starts, from 1; handed over, not copied
    public RawTable(List<String> names, List<? extends RawColumn> columns, String placeWord, int[] places) {
        this(names, columns, placeWord, places, List.of(), new int[0]);
    }

    private RawTable(List<String> names, List<? extends RawColumn> columns, String placeWord, int[] places, List<String> files,
            int[] starts) {
        this.files = files;
        this.starts = starts;
        this.names = List.copyOf(names);
        this.columns = List.copyOf(columns);
        this.placeWord = placeWord;
        this.places = places;
        for (RawColumn column : columns) {
            if (column.rows() != places.length) {
                throw new IllegalArgumentException("raw columns must have %d rows, one had %d"
                        .formatted(places.length, column.rows()));
            }
        }
    }

    public List<String> names() {
        return names;
    }

    public List<RawColumn> columns() {
        return columns;
    }

    public RawColumn column(int index) {
        return columns.get(index);
    }

    public int rows() {
        return places.length;
    }

    /// Rows `from` up to but not including `to`.
    public RawTable slice(int from, int to) {
        List<RawColumn> sliced = new ArrayList<>();
        for (RawColumn column : columns) {
            sliced.add(switch (column) {
                case TextCells cells -> cells.slice(from, to);
                case NumberCells cells -> cells.slice(from, to);
            });
        }
        int[] moved = starts.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] -= from;
        }
        return new RawTable(names, sliced, placeWord, Arrays.copyOfRange(places, from, to), files, moved);
    }

    /// The same rows, known to come from several files.
    ///
    /// @param fromFiles  names of the files
    /// @param firstRows first row of each, ascending
    RawTable from(List<String> fromFiles, int[] firstRows) {
        return new RawTable(names, columns, placeWord, places, fromFiles, firstRows);
    }

    /// The same rows with other columns.
    RawTable with(List<String> newNames, List<? extends RawColumn> newColumns) {
        return new RawTable(newNames, newColumns, placeWord, places, files, starts);
    }

    /// What the places count: `line` or `row`.
    String placeWord() {
        return placeWord;
    }

    /// Line or row of the file in which each row starts; a copy.
    int[] places() {
        return places.clone();
    }

    /// Where a row starts in the file, for messages: `line 17`.
    public String place(int row) {
        String place = placeWord + " " + places[row];
        int file = files.size() - 1;
        while (file >= 0 && starts[file] > row) {
            file--;
        }
        return file < 0 ? place : files.get(file) + ", " + place;
    }
}
