package lathe.views.data;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.engine.data.ImportNote;
import lathe.engine.data.Imported;
import lathe.engine.evaluate.Validation;
import lathe.engine.profile.ColumnChart;
import lathe.engine.profile.ColumnCharts;
import lathe.engine.profile.FieldProfile;
import lathe.engine.profile.TableProfile;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.FieldType;
import lathe.scoring.Role;
import lathe.views.chart.BarFigure;
import lathe.views.chart.ChartRoom;
import lathe.views.chart.FigureCard;
import lathe.views.parts.Parts;
import lathe.views.text.Terms;
import lathe.views.text.Texts;
import org.jspecify.annotations.Nullable;

/// What is known of the selected column: type and role, chart, sentence, the question, findings, statistics.
final class ColumnCard extends VBox {

    private static final double CHART_HEIGHT = 168;
    private static final double BAR_HEIGHT = 22;
    private static final double BESIDE_BARS = 72;

    private final Texts texts;
    private final Terms terms;
    private final DataViewModel model;
    private final IntConsumer showRow;
    private final ColumnWords words;
    private final ColumnFigure figures;
    private final ColumnStatistics statistics;
    private final Label name = Parts.named("card-name", Parts.styled(Parts.text(""), "card-title"));
    private final Label about = Parts.muted("");
    private final ChoiceMenu<FieldType> type;
    private final ChoiceMenu<Role> role;
    private final FigureCard chart;
    private final KnownQuestion question;
    private final VBox findings = new VBox(12);
    private final VBox numbers = new VBox(4);
    private @Nullable Shown shown;

    // Choice and reading decide which treatments are on.
    private record Shown(ColumnRow row, Optional<ColumnChart> chart, Optional<FieldProfile> profile, String target,
                         ColumnChoice choice, List<String> missingWords, Validation validation) { }

    /// @param showRow shows a row of the table, from 0
    ColumnCard(Texts texts, DataViewModel model, ChartRoom charts, IntConsumer showRow) {
        this.showRow = showRow;
        this.texts = texts;
        this.terms = Terms.of(texts.locale());
        this.model = model;
        this.words = new ColumnWords(texts);
        this.figures = new ColumnFigure(texts);
        this.statistics = new ColumnStatistics(texts);
        type = Parts.named("card-type", ChoiceMenu.ofTypes(texts, chosen -> current(row -> model.setType(List.of(row.name()), chosen))));
        role = Parts.named("card-role", ChoiceMenu.ofRoles(texts, true, chosen -> current(row -> model.setRole(List.of(row.name()), chosen))));
        chart = Parts.named("column-chart", charts.card(""));
        chart.setBare(true);
        chart.setDrawingHeight(CHART_HEIGHT);
        chart.setEmptyText(texts.get("chart.counting"));
        question = new KnownQuestion(texts, answer -> current(row -> model.answer(row.name(), answer)));
        HBox menus = new HBox(Parts.GAP, type, role);
        menus.setAlignment(Pos.CENTER_LEFT);
        VBox inside = Parts.styled(new VBox(12, new VBox(2, name, about), menus, chart, question, findings, numbers), "column-card");
        ScrollPane scroll = Parts.styled(new ScrollPane(inside), "screen-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Parts.named("column-card", Parts.styled(this, "card", "no-padding"));
        getChildren().add(Parts.grow(scroll));
        model.stateProperty().subscribe((DataState state) -> show(state));
        model.project().settingsProperty().subscribe((ProjectSettings settings) -> show(model.state()));
    }

    private void current(java.util.function.Consumer<ColumnRow> action) {
        model.state().current().ifPresent(action);
    }

    private void show(DataState state) {
        setVisible(state.current().isPresent());
        state.current().ifPresent(row -> {
            ProjectSettings settings = model.project().settings();
            Optional<ColumnCharts> all = model.charts();
            Optional<FieldProfile> profile = model.profile().map(TableProfile::fields).flatMap(fields ->
                    fields.stream().filter(field -> field.name().equals(row.name())).findFirst());
            Optional<ColumnChart> drawn = all.map(ColumnCharts::columns).flatMap(charts ->
                    charts.stream().filter(each -> each.column().equals(row.name())).findFirst());
            Shown now = new Shown(row, drawn, profile, state.target(), settings.column(row.name()),
                    settings.reading().missingTokens(), settings.search().validation());
            if (!now.equals(shown)) {
                shown = now;
                show(now, all);
            }
        });
    }

    private void show(Shown now, Optional<ColumnCharts> all) {
        ColumnRow row = now.row();
        name.setText(row.name());
        type.show(row.type(), row.typeChosen() ? Optional.of(row.type()) : Optional.empty(), row.name());
        role.show(row.role(), row.automatic() ? Optional.empty() : Optional.of(row.role()), row.name());
        about.setText(now.profile().map(profile -> texts.get("card.about", terms.type(row.type()), profile.distinct(),
                texts.numbers().percent(profile.missingShare(), 1))).orElse(terms.type(row.type())));
        chart.setTitle(title(row, all));
        if (now.chart().isPresent() && all.isPresent()) {
            String sentence = now.profile().map(profile -> words.say(profile, now.chart(), all)).orElse("");
            BarFigure figure = figures.of(now.chart().get(), all.get());
            chart.setDrawingHeight(figure.horizontal() ? Math.max(CHART_HEIGHT, figure.bars().size() * BAR_HEIGHT + BESIDE_BARS) : CHART_HEIGHT);
            chart.setFigure(figure, sentence);
        } else {
            chart.clear();
        }
        question.show(row, now.target());
        findings.getChildren().clear();
        findings.setVisible(!row.findings().isEmpty());
        findings.setManaged(findings.isVisible());
        // one in each turn of the window's thread, so that many of them do not keep it long
        row.findings().forEach(finding -> later(now, () -> new FindingBox(texts, model, finding, Optional.of(row), showRow)));
        notes(row.name()).forEach(note -> later(now, () -> Parts.text(note.sentence())));
        numbers.getChildren().setAll(now.profile().map(statistics::of).orElse(List.of()));
    }

    private void later(Shown wanted, Supplier<Node> making) {
        Platform.runLater(() -> {
            if (wanted.equals(shown)) {
                findings.getChildren().add(making.get());
                findings.setVisible(true);
                findings.setManaged(true);
            }
        });
    }

    private String title(ColumnRow row, Optional<ColumnCharts> all) {
        boolean beside = all.isPresent() && !all.get().target().isEmpty() && !all.get().target().equals(row.name());
        return !beside ? texts.get("chart.alone") : texts.get(all.get().classes().isEmpty() ? "chart.means" : "chart.stacked",
                all.get().target());
    }

    private List<ImportNote> notes(String column) {
        Imported read = model.tableProperty().get();
        return read == null ? List.of() : ImportOutcome.notes(read.report()).stream().filter(note -> note.field().equals(column)).toList();
    }
}
