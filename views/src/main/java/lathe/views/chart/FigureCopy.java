package lathe.views.chart;

import java.awt.image.BufferedImage;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import lathe.views.chart.FigureFiles.Size;
import lathe.views.text.Texts;

/// Puts a figure on the clipboard: the picture for a document, the numbers for a spreadsheet.
final class FigureCopy {

    private FigureCopy() {}

    static void copy(Figure figure, String title, Texts texts, Size size) {
        BufferedImage picture = FigureFiles.picture(figure, title, texts.locale(), size, ChartTheme.LIGHT);
        ClipboardContent content = new ClipboardContent();
        content.putImage(SwingFXUtils.toFXImage(picture, null));
        content.putString(figure.table(texts::get).tabbed());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
