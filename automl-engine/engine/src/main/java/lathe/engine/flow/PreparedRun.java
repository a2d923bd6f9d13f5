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

/// What a run works on once the data is read, checked and split.
///
/// @param imported    the table as read
/// @param profile     what was found about it
/// @param signature   what the model will take and give
/// @param search      rows the search may see, with their folds
/// @param holdout     rows kept for the final score; no rows if there is none
/// @param holdoutTrue their answers
/// @param apart       how rows were divided
/// @param wanted      folds asked for; there may be fewer
/// @param shape       what learners are told
/// @param fingerprint of the whole table
/// @param ignored     columns left out, each with the reason
record PreparedRun(Imported imported, TableProfile profile, Signature signature, RunData search, Table holdout,
        Target holdoutTrue, RowsApart apart, int wanted, DataShape shape, Fingerprint fingerprint, List<String> ignored) {

    PreparedRun {
        ignored = List.copyOf(ignored);
    }

    boolean hasHoldout() {
        return holdoutTrue.rows() > 0;
    }

    /// Keys of the out-of-fold rows; those with equal keys are drawn together for intervals.
    long[] drawnOutOfFold() {
        return apart.drawnValidated(search.folds());
    }
}
