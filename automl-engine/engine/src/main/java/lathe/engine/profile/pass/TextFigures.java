package lathe.engine.profile.pass;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.engine.profile.FieldProfile;
import lathe.engine.profile.LevelCount;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.StringColumn;

/// Of a column of texts. Where the different texts become too many, the commonest are kept by the rule of Misra and Gries (1982) in
/// the form of Anderson et al. (2017): the median count is taken from all, and who has none left goes; a count is then what a text
/// comes at least.
final class TextFigures extends ColumnFigures {

    private static final long MOST_CHARACTERS = 1 << 22;

    private final Field field;
    private final int most;
    private final DistinctSketch different = new DistinctSketch();
    private final Map<String, Integer> counts = new HashMap<>();
    private long characters;
    private boolean exact = true;
    private int count;
    private int missing;

    TextFigures(Field field, int mostExact) {
        this.field = field;
        this.most = mostExact;
    }

    @Override
    void add(Column rows) {
        StringColumn texts = (StringColumn) rows;
        int[] ofLevel = new int[texts.levels().size()];
        for (int code : texts.codes()) {
            if (code < 0) {
                missing++;
            } else {
                ofLevel[code]++;
            }
        }
        for (int level = 0; level < ofLevel.length; level++) {
            if (ofLevel[level] > 0) {
                add(texts.levels().get(level), ofLevel[level]);
            }
        }
    }

    private void add(String text, int rows) {
        count += rows;
        if (counts.merge(text, rows, Integer::sum) == rows) {
            characters += text.length();
        }
        if (!exact) {
            different.add(DistinctSketch.hash(text));
        }
        if (counts.size() > most || characters > MOST_CHARACTERS) {
            if (exact) {
                exact = false;
                counts.keySet().forEach(known -> different.add(DistinctSketch.hash(known)));
            }
            purge();
        }
    }

    private void purge() {
        int[] sorted = counts.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        int median = sorted[sorted.length / 2];
        counts.values().removeIf(rows -> rows <= median);
        counts.replaceAll((text, rows) -> rows - median);
        characters = counts.keySet().stream().mapToLong(String::length).sum();
    }

    @Override
    FieldProfile profile(boolean differentInSample) {
        List<LevelCount> levels = new ArrayList<>();
        counts.forEach((text, rows) -> levels.add(new LevelCount(text, rows)));
        levels.sort(Comparator.comparingInt(LevelCount::count).reversed().thenComparing(LevelCount::text));
        int distinct = exact ? counts.size() : distinct(different, counts.size(), count, differentInSample);
        return new FieldProfile(field.name(), field.type(), count, missing, distinct, null,
                levels.subList(0, Math.min(FieldProfile.TOP, levels.size())));
    }

    @Override
    boolean isEstimated() {
        return !exact;
    }
}
