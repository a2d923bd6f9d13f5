package lathe.engine.adapter.excel;

import java.util.Optional;
import lathe.engine.adapter.excel.SheetSurvey.SurveyedRow;

/// Takes the rows of a sheet while it is surveyed, from its first rows on all but the last, which may be a foot. What stands at the end of
/// a sheet may tell that its rows have to be read again.
final class RowGathering {

    private final SheetLayout begun;
    private final SheetRows.Collector rows;

    /// @param begun what the first rows show
    RowGathering(SheetLayout begun) {
        this.begun = begun;
        this.rows = new SheetRows.Collector(begun);
    }

    /// Rows come in order; those above the table are passed over.
    void add(SurveyedRow row) {
        if (begun.holds(row.index())) {
            rows.add(row.index() + 1, row.cells());
        }
    }

    /// All rows of the table; empty if its place turned out otherwise or cells in it are merged. Called once.
    ///
    /// @param layout what the whole sheet shows
    Optional<SheetRows> finish(SheetLayout layout, SheetSurvey survey) {
        boolean same = layout.headerRow() == begun.headerRow() && layout.unitsRow() == begun.unitsRow() && layout.columns().equals(begun.columns());
        if (!same || survey.merged().stream().anyMatch(region -> region.getFirstRow() > layout.headerRow())) {
            return Optional.empty();
        }
        survey.last().stream().filter(row -> layout.holds(row.index())).forEach(this::add);
        return Optional.of(rows.rows());
    }
}
