package lathe.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lathe.engine.evaluate.Validation;
import lathe.engine.track.Brief;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ColumnDictionary;
import lathe.scoring.Field;
import lathe.scoring.Signature;
import lathe.scoring.Uncertainty;
import lathe.scoring.pack.Manifest;

/// The page inside a model package that tells a person what the model is, how good it is and what it needs.
public final class ModelCard {

    private static final int MOST_LEVELS = 8;

    private ModelCard() {
    }

    /// One page without anything from outside, for a model nobody has said anything about.
    public static String html(Signature signature, Manifest manifest) {
        return html(signature, manifest, Brief.EMPTY, Map.of(), ColumnDictionary.EMPTY);
    }

    /// One page without anything from outside.
    ///
    /// @param columns    what was decided about columns, by name
    /// @param dictionary what they mean
    public static String html(Signature signature, Manifest manifest, Brief brief, Map<String, ColumnChoice> columns,
            ColumnDictionary dictionary) {
        Html header = Html.of("""
                <header>
                <p class="brand">Lathe · model card</p>
                <h1>{}</h1>
                <p class="aside">Made {} by Lathe {}.</p>
                </header>""", Words.sentence(signature), Figures.moment(manifest.created()), manifest.latheVersion());
        Html body = Html.of("<main class=\"card\">\n{}</main>\n", Html.join(header, BriefSection.of(brief, manifest), scores(signature, manifest),
                inputs(signature, manifest), DictionarySection.of(dictionary, signature.inputs().names()), members(manifest), BriefSection.answers(columns),
                BriefSection.directions(columns), origin(manifest), use()));
        return Page.of("Model card: " + signature.target(), body);
    }

    private static Html scores(Signature signature, Manifest manifest) {
        if (manifest.scores().isEmpty()) {
            return Page.section("How good it is", Html.of("<p>It was not measured.</p>"));
        }
        List<Html> tiles = new ArrayList<>();
        for (Manifest.ReportedScore score : manifest.scores()) {
            tiles.add(Html.of("""
                    <div class="tile"><p class="label">{}</p><p class="figure">{}</p><p class="aside">{}</p></div>""",
                    Words.metric(score.metric()), Figures.number(score.value()), interval(score)));
        }
        Manifest.ReportedScore main = manifest.scores().getFirst();
        return Page.section("How good it is", Html.of("<p>{} Measured on {}.{}</p>",
                Words.meaning(main.metric(), main.value(), signature), ScoreSection.rowsInWords(main.rows(), main.kind().equals("holdout")),
                Double.isNaN(main.lower()) ? "" : " Below each value stands its %s interval.".formatted(Figures.percent(main.level()))),
                Html.of("<p>{} {}</p>", ValidationWords.sentence(validation(manifest)), sureness(manifest.uncertainty(), signature)),
                Html.of("<div class=\"tiles\">\n{}</div>", Html.join(tiles)));
    }

    private static String sureness(Uncertainty uncertainty, Signature signature) {
        return switch (uncertainty) {
            case Uncertainty.None _ -> "";
            case Uncertainty.Range range -> "For %s of new rows the truth should lie within the range given beside each prediction, at the middle of the predictions %s to %s."
                    .formatted(Figures.percent(range.level()), Figures.plain(range.low(middle(range))), Figures.plain(range.high(middle(range))));
            case Uncertainty.Sets sets -> "For %s of new rows of each class the set given beside each prediction should hold the truth: every class of “%s” whose probability is not too low for it."
                    .formatted(Figures.percent(sets.level()), signature.target());
        };
    }

    private static double middle(Uncertainty.Range range) {
        return range.at().get(range.at().size() / 2);
    }

    // Packages of the first versions do not say; they knew one way only.
    private static Validation validation(Manifest manifest) {
        return Validation.parse(manifest.provenance().getOrDefault("validation", "random"));
    }

    private static String interval(Manifest.ReportedScore score) {
        return Double.isNaN(score.lower()) ? "no interval" : Figures.range(score.lower(), score.upper());
    }

    private static Html inputs(Signature signature, Manifest manifest) {
        List<Html> rows = new ArrayList<>();
        for (Field field : signature.inputs().fields()) {
            Manifest.InputFacts facts = manifest.inputs().stream().filter(each -> each.name().equals(field.name()))
                    .findFirst().orElse(new Manifest.InputFacts(field.name(), List.of(), Double.NaN, Double.NaN, ""));
            String seen = facts.levels().isEmpty() ? Double.isNaN(facts.low()) ? "" : Figures.plain(facts.low()) + " – " + Figures.plain(facts.high())
                    : Words.some(facts.levels(), MOST_LEVELS);
            rows.add(Html.of("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>", field.name(),
                    Words.type(field.type()), seen + (facts.unit().isEmpty() ? "" : " " + facts.unit())));
        }
        return Page.section("What it needs", Html.of("""
                <p>{}, matched by name. Others are ignored; a missing one is an error.</p>
                <div class="scroll"><table>
                <thead><tr><th scope="col">Column</th><th scope="col">Type</th><th scope="col">Seen in training</th></tr></thead>
                <tbody>
                {}</tbody></table></div>""", Figures.count(rows.size(), "column", "columns"), Html.join(rows)));
    }

    private static Html members(Manifest manifest) {
        List<Html> rows = new ArrayList<>();
        for (Manifest.MemberNote member : manifest.members()) {
            rows.add(Html.of("<tr><th scope=\"row\">{}</th><td class=\"number\">{}</td><td class=\"fine\">{}</td></tr>",
                    Words.titled(member.name()), Figures.percent(member.weight()), Words.hyperparameters(member.hyperparameters())));
        }
        return Page.section("What is inside", Html.of("""
                <div class="scroll"><table>
                <thead><tr><th scope="col">Model</th><th scope="col" class="number">Weight</th><th scope="col">Settings</th></tr></thead>
                <tbody>
                {}</tbody></table></div>""", Html.join(rows)));
    }

    private static Html origin(Manifest manifest) {
        List<Html> facts = new ArrayList<>();
        for (Map.Entry<String, String> fact : manifest.provenance().entrySet()) {
            facts.add(Page.fact(fact.getKey().toLowerCase(Locale.ROOT), fact.getValue()));
        }
        return Page.section("Where it comes from", Html.of("<dl class=\"facts\">\n{}</dl>", Html.join(facts)));
    }

    private static Html use() {
        return Page.section("How to use it", Html.of("""
                <pre>lathe predict model.lathe DATA --out predictions.csv
                lathe verify model.lathe</pre>"""));
    }
}
