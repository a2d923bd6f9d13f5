package lathe.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lathe.engine.track.Brief;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.PayOff;
import lathe.scoring.pack.Manifest;

/// What people said before the model was made: what it is for, and when its columns are known.
final class BriefSection {

    private BriefSection() {
    }

    /// Nothing if nothing was said.
    static Html of(Brief brief, Manifest manifest) {
        if (brief.saysNothing()) {
            return Html.NOTHING;
        }
        List<Html> facts = new ArrayList<>();
        text(facts, "problem", brief.context());
        text(facts, "added value", brief.value());
        text(facts, "requirements", brief.requirements());
        text(facts, "stakeholders", brief.stakeholders());
        text(facts, "signs off", brief.signOff());
        if (!Double.isNaN(brief.leastScore())) {
            String metric = manifest.scores().isEmpty() ? "" : " " + Words.metric(manifest.scores().getFirst().metric());
            facts.add(Page.fact("worthwhile from", Figures.number(brief.leastScore()) + metric));
        }
        PayOff payOff = brief.payOff();
        money(facts, "a hit brings", payOff.hit());
        money(facts, "a miss brings", payOff.miss());
        money(facts, "a false alarm brings", payOff.falseAlarm());
        money(facts, "a correct rejection brings", payOff.correctRejection());
        return Page.section("What it is for", Html.of("<dl class=\"facts\">\n{}</dl>", Html.join(facts)));
    }

    private static void text(List<Html> facts, String name, String text) {
        if (!text.isBlank()) {
            facts.add(Page.fact(name, text));
        }
    }

    private static void money(List<Html> facts, String name, double value) {
        if (!Double.isNaN(value)) {
            facts.add(Page.fact(name, Figures.number(value)));
        }
    }

    /// Which way the answer was allowed to go with some columns; nothing if it was free everywhere.
    static Html directions(Map<String, ColumnChoice> columns) {
        List<Html> rows = new ArrayList<>();
        columns.forEach((name, choice) -> choice.direction().ifPresent(way -> rows.add(
                Html.of("<tr><th scope=\"row\">{}</th><td>{}</td></tr>", name, "only " + way.word()))));
        return rows.isEmpty() ? Html.NOTHING : Page.section("Directions asked for", Html.of("""
                <div class="scroll"><table>
                <thead><tr><th scope="col">While this grows</th><th scope="col">the answer is</th></tr></thead>
                <tbody>
                {}</tbody></table></div>""", Html.join(rows)));
    }

    /// Answers to the question whether a column is known before the moment of prediction; nothing if none was given.
    static Html answers(Map<String, ColumnChoice> columns) {
        List<Html> rows = new ArrayList<>();
        for (Map.Entry<String, ColumnChoice> column : columns.entrySet()) {
            String answer = switch (column.getValue().known()) {
                case ColumnChoice.KNOWN_BEFORE -> "yes";
                case ColumnChoice.KNOWN_AFTER -> "no, only afterwards; it was left out";
                case ColumnChoice.KNOWN_UNSURE -> "not sure";
                default -> "";
            };
            if (!answer.isEmpty()) {
                String words = column.getValue().known().equals(ColumnChoice.KNOWN_AFTER) && column.getValue().chosenRole().isEmpty()
                        ? "no, only afterwards; it was used all the same" : answer;
                rows.add(Html.of("<tr><th scope=\"row\">{}</th><td>{}</td></tr>", column.getKey(), words));
            }
        }
        return rows.isEmpty() ? Html.NOTHING : Page.section("Known before the moment of prediction?", Html.of("""
                <div class="scroll"><table>
                <thead><tr><th scope="col">Column</th><th scope="col">Answer</th></tr></thead>
                <tbody>
                {}</tbody></table></div>""", Html.join(rows)));
    }
}
