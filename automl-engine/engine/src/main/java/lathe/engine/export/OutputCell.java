package lathe.engine.export;

/// One cell of a table that is written for people and programs.
public sealed interface OutputCell {

    /// The empty cell.
    OutputCell NOTHING = new Exact("");

    /// Text from elsewhere, which must never be run as a formula by the program that opens the file.
    record Text(String text) implements OutputCell { }

    /// Text that is written as it is: class labels, dates, numbers in their own writing.
    record Exact(String text) implements OutputCell { }

    /// @param value finite
    record Numeric(double value) implements OutputCell { }
}
