package lathe.engine.profile;

/// The value below which a share of the rows lies, interpolated linearly between neighbours (Hyndman and Fan's type 7,
/// the default of NumPy and R).
///
/// @param share from 0 to 1
public record Quantile(double share, double value) { }
