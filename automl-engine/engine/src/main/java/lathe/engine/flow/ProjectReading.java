package lathe.engine.flow;

import java.util.HashMap;
import java.util.Map;
import lathe.engine.data.BadRows;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.SourceParts;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.ReadingChoice;
import lathe.engine.track.RunSpec;
import lathe.engine.track.TableChoice;
import lathe.scoring.FieldType;

/// What a project says about reading its source, as the import takes it.
public final class ProjectReading {

    private ProjectReading() { }

    public static ImportOptions of(ProjectSettings settings) {
        return of(settings.reading(), settings.columns(), settings.table());
    }

    /// As the run read it, with the rows it drew.
    static ImportOptions of(RunSpec spec) {
        return of(spec.reading(), spec.columns(), spec.table()).withSample(RowsRead.sample(spec.reading(), spec.search().seed()));
    }

    // What is derived is not in the file.
    private static ImportOptions of(ReadingChoice reading, Map<String, ColumnChoice> columns, TableChoice table) {
        Map<String, FieldType> types = new HashMap<>();
        Map<String, String> formats = new HashMap<>();
        columns.forEach((name, choice) -> {
            if (table.derived().containsKey(name)) {
                return;
            }
            choice.chosenType().ifPresent(type -> types.put(name, type));
            if (!choice.format().isEmpty()) {
                formats.put(name, choice.format());
            }
        });
        return new ImportOptions(reading.sheet(), reading.headerRow(), reading.charset(), reading.separator(),
                reading.decimalMark(), types, formats, reading.missingTokens())
                .withParts(new SourceParts(reading.files(), reading.entry(), reading.fileColumn(), reading.second()))
                .withBadRows(reading.badRows().equals(ReadingChoice.SKIP) ? BadRows.LEFT_OUT : BadRows.ERROR);
    }
}
