package lathe.engine.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The frame of every page: one file, no script, nothing from outside.
final class Page {

    private static final String STYLE = "/lathe/engine/report/style.css";

    private Page() {
    }

    static String of(String title, Html body) {
        return Html.of("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
                <meta name="referrer" content="no-referrer">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>{}</title>
                <style>
                {}</style>
                </head>
                <body>
                {}</body>
                </html>
                """, title, new Html(style()), body).markup();
    }

    private static String style() {
        try (InputStream in = Page.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + STYLE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + STYLE, e);
        }
    }

    static Html section(String title, Html... parts) {
        return Html.of("<section>\n<h2>{}</h2>\n{}</section>", title, Html.join(parts));
    }

    static Html fact(String name, Object value) {
        return Html.of("<div><dt>{}</dt><dd>{}</dd></div>", name, value);
    }
}
