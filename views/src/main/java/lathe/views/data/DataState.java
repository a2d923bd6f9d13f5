package lathe.views.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lathe.engine.profile.ColumnChart;
import lathe.engine.profile.ColumnCharts;
import lathe.engine.profile.FieldProfile;
import lathe.engine.profile.Finding;
import lathe.engine.profile.TableProfile;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.Field;
import lathe.scoring.Role;
import lathe.scoring.Schema;

/// What the screen shows of the columns. Pure: the same data, settings and wishes give the same rows.
///
/// @param rows      every column of the file, in its order
/// @param whole     findings about the whole table
/// @param target    column to predict; empty if none of the file is chosen
/// @param search    part of a name
/// @param filter    which columns are listed
/// @param kind      light that is on; empty for none
/// @param selection names of the selected columns, the last chosen one first
record DataState(List<ColumnRow> rows, List<Finding> whole, String target, String search, ColumnFilter filter,
                 Optional<FindingKind> kind, List<String> selection) {

    static final DataState EMPTY = new DataState(List.of(), List.of(), "", "", ColumnFilter.ALL, Optional.empty(), List.of());

    // What was found with another target says nothing now.
    private static final Set<String> OF_TARGET = Set.of("leakage", "leakage-by-presence", "imbalance", "class-with-few-rows",
            "target-has-missing", "contradicting-targets", "vanishing-strength", "missing-tells-target");

    DataState {
        rows = List.copyOf(rows);
        whole = List.copyOf(whole);
        selection = List.copyOf(selection);
    }

    /// The same wishes on other data or settings.
    DataState with(Schema schema, ProjectSettings settings, Optional<TableProfile> profile, Optional<ColumnCharts> charts) {
        Map<String, FieldProfile> profiles = new HashMap<>();
        Map<String, List<Finding>> findings = new HashMap<>();
        profile.ifPresent(known -> {
            known.fields().forEach(field -> profiles.put(field.name(), field));
            boolean current = known.target().equals(settings.target());
            known.findings().stream().filter(each -> current || !OF_TARGET.contains(each.code())).forEach(each -> findings.computeIfAbsent(each.field(), _ -> new ArrayList<>()).add(each));
        });
        settings.dictionary().findings(schema.names()).forEach(each -> findings.computeIfAbsent(each.field(), _ -> new ArrayList<>()).add(each));
        Map<String, ColumnChart> drawn = new HashMap<>();
        charts.ifPresent(known -> known.columns().forEach(chart -> drawn.put(chart.column(), chart)));
        boolean judged = charts.map(known -> known.target().equals(settings.target())).orElse(false);
        List<ColumnRow> all = new ArrayList<>();
        for (Field field : schema.fields()) {
            List<Finding> own = findings.getOrDefault(field.name(), List.of());
            Optional<ColumnChart> chart = Optional.ofNullable(drawn.get(field.name()));
            double strength = judged ? chart.map(ColumnChart::strength).orElse(Double.NaN) : Double.NaN;
            all.add(row(field, settings, own, new Known(Optional.ofNullable(profiles.get(field.name())), chart, strength)));
        }
        String known = schema.find(settings.target()).isPresent() ? settings.target() : "";
        List<String> kept = selection.stream().filter(name -> schema.find(name).isPresent()).toList();
        return new DataState(all, findings.getOrDefault("", List.of()), known, search, filter, kind, kept);
    }

    private record Known(Optional<FieldProfile> profile, Optional<ColumnChart> chart, double strength) { }

    private static ColumnRow row(Field field, ProjectSettings settings, List<Finding> findings, Known counted) {
        String name = field.name();
        ColumnChoice choice = settings.column(name);
        boolean target = name.equals(settings.target());
        // As a run decides it: what is named in the settings is never left out by Lathe itself.
        boolean useless = !settings.columns().containsKey(name) && findings.stream()
                .anyMatch(each -> each.code().equals("constant") || each.code().equals("identifier"));
        Role role = target ? Role.TARGET : choice.chosenRole().orElse(useless ? Role.IGNORED : Role.FEATURE);
        return new ColumnRow(name, field.type(), choice.chosenType().isPresent(), role,
                !target && choice.chosenRole().isEmpty(), Bars.of(counted.profile(), counted.chart()),
                counted.profile().map(FieldProfile::missingShare).orElse(Double.NaN), counted.profile().map(FieldProfile::distinct).orElse(-1),
                target ? Double.NaN : counted.strength(), findings, choice.known());
    }

    DataState withSearch(String text) {
        return new DataState(rows, whole, target, text, filter, kind, selection);
    }

    DataState withFilter(ColumnFilter newFilter) {
        return new DataState(rows, whole, target, search, newFilter, kind, selection);
    }

    DataState withKind(Optional<FindingKind> newKind) {
        return new DataState(rows, whole, target, search, filter, newKind, selection);
    }

    DataState withSelection(List<String> names) {
        return new DataState(rows, whole, target, search, filter, kind, names);
    }

    /// The columns listed now.
    List<ColumnRow> visible() {
        String part = search.strip().toLowerCase(Locale.ROOT);
        return rows.stream().filter(row -> row.name().toLowerCase(Locale.ROOT).contains(part))
                .filter(filter::takes).filter(row -> kind.filter(this::isOfColumns).map(row::has).orElse(true)).toList();
    }

    // What concerns the whole table leaves all columns listed.
    private boolean isOfColumns(FindingKind wanted) {
        return rows.stream().anyMatch(row -> row.has(wanted));
    }

    Optional<ColumnRow> row(String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst();
    }

    /// The column whose card is shown: the last one selected.
    Optional<ColumnRow> current() {
        return selection.isEmpty() ? Optional.empty() : row(selection.getFirst());
    }

    /// Lights in the order of their weight, those without a column left out.
    List<Light> lights() {
        Map<FindingKind, Integer> counts = new EnumMap<>(FindingKind.class);
        for (ColumnRow row : rows) {
            for (FindingKind each : FindingKind.values()) {
                if (row.has(each)) {
                    counts.merge(each, 1, Integer::sum);
                }
            }
        }
        whole.forEach(finding -> counts.merge(FindingKind.of(finding), 1, Integer::sum));
        return counts.entrySet().stream().map(entry -> new Light(entry.getKey(), entry.getValue())).toList();
    }

    int features() {
        return (int) rows.stream().filter(row -> row.role() == Role.FEATURE).count();
    }

    /// Columns whose question is open.
    int open() {
        return (int) rows.stream().filter(ColumnRow::open).count();
    }
}
