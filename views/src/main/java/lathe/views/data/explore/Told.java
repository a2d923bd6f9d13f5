package lathe.views.data.explore;

import lathe.views.chart.Figure;

/// A figure and what it says in words.
record Told(Figure figure, String sentence) { }
