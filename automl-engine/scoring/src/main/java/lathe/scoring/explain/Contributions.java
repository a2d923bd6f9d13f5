package lathe.scoring.explain;

import java.util.List;

/// The way from the usual answer to that of one row, column by column: `base` plus all amounts is `prediction`.
///
/// @param base          mean answer over the background rows
/// @param prediction    answer for the row: probability of the class asked for, or the number
/// @param contributions columns that the model reads, the largest amount first, whatever its sign
public record Contributions(double base, double prediction, List<Contribution> contributions) {

    public Contributions {
        contributions = List.copyOf(contributions);
    }

    /// The columns that moved the answer most, at most `count`; those that did not move it are left out.
    public List<Contribution> main(int count) {
        return contributions.stream().filter(each -> each.amount() != 0).limit(count).toList();
    }
}
