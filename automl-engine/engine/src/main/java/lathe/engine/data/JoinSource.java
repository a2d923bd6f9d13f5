package lathe.engine.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A source with the columns of a second table beside its own: every row stays, those without a partner have no values there.
final class JoinSource implements RawSource {

    /// Code of the note that says how many rows found a partner.
    static final String NOTE = "joined";

    private final RawSource first;
    private final SecondRows second;
    private final Path file;
    private final int key;
    private final List<String> names;
    private final BitSet used = new BitSet();
    private long matched;
    private long unmatched;

    /// @param file of the second table
    /// @throws lathe.scoring.ProblemException if the first lacks the key
    JoinSource(RawSource first, SecondRows second, Path file, SecondTable asked) {
        this.first = first;
        this.second = second;
        this.file = file;
        this.key = first.names().indexOf(asked.key());
        if (key < 0) {
            throw FileChecks.problem(file, "join-key-unknown", "The first table has no column '%s' to join on.".formatted(asked.key()),
                    "Its columns are: %s.".formatted(String.join(", ", first.names().stream().limit(30).toList())));
        }
        this.names = new ArrayList<>(first.names());
        for (String name : second.names()) {
            names.add(free(name));
        }
    }

    // A name that is taken gets that of the file before it.
    private String free(String name) {
        String free = names.contains(name) ? FileChecks.stem(file) + "." + name : name;
        while (names.contains(free)) {
            free += "_2";
        }
        return free;
    }

    @Override
    public List<String> names() {
        return List.copyOf(names);
    }

    @Override
    public RawTable next(int maxRows) {
        RawTable raw = first.next(maxRows);
        int[] places = places(raw.column(key));
        for (int place : places) {
            if (place >= 0) {
                matched++;
                used.set(place);
            } else {
                unmatched++;
            }
        }
        List<RawColumn> columns = new ArrayList<>(raw.columns());
        for (int i = 0; i < second.names().size(); i++) {
            columns.add(second.column(i, places));
        }
        return raw.with(names, columns);
    }

    private int[] places(RawColumn keys) {
        int[] places = new int[keys.rows()];
        Map<Integer, Integer> ofLevel = new HashMap<>();
        for (int row = 0; row < places.length; row++) {
            int at = row;
            places[row] = switch (keys) {
                case NumberCells numbers -> Double.isNaN(numbers.value(at)) ? -1 : second.row(NumberStyle.write(numbers.value(at)));
                case TextCells texts -> texts.code(at) < 0 ? -1
                        : ofLevel.computeIfAbsent(texts.code(at), level -> place(texts.text(level).strip()));
            };
        }
        return places;
    }

    // Numbers may be written in several ways, codes that begin with 0 may not.
    private int place(String text) {
        int exact = second.row(text);
        boolean code = text.length() > 1 && text.startsWith("0") && Character.isDigit(text.charAt(1));
        if (exact >= 0 || code || !text.matches("[+-]?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
            return exact;
        }
        return second.row(NumberStyle.write(Double.parseDouble(text)));
    }

    @Override
    public long rowsThere() {
        return first.rowsThere();
    }

    @Override
    public ImportReport report() {
        String sentence = "%d of %d rows found a partner in %s; %d did not, and %d of its %d keys were not asked for."
                .formatted(matched, matched + unmatched, file.getFileName(), unmatched, second.size() - used.cardinality(), second.size());
        return first.report().plus(List.of(new ImportNote(NOTE, "", sentence)));
    }

    @Override
    public void close() {
        first.close();
    }
}
