package lathe.views.chart;

/// What is drawn, as plain data: no nodes, no colours, no sizes. All texts in it are in the user's language already.
public sealed interface Figure permits LineFigure, BarFigure, BoxFigure, ScatterFigure, MatrixFigure, WaterfallFigure {

    /// The same numbers as a table.
    ///
    /// @param words for the column heads that the figure does not bring itself
    FigureTable table(Words words);

    /// Whether there is nothing to draw.
    boolean isEmpty();
}
