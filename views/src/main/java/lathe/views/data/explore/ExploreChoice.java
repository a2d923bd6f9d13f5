package lathe.views.data.explore;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lathe.engine.profile.ColumnPair;
import lathe.engine.profile.GroupMeasure;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// What a person looks at.
///
/// @param where   condition of the rows; empty for all
/// @param by      column of the groups; empty if there is none
/// @param measure shown of each group
/// @param first   one of the two columns side by side; empty if there are none
/// @param second  the other
record ExploreChoice(String where, String by, GroupMeasure measure, String first, String second) {

    static final ExploreChoice NONE = new ExploreChoice("", "", new GroupMeasure.Rows(), "", "");

    private static final int FEW_LEVELS = 20;

    ExploreChoice withWhere(String condition) {
        return new ExploreChoice(condition, by, measure, first, second);
    }

    ExploreChoice withBy(String column) {
        return new ExploreChoice(where, column, measure, first, second);
    }

    ExploreChoice withMeasure(GroupMeasure shown) {
        return new ExploreChoice(where, by, shown, first, second);
    }

    ExploreChoice withPair(String one, String other) {
        return new ExploreChoice(where, by, measure, one, other);
    }

    /// The same on another table as far as it has these columns; otherwise something about the target to begin with.
    ExploreChoice fitting(Table table, String target) {
        Schema schema = table.schema();
        boolean pairStays = schema.find(first).isPresent() && schema.find(second).isPresent();
        List<String> pair = schema.fields().stream().filter(field -> ColumnPair.takes(field.type()))
                .sorted((one, other) -> rank(one, target) - rank(other, target)).map(Field::name).toList();
        String newBy = schema.find(by).isPresent() ? by : group(table, target).orElse("");
        String one = pairStays ? first : pair.size() > 1 ? pair.get(1) : "";
        String other = pairStays ? second : pair.size() > 1 ? pair.get(0) : "";
        return new ExploreChoice(where, newBy, fits(schema) ? measure : measure(table, target), one, other);
    }

    // The target before numbers, numbers before the rest.
    private static int rank(Field field, String target) {
        return field.name().equals(target) ? 0 : field.type() == FieldType.NUMBER ? 1 : 2;
    }

    private boolean fits(Schema schema) {
        return switch (measure) {
            case GroupMeasure.Rows _ -> !this.equals(NONE) && !by.isEmpty();
            case GroupMeasure.Mean mean -> schema.find(mean.column()).isPresent() && schema.field(mean.column()).type() == FieldType.NUMBER;
            case GroupMeasure.Share share -> schema.find(share.column()).isPresent() && schema.field(share.column()).type() != FieldType.NUMBER;
        };
    }

    private static Optional<String> group(Table table, String target) {
        return table.schema().fields().stream().filter(field -> !field.name().equals(target)
                && (field.type() == FieldType.CATEGORY || field.type() == FieldType.BOOLEAN)
                && table.strings(field.name()).levels().size() <= FEW_LEVELS).map(Field::name).findFirst()
                .or(() -> table.schema().fields().stream().filter(field -> field.type() != FieldType.LIST).map(Field::name).findFirst());
    }

    private static GroupMeasure measure(Table table, String target) {
        boolean number = table.schema().find(target).isPresent() && table.schema().field(target).type() == FieldType.NUMBER;
        return number ? new GroupMeasure.Mean(target) : shares(table, target).findFirst().orElse(new GroupMeasure.Rows());
    }

    /// The share of each class of the target, the rarest first; none if it is a number or not there.
    static Stream<GroupMeasure> shares(Table table, String target) {
        if (table.schema().find(target).isEmpty() || !(table.column(target) instanceof StringColumn texts)) {
            return Stream.empty();
        }
        int[] counts = new int[texts.levels().size()];
        for (int code : texts.codes()) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        return IntStream.range(0, counts.length).filter(level -> counts[level] > 0).boxed()
                .sorted(Comparator.comparingInt((Integer level) -> counts[level])).<GroupMeasure>map(level -> new GroupMeasure.Share(target, texts.levels().get(level)));
    }
}
