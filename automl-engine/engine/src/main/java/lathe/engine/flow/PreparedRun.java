package lathe.engine.flow;

import java.util.List;
import lathe.engine.data.Imported;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.Target;
import lathe.engine.profile.TableProfile;
import lathe.engine.search.RunData;
import lathe.scoring.Fingerprint;
import lathe.scoring.Signature;
import lathe.scoring.Table;
import lathe.scoring.derive.DerivedColumn;

/// What a run works on once the data is read, checked and split.
///
/// @param imported    the table as read
/// @param profile     what was found about it
/// @param signature   what the model will take and give
/// @param derived     columns made from others, as far as learners see them, in order
/// @param raw         rows the search may see, with the signature's inputs
/// @param search      the same rows as learners see them, with their folds
/// @param holdout     rows kept for the final score, with the signature's inputs; no rows if there is none
/// @param holdoutTrue their answers
/// @param apart       how rows were divided
/// @param wanted      folds asked for; there may be fewer
/// @param shape       what learners are told
/// @param fingerprint of the whole table
/// @param ignored     columns left out, each with the reason
record PreparedRun(Imported imported, TableProfile profile, Signature signature, List<DerivedColumn> derived, Table raw, RunData search, Table holdout,
        Target holdoutTrue, RowsApart apart, int wanted, DataShape shape, Fingerprint fingerprint, List<String> ignored) {

    PreparedRun {
        derived = List.copyOf(derived);
        ignored = List.copyOf(ignored);
    }

    /// Rows as learners see them, of rows with the signature's inputs.
    Table learnt(Table inputs) {
        return derived.isEmpty() ? inputs : DerivedColumn.addTo(inputs, derived).project(search.table().schema());
    }

    boolean hasHoldout() {
        return holdoutTrue.rows() > 0;
    }

    /// Keys of the out-of-fold rows; those with equal keys are drawn together for intervals.
    long[] drawnOutOfFold() {
        return apart.drawnValidated(search.folds());
    }
}
