package lathe.engine.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lathe.engine.profile.ColumnDefinition;
import lathe.engine.profile.ColumnSketch;
import lathe.engine.profile.DefinitionComparison;
import lathe.engine.profile.Finding;
import lathe.engine.track.ColumnMeaning;
import lathe.engine.track.DataVersion;
import lathe.engine.track.ProjectFolder;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.MeasureUnit;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;

/// What a project says and knows of its columns, those of a joined second table among them.
///
/// @param name    of the project's folder
/// @param version the data it read last
/// @param columns in the order of the table
public record ProjectDefinitions(String name, DataVersion version, List<ColumnDefinition> columns) {

    public ProjectDefinitions {
        columns = List.copyOf(columns);
    }

    /// Of a project that may be open elsewhere; nothing is written.
    ///
    /// @throws ProblemException if it is no project, or has not read any data
    public static ProjectDefinitions read(Path folder) {
        if (!ProjectFolder.exists(folder)) {
            throw new ProblemException(new Problem("no-project", "This folder is no project: it has no %s.".formatted(ProjectFolder.SETTINGS_FILE),
                    folder.toString(), "Name the folder that holds %s.".formatted(ProjectFolder.SETTINGS_FILE)));
        }
        DataVersion last = ProjectFolder.readVersions(folder).stream().reduce((_, newer) -> newer).orElseThrow(() ->
                new ProblemException(new Problem("no-version", "This project has not read any data yet.", folder.toString(),
                        "Train it first: lathe run %s".formatted(folder))));
        return of(folder, ProjectFolder.readSettings(folder), last);
    }

    private static ProjectDefinitions of(Path folder, ProjectSettings settings, DataVersion version) {
        List<ColumnDefinition> columns = new ArrayList<>();
        for (Map.Entry<String, ColumnSketch> column : version.sketch().columns().entrySet()) {
            ColumnMeaning said = settings.dictionary().column(column.getKey());
            String unit = said.unit().isEmpty()
                    ? MeasureUnit.ofFormat(settings.column(column.getKey()).format()).map(MeasureUnit::symbol).orElse("") : said.unit();
            columns.add(new ColumnDefinition(column.getKey(), said.meaning(), unit, said.personal(), settings.reading().missingTokens(), column.getValue()));
        }
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return new ProjectDefinitions(name == null ? folder.toString() : name.toString(), version, columns);
    }

    /// What differs from another project's, see [DefinitionComparison].
    public List<Finding> compare(ProjectDefinitions there) {
        return DefinitionComparison.compare(columns, there.columns);
    }

    /// How many columns both have, and which only one.
    public String overview(ProjectDefinitions there) {
        Map<String, String> same = DefinitionComparison.same(columns, there.columns);
        List<String> here = columns.stream().map(ColumnDefinition::name).filter(each -> !same.containsKey(each)).toList();
        List<String> other = there.columns.stream().map(ColumnDefinition::name).filter(each -> !same.containsValue(each)).toList();
        return "%d %s in both%s%s.".formatted(same.size(), same.size() == 1 ? "column is" : "columns are", only(here, "here"), only(other, "there"));
    }

    private static String only(List<String> names, String where) {
        return names.isEmpty() ? "" : "; only %s: %s".formatted(where, Sentences.list(names, 10));
    }
}
