package lathe.views.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import lathe.engine.data.ImportReport;
import lathe.engine.data.SourceTables;
import lathe.engine.track.ReadingChoice;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;
import lathe.views.work.Loadable;

/// What may be said about reading a file, each beside what the import found. A change is tried at once.
final class ImportForm extends GridPane {

    private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|", " ");
    private static final List<String> CHARSETS = List.of("UTF-8", "windows-1252", "ISO-8859-1", "ISO-8859-15", "UTF-16LE",
            "UTF-16BE", "windows-1250", "windows-1251", "Shift_JIS", "GB18030");
    private static final List<String> MARKS = List.of(".", ",");
    private static final int HEADER_ROWS = 20;

    /// One entry of a list; the empty value leaves it to the import.
    private record Option(String value, String label) { }

    private final Texts texts;
    private final ImportModel model;
    private final Map<String, ComboBox<Option>> boxes = new LinkedHashMap<>();
    private final Map<String, Label> labels = new LinkedHashMap<>();
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private ImportReport last;
    private boolean filling;

    ImportForm(Texts texts, ImportModel model) {
        this.texts = texts;
        this.model = model;
        this.last = model.unread();
        setHgap(12);
        setVgap(Parts.GAP);
        add("separator", ReadingChoice::withSeparator);
        add("charset", ReadingChoice::withCharset);
        add("mark", ReadingChoice::withDecimalMark);
        add("header", (draft, row) -> draft.withHeaderRow(row.isEmpty() ? 0 : Integer.parseInt(row)));
        add("sheet", ReadingChoice::withSheet);
        add("entry", ReadingChoice::withEntry);
        addWords("files", draft -> joined(draft.files()), (draft, text) -> draft.withFiles(split(text)));
        addWords("file-column", ReadingChoice::fileColumn, (draft, text) -> draft.withFileColumn(text.strip()));
        addWords("join", ReadingChoice::join, (draft, text) -> draft.withJoin(text.strip(), draft.joinOn(), draft.joinMany()));
        addWords("join-on", ReadingChoice::joinOn, (draft, text) -> draft.withJoin(draft.join(), text.strip(), draft.joinMany()));
        addWords("missing", draft -> joined(draft.missingTokens()), (draft, text) -> draft.withMissingTokens(split(text)));
        addSwitch("join-many", draft -> !draft.joinMany().isEmpty(),
                (draft, on) -> draft.withJoin(draft.join(), draft.joinOn(), on ? ReadingChoice.SUMMARY : ""));
        addSwitch("bad-rows", draft -> draft.badRows().equals(ReadingChoice.SKIP), (draft, on) -> draft.withBadRows(on ? ReadingChoice.SKIP : ""));
        model.draftProperty().subscribe(draft -> List.of("join-on", "join-many").forEach(key -> show(key, !draft.join().isEmpty())));
        model.previewProperty().subscribe(now -> {
            if (now instanceof Loadable.Failed) {
                show(model.unread());
            }
            model.shown().ifPresent(read -> show(read.report()));
        });
        model.tablesProperty().subscribe(() -> show(last));
    }

    private void add(String key, BiFunction<ReadingChoice, String, ReadingChoice> edit) {
        ComboBox<Option> box = Parts.named("import-" + key, new ComboBox<>());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Option option) {
                return option == null ? "" : option.label();
            }

