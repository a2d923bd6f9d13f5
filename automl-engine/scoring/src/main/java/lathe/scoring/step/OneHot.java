package lathe.scoring.step;

import java.util.List;
import lathe.scoring.StringColumn;

/// One 0/1 column for each group of texts. Several spellings may share a group; rare texts may share one.
///
/// A text that is not listed gives zeros everywhere. Missing is the empty text; list it to give it a group.
///
/// @param column  text column read
/// @param texts   texts known, each once
/// @param groups  group of each text, an index into `outputs`
/// @param outputs columns put
public record OneHot(String column, List<String> texts, List<Integer> groups, List<String> outputs) implements OneColumnStep {

    public OneHot {
        texts = KnownTexts.of(texts);
        groups = List.copyOf(groups);
        outputs = List.copyOf(outputs);
        if (texts.size() != groups.size()) {
            throw new IllegalArgumentException("every text needs a group, had %d and %d"
                    .formatted(texts.size(), groups.size()));
        }
        for (int group : groups) {
            if (group < 0 || group >= outputs.size()) {
                throw new IllegalArgumentException("groups must lie in [0, %d), was %d".formatted(outputs.size(), group));
            }
        }
    }

    @Override
    public void apply(Frame frame) {
        StringColumn source = frame.strings(column);
        KnownTexts known = KnownTexts.of(texts);
        int[] groupOfLevel = new int[source.levels().size()];
        for (int level = 0; level < groupOfLevel.length; level++) {
            groupOfLevel[level] = group(known.place(source.levels().get(level)));
        }
        int groupOfMissing = group(known.place(""));
        double[][] flags = new double[outputs.size()][source.rows()];
        for (int row = 0; row < source.rows(); row++) {
            int code = source.code(row);
            int hot = code < 0 ? groupOfMissing : groupOfLevel[code];
            if (hot >= 0) {
                flags[hot][row] = 1;
            }
        }
        frame.put(outputs, flags);
    }

    private int group(int place) {
        return place < 0 ? -1 : groups.get(place);
    }
}
