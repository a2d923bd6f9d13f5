/// The one chart room of the desktop: figures as plain data, one drawing for screen, picture and SVG, one theme bridge.
///
/// A {@link Figure} says what is drawn; `Drawing` draws it with JFreeChart's axes and legend on any `Graphics2D`; a
/// {@link FigureCard} shows it with its sentence in words, as a table too, and saves it. Small native pieces for table
/// cells ({@link SparkBars}, {@link SparkLine}, {@link SignalBar}, {@link ProgressRing}) draw without JFreeChart.
///
/// Imports: `scoring` for {@link lathe.scoring.Problem}; nothing of the engine.
@NullMarked
package lathe.views.chart;

import org.jspecify.annotations.NullMarked;
