package lathe.views.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lathe.engine.profile.Finding;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.Role;
import lathe.views.parts.Parts;
import lathe.views.text.Texts;

/// A finding as it is shown: what, examples, what Lathe does about it, and what can be done instead by one click.
final class FindingBox extends VBox {

    private static final int MOST_OTHERS = 5;
    private static final int LONGEST = 32;
    // What is said of other kinds does not hold for the column to predict.
    private static final Set<FindingKind> OF_TARGET = Set.of(FindingKind.TARGET_MISSING, FindingKind.IMBALANCE);

    private final Texts texts;
    private final DataViewModel model;

    /// @param row     its column; none if it concerns the whole table
    /// @param showRow shows a row of the table, from 0
    FindingBox(Texts texts, DataViewModel model, Finding finding, Optional<ColumnRow> row, IntConsumer showRow) {
        super(6);
        this.texts = texts;
        this.model = model;
        FindingKind kind = FindingKind.of(finding);
        getChildren().addAll(Parts.pill(texts.get("pill." + kind.key()), kind.tone()), Parts.text(finding.sentence()));
        examples(finding);
        links("finding-row-", texts.get("finding.rows"), finding.rows().stream().map(each -> each + 1).toList(),
                each -> texts.numbers().whole(each), each -> showRow.accept(each - 1));
        links("finding-column-", texts.get("finding.others"), finding.others().stream().limit(MOST_OTHERS).toList(), FindingBox::cut,
                each -> model.select(List.of(each)));
        String does = "does." + kind.key();
        if (texts.has(does) && (OF_TARGET.contains(kind) || row.filter(each -> each.role() == Role.TARGET).isEmpty())) {
            getChildren().add(Parts.muted(texts.get(does)));
        }
        offers(finding, row);
    }

    // Most sentences name their examples themselves.
    private void examples(Finding finding) {
        List<String> further = finding.values().stream().filter(value -> !value.isBlank() && !finding.sentence().contains(value)).toList();
        if (!further.isEmpty()) {
            getChildren().add(Parts.text(texts.get("finding.values", String.join(", ", further.stream().map(FindingBox::quoted).toList()))));
        }
    }

    private interface Naming<T> {

        String of(T thing);
    }

    private interface Following<T> {

        void to(T thing);
    }

    private <T> void links(String id, String before, List<T> things, Naming<T> naming, Following<T> following) {
        if (things.isEmpty()) {
            return;
        }
        FlowPane line = new FlowPane(6, 2, new Label(before));
        line.setRowValignment(javafx.geometry.VPos.BASELINE);
        line.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < things.size(); i++) {
            T thing = things.get(i);
            Hyperlink link = Parts.named(id + i, Parts.styled(new Hyperlink(naming.of(thing)), "inline-link"));
            link.setOnAction(event -> {
                link.setVisited(false);
                following.to(thing);
            });
            line.getChildren().add(link);
        }
        getChildren().add(line);
    }

    private void offers(Finding finding, Optional<ColumnRow> row) {
        ProjectSettings settings = model.project().settings();
        FlowPane buttons = new FlowPane(6, 6);
        for (Treating.Offer offer : new Treating(texts).of(finding, row, settings)) {
            String id = "treat-%s-%s".formatted(finding.code(), offer.key()).toLowerCase(Locale.ROOT);
            ToggleButton button = Parts.named(id, Parts.styled(new ToggleButton(offer.words()), "answer", "small"));
            button.setSelected(offer.on());
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> {
                button.setSelected(offer.on());   // the settings decide
                model.treat(finding.field(), offer);
            });
            buttons.getChildren().add(button);
        }
        if (!buttons.getChildren().isEmpty()) {
            getChildren().add(buttons);
        }
    }

    private static String quoted(String value) {
        return "“" + cut(value) + "”";
    }

    private static String cut(String text) {
        String line = text.replace('\n', ' ').replace('\u001F', ' ');
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
