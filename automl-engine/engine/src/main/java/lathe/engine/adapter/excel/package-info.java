/// Excel workbooks through Apache POI: streamed, with POI's own limits against zip bombs left on. The only place that
/// knows POI.
@NullMarked
package lathe.engine.adapter.excel;

import org.jspecify.annotations.NullMarked;
