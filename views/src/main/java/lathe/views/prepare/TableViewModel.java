package lathe.views.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import lathe.engine.derive.Reading;
import lathe.engine.flow.ProjectTable;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectSettings;
import lathe.engine.track.TableChoice;
import lathe.scoring.Field;
import lathe.scoring.Schema;
import lathe.scoring.Table;
import lathe.scoring.derive.DerivedColumn;
import lathe.views.desk.OpenProject;
import lathe.views.parts.Checked;
import lathe.views.text.Texts;

/// What is made of the table as a whole: columns derived from others, and which rows models learn from. Every choice can be undone.
final class TableViewModel {

    static final int PREVIEW_ROWS = 6;

    private final OpenProject project;
    private final Texts texts;

    TableViewModel(OpenProject project, Locale locale) {
        this.project = project;
        this.texts = Texts.of(PlanWords.class, locale);
    }

    /// What a text would give as a derived column.
    ///
    /// @param usable  whether it can be saved
    /// @param said    in a sentence
    /// @param start   first character that is wrong
    /// @param end     behind the last one; 0 if nothing is
    /// @param preview columns read and the new one, with the first rows; no rows if there is nothing to show
    record Check(boolean usable, String said, int start, int end, Optional<Table> preview) implements Checked {

        static Check wrong(String said) {
            return new Check(false, said, 0, 0, Optional.empty());
        }
    }

    private Optional<Table> table() {
        return project.dataProperty().get().optional().map(read -> read.table());
    }

    private TableChoice choice() {
        return project.settings().table();
    }

    /// The expression of a derived column; empty for any other.
    Optional<String> expression(String column) {
        return Optional.ofNullable(choice().derived().get(column));
    }

    // Those that stand before it; all for a new one.
    private Schema readable(Schema schema, String editing) {
        List<String> derived = List.copyOf(choice().derived().keySet());
        int at = derived.indexOf(editing);
        Set<String> later = at < 0 ? Set.of() : Set.copyOf(derived.subList(at, derived.size()));
        return new Schema(schema.fields().stream().filter(field -> !later.contains(field.name())).toList());
    }

    /// @param editing the column that is changed; empty for a new one
    Check check(String editing, String name, String expression) {
        Optional<Table> table = table();
        if (table.isEmpty() || expression.isBlank()) {
            return Check.wrong(texts.get("derive.help"));
        }
        Schema schema = readable(table.get().schema(), editing);
        return switch (ProjectTable.read(expression, schema)) {
            case Reading.Wrong wrong -> new Check(false, wrong.sentence(), wrong.start(), wrong.end(), Optional.empty());
            case Reading.Fits fits -> checkName(editing, name.strip(), fits, table.get(), schema);
        };
    }

    private Check checkName(String editing, String name, Reading.Fits fits, Table table, Schema schema) {
        DerivedColumn column = new DerivedColumn(name.isEmpty() ? texts.get("derive.unnamed") : name, fits.field(), fits.expression());
        if (!editing.isEmpty() || table.schema().find(column.name()).isEmpty()) {
            String said = name.isEmpty() ? texts.get("derive.name-missing") : readsTarget(column) ? texts.get("derive.target")
                    : texts.get("derive.fits." + fits.value().name().toLowerCase(Locale.ROOT));
            return new Check(!name.isEmpty() && !readsTarget(column), said, 0, 0, Optional.of(preview(table.project(schema), column)));
        }
        return new Check(false, texts.get("derive.name-taken", name), 0, 0, Optional.empty());
    }

    private boolean readsTarget(DerivedColumn column) {
        return column.expression().columns().contains(project.settings().target()) && !column.name().equals(project.settings().target());
    }

    private static Table preview(Table table, DerivedColumn column) {
        int[] first = IntStream.range(0, Math.min(PREVIEW_ROWS, table.rows())).toArray();
        Table made = DerivedColumn.addTo(table.select(first), List.of(column));
        List<Field> shown = new ArrayList<>(column.expression().columns().stream().map(made.schema()::field).toList());
        shown.add(made.schema().field(column.name()));
        return made.project(new Schema(shown));
    }

    /// Adds a column, or changes the expression of one.
    void save(String name, String expression) {
        project.change(texts.get("change.derive", name.strip()), settings ->
                settings.withTable(settings.table().withDerived(name.strip(), expression.strip())));
    }

    /// What still needs a derived column, so that it cannot go; empty if nothing does.
    Optional<String> needs(String name) {
        Optional<Table> table = table();
        if (table.isEmpty()) {
            return Optional.empty();
        }
        for (var each : choice().derived().entrySet()) {
            if (!each.getKey().equals(name) && reads(each.getValue(), name, table.get())) {
                return Optional.of(each.getKey());
            }
        }
        boolean asked = !choice().where().isEmpty() && reads(choice().where(), name, table.get());
        return asked ? Optional.of(choice().where()) : Optional.empty();
    }

    private static boolean reads(String expression, String name, Table table) {
        return ProjectTable.read(expression, table.schema()) instanceof Reading.Fits fits && fits.expression().columns().contains(name);
    }

    void delete(String name) {
        project.change(texts.get("change.delete", name), settings ->
                settings.withTable(settings.table().withoutDerived(name)).withColumn(name, ColumnChoice.NONE));
    }

    String where() {
        return choice().where();
    }

    boolean removesDuplicates() {
        return choice().removesDuplicates();
    }

    /// Share of the rows a run reads; 0 where the budget decides.
    double sample() {
        return project.settings().reading().sample();
    }

    Check checkWhere(String condition) {
        Optional<Table> table = table();
        if (table.isEmpty() || condition.isBlank()) {
            return new Check(true, texts.get("rows.all"), 0, 0, Optional.empty());
        }
        return switch (ProjectTable.readCondition(condition, table.get().schema())) {
            case Reading.Wrong wrong -> new Check(false, wrong.sentence(), wrong.start(), wrong.end(), Optional.empty());
            case Reading.Fits _ -> new Check(true, condition.strip().equals(where()) ? texts.get("rows.applied") : texts.get("rows.fits"), 0, 0, Optional.empty());
        };
    }

    void keepWhere(String condition) {
        change(texts.get(condition.isBlank() ? "change.rows-all" : "change.rows", condition.strip()), choice().withWhere(condition.strip()));
    }

    void removeDuplicates(boolean remove) {
        change(texts.get(remove ? "change.duplicates" : "change.duplicates-keep"), choice().withDuplicates(remove ? TableChoice.REMOVE : ""));
    }

    boolean removesContradictions() {
        return choice().removesContradictions();
    }

    void removeContradictions(boolean remove) {
        change(texts.get(remove ? "change.contradictions" : "change.contradictions-keep"), choice().withContradictions(remove ? TableChoice.REMOVE : ""));
    }

    boolean removesUnusualRows() {
        return choice().removesUnusualRows();
    }

    void removeUnusualRows(boolean remove) {
        change(texts.get(remove ? "change.unusual" : "change.unusual-keep"), choice().withUnusualRows(remove ? TableChoice.unusualRows(project.settings().limits()) : ""));
    }

    void sample(double share) {
        project.change(texts.get("change.sample"), (ProjectSettings settings) -> settings.withReading(settings.reading().withSample(share)));
    }

    private void change(String words, TableChoice table) {
        project.change(words, settings -> settings.withTable(table));
    }

    /// How many rows are kept, in a sentence; empty where all are.
    String rowsKept() {
        int all = project.rowsRead();
        int kept = table().map(Table::rows).orElse(all);
        return !choice().choosesRows() || all == 0 ? "" : texts.get("rows.kept", kept, all, all - kept);
    }
}
