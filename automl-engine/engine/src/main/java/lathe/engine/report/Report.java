package lathe.engine.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lathe.engine.profile.Finding;
import lathe.engine.provenance.Environment;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunSpec;
import lathe.engine.track.RunStatus;
import lathe.engine.track.SearchSettings;

/// The report of a run: one page that says what the model does, how good it is, what was tried, and how to repeat it.
public final class Report {

    private Report() {
    }

    /// A page without script and without anything from outside. It draws with the desktop classes of Java, headless.
    public static String html(ReportData data) {
        RunRecord run = data.run();
        Html body = Html.of("<main>\n{}</main>\n", Html.join(header(data), ScoreSection.of(run.scores(), data.signature(), run.spec().search().validation()),
                data.speed().isEmpty() ? Html.NOTHING : Html.of("<p class=\"aside\">{}</p>", data.speed()), results(data),
                LeaderboardSection.of(data.leaderboard(), run.best()), table(data),
                DictionarySection.of(data.dictionary(), data.signature().inputs().names()), origin(run), repeat(run)));
        return Page.of("Report: " + data.signature().target(), body);
    }

    private static Html header(ReportData data) {
        RunRecord run = data.run();
        return Html.of("""
                <header>
                <p class="brand">Lathe · model report</p>
                <h1>{}</h1>
                <p class="aside">From {}, {} and {}. {}{}</p>
                </header>""", Words.sentence(data.signature()), fileName(run.spec().source()),
                Figures.count(run.spec().rows(), "row", "rows"), Figures.count(data.columns(), "column", "columns"),
                Figures.moment(run.ended()), run.status() == RunStatus.STOPPED ? ". Stopped early by the user." : ".");
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Html results(ReportData data) {
        List<Html> figures = switch (data.results()) {
            case Results.Binary binary -> new BinaryFigures(binary, data.signature()).all();
            case Results.Multiclass multiclass -> new MulticlassFigures(multiclass, data.signature()).all();
            case Results.Regression regression -> new RegressionFigures(regression, data.signature()).all();
        };
        return Page.section("A closer look", Html.of("<div class=\"charts\">\n{}</div>", Html.join(figures)));
    }

    private static Html table(ReportData data) {
        RunSpec spec = data.run().spec();
        List<Html> facts = new ArrayList<>();
        facts.add(Page.fact("Source", spec.source()));
        facts.add(Page.fact("Rows", Figures.whole(spec.rows())));
        if (spec.reading().draws()) {
            facts.add(Page.fact("Rows there", "about %s; a random sample of %s was read, in blocks spread over the whole file"
                    .formatted(Figures.whole(Math.round(spec.rows() / spec.reading().sample())), Figures.percent(spec.reading().sample()))));
        }
        if (!data.rowsKept().isEmpty()) {
            facts.add(Page.fact("Rows kept", data.rowsKept()));
        }
        if (!data.typed().isEmpty()) {
            facts.add(Page.fact("Targets typed by people", data.typed()));
        }
        facts.add(Page.fact("Columns", Figures.whole(data.columns())));
        spec.table().derived().forEach((name, expression) -> facts.add(Page.fact("Derived column", name + " = " + expression)));
        facts.add(Page.fact("Columns the model reads", Figures.whole(data.signature().inputs().size())));
        facts.add(Page.fact("How rows were divided", spec.search().validation().text()));
        if (spec.search().balancesClasses()) {
            facts.add(Page.fact("Classes in fits", "each counts the same; probabilities are led back to the shares of the rows"));
        }
        if (spec.search().smote() > 0) {
            facts.add(Page.fact("Rows made up", "for comparison, SMOTE up to %s of the commonest class in training rows of trials named so; no score is of them"
                    .formatted(Figures.percent(spec.search().smote()))));
        }
        spec.weight().ifPresent(column -> facts.add(Page.fact("Rows weighted by", column)));
        if (!spec.dropped().isEmpty()) {
            facts.add(Page.fact("Left out by choice", Words.some(spec.dropped(), 20)));
        }
        List<Html> notes = data.findings().stream()
                .sorted(Comparator.comparing(Finding::severity, Comparator.reverseOrder())).map(Report::note).toList();
        Html noticed = notes.isEmpty() ? Html.NOTHING : Html.of("<ul class=\"notes\">\n{}</ul>", Html.join(notes));
        return Page.section("The data", Html.of("<dl class=\"facts\">\n{}</dl>", Html.join(facts)), noticed);
    }

    private static Html note(Finding finding) {
        Html badge = switch (finding.severity()) {
            case INFO -> Html.of("<span class=\"badge\">to know</span>");
            case WARNING -> Html.of("<span class=\"badge warn\">look at it</span>");
            case SERIOUS -> Html.of("<span class=\"badge serious\">serious</span>");
        };
        return Html.of("<li>{}<span>{}</span></li>", badge, finding.sentence());
    }

    private static String before(RunRecord run) {
        return run.continued().beganAnew() ? "" : ", after %s of search in run %s, which it continues"
                .formatted(Figures.seconds(run.continued().seconds()), run.continued().run());
    }

    private static Html origin(RunRecord run) {
        RunSpec spec = run.spec();
        Environment environment = run.environment();
        List<Html> facts = new ArrayList<>();
        facts.add(Page.fact("Run", spec.id()));
        facts.add(Page.fact("Began", Figures.moment(run.started())));
        facts.add(Page.fact("Took", Figures.seconds(Duration.between(run.started(), run.ended()).toMillis() / 1000.0)
                + " of " + Figures.seconds(spec.search().budgetSeconds()) + before(run)));
        facts.add(Page.fact("Seed", Long.toString(spec.search().seed().value())));
        facts.add(Page.fact("Worker processes", Figures.whole(spec.search().threads())));
        facts.add(Page.fact("Lathe", environment.lathe()));
        facts.add(Page.fact("Java", environment.java()));
        facts.add(Page.fact("System", "%s, %s, %s".formatted(environment.os(), environment.arch(),
                Figures.count(environment.cores(), "core", "cores"))));
        for (Map.Entry<String, String> library : environment.libraries().entrySet()) {
            facts.add(Page.fact(library.getKey(), library.getValue()));
        }
        facts.add(Html.of("<div class=\"long\"><dt>Fingerprint of the data (SHA-256)</dt><dd><code>{}</code></dd></div>", spec.fingerprint().hex()));
        return Page.section("Where it comes from", Html.of("<dl class=\"facts\">\n{}</dl>", Html.join(facts)));
    }

    private static Html repeat(RunRecord run) {
        return Page.section("How to repeat it", Html.of("""
                <p>In the project folder, with the same version of Lathe. Equal data, settings and seed give an equal model when no deadline cuts in.</p>
                <pre>{}</pre>""", RepeatCommand.of(inOneGo(run))));
    }

    // A run that continues another did what one run of all their time does, as far as time can be repeated.
    private static RunSpec inOneGo(RunRecord run) {
        RunSpec spec = run.spec();
        double seconds = Math.ceil(run.continued().seconds()) + spec.search().budgetSeconds();
        return run.continued().beganAnew() || seconds > SearchSettings.LONGEST ? spec
                : new RunSpec(spec.id(), spec.source(), spec.fingerprint(), spec.rows(), spec.target(), spec.task(),
                        spec.search().withBudgetSeconds(seconds), spec.reading(), spec.columns(), spec.table());
    }
}
