package lathe.engine.data;

/// Cells of one column as they stand in the file, before typing.
public sealed interface RawColumn permits TextCells, NumberCells {

    int rows();
}
