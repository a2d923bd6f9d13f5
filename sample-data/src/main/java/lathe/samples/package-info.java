/// Makes the four tables that ship with Lathe, and the catalogue that describes them.
///
/// Every table is drawn from a formula that is written down (see `sample-data/README.md`), with the mess real tables
/// have. Equal seeds give equal cells on every machine: all draws come from [Dice], all mathematics from `StrictMath`.
///
/// Imports: nothing of Lathe. Outside libraries: POI for the workbook, Jackson for the tickets and the catalogue.
@NullMarked
package lathe.samples;

import org.jspecify.annotations.NullMarked;
