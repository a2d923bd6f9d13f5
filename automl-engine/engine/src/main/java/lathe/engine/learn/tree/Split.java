package lathe.engine.learn.tree;

import org.jspecify.annotations.Nullable;

/// A question a node may ask: is the code at most `code`, or, of a feature that numbers levels, is it one of a set?
///
/// @param levels      codes that go left; null where `code` decides
/// @param gain        fall of the loss, twice
/// @param missingLeft where rows without a value go
/// @param gradient    sum over the rows that go left
/// @param curvature   sum over the rows that go left
record Split(int feature, int code, @Nullable CodeSet levels, boolean missingLeft, double gain, double gradient,
             double curvature) {

    static boolean isBetter(@Nullable Split candidate, @Nullable Split best) {
        return candidate != null && (best == null || candidate.gain > best.gain);
    }
}
