package lathe.views.data.label;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import lathe.engine.data.Imported;
import lathe.engine.data.NumberStyle;
import lathe.engine.flow.Labelling;
import lathe.engine.label.Answers;
import lathe.engine.label.Doubt;
import lathe.engine.progress.CancelToken;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.FieldType;
import lathe.views.desk.OpenProject;
import lathe.views.text.Texts;
import lathe.views.work.Loadable;
import lathe.views.work.Progress;
import lathe.views.work.Work;
import org.jspecify.annotations.Nullable;

/// Asks about one row without a target after the other. Every answer is kept in the project at once.
final class LabelViewModel {

    private static final int DIGITS = 4;
    private static final int LONGEST = 16;

    private final OpenProject project;
    private final Work work;
    private final Texts texts;
    private final ObjectProperty<Loadable<Labelling>> page = new SimpleObjectProperty<>(Loadable.empty());
    private final ReadOnlyObjectWrapper<@Nullable LabelState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper wrong = new ReadOnlyStringWrapper("");
    private CancelToken looking = new CancelToken();
    private @Nullable Shown shown;

    // What the rows in view were found with.
    private record Shown(Imported read, String target) {

        @SuppressWarnings("ReferenceEquality")   // to compare all cells takes long
        boolean is(Imported other, String column) {
            return read == other && target.equals(column);
        }
    }

    LabelViewModel(OpenProject project, Work work, Texts texts) {
        this.project = project;
        this.work = work;
        this.texts = texts;
    }

    /// The rows, once they are found.
    ObjectProperty<Loadable<Labelling>> pageProperty() {
        return page;
    }

    /// Null while there are no rows.
    ReadOnlyObjectProperty<@Nullable LabelState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Why the last answer could not be taken, in a sentence; empty if it was.
    ReadOnlyStringProperty wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    /// Finds the rows and their order, unless these are in view already.
    void look() {
        Imported read = project.asRead();
        ProjectSettings settings = project.settings();
        if (read == null || settings.target().isEmpty()) {
            rest();
            return;
        }
        if (shown != null && shown.is(read, settings.target())) {
            return;
        }
        looking.cancel();
        state.set(null);
        wrong.set("");
        Shown asked = new Shown(read, settings.target());
        shown = asked;
        page.set(new Loadable.Busy<>(finding()));
        project.afterSaving(() -> find(asked, settings));
    }

    private void find(Shown asked, ProjectSettings settings) {
        if (shown == null || !shown.is(asked.read(), asked.target())) {
            return;   // left meanwhile
        }
        Path root = project.folder().root();
        looking = work.load(page, (cancel, progress) -> {
            progress.accept(finding());
            return Labelling.of(asked.read(), settings, project.folder().typedTargets().all(), Labelling.model(root, settings.target()), cancel);
        });
    }

    private Progress finding() {
        return new Progress(texts.get("looking"), Double.NaN);
    }

    /// Begins to ask, once the rows are there.
    void begin(Labelling labelling) {
        state.set(LabelState.of(labelling));
    }

    /// Gives up what is under way; what was answered shows in the data from now on.
    void rest() {
        looking.cancel();
        shown = null;
        state.set(null);
        page.set(Loadable.empty());
        project.applyTyped();
    }

    /// Answers with a class that is known.
    ///
    /// @param number of the class, from 0; others are passed over
    void answerClass(int number) {
        LabelState now = state.get();
        if (now != null && number >= 0 && number < now.classes().size()) {
            answer(now.classes().get(number));
        }
    }

    /// Answers with what was typed: a number as people of this language write it, or a class, which may be a new one.
    ///
    /// @return whether it was taken
    boolean answerText(String text) {
        LabelState now = state.get();
        if (now == null || text.isBlank()) {
            return false;
        }
        Answers answers = now.answers();
        OptionalDouble number = answers.type() == FieldType.NUMBER ? texts.numbers().parse(text) : OptionalDouble.of(0);
        if (number.isEmpty()) {
            wrong.set(texts.get("wrong.number", text.strip(), texts.numbers().field(1234.5)));
            return false;
        }
        answer(answers.accept(answers.type() == FieldType.NUMBER ? NumberStyle.write(number.getAsDouble()) : text, true));
        return true;
    }

    private void answer(String value) {
        LabelState now = state.get();
        if (now == null || now.row().isEmpty()) {
            return;
        }
        String key = now.row().get().key();
        String target = now.answers().target();
        become(now.answer(value));
        project.type(typed -> typed.with(target, Map.of(key, value)));
    }

    void skip() {
        move(LabelState::skip);
    }

    void back() {
        move(LabelState::back);
    }

    /// Takes the latest answer back.
    void undo() {
        LabelState now = state.get();
        Optional<LabelState.Answer> last = Optional.ofNullable(now).flatMap(LabelState::latest);
        if (now != null && last.isPresent()) {
            String key = now.labelling().open().get(last.get().at()).key();
            String target = now.answers().target();
            become(now.undo());
            project.type(typed -> last.get().before().map(value -> typed.with(target, Map.of(key, value)))
                    .orElseGet(() -> typed.without(target, key)));
        }
    }

    private void move(UnaryOperator<LabelState> way) {
        LabelState now = state.get();
        if (now != null) {
            become(way.apply(now));
        }
    }

    private void become(LabelState next) {
        wrong.set("");
        state.set(next);
    }

    /// Why the row is asked about.
    String why(Labelling.Row row) {
        return switch (row.doubt()) {
            case Doubt.Unknown _ -> texts.get("why.spread");
            case Doubt.Between classes -> texts.get("why.between", classes.first(), percent(classes.firstShare()), classes.second(),
                    percent(classes.secondShare()));
            case Doubt.Within range -> texts.get("why.within", number(range.predicted()), number(range.low()), number(range.high()));
            case Doubt.Apart members -> texts.get("why.apart", number(members.predicted()), number(members.deviation()));
        };
    }

    /// An answer as people of this language write it, cut where it is long.
    String shown(LabelState now, String value) {
        String text = now.answers().numbers() ? texts.numbers().field(Double.parseDouble(value)) : value;
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private String percent(double share) {
        return texts.numbers().percent(share, 0);
    }

    private String number(double value) {
        return texts.numbers().significant(value, DIGITS);
    }
}
