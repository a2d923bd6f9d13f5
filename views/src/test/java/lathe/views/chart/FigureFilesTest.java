package lathe.views.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import lathe.views.chart.FigureFiles.Size;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class FigureFilesTest {

    private static final Path PICTURES = Path.of("target", "pictures", "chart");
    private static final Size SIZE = new Size(640, 360, 1.5);

    @Test
    void everyFigureIsDrawnInLightAndDark() throws IOException {
        Files.createDirectories(PICTURES);
        for (Map.Entry<String, Figure> sample : Samples.all().entrySet()) {
            for (ChartTheme theme : List.of(ChartTheme.LIGHT, ChartTheme.DARK)) {
                BufferedImage image = FigureFiles.picture(sample.getValue(), "", Locale.ENGLISH, SIZE, theme);
                String name = sample.getKey() + (theme.dark() ? "-dark.png" : "-light.png");
                ImageIO.write(image, "png", PICTURES.resolve(name).toFile());
                assertTrue(colours(image) > 10, name);
                assertEquals(theme.background().getRGB(), image.getRGB(1, 1), name);
            }
        }
    }

    private static int colours(BufferedImage image) {
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                seen.add(image.getRGB(x, y));
            }
        }
        return seen.size();
    }

    @Test
    void anSvgIsWellFormedAndKeepsItsTexts() throws IOException, SAXException, ParserConfigurationException {
        Files.createDirectories(PICTURES);
        String svg = FigureFiles.svg(Samples.waterfall(), "Why 61.8 %? <a> & \"b\"", Locale.ENGLISH, SIZE);
        Files.writeString(PICTURES.resolve("waterfall.svg"), svg);
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        String text = document.getDocumentElement().getTextContent();
        for (String label : List.of("contract = month-to-month", "+16.8%", "−2.1%", "threshold 50 %", "<a> & \"b\"")) {
            assertTrue(text.contains(label), label);
        }
        assertTrue(svg.contains("Inter"));
    }

    @Test
    void aPictureNeedsRoom() {
        assertThrows(IllegalArgumentException.class, () -> new Size(20, 400, 1));
    }
}
