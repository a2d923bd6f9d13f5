/// Columns that are computed from other columns of the same row, as small expressions.
///
/// Rules, the same in Java, in a package and in an exported graph:
///
/// - What is computed of a missing value is missing. Only `missing`, `coalesce`, `and`, `or` and the branch of `if` that is
///   not taken look away: `false and missing` is false, `true or missing` is true, a missing condition gives missing.
/// - A number that is not finite is missing: a division by 0, the logarithm of 0 or less, the root of less than 0, an overflow.
/// - Dates are ISO-8601 texts; what is no such text, or no day of the calendar, is missing. Moments are whole seconds.
@NullMarked
package lathe.scoring.derive;

import org.jspecify.annotations.NullMarked;
