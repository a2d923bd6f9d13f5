package lathe.engine.adapter.excel;

import lathe.engine.data.CellKind;

/// What a workbook cell says.
///
/// @param kind  what the workbook says it is
/// @param text  its text; empty for an empty cell
/// @param state whether something stands behind an empty text
record SheetCell(CellKind kind, String text, State state) {

    /// Why a cell is as it is.
    enum State { PLAIN, FORMULA_WITHOUT_VALUE, EVALUATED, ERROR }

    static final SheetCell EMPTY = new SheetCell(CellKind.TEXT, "", State.PLAIN);
    static final SheetCell UNKNOWN = new SheetCell(CellKind.TEXT, "", State.FORMULA_WITHOUT_VALUE);
    static final SheetCell FAULT = new SheetCell(CellKind.TEXT, "", State.ERROR);

    static SheetCell of(CellKind kind, String text) {
        return text.isEmpty() ? EMPTY : new SheetCell(kind, text, State.PLAIN);
    }

    SheetCell evaluated() {
        return new SheetCell(kind, text, State.EVALUATED);
    }

    /// Whether the cell holds a value, known or not.
    boolean isFilled() {
        return !text.isBlank() || state != State.PLAIN;
    }
}
