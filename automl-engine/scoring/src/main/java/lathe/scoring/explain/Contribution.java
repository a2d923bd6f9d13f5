package lathe.scoring.explain;

/// How far one column moved the answer of one row away from the usual answer.
///
/// @param column        an input of the signature
/// @param amount        on the scale of the answer: a probability, or the target's unit; may be negative
/// @param standardError of the amount, from sampling; 0 if it is exact, rather too large where few orders were tried
public record Contribution(String column, double amount, double standardError) { }
