package lathe.views.data.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import lathe.engine.derive.Reading;
import lathe.engine.flow.ProjectTable;
import lathe.engine.profile.ColumnPair;
import lathe.engine.profile.GroupMeasure;
import lathe.engine.profile.GroupedRows;
import lathe.engine.progress.CancelToken;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Schema;
import lathe.scoring.Table;
import lathe.views.parts.Checked;
import lathe.views.text.Texts;
import lathe.views.work.Loadable;
import lathe.views.work.Work;
import org.jspecify.annotations.Nullable;

/// Which rows are looked at, in which groups, and which two columns: worked out beside the window, and given up when another
/// choice is made. Nothing of it goes into the project.
final class ExploreViewModel {

    private static final int MOST_CLASSES = 10;

    private final Work work;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<ExploreChoice> choice = new ReadOnlyObjectWrapper<>(ExploreChoice.NONE);
    private final ReadOnlyStringWrapper kept = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Loadable<GroupedRows>> groups = new SimpleObjectProperty<>(Loadable.empty());
    private final ObjectProperty<Loadable<ColumnPair>> pair = new SimpleObjectProperty<>(Loadable.empty());
    private String target = "";
    private @Nullable Table table;
    private @Nullable Table rows;   // those that meet the condition
    private CancelToken filtering = new CancelToken();
    private CancelToken grouping = new CancelToken();
    private CancelToken pairing = new CancelToken();

    ExploreViewModel(Work work, Texts texts) {
        this.work = work;
        this.texts = texts;
    }

    /// What a condition says of the table.
    record Condition(boolean usable, String said) implements Checked { }

    ReadOnlyObjectProperty<ExploreChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /// How many rows meet the condition, in a sentence.
    ReadOnlyStringProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Loadable<GroupedRows>> groupsProperty() {
        return groups;
    }

    ReadOnlyObjectProperty<Loadable<ColumnPair>> pairProperty() {
        return pair;
    }

    private ExploreChoice choice() {
        return choice.get();
    }

    /// @param column to predict; what is shown first is about it
    @SuppressWarnings("ReferenceEquality")   // comparing all cells would take long
    void show(Table newTable, String column) {
        if (table == newTable && target.equals(column) && rows != null) {
            return;
        }
        table = newTable;
        target = column;
        choice.set(choice().fitting(newTable, column));
        filter();
    }

    /// Gives up what is under way.
    void rest() {
        filtering.cancel();
        grouping.cancel();
        pairing.cancel();
        rows = null;
    }

    List<String> groupable() {
        return names(field -> field.type() != FieldType.LIST);
    }

    List<String> chartable() {
        return names(field -> ColumnPair.takes(field.type()));
    }

    private interface Fitting {

        boolean is(Field field);
    }

    private List<String> names(Fitting fitting) {
        Table now = table;
        return now == null ? List.of() : now.schema().fields().stream().filter(fitting::is).map(Field::name).toList();
    }

    /// What can be shown of each group.
    List<GroupMeasure> measures() {
        Table now = table;
        if (now == null) {
            return List.of(new GroupMeasure.Rows());
        }
        List<GroupMeasure> measures = new ArrayList<>(List.of(new GroupMeasure.Rows()));
        measures.addAll(ExploreChoice.shares(now, target).limit(MOST_CLASSES).toList());
        Stream<String> numbers = now.schema().fields().stream().filter(field -> field.type() == FieldType.NUMBER).map(Field::name);
        numbers.forEach(name -> measures.add(new GroupMeasure.Mean(name)));
        return measures;
    }

    Optional<Field> field(String name) {
        return Optional.ofNullable(table).map(Table::schema).filter(schema -> schema.find(name).isPresent()).map(schema -> schema.field(name));
    }

    Condition check(String where) {
        Table now = table;
        if (now == null || where.isBlank()) {
            return new Condition(true, texts.get("where.all"));
        }
        Schema schema = now.schema();
        return switch (ProjectTable.readCondition(where, schema)) {
            case Reading.Wrong wrong -> new Condition(false, wrong.sentence());
            case Reading.Fits _ -> new Condition(true, texts.get("where.fits"));
        };
    }

    /// @param where a condition that fits the table; others are passed over
    void where(String where) {
        if (!where.strip().equals(choice().where()) && check(where).usable()) {
            choice.set(choice().withWhere(where.strip()));
            filter();
        }
    }

    void groupBy(String column) {
        if (!column.equals(choice().by())) {
            choice.set(choice().withBy(column));
            group();
        }
    }

    void measure(GroupMeasure measure) {
        if (!measure.equals(choice().measure())) {
            choice.set(choice().withMeasure(measure));
            group();
        }
    }

    void pair(String first, String second) {
        if (!first.equals(choice().first()) || !second.equals(choice().second())) {
            choice.set(choice().withPair(first, second));
            pair();
        }
    }

    private void filter() {
        rest();
        Table all = table;
        if (all == null) {
            return;
        }
        String where = choice().where();
        filtering = work.run((cancel, progress) -> ProjectTable.where(all, where), found -> {
            rows = found;
            kept.set(where.isEmpty() ? texts.get("kept.all", all.rows()) : texts.get("kept", found.rows(), all.rows()));
            group();
            pair();
        }, problem -> {
            groups.set(new Loadable.Failed<>(problem));
            pair.set(new Loadable.Failed<>(problem));
        });
    }

    private void group() {
        grouping.cancel();
        Table now = rows;
        ExploreChoice wanted = choice();
        if (now != null && !wanted.by().isEmpty()) {
            grouping = work.load(groups, (cancel, progress) -> GroupedRows.of(now, wanted.by(), wanted.measure(), cancel));
        }
    }

    private void pair() {
        pairing.cancel();
        Table now = rows;
        ExploreChoice wanted = choice();
        if (now != null && !wanted.first().isEmpty() && !wanted.second().isEmpty()) {
            pairing = work.load(pair, (cancel, progress) -> ColumnPair.of(now, wanted.first(), wanted.second(), cancel));
        }
    }
}
