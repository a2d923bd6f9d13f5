package lathe.views.chart;

/// One dot.
///
/// @param tip shown when the dot is touched; empty to have it made from the numbers
public record Dot(double x, double y, String tip) {

    public static Dot of(double x, double y) {
        return new Dot(x, y, "");
    }

    boolean drawn() {
        return Double.isFinite(x) && Double.isFinite(y);
    }
}
