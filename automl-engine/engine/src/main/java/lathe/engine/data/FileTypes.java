package lathe.engine.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Notices columns that hold numbers in one file and other texts in another.
final class FileTypes {

    private static final int MOST = 20;

    private final Map<String, String> numbersIn = new LinkedHashMap<>();
    private final Map<String, String> textsIn = new LinkedHashMap<>();

    void observe(JoinedTables joined) {
        for (String name : joined.names()) {
            List<?> columns = joined.column(name);
            for (int i = 0; i < columns.size(); i++) {
                String file = joined.files().get(i);
                if (columns.get(i) instanceof NumberCells) {
                    numbersIn.putIfAbsent(name, file);
                } else if (columns.get(i) instanceof TextCells cells && !(numbersIn.containsKey(name) && textsIn.containsKey(name))) {
                    NumberEvidence evidence = NumberEvidence.of(cells, Set.of());
                    if (evidence.values() > 0) {
                        (evidence.numeric() ? numbersIn : textsIn).putIfAbsent(name, file);
                    }
                }
            }
        }
    }

    List<ImportNote> notes() {
        List<ImportNote> notes = new ArrayList<>();
        textsIn.forEach((name, file) -> {
            String other = numbersIn.get(name);
            if (other != null && notes.size() < MOST) {
                notes.add(new ImportNote("types-differ-between-files", name,
                        "Column '%s' holds numbers in %s, but other texts in %s.".formatted(name, other, file)));
            }
        });
        return notes;
    }
}
