package lathe.views.chart;

import java.util.List;

/// Dots of one meaning.
///
/// @param name for legend and table; empty for none
public record Dots(String name, Hue hue, List<Dot> dots) {

    public Dots {
        dots = List.copyOf(dots);
    }
}
