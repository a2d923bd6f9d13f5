package lathe.engine.report;

import java.util.ArrayList;
import java.util.List;
import lathe.engine.track.ColumnDictionary;
import lathe.engine.track.ColumnMeaning;

/// What the columns mean, which hold personal data, and who has signed it.
final class DictionarySection {

    private static final int MOST_NAMED = 20;

    private DictionarySection() {
    }

    /// Nothing if nothing is said.
    ///
    /// @param inputs names of the columns the model reads
    static Html of(ColumnDictionary dictionary, List<String> inputs) {
        if (dictionary.columns().isEmpty()) {
            return Html.NOTHING;
        }
        List<Html> rows = new ArrayList<>();
        dictionary.columns().forEach((name, meaning) -> rows.add(Html.of(
                "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                name, meaning.meaning(), meaning.unit(), meaning.owner(), meaning.personal())));
        return Page.section("What the columns mean", Html.of("<p>{} {}</p>", signature(dictionary), personal(dictionary, inputs)), Html.of("""
                <div class="scroll"><table>
                <thead><tr><th scope="col">Column</th><th scope="col">Meaning</th><th scope="col">Unit</th><th scope="col">Owner</th><th scope="col">Personal data</th></tr></thead>
                <tbody>
                {}</tbody></table></div>""", Html.join(rows)));
    }

    private static String signature(ColumnDictionary dictionary) {
        if (!dictionary.hasSignature()) {
            return "Nobody has signed this.";
        }
        String who = "Signed by %s on %s".formatted(dictionary.signed().by(), dictionary.signed().on());
        return who + (dictionary.signatureHolds() ? "." : "; changed since it was signed.");
    }

    private static String personal(ColumnDictionary dictionary, List<String> inputs) {
        List<String> all = dictionary.personal(dictionary.columns().keySet());
        if (all.isEmpty()) {
            boolean said = dictionary.columns().values().stream().anyMatch(each -> each.personal().equals(ColumnMeaning.NO));
            return said ? "No column is marked as personal data." : "Nothing is said about personal data.";
        }
        List<String> read = dictionary.personal(inputs);
        return "Contains personal data: %s. %s".formatted(Words.some(all, MOST_NAMED), read.isEmpty() ? "The model reads none of these."
                : "The model reads %s.".formatted(read.size() == all.size() ? "all of these" : Words.some(read, MOST_NAMED)));
    }
}
