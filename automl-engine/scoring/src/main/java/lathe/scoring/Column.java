package lathe.scoring;

/// Values of one field, in row order. Immutable; arrays handed to a constructor must not be changed afterwards.
public sealed interface Column permits NumberColumn, StringColumn {

    int rows();

    boolean isMissing(int row);

    /// The rows named, in the order named; a row may come more than once.
    Column select(int[] rowIndices);
}