            @Override
            public Option fromString(String text) {
                return new Option(text, text);
            }
        });
        box.valueProperty().subscribe(option -> {
            if (option != null && !filling) {
                model.change(draft -> edit.apply(draft, option.value()));
            }
        });
        boxes.put(key, box);
        fields.put(key, box);
        addRow(key, box);
    }

    private void addRow(String key, Node field) {
        Label label = new Label(texts.get("import." + key));
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        GridPane.setHgrow(field, Priority.ALWAYS);
        setAlignment(Pos.TOP_LEFT);
        labels.put(key, label);
        addRow(getRowCount(), label, field);
    }

    private static String joined(List<String> words) {
        return String.join(", ", words);
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            if (!each.isBlank()) {
                words.add(each.strip());
            }
        }
        return words;
    }

    private void addWords(String key, Function<ReadingChoice, String> of, BiFunction<ReadingChoice, String, ReadingChoice> edit) {
        TextField field = Parts.named("import-" + key, new TextField());
        field.setPromptText(texts.get("import.%s-prompt".formatted(key)));
        Runnable commit = () -> {
            if (!filling) {
                model.change(draft -> edit.apply(draft, field.getText()));
            }
        };
        field.setOnAction(event -> commit.run());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                commit.run();
            }
        });
        model.draftProperty().subscribe(draft -> {
            filling = true;
            field.setText(of.apply(draft));
            filling = false;
        });
        fields.put(key, field);
        addRow(key, field);
    }

    private void addSwitch(String key, Predicate<ReadingChoice> of, BiFunction<ReadingChoice, Boolean, ReadingChoice> edit) {
        CheckBox box = Parts.named("import-" + key, new CheckBox(texts.get("import." + key)));
        box.setWrapText(true);
        box.setOnAction(event -> model.change(draft -> edit.apply(draft, box.isSelected())));
        model.draftProperty().subscribe(draft -> box.setSelected(of.test(draft)));
        fields.put(key, box);
        add(box, 0, getRowCount(), 2, 1);
    }

    private void show(ImportReport now) {
        last = now;
        ReadingChoice draft = model.draftProperty().get();
        SourceTables tables = model.tablesProperty().get();
        filling = true;
        fill("separator", draft.separator(), now.separator(), SEPARATORS, each -> texts.get("separator." + separatorKey(each)));
        fill("charset", draft.charset(), now.charset(), CHARSETS, each -> each);
        fill("mark", draft.decimalMark(), now.decimalMark(), MARKS, each -> texts.get(each.equals(".") ? "mark.point" : "mark.comma"));
        List<String> rows = new ArrayList<>();
        for (int row = 1; row <= Math.max(HEADER_ROWS, draft.headerRow()); row++) {
            rows.add(Integer.toString(row));
        }
        fill("header", draft.headerRow() == 0 ? "" : Integer.toString(draft.headerRow()),
                now.headerRow() == 0 ? "" : Integer.toString(now.headerRow()), rows, each -> each);
        boolean database = now.format().equals("jdbc");
        List<String> sheets = database ? tables.names() : now.sheets();
        fill("sheet", draft.sheet(), now.sheet(), sheets, each -> each);
        fill("entry", draft.entry(), "", tables.names(), each -> each);
        filling = false;
        Label sheet = labels.get("sheet");
        if (sheet != null) {
            sheet.setText(texts.get(database ? "import.table" : "import.sheet"));
        }
        boolean text = now.format().equals("csv");
        List.of("separator", "charset", "mark", "bad-rows").forEach(key -> show(key, text));
        show("header", text || now.format().equals("excel"));
        show("sheet", !sheets.isEmpty());
        show("entry", tables.kind() == SourceTables.Kind.ENTRIES);
        show("files", tables.kind() == SourceTables.Kind.FILES);
        show("file-column", tables.kind() == SourceTables.Kind.FILES);
    }

    static String separatorKey(String separator) {
        return switch (separator) {
            case "," -> "comma";
            case ";" -> "semicolon";
            case "\t" -> "tab";
            case "|" -> "bar";
            case " " -> "blank";
            default -> "other";
        };
    }

    private void fill(String key, String chosen, String found, List<String> values, Function<String, String> name) {
        ComboBox<Option> box = boxes.get(key);
        if (box == null) {
            return;
        }
        List<Option> options = new ArrayList<>();
        boolean tell = chosen.isEmpty() && !found.isEmpty();
        options.add(new Option("", tell ? texts.get("import.auto-found", name.apply(found)) : texts.get("import.auto")));
        values.forEach(value -> options.add(new Option(value, name.apply(value))));
        if (!chosen.isEmpty() && !values.contains(chosen)) {
            options.add(new Option(chosen, name.apply(chosen)));
        }
        if (!box.getItems().equals(options)) {
            box.getItems().setAll(options);
        }
        box.setValue(options.stream().filter(option -> option.value().equals(chosen)).findFirst().orElse(options.getFirst()));
    }

    private void show(String key, boolean shown) {
        for (Node each : new Node[] {fields.get(key), labels.get(key)}) {
            if (each != null) {
                each.setVisible(shown);
                each.setManaged(shown);
            }
        }
    }
}
