package lathe.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ReportTest {

    private static final String HOSTILE = "<script>alert(1)</script>\"' onload='x";

    @Test
    void escapesEverythingThatComesFromData() throws Exception {
        String page = Report.html(ExampleReports.binary(HOSTILE, HOSTILE + "no", HOSTILE + "yes"));

        NodeList elements = parse(page).getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            assertFalse(element.getTagName().equals("script") || element.hasAttribute("onload"), element.getTagName());
        }
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39; onload=&#39;x"), page);
    }

    @Test
    void loadsNothingFromOutsideAndRunsNothing() {
        for (ReportData data : List.of(ExampleReports.binary("churned", "no", "yes"), ExampleReports.multiclass(7), ExampleReports.regression())) {
            String page = Report.html(data);

            assertTrue(page.contains("default-src 'none'"));
            assertFalse(Pattern.compile("(?i)https?://|<script|<link|<img|<iframe|\\s(src|href)=|@import|url\\((?!#)").matcher(page).find());
        }
    }

    @Test
    void isWellFormedWithEveryPictureNamedAndEveryIdOnce() throws Exception {
        for (ReportData data : List.of(ExampleReports.binary("churned", "no", "yes"), ExampleReports.multiclass(3), ExampleReports.regression())) {
            String page = Report.html(data);

            parse(page);
            Set<String> ids = new HashSet<>();
            Matcher id = Pattern.compile(" id=['\"]([^'\"]+)").matcher(page);
            while (id.find()) {
                assertTrue(ids.add(id.group(1)), id.group(1));
            }
            assertEquals(count(page, "<svg"), count(page, "role=\"img\" aria-label="));
            assertEquals(count(page, "<figure"), count(page, "<figcaption>"));
        }
    }

    @Test
    void saysInWordsWhatTheNumbersMean() {
        String page = Report.html(ExampleReports.binary("churned", "no", "yes"));

        assertTrue(page.contains("Predicts <b>churned</b>: how likely <b>yes</b> is, rather than no."), page);
        assertTrue(page.contains("<p class=\"figure\">0.857</p>"), page);
        assertTrue(page.contains("95 % interval 0.823 – 0.883"), page);
        assertTrue(page.contains("600 rows kept apart from everything before"), page);
        assertTrue(page.contains("The worker ran out of memory at 800 MB."), page);
        assertTrue(page.contains("lathe train ../telecom-churn.csv --target churned --task binary --metric roc_auc --budget 60s"), page);
    }

    @Test
    void showsManyClassesCutToTheMostFrequent() {
        String page = Report.html(ExampleReports.multiclass(26));

        assertTrue(page.contains("The 20 most frequent of 26 classes are shown."), page);
    }

    @Test
    void drawsPredictionsThatAreAllAlike() throws Exception {
        for (double value : new double[] {0, 1e15, -3e-12, 1e90}) {
            parse(Report.html(ExampleReports.regression(new double[] {value, value}, new double[] {value, value})));
            parse(Report.html(ExampleReports.regression(new double[] {value, Math.nextUp(value)}, new double[] {value, value})));
        }
    }

    @Test
    void saysThatNumbersWithoutBoundsCannotBeDrawn() {
        String page = Report.html(ExampleReports.regression(new double[] {1, 2}, new double[] {1, Double.POSITIVE_INFINITY}));

        assertTrue(page.contains("too large to be drawn"), page);
    }

    @Test
    void keepsALongLeaderboardShortAndSaysSo() {
        String page = Report.html(ExampleReports.withTrials(80));

        assertTrue(page.contains("<p class=\"aside\">30 more are in leaderboard.csv.</p>"), page);
    }

    private static int count(String page, String part) {
        return page.split(Pattern.quote(part), -1).length - 1;
    }

    private static Document parse(String page) throws ParserConfigurationException, IOException, SAXException {
        String xml = page.replace("<!DOCTYPE html>", "").replaceAll("<meta ([^>]*)>", "<meta $1/>")
                .replaceAll("(?s)<style>.*?</style>", "");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
