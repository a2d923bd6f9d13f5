package lathe.views.data;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.engine.data.ImportQuestion;
import lathe.engine.data.ImportQuestion.Reading;
import lathe.engine.data.Imported;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Asks what the cells of a column cannot tell, one column at a time: each reading that fits is a button with an example.
final class QuestionCard extends VBox {

    private static final int LONGEST = 30;
    private static final int ISO_DAY = 10;

    private final Texts texts;
    private final DataViewModel model;
    private final Label asked = Parts.named("import-question", Parts.styled(Parts.text(""), "strong"));
    private final Label count = Parts.styled(new Label(), "muted");
    private final Button next;
    private final FlowPane readings = new FlowPane(Parts.GAP, Parts.GAP);
    private final CheckBox also = Parts.named("answer-all", new CheckBox());
    private List<ImportQuestion> questions = List.of();
    private int at;

    QuestionCard(Texts texts, DataViewModel model) {
        super(Parts.GAP);
        this.texts = texts;
        this.model = model;
        Parts.named("question-card", Parts.styled(this, "question-card"));
        next = Parts.named("question-next", Parts.iconButton(MaterialDesignC.CHEVRON_RIGHT, texts.get("question.next"), () -> {
            at = (at + 1) % Math.max(1, questions.size());
            show();
        }));
        count.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(Parts.WIDE_GAP, Parts.grow(asked), also, count, next);
        head.setAlignment(Pos.CENTER_LEFT);
        also.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(head, readings);
        model.tableProperty().subscribe(this::ask);
        model.project().settingsProperty().subscribe(settings -> ask());
    }

    private void ask() {
        Imported read = model.tableProperty().get();
        List<ImportQuestion> now = read == null ? List.of() : OpenQuestions.of(read.report(), model.project().settings());
        setVisible(!now.isEmpty());
        setManaged(!now.isEmpty());
        if (!now.equals(questions)) {
            questions = now;
            at = Math.min(at, Math.max(0, now.size() - 1));
            show();
        }
    }

    private void show() {
        if (questions.isEmpty()) {
            return;
        }
        ImportQuestion question = questions.get(at);
        asked.setText(texts.get("question." + question.kind().name().toLowerCase(Locale.ROOT), question.column()));
        boolean several = questions.size() > 1;
        count.setText(several ? texts.get("question.count", at + 1, questions.size()) : "");
        next.setVisible(several);
        readings.getChildren().clear();
        for (int i = 0; i < question.readings().size(); i++) {
            Reading reading = question.readings().get(i);
            String words = words(question.kind(), reading);
            boolean taken = reading.equals(question.takenReading());
            readings.getChildren().add(Parts.named("reading-" + i, Parts.button(taken ? texts.get("question.taken", words) : words,
                    () -> answer(question, reading))));
        }
        int others = OpenQuestions.alike(questions, question).size() - 1;
        also.setSelected(false);
        also.setText(texts.get("question.also", others));
        also.setVisible(others > 0);
        also.setManaged(others > 0);
    }

    private void answer(ImportQuestion question, Reading reading) {
        List<ImportQuestion> answered = also.isSelected() ? OpenQuestions.alike(questions, question) : List.of(question);
        model.answer(answered, question.kind(), reading);
    }

    private String words(ImportQuestion.Kind kind, Reading reading) {
        return texts.get("reading." + OpenQuestions.word(kind, reading), cut(reading.example()), means(kind, reading));
    }

    private String means(ImportQuestion.Kind kind, Reading reading) {
        return switch (kind) {
            case DATE_ORDER -> day(reading.means());
            case DECIMAL_MARK -> number(reading.means());
        };
    }

    private String day(String iso) {
        try {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(texts.locale())
                    .format(LocalDate.parse(iso.substring(0, Math.min(ISO_DAY, iso.length()))));
        } catch (DateTimeParseException other) {
            return iso;
        }
    }

    private String number(String neutral) {
        try {
            return texts.numbers().significant(Double.parseDouble(neutral), 12);
        } catch (NumberFormatException other) {
            return neutral;
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
