package lathe.views.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import lathe.engine.report.DictionaryCsv;
import lathe.engine.track.ColumnDictionary;
import lathe.engine.track.ColumnMeaning;
import lathe.engine.track.SafeFile;
import lathe.scoring.Problem;
import lathe.views.desk.OpenProject;
import lathe.views.text.Texts;
import lathe.views.work.Work;

/// What the columns mean, and who has signed it. Every change can be undone.
final class DictionaryViewModel {

    private final OpenProject project;
    private final Texts texts;
    private final Work work;
    private final Consumer<Problem> problems;
    private final Consumer<String> notices;

    /// @param problems hears what could not be read or written
    /// @param notices  hears what was
    DictionaryViewModel(OpenProject project, Texts texts, Work work, Consumer<Problem> problems, Consumer<String> notices) {
        this.project = project;
        this.texts = texts;
        this.work = work;
        this.problems = problems;
        this.notices = notices;
    }

    ColumnDictionary dictionary() {
        return project.settings().dictionary();
    }

    ObservableValue<ColumnDictionary> dictionaryProperty() {
        return project.settingsProperty().map(settings -> settings.dictionary());
    }

    /// @param names columns to say it of, at least one
    void commit(MeaningPart part, List<String> names, String text) {
        String said = text.strip();
        change(part.key(), names, meaning -> part.in(meaning, said));
    }

    /// @param answer as [ColumnMeaning#personal]
    void setPersonal(List<String> names, String answer) {
        change("personal", names, meaning -> meaning.withPersonal(answer));
    }

    private void change(String part, List<String> names, UnaryOperator<ColumnMeaning> edit) {
        String what = texts.get("undo.dictionary", texts.get("column." + part), names.size(), names.getFirst());
        project.change(what, settings -> {
            ColumnDictionary now = settings.dictionary();
            for (String name : names) {
                now = now.withColumn(name, edit.apply(now.column(name)));
            }
            return settings.withDictionary(now);
        });
    }

    /// Does nothing without a name.
    void sign(String name) {
        if (!name.isBlank()) {
            LocalDate today = LocalDate.now(ZoneId.systemDefault());
            project.change(texts.get("undo.sign", name.strip()), settings -> settings.withDictionary(settings.dictionary().signedBy(name, today)));
        }
    }

    void withdraw() {
        project.change(texts.get("undo.withdraw"), settings -> settings.withDictionary(settings.dictionary().withoutSignature()));
    }

    /// How far the dictionary is, and whether it is signed.
    ///
    /// @param names of the columns of the table
    String state(List<String> names) {
        ColumnDictionary now = dictionary();
        int said = (int) names.stream().filter(name -> !now.column(name).meaning().isEmpty()).count();
        int personal = now.personal(names).size();
        return texts.get("dictionary.state", said, names.size(), personal) + " " + signature(now);
    }

    private String signature(ColumnDictionary now) {
        if (!now.hasSignature()) {
            return texts.get("dictionary.unsigned");
        }
        String day = LocalDate.parse(now.signed().on()).format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(texts.locale()));
        return texts.get(now.signatureHolds() ? "dictionary.signed" : "dictionary.changed", now.signed().by(), day);
    }

    /// @param names columns to list
    void export(Path file, List<String> names) {
        ColumnDictionary now = dictionary();
        var _ = work.run((cancel, progress) -> {
            SafeFile.replace(file, DictionaryCsv.of(now, names).getBytes(StandardCharsets.UTF_8));
            return file;
        }, written -> notices.accept(texts.get("dictionary.exported", String.valueOf(written.getFileName()))), problems);
    }

    /// Takes over what a file says about columns of the table.
    ///
    /// @param names of the columns of the table
    void take(Path file, List<String> names) {
        var _ = work.run((cancel, progress) -> DictionaryCsv.read(file), said -> take(said, names), problems);
    }

    private void take(Map<String, ColumnMeaning> said, List<String> names) {
        List<String> known = names.stream().filter(said::containsKey).toList();
        long changed = known.stream().filter(name -> !dictionary().column(name).equals(said.get(name))).count();
        project.change(texts.get("undo.import-dictionary"), settings -> {
            ColumnDictionary now = settings.dictionary();
            for (String name : known) {
                now = now.withColumn(name, said.getOrDefault(name, ColumnMeaning.NONE));
            }
            return settings.withDictionary(now);
        });
        notices.accept(texts.get("dictionary.taken", changed, said.size() - known.size()));
    }
}
