package lathe.views.leaderboard;

import java.util.List;

/// Everything there is to say about a row, in words: shown beside the table, and copied as text.
///
/// @param title     the model's name
/// @param about     what kind of model it is
/// @param sentences what is to be known first
/// @param sections  names and values in groups
public record RowDetails(String title, String about, List<String> sentences, List<Section> sections) {

    /// A group of named values.
    public record Section(String title, List<Entry> entries) {
        public Section {
            entries = List.copyOf(entries);
        }
    }

    /// A named value.
    public record Entry(String name, String value) { }

    public RowDetails {
        sentences = List.copyOf(sentences);
        sections = List.copyOf(sections);
    }

    /// As plain text, one line per value.
    public String text() {
        StringBuilder text = new StringBuilder(title).append('\n');
        if (!about.isEmpty()) {
            text.append(about).append('\n');
        }
        sentences.forEach(sentence -> text.append(sentence).append('\n'));
        for (Section section : sections) {
            text.append('\n').append(section.title()).append('\n');
            section.entries().forEach(entry -> text.append(entry.name()).append(": ").append(entry.value()).append('\n'));
        }
        return text.toString();
    }
}
