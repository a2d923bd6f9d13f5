package lathe.engine.profile;

/// A least-squares line in each bin; the mean where a bin has one x only, the overall mean where it is empty.
final class BinLines {

    private final double[] rows;
    private final double[] meanX;
    private final double[] meanY;
    private final double[] xx;
    private final double[] xy;
    private double all;
    private double overall;

    BinLines(int bins) {
        rows = new double[bins];
        meanX = new double[bins];
        meanY = new double[bins];
        xx = new double[bins];
        xy = new double[bins];
    }

    // Welford's update, so that large values do not cancel.
    void add(int bin, double x, double y) {
        rows[bin]++;
        double dx = x - meanX[bin];
        meanX[bin] += dx / rows[bin];
        meanY[bin] += (y - meanY[bin]) / rows[bin];
        xx[bin] += dx * (x - meanX[bin]);
        xy[bin] += dx * (y - meanY[bin]);
        all++;
        overall += (y - overall) / all;
    }

    double predict(int bin, double x) {
        if (rows[bin] == 0) {
            return overall;
        }
        double slope = xx[bin] > 0 && rows[bin] > 2 ? xy[bin] / xx[bin] : 0;
        return meanY[bin] + slope * (x - meanX[bin]);
    }
}
