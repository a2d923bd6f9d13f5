package lathe.views.chart;

import java.util.List;
import java.util.function.Supplier;

/// A figure laid out: everything that gets ink, in the numbers of the axes, without colours or sizes in pixels.
///
/// @param boxes      drawn first
/// @param curves     over the boxes, with their bands
/// @param marks      over the curves
/// @param rulesAtFoot labels of vertical rules stand centred under the line, not beside its upper end
record Sheet(Side x, Side y, List<Box> boxes, List<Whisker> whiskers, List<Series> curves, List<Mark> marks,
        List<Rule> rules, List<Entry> legend, boolean rulesAtFoot) {

    /// An axis with its ends settled.
    ///
    /// @param names   for places 0, 1, 2 ... instead of numbers; empty for a numeric axis
    /// @param label   of y stands above the drawing, where it is read without turning the head
    /// @param turned  for x: at the top; for y: first place on top
    record Side(String label, Unit unit, double low, double high, boolean log, List<String> names, boolean turned,
            boolean grid) {

        static Side numeric(Axis axis, Extent extent, boolean grid) {
            return new Side(axis.label(), axis.unit(), extent.low(), extent.high(), axis.log(), List.of(), false, grid);
        }

        static Side named(String label, List<String> names, boolean turned) {
            return new Side(label, Unit.COUNT, -0.5, Math.max(0, names.size() - 1) + 0.5, false, names, turned, false);
        }

        Side stretched(double top) {
            return new Side(label, unit, low, high + top, log, names, turned, grid);
        }
    }

    /// A filled rectangle.
    ///
    /// @param tint   share of the colour over the background
    /// @param corner radius of the corners in pixels
    /// @param inside up to two lines written in the middle, the first one strong
    /// @param beside written at the right of it (horizontal) or above it; empty for none
    record Box(double left, double right, double bottom, double top, Hue hue, double tint, double corner,
            List<String> inside, String beside, boolean above, Supplier<String> tip) {}

    /// An error interval.
    record Whisker(double at, double low, double high, boolean horizontal) {}

    /// A dot.
    ///
    /// @param radius in pixels
    /// @param ringed set off from the line under it by a thin ring of background
    record Mark(double x, double y, Hue hue, double radius, boolean ringed, Supplier<String> tip) {}

    /// A line of the legend.
    record Entry(String name, Hue hue, Symbol symbol) {}

    /// What stands before a name in the legend.
    enum Symbol { DOT, LINE, DASH, SQUARE }
}
